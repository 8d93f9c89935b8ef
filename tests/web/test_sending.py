"""Many letters leave together; the page that waits for their papers shows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Dispatch
from casework.services.upkeep.effects import drain
from tests.conftest import SettableClock
from tests.web.steps import act, to_clarification
from tests.web.visitor import Visitor, words

AsRole = Callable[[str], Visitor]
WIB = ZoneInfo("Asia/Jakarta")
PATH = "/perkara/1/surat/penyampaian"
WAITS = 'data-progress="/perkara/1/dokumen/keadaan"'


@pytest.fixture
def issued(app: App, as_role: AsRole) -> Visitor:
    """The secretariat, two invitations numbered and not drawn yet."""
    to_clarification(app, as_role)
    typed = {"pihak": ["1", "2"], "waktu": "2024-09-20T09:00", "tempat": "Kantor"}
    act(as_role("case_officer"), "/perkara/1/klarifikasi/undang", dict(typed))
    drain(app)
    act(as_role("chair"), "/perkara/1/surat/terbitkan")
    return as_role("secretariat")


def test_the_page_waits_for_the_papers_by_itself(app: App, issued: Visitor) -> None:
    page = issued.get(PATH)
    assert WAITS in page.text
    assert '<noscript><meta http-equiv="refresh"' in page.text
    assert "Tidak ada surat terbit" not in words(page)
    drain(app)
    ready = issued.get(PATH)
    assert WAITS not in ready.text
    assert "dokumen" in issued.fields(ready)


def test_letters_that_leave_together_are_recorded_in_one_form(app: App, issued: Visitor) -> None:
    drain(app)
    SettableClock(Path(app.settings.clock.removeprefix("@"))).shift(timedelta(hours=2))
    page = issued.get(PATH)
    letters = issued.fields(page)["dokumen"]
    assert isinstance(letters, list)
    typed = {
        "saluran": "langsung",
        "alasan_belum_ttd": "Di atas kertas",
        "dikirim": "2024-09-19T10:30",
        "diterima": "2024-09-19T10:40",
        f"diterima-{letters[1]}": "2024-09-19T10:45",
        f"catatan-{letters[1]}": "Diterima tetangga",
    }
    # The second cannot have arrived before it left: neither is recorded, and the letter is named.
    early = issued.submit(PATH, {**typed, f"diterima-{letters[1]}": "2024-09-19T10:00"}, page=page)
    assert early.status_code == 422
    assert "Waktu terima tidak boleh sebelum waktu kirim." in words(early)
    assert dispatched(app) == []
    assert issued.submit(PATH, typed, page=page).status_code == 303
    assert dispatched(app) == [
        ("langsung", "10:40", ""),
        ("langsung", "10:45", "Diterima tetangga"),
    ]
    assert "dokumen" not in issued.fields(issued.get(PATH))


def dispatched(app: App) -> list[tuple[str, str, str]]:
    """Every dispatch: its channel, the hour of receipt, the receiver."""
    with app.database.read() as session:
        rows = session.scalars(select(Dispatch).order_by(Dispatch.id))
        return [
            (one.channel, f"{one.received_at.astimezone(WIB):%H:%M}", one.receiver_note)
            for one in rows
            if one.received_at
        ]


def test_a_letter_that_has_left_is_never_the_one_recorded_by_default(
    app: App, issued: Visitor
) -> None:
    drain(app)
    SettableClock(Path(app.settings.clock.removeprefix("@"))).shift(timedelta(hours=2))
    page = issued.get(PATH)
    first = issued.fields(page)["dokumen"][0]
    sent = {"saluran": "pos", "alasan_belum_ttd": "Di atas kertas", "dikirim": "2024-09-19T10:30"}
    issued.submit(PATH, {**sent, "dokumen": [first]}, page=page)
    # Opened anew from the case.
    anew = issued.get(PATH)
    assert issued.fields(anew)["dokumen"] != first
    assert "Sudah dikirim, bukti terima ditunggu" in words(anew)
    # Its receipt is recorded beside how and when it left.
    assert f"{PATH}?surat={first}" in issued.get("/perkara/1/berkas/dokumen").text
    receipt = issued.fields(issued.get(f"{PATH}?surat={first}"))
    assert (receipt["dokumen"], receipt["saluran"]) == (first, "pos")
    assert receipt["dikirim"] == "19-09-2024 10.30"
