"""What a stored case would be under other law: told exactly, and nothing is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from casework.engine.calendar import Calendar, Holiday
from casework.engine.law import Law
from casework.engine.revision import Overlay
from casework.models import Case, Event
from casework.services.acts.parties import Respondent
from casework.services.deadlines import replay
from casework.services.deadlines.replay import Replay
from tests.bureau import Bureau

REGION = "kepahiang"


@pytest.fixture
def decided(bureau: Bureau) -> Bureau:
    """A case whose letters have left."""
    bureau.at("2024-09-19T10:15:00")
    village = Respondent(name="Terlapor Uji", category="kepala_desa", region=REGION)
    bureau.receive(respondents=(village,))
    bureau.at("2024-09-20T13:00:00")
    bureau.register()
    bureau.invite()
    bureau.hear()
    bureau.review()
    bureau.decide()
    bureau.forward()
    return bureau


def under(bureau: Bureau, law: Law, pin: str, calendar: Calendar | None = None) -> Replay:
    """The case at hand under other law."""
    return bureau.read(
        lambda work: replay.replay(
            replace(work, law=law.revised(law.overlays)),
            bureau.case(work),
            law.pinned(pin),
            calendar or law.calendar,
        )
    )


def test_its_own_law_changes_nothing(decided: Bureau, law: Law) -> None:
    found = under(decided, law, "pemilihan-2020@1")
    assert not found.differs


def test_a_longer_term_moves_one_date(decided: Bureau, law: Law) -> None:
    said = {"batas/kajian_awal": {"length": 3}}
    later = law.revised([Overlay("pemilihan-2020", "1", 1, said)])
    found = under(decided, later, "pemilihan-2020@1.1")
    assert [(one.what, one.old[:10], one.new[:10]) for one in found.dates] == [
        ("kajian_awal", "2024-09-21", "2024-09-22")
    ]
    assert (found.acts, found.destinations, found.letters) == ((), (), ())


def test_pemilu_would_have_other_dates_acts_and_forms(decided: Bureau, law: Law) -> None:
    found = under(decided, law, "pemilu-2022")
    dates = {one.what: (one.old[:10], one.new[:10]) for one in found.dates}
    assert dates["penyampaian_laporan"] == ("2024-09-24", "2024-09-26")
    assert dates["kajian_awal"] == ("2024-09-21", "2024-09-23")
    assert dates["penanganan"] == ("2024-09-23", "2024-10-01")
    assert {(one.old, one.new) for one in found.letters} >= {
        ("Formulir Laporan (A.1)", "Formulir Laporan (B.1)"),
        ("Berita Acara Klarifikasi (A.10)", "Berita Acara Klarifikasi (B.12)"),
    }
    assert any(one.new == replay.NOT_THERE for one in found.acts)
    assert found.destinations


def test_a_new_holiday_moves_working_days_alone(decided: Bureau, law: Law) -> None:
    model = next(iter(law.calendar.holidays.values()))
    calendar = with_days(law.calendar, [replace(model, on=date(2024, 9, 25))])
    assert not under(decided, law, "pemilihan-2020@1", calendar).differs
    before = {one.what: one.new for one in under(decided, law, "pemilu-2022").dates}
    after = {one.what: one.new for one in under(decided, law, "pemilu-2022", calendar).dates}
    assert before["penanganan"][:10] == "2024-10-01"
    assert after["penanganan"][:10] == "2024-10-02"


def test_nothing_is_written(decided: Bureau, law: Law) -> None:
    def state() -> tuple[object, ...]:
        return decided.read(
            lambda work: (
                work.session.scalar(select(func.count(Event.id))),
                work.session.execute(
                    select(Case.version, Case.edition, Case.revision, Case.stage)
                ).all(),
            )
        )

    before = state()
    under(decided, law, "pemilu-2022")
    assert state() == before
    assert decided.sound() == ()


def with_days(calendar: Calendar, days: list[Holiday]) -> Calendar:
    """The calendar with more free days."""
    return replace(calendar, holidays={**calendar.holidays, **{day.on: day for day in days}})
