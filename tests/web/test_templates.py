"""What an office writes every day: in its own words, filled from the case, edited in the form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from casework.bootstrap import App
from casework.engine.law import Law
from casework.engine.templates import Use
from casework.models import Office
from casework.models.party import PartyRole
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from tests.conftest import SettableClock
from tests.web.steps import act, to_clarification
from tests.web.visitor import Visitor, errors, words

AsRole = Callable[[str], Visitor]
INDEX = "/pengaturan/templat"
INVITED = {
    "pihak": ["1"], "waktu": "2024-09-21T09:00", "tempat": "Ruang klarifikasi 1",
    "alasan": "Pihak meminta waktu itu.",
}  # fmt: skip


def path(app: App, template: str, code: str = "07.00") -> str:
    with app.database.read() as session:
        office = session.query(Office).filter_by(code=code).one()
        return f"{INDEX}/{office.id}/{template}"


def now(app: App) -> Law:
    """The law with what was revised on the running system."""
    with app.reading(Actor.system(NO_OFFICE)) as work:
        return work.law


def test_questions_are_taken_into_the_minutes_filled_from_the_case(
    app: App, as_role: AsRole
) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    act(officer, "/perkara/1/klarifikasi/undang", dict(INVITED))
    minutes = "/perkara/1/klarifikasi/1/berita-acara"
    SettableClock(Path(app.settings.clock.removeprefix("@"))).shift(timedelta(days=2))
    page = officer.get(minutes)
    assert "Pelapor, pertanyaan umum" in words(page)
    assert "Terlapor, pertanyaan umum" not in words(page)
    typed = {"tanya_jawab-0-tanya": "Pertanyaan saya", "tanya_jawab-0-jawab": "Jawabannya"}
    page = officer.submit(minutes, {**typed, "templat": "tanya-pelapor", "pakai_templat": "1"})
    assert page.status_code == 200
    shown = officer.fields(page)
    assert str(shown["tanya_jawab-0-tanya"]).strip() == "Pertanyaan saya"
    asked = [str(shown[f"tanya_jawab-{row}-tanya"]).strip() for row in range(1, 8)]
    assert asked[2] == (
        "Apa yang Saudara lihat, dengar, atau alami sendiri di Gedung serbaguna, Kota Bengkulu "
        "pada Minggu, 15 September 2024?"
    )
    assert "apa yang dilakukan Kepala Desa Satu?" in asked[3]
    assert not any("Budi Santoso" in one for one in asked)


def test_a_reason_is_taken_after_what_was_typed(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    coordinator, correction = as_role("coordinator"), "/perkara/1/koreksi"
    typed = {"alasan": "Semula salah.", "templat": "alasan-koreksi", "pakai_templat": "1"}
    page = coordinator.submit(correction, typed)
    said = app.law.practice.templates["alasan-koreksi"].lines
    assert str(coordinator.fields(page)["alasan"]).strip().splitlines() == ["Semula salah.", *said]


def test_an_office_sets_its_own_wording_and_goes_back(app: App, as_role: AsRole) -> None:
    admin, place = as_role("administrator"), path(app, "alasan-koreksi")
    assert place in admin.get(INDEX).text
    own = {"baris": "Dibetulkan menurut berkas {nomor}.\n\nKedua.", "alasan": "Rapat staf."}
    assert admin.submit(place, dict(own)).status_code == 303
    assert "bunyi kantor" in words(admin.get(INDEX))
    assert "Rapat staf." in words(admin.get(place))
    assert now(app).template("07.00", "alasan-koreksi").lines == (
        "Dibetulkan menurut berkas {nomor}.", "Kedua.")  # fmt: skip
    given = app.law.practice.templates["alasan-koreksi"].lines
    assert now(app).template("07.05", "alasan-koreksi").lines == given
    assert admin.submit(place, {"baris": "", "alasan": "Cukup."}).status_code == 303
    assert now(app).template("07.00", "alasan-koreksi").lines == given
    page = words(admin.get(place))
    assert page.index("Cukup.") < page.index("Rapat staf."), "the newest stands first"


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        ({"baris": "{pelapor} melihat", "alasan": "x"}, "baris", "{pelapor} tidak dapat diisi"),
        ({"baris": "Satu", "alasan": ""}, "alasan", "Belum diisi"),
        ({"baris": "x" * 1001, "alasan": "x"}, "baris", "terlalu panjang"),
        ({"alasan": "x"}, "baris", "sudah demikian"),
    ],
)
def test_a_wording_that_cannot_be_used_is_refused(
    app: App, as_role: AsRole, typed: dict[str, object], field: str, says: str
) -> None:
    page = as_role("administrator").submit(path(app, "tanya-saksi"), typed)
    assert page.status_code == 422
    assert says in errors(page)[field]
    assert now(app).wordings == {}


def test_only_administrators_of_the_office(app: App, as_role: AsRole) -> None:
    for role in ("coordinator", "chair", "case_officer"):
        assert as_role(role).get(INDEX).status_code == 403
    admin = as_role("administrator")
    assert admin.get(path(app, "tanya-saksi", "07.05")).status_code == 404
    assert admin.get(path(app, "tidak-ada")).status_code == 404


def test_the_templates_of_the_law_data_are_for_what_exists(app: App) -> None:
    known = {
        Use.QUESTIONS: {str(one) for one in PartyRole},
        Use.REASON: set(app.law.acts),
        Use.LETTER: {form for one in app.law.editions.values() for form in one.forms},
    }
    for one in app.law.practice.templates.values():
        assert set(one.on) <= known[one.use], one.id
