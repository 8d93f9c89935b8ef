"""The first page of the citizens' door: two dates, no name, no cookie, light."""

from __future__ import annotations

import re

from flask import Flask

from tests.conftest import SettableClock
from tests.web.visitor import Visitor, words

ASKED = "/lapor?kejadian=10-11-2024&diketahui=11-11-2024&pemilihan=gubernur-bengkulu-2024"


def test_two_dates_are_answered_without_a_cookie_or_a_script(
    flask: Flask, clock: SettableClock
) -> None:
    clock.set("2024-11-13T15:00:00+07:00")
    stranger = Visitor(flask)
    for address, wanted in (
        ("/lapor", "Isi dua tanggal"),
        (ASKED, "Hari terakhir: Senin, 18 November 2024, 24.00 WIB"),
        (ASKED.replace("10-11", "01-11").replace("11-11", "02-11"), "Waktunya sudah lewat"),
        (f"{ASKED}&bahasa=en", "Last day: Monday, 18 November 2024, 24.00 WIB"),
        (ASKED.replace("10-11", "12-11"), "lebih awal daripada tanggal kejadian"),
        (ASKED.replace("11-11-2024", "kemarin"), "Bukan tanggal yang sah"),
    ):
        page = stranger.get(address)
        assert wanted in words(page), address
        assert "Set-Cookie" not in page.headers
        assert "<script" not in page.text


def test_a_first_visit_weighs_less_than_60_kb_uncompressed(flask: Flask) -> None:
    stranger = Visitor(flask)
    page = stranger.get("/lapor")
    parts = re.findall(r'<(?:link|img|script)[^>]+(?:href|src)="([^"]+)"', page.text)
    weight = len(page.data)
    for address in dict.fromkeys(parts):
        with stranger.get(address) as part:
            weight += len(part.data)
    assert len(parts) >= 4
    assert weight <= 60_000
    assert not [one for one in parts if "huruf" in one]
