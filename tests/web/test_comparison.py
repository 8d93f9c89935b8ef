"""The signed form and the identity card: for the officer who must compare them, and only then."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Event
from casework.services.cases.record import audit_check
from casework.services.core.work import Actor
from tests.staff import ROLES
from tests.web.steps import act, all_met, received
from tests.web.visitor import Visitor, upload, words

AsRole = Callable[[str], Visitor]
PATH = "/perkara/1/syarat"
CARD = "/perkara/1/syarat/identitas/bukti/2"
PICTURE = b"\xff\xd8\xff\xe0 kartu identitas"


def with_card(as_role: AsRole) -> None:
    """A report with an identity card, which is sealed."""
    received(as_role)
    typed = {"bukti": upload(PICTURE, "ktp.jpg"), "bukti_keterangan": "KTP", "rahasia": "y"}
    act(as_role("intake_officer"), "/perkara/1/bukti/baru", dict(typed))


def openings(app: App) -> list[Event]:
    with app.database.read() as session:
        query = select(Event).where(Event.action == "identitas_dibuka").order_by(Event.id)
        return list(session.scalars(query))


def test_the_officer_who_judges_opens_the_card_and_it_is_recorded(
    app: App, as_role: AsRole
) -> None:
    with_card(as_role)
    officer = as_role("case_officer")
    assert officer.get("/bukti/2").status_code == 403
    page = officer.get(PATH)
    assert f'href="{CARD}"' in page.text
    assert openings(app) == []
    with officer.get(CARD) as file:
        assert file.data == PICTURE
        assert file.headers["Content-Disposition"].startswith("inline")
    (event,) = openings(app)
    assert (event.case_id, event.subject) == (1, "evidence:2")
    assert "Membandingkan tanda tangan" in event.detail["reason"]
    shown = words(as_role("coordinator").get("/perkara/1/berkas/akses"))
    assert "Identitas dibuka" in shown
    assert "hanya tanda tangan dan kartu identitas, selama menilai syarat" in shown
    with app.reading(Actor.system(0)) as work:
        assert audit_check.verify(work, app.anchors.read()).faults == ()


def test_nobody_else_opens_it_there(app: App, as_role: AsRole) -> None:
    with_card(as_role)
    for role in ROLES:
        if role != "case_officer":
            assert as_role(role).get(CARD).status_code in (403, 404), role
    assert openings(app) == []


def test_once_the_requirements_are_behind_it_is_closed(app: App, as_role: AsRole) -> None:
    with_card(as_role)
    officer = as_role("case_officer")
    act(officer, PATH, all_met(app))
    act(officer, "/perkara/1/ajukan-registrasi")
    assert officer.get(CARD).status_code == 403
    assert f'href="{CARD}"' not in officer.get(PATH).text
    assert openings(app) == []


def test_what_is_not_compared_is_not_there(app: App, as_role: AsRole) -> None:
    with_card(as_role)
    officer = as_role("case_officer")
    for path in ("bukti/1", "bukti/99", "formulir/1", "lain/2"):
        assert officer.get(f"/perkara/1/syarat/identitas/{path}").status_code == 404, path
    assert officer.get("/perkara/9/syarat/identitas/bukti/2").status_code == 404
    assert openings(app) == []
