"""The counts of the picture are what counting the record again gives, on every day of it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from casework.bootstrap import App
from casework.models import CaseLine, Rollup
from casework.services.acts.registration import kajian_awal
from casework.services.acts.review import pleno
from casework.services.cases import rollups
from casework.services.upkeep.invariants import lists
from tests.bureau import Bureau
from tests.conftest import SettableClock

STAGES = ("kajian_awal", "klarifikasi", "pleno", "tidak_diregistrasi")


class Act(NamedTuple):
    """One act of a case: how many days after the one before, where it leads, at which office."""

    wait: int
    stage: str
    office: int


class Told(NamedTuple):
    day: int
    office: int
    stage: str
    detail: dict[str, Any]


def told(acts: list[Act]) -> list[Told]:
    """What the record says of one case: the first act opens it, another office receives it."""
    found: list[Told] = []
    day = 0
    for number, one in enumerate(acts, start=1):
        day += one.wait
        before = found[-1] if found else None
        detail = {"from": before.stage if before else "penyampaian", "to": one.stage}
        detail["version"] = number  # type: ignore[assignment]  # as the record holds it
        if before and before.office != one.office:
            detail["follows"] = [before.office, 7, "x"]  # type: ignore[assignment]  # as the record holds it
        found.append(Told(day, one.office, one.stage, detail))
    return found


case = st.lists(
    st.builds(Act, st.integers(0, 3), st.sampled_from(STAGES), st.integers(1, 3)), min_size=1,
    max_size=8,
)  # fmt: skip


@given(st.lists(case, max_size=6))
@example([[Act(0, "kajian_awal", 1), Act(1, "kajian_awal", 2), Act(0, "pleno", 1)]])
@settings(max_examples=60, deadline=None)
def test_on_every_day_the_counts_say_where_each_case_stood(history: list[list[Act]]) -> None:
    cases = [told(acts) for acts in history]
    counts: Counter[rollups.Key] = Counter()
    for events in cases:
        for one in events:
            for key, number in rollups.of_event(
                one.office, "tindakan", one.detail, f"2024-10-{one.day + 1:02d}"
            ):
                counts[key] += number
    last = max((one.day for events in cases for one in events), default=0)
    for day in range(last + 1):
        counted: Counter[tuple[int, str]] = Counter()
        for (office, figure, on, name), number in counts.items():
            if figure == rollups.STAGE and on and on <= f"2024-10-{day + 1:02d}":
                counted[office, name] += number
        stood = Counter(
            (past[-1].office, past[-1].stage)
            for events in cases
            if (past := [one for one in events if one.day <= day])
        )
        assert {key: number for key, number in counted.items() if number} == stood
    now = {
        (office, key): number
        for (office, figure, on, key), number in counts.items()
        if figure == rollups.STAGE and not on and number
    }
    assert now == Counter((events[-1].office, events[-1].stage) for events in cases)
    assert sum(
        number for (_, figure, _, _), number in counts.items() if figure == rollups.ACT
    ) == sum(map(len, cases))


def test_a_move_to_another_edition_is_no_act() -> None:
    detail = {"from": "pemilihan-2024@1", "to": "pemilihan-2025@1", "version": 4}
    assert not list(rollups.of_event(1, "pindah_edisi", detail, "2024-10-01"))


@given(st.integers(0, 10_000), st.integers(1, 10_000), st.integers(0, 20_000), st.integers(1, 100))
def test_a_case_is_stuck_within_its_limit_and_never_before_the_last_act(
    start: int, length: int, since: int, share: int
) -> None:
    began = datetime(2024, 9, 19, tzinfo=UTC)
    due = began + timedelta(minutes=start + length)
    limit = began + timedelta(minutes=start), due
    last = began + timedelta(minutes=since)
    at = rollups.stalled_at(last, limit, share, 7)
    assert at % 3600 == 0
    assert at <= rollups.hours_up(due)
    assert at >= min(last, due).timestamp()
    later = rollups.stalled_at(last + timedelta(hours=1), limit, share, 7)
    assert later >= at, "an act never brings it nearer"


@pytest.fixture
def bureau(app: App, clock: SettableClock) -> Bureau:
    bureau = Bureau(app, clock)
    bureau.receive()
    bureau.ask_to_complete()
    bureau.complete()
    bureau.assess()
    bureau.register()
    return bureau


def counts(bureau: Bureau) -> dict[rollups.Key, int]:
    return bureau.read(lambda work: rollups.kept(work.session))


def test_an_act_moves_the_counts_and_a_rebuild_gives_the_same(bureau: Bureau) -> None:
    office = bureau.actor("chair").office_id
    kept = counts(bureau)
    assert kept[office, rollups.STAGE, "", "klarifikasi"] == 1
    assert (office, rollups.STAGE, "", "kajian_awal") not in kept
    assert sum(n for (_, figure, _, _), n in kept.items() if figure == rollups.OWNER) == 1
    used = [key for (_, figure, _, key) in kept if figure == rollups.USED]
    assert {key.partition("/")[0] for key in used} >= {"kajian_awal", "perbaikan"}
    with bureau.app.database.write() as session:
        session.execute(delete(Rollup).where(Rollup.figure == rollups.STAGE))
        session.execute(update(Rollup).values(n=5))
    rollups.rebuild(bureau.app)
    assert counts(bureau) == kept
    assert bureau.read(lambda work: list(lists.rollups_of(work))) == []


def test_a_refused_report_tells_which_requirement_was_not_met(
    app: App, clock: SettableClock
) -> None:
    bureau = Bureau(app, clock)
    bureau.receive()
    bureau.assess({"bukti": "Tidak ada bukti."})
    bureau.act("case_officer", kajian_awal.propose_refusal, "Tanpa bukti.")
    bureau.act("chair", pleno.refuse_registration, bureau.meeting(reason="Tanpa bukti."))
    kept = counts(bureau)
    lacks = [key for (_, figure, _, key) in kept if figure == rollups.LACK]
    assert [one.partition("/")[0] for one in lacks] == ["bukti"]
    line = bureau.read(lambda work: work.session.scalars(select(CaseLine)).one())
    assert line.stalled is None
    assert not [key for key in kept if key[1] == rollups.OWNER]
