"""Ways to bring a case to a stage through the pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select
from werkzeug.test import TestResponse

from casework.bootstrap import App
from casework.models import Meeting
from tests.bureau import ORALLY
from tests.conftest import SettableClock
from tests.web.reporting import receive
from tests.web.visitor import Visitor, told

AsRole = Callable[[str], Visitor]

HEARD: dict[str, object] = {
    "pemeriksa": ["2"],  # the case officer of `tests.staff`
    "sumpah": "islam",
    "pengambil": "Ustaz Contoh",
    "jabatan_pengambil": "Rohaniwan",
    "kuasa": "tidak",
    "dibacakan": "ya",
    "tanda_tangan": "ya",
}
"""What the page of the minutes wants to be told beside questions and answers."""


AWAY: dict[str, object] = {"alasan": "Tanpa kabar", "diberi_tahu": ORALLY}
"""What the page of an absence wants to be told where no invitation left."""


def attended(visitor: Visitor, page: TestResponse, view: str = "setuju") -> dict[str, object]:
    """What a pleno wants to be told, from its page: everybody there, all of one view.

    It is opened now and lasts ten minutes, so the clock moves on.
    """
    app: App = visitor.client.application.extensions["casework"]
    opened = app.now().astimezone(ZoneInfo("Asia/Jakarta")).replace(second=0, tzinfo=None)
    closed = opened + timedelta(minutes=10)
    SettableClock(Path(app.settings.clock.removeprefix("@"))).shift(timedelta(minutes=10))
    members = dict.fromkeys(re.findall(r'name="hadir-(\d+)"', page.text))
    takers = re.search(r'name="notulis".*?<option value="(\d+)"', page.text, re.DOTALL)
    assert takers
    return {
        "waktu": opened.isoformat(timespec="minutes"),
        "selesai": closed.isoformat(timespec="minutes"),
        "notulis": takers[1],
        **{f"hadir-{one}": "ya" for one in members},
        **{f"sikap-{one}": view for one in members},
    }


def convene(
    visitor: Visitor,
    path: str,
    typed: dict[str, object] | None = None,
    page: TestResponse | None = None,
) -> TestResponse:
    """Hold a pleno of everybody: tell it, read what will be recorded, record it."""
    page = page or visitor.get(path)
    asked = visitor.submit(path, {**attended(visitor, page), **(typed or {})}, page=page)
    read = re.search(r'name="periksa" value="(\w+)"', asked.text)
    return visitor.submit(path, {"periksa": read[1]}, page=asked) if read else asked


def act(visitor: Visitor, path: str, typed: dict[str, object] | None = None) -> None:
    """Do one act that must be accepted."""
    answer = visitor.kept(f"{path} {told(typed or {})}", lambda: _done(visitor, path, typed))
    assert answer.code == 303, (path, answer.text[:1500])


def _done(visitor: Visitor, path: str, typed: dict[str, object] | None) -> TestResponse:
    """Send the form of an act; a pleno is told, read and then recorded."""
    first = visitor.get(path)
    if 'name="notulis"' in first.text:
        return convene(visitor, path, typed, first)
    return visitor.submit(path, typed, page=first)


def newest_pleno(app: App) -> str:
    """The page of the pleno that was recorded last."""
    with app.database.read() as session:
        case_id, number = session.execute(
            select(Meeting.case_id, Meeting.id).order_by(Meeting.id.desc()).limit(1)
        ).one()
    return f"/perkara/{case_id}/pleno/{number}"


def received(as_role: AsRole) -> None:
    """A report at the desk."""
    receive(as_role("intake_officer"))


def all_met(app: App, edition: str = "pemilihan-2020") -> dict[str, object]:
    """Every requirement met, with a reason for those of which the facts say otherwise."""
    wanted = app.law.editions[edition].requirements
    said = {f"alasan-{key}": "Diperiksa pada berkas." for key in wanted}
    return {**{f"syarat-{key}": "ya" for key in wanted}, **said}


def to_registration(app: App, as_role: AsRole) -> None:
    """All requirements met, waiting for the pleno."""
    received(as_role)
    officer = as_role("case_officer")
    act(officer, "/perkara/1/syarat", all_met(app))
    act(officer, "/perkara/1/ajukan-registrasi")


def to_clarification(app: App, as_role: AsRole) -> None:
    """Registered."""
    to_registration(app, as_role)
    act(as_role("chair"), "/perkara/1/pleno/registrasi")


def to_review(app: App, as_role: AsRole) -> None:
    """One session recorded as absent, the clarification closed."""
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    act(
        officer,
        "/perkara/1/klarifikasi/undang",
        {"pihak": ["2"], "waktu": "2024-09-20T09:00", "tempat": "Kantor"},
    )
    SettableClock(Path(app.settings.clock.removeprefix("@"))).shift(timedelta(days=2))
    act(officer, "/perkara/1/klarifikasi/1/tidak-hadir", AWAY)
    act(officer, "/perkara/1/klarifikasi/tutup")
