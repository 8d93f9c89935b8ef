"""Addresses that nobody was given: numbers no row can have, signs no text holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from tests.web.steps import received
from tests.web.visitor import Visitor

AsRole = Callable[[str], Visitor]
TOO_LARGE = ("9999999999", "9" * 20)


def numbered(flask: Flask) -> Iterator[str]:
    """Each page whose address holds a number."""
    for rule in flask.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and "<int:" in rule.rule:
            yield rule.rule.split("<int:", 1)[0] + "{}" + rule.rule.split(">", 1)[1]


@pytest.mark.parametrize("number", TOO_LARGE)
def test_a_number_no_row_can_have_is_a_page_that_is_not_there(
    flask: Flask, as_role: AsRole, number: str
) -> None:
    received(as_role)
    chair, wrong = as_role("chair"), []
    paths = {path.format(number) for path in numbered(flask) if path.count("<") == 0}
    assert len(paths) > 40
    for path in sorted(paths):
        page = chair.get(path)
        if page.status_code not in (403, 404):
            wrong.append((path, page.status))
    assert wrong == []


@pytest.mark.parametrize("number", [*TOO_LARGE, "-" + "9" * 20, "²", "x"])
def test_a_number_behind_the_question_mark_may_be_anything(as_role: AsRole, number: str) -> None:
    received(as_role)
    chair = as_role("chair")
    for path in (
        f"/?sebelum={number}",
        f"/dokumen?tahun={number}&halaman={number}",
        f"/dokumen/buku/nomor?tahun={number}&halaman={number}",
        f"/perkara/?halaman={number}",
        f"/perkara/1/tautkan?dengan={number}",
        f"/perkara/1/kajian/versi?lama={number}&baru={number}",
    ):
        assert chair.get(path).status_code in (200, 403, 404), path


def test_a_sign_that_no_text_holds_is_left_out_or_leads_nowhere(as_role: AsRole) -> None:
    received(as_role)
    chair = as_role("chair")
    for path in ("/dokumen?cari=%00", "/perkara/?cari=serba%00guna"):
        page = chair.get(path)
        assert page.status_code == 200, path
        assert "\x00" not in page.text
    for path in ("/verifikasi/a%00b", "/dokumen%00"):
        assert chair.get(path).status_code == 404, path
