"""A new decree: what moves is listed, derived anew, told, and everything else stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from casework import cli
from casework.engine.calendar import Calendar, HolidayKind
from casework.models import Case, Deadline, Event, Notice, Outbox
from casework.services.acts.amendments import decrees
from casework.services.cases import facts
from casework.services.cases.record import audit
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor, Work
from casework.services.deadlines import deadlines, moves
from casework.services.deadlines.moves import Move
from tests.bureau import Bureau

SYSTEM = Actor.system(NO_OFFICE)
START = datetime.fromisoformat("2024-09-19T10:00:00+07:00")
BEFORE, AFTER = "2024-10-09T23:59:59+07:00", "2024-10-10T23:59:59+07:00"
NEW_DAY = date(2024, 9, 27)


def with_day(calendar: Calendar, day: date) -> Calendar:
    """One more national holiday."""
    sample = next(one for one in calendar.holidays.values() if one.kind is HolidayKind.NATIONAL)
    return replace(
        calendar, holidays={**calendar.holidays, day: replace(sample, on=day, name="Hari Baru")}
    )


def without_day(calendar: Calendar, day: date) -> Calendar:
    """One holiday taken back."""
    left = {on: one for on, one in calendar.holidays.items() if on != day}
    assert len(left) < len(calendar.holidays)
    return replace(calendar, holidays=left)


def under(bureau: Bureau, calendar: Calendar) -> None:
    """From now on the installation reads these calendars."""
    bureau.app = replace(bureau.app, law=replace(bureau.app.law, calendar=calendar))


def investigated(bureau: Bureau, key: str = "laporan-1") -> int:
    """A case whose file the police have: fourteen working days run to 9 October."""
    bureau.receive(key)
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        case = bureau.case(work)
        told = facts.put(work, case, {"diterima_penyidik": START})
        row = deadlines.open_limit(work, case, "penyidikan", facts.times(work, case))
        assert row
        audit.record(work, "uji", case=case, touched=[*told, row])
    assert bureau.limit("penyidikan").due == BEFORE
    return bureau.case_id


def rederive(bureau: Bureau) -> list[Move]:
    with bureau.app.unit_of_work(SYSTEM) as work:
        return decrees.rederive(work)


def waiting(bureau: Bureau) -> list[datetime]:
    def look(work: Work) -> list[datetime]:
        return list(
            work.session.scalars(
                select(Outbox.not_before)
                .where(Outbox.kind == "reminder", Outbox.state == "waiting")
                .where(Outbox.key.contains(f"deadline-{bureau.limit('penyidikan').id}:"))
                .order_by(Outbox.not_before)
            )
        )

    return bureau.read(look)


def test_a_new_holiday_moves_the_limits_it_falls_into(bureau: Bureau) -> None:
    case_id = investigated(bureau)
    old, reminders = bureau.limit("penyidikan").calendar, waiting(bureau)
    under(bureau, with_day(bureau.app.law.calendar, NEW_DAY))
    (listed,) = bureau.read(moves.moved)
    assert (listed.rule, listed.old, listed.new) == ("penyidikan", BEFORE, AFTER)
    assert bureau.limit("penyidikan").due == BEFORE, "a list changes nothing"

    assert rederive(bureau) == [listed]
    row = bureau.limit("penyidikan")
    assert (row.due, row.due_at) == (AFTER, datetime.fromisoformat(AFTER))
    assert row.calendar == bureau.app.law.calendar_for("07.00").version != old
    (skipped,) = (step for step in row.derivation if step["date"] == NEW_DAY.isoformat())
    assert not skipped["counted"]
    assert "Hari Baru" in skipped["why"]
    assert [late - early for late, early in zip(waiting(bureau), reminders, strict=True)] == [
        datetime.fromisoformat(AFTER) - datetime.fromisoformat(BEFORE)
    ] * len(reminders)
    (event,) = bureau.events(decrees.ACTION)
    assert event.case_id == case_id
    assert event.detail["limits"] == [{"rule": "penyidikan", "was": BEFORE, "is": AFTER}]
    said = bureau.read(lambda work: work.session.scalars(select(Notice.body)).all())
    assert any("sekarang Kamis, 10 Oktober 2024 pukul 24.00 WIB" in text for text in said)
    assert bureau.sound() == ()


def test_a_second_run_finds_nothing(bureau: Bureau) -> None:
    investigated(bureau)
    under(bureau, with_day(bureau.app.law.calendar, NEW_DAY))
    assert len(rederive(bureau)) == 1
    assert rederive(bureau) == []
    assert len(bureau.events(decrees.ACTION)) == 1


def test_each_case_has_one_event(bureau: Bureau) -> None:
    cases = [investigated(bureau, f"laporan-{n}") for n in range(3)]
    under(bureau, with_day(bureau.app.law.calendar, NEW_DAY))
    assert [one.case_id for one in rederive(bureau)] == cases
    assert [event.case_id for event in bureau.events(decrees.ACTION)] == cases
    assert bureau.sound() == ()


def test_a_holiday_elsewhere_touches_no_row(bureau: Bureau) -> None:
    investigated(bureau)
    before = bureau.limit("penyidikan")
    under(bureau, with_day(bureau.app.law.calendar, date(2024, 10, 11)))
    assert rederive(bureau) == []
    assert bureau.limit("penyidikan").calendar == before.calendar
    assert bureau.events(decrees.ACTION) == []
    assert bureau.sound() == ()


def test_a_holiday_taken_back_ends_the_limit_sooner(bureau: Bureau) -> None:
    calendar = bureau.app.law.calendar
    under(bureau, with_day(calendar, date(2024, 9, 25)))
    bureau.receive()
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        case = bureau.case(work)
        told = facts.put(work, case, {"diterima_penyidik": START})
        row = deadlines.open_limit(work, case, "penyidikan", facts.times(work, case))
        assert row
        audit.record(work, "uji", case=case, touched=[*told, row])
    assert bureau.limit("penyidikan").due == AFTER
    under(bureau, calendar)
    (move,) = rederive(bureau)
    assert (move.old, move.new) == (AFTER, BEFORE)


def test_a_limit_that_was_met_stays_as_it_was_judged(bureau: Bureau) -> None:
    investigated(bureau)
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        case = bureau.case(work)
        late = datetime.fromisoformat("2024-10-10T09:00:00+07:00")
        audit.record(work, "uji", case=case, touched=deadlines.meet(work, case, "penyidikan", late))
    under(bureau, with_day(bureau.app.law.calendar, NEW_DAY))
    assert rederive(bureau) == []
    assert (bureau.limit("penyidikan").state, bureau.limit("penyidikan").due) == (
        "late_met", BEFORE,
    )  # fmt: skip


def test_a_limit_that_had_run_out_runs_again(bureau: Bureau) -> None:
    investigated(bureau)
    bureau.at("2024-10-10T08:00")
    bureau.settle()
    assert bureau.limit("penyidikan").state == "expired"
    under(bureau, with_day(bureau.app.law.calendar, NEW_DAY))
    rederive(bureau)
    row = bureau.limit("penyidikan")
    assert (row.state, row.due) == ("open", AFTER)
    bureau.at("2024-10-11T00:00")
    bureau.settle()
    assert bureau.limit("penyidikan").state == "expired"
    assert bureau.sound() == ()


def test_a_year_that_is_decreed_ends_the_provisional_mark(bureau: Bureau) -> None:
    full = bureau.app.law.calendar
    short = replace(full, covers_until=date(2024, 9, 30))
    under(bureau, short)
    investigated(bureau)
    assert bureau.limit("penyidikan").provisional
    under(bureau, full)
    (one,) = rederive(bureau)
    assert not one.moves
    assert not bureau.limit("penyidikan").provisional
    assert bureau.sound() == ()


def test_limits_from_before_versions_were_kept_are_looked_at(bureau: Bureau) -> None:
    case_id = investigated(bureau)
    with bureau.app.unit_of_work(SYSTEM) as work:
        row = work.session.scalars(
            select(Deadline).where(Deadline.case_id == case_id, Deadline.rule == "penyidikan")
        ).one()
        row.calendar = None
        audit.record(work, "uji", case=work.session.get_one(Case, case_id), touched=[row])
    assert bureau.read(moves.moved) == []
    under(bureau, with_day(bureau.app.law.calendar, NEW_DAY))
    assert [one.new for one in bureau.read(moves.moved)] == [AFTER]


def test_the_command_lists_then_moves(bureau: Bureau, capsys: pytest.CaptureFixture[str]) -> None:
    """The calendars on disk are the new ones; the limits were stored before Maulid was decreed."""
    real = bureau.app.law.calendar
    under(bureau, without_day(real, date(2024, 9, 16)))
    bureau.receive()
    start = datetime(2024, 9, 11, 3, tzinfo=UTC)
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        case = bureau.case(work)
        told = facts.put(work, case, {"berkas_diterima_penuntut": start})
        row = deadlines.open_limit(work, case, "pengembalian_berkas", facts.times(work, case))
        assert row
        audit.record(work, "uji", case=case, touched=[*told, row])
    assert bureau.limit("pengembalian_berkas").due == "2024-09-16T23:59:59+07:00"
    for words, said in (
        (("--dry-run",), "1 batas akan bergeser pada 1 perkara."),
        ((), "1 batas bergeser pada 1 perkara."),
        ((), "0 batas bergeser pada 0 perkara."),
    ):
        with pytest.raises(SystemExit) as end:
            cli.main(["deadlines", "rederive", *words])
        assert end.value.code == 0
        out = capsys.readouterr().out
        assert said in out
        arrow = "Senin, 16 September 2024 pukul 24.00 -> Selasa, 17 September 2024 pukul 24.00"
        assert (arrow in out) is not said.startswith("0")
        expected = "2024-09-16" if words else "2024-09-17"
        assert bureau.limit("pengembalian_berkas").due.startswith(expected)
    assert bureau.read(lambda work: work.session.scalars(
        select(Event.action).where(Event.action == decrees.ACTION)
    ).all()) == [decrees.ACTION]  # fmt: skip
