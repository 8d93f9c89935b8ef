"""The walk back from a limit: what it counts, what it never does, and that it invents nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casework.adapters import rulebook
from casework.engine.counting import Unit
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.lifecycle import Lifecycle
from casework.engine.remaining import Step
from casework.engine.rule import DeadlineRule, Direction
from casework.engine.slack import Slack, walk_back
from tests.unit.engine.rules import BASIS, a_rule
from tests.unit.engine.situations import Moment, moments

LAW = rulebook.load()
ZONE = "Asia/Jakarta"
SECOND = timedelta(seconds=1)


def moment(text: str) -> datetime:
    """A moment in Bengkulu."""
    return datetime.fromisoformat(f"{text}+07:00")


def walked(steps: tuple[Step, ...], due: datetime, safe: datetime | None = None) -> Slack:
    """The walk on the calendar of the files."""
    return walk_back(steps, due, safe or due, calendar=LAW.calendar, zone=ZONE)


def notices() -> st.SearchStrategy[DeadlineRule | None]:
    """No notice, one whose length is unknown, or some days before."""
    return st.one_of(
        st.none(),
        st.builds(
            a_rule,
            direction=st.just(Direction.BEFORE),
            length=st.integers(1, 9),
            unit=st.sampled_from([Unit.CALENDAR_DAYS, Unit.WORKING_DAYS]),
            known=st.booleans(),
        ),
    )


STEPS = st.lists(
    st.builds(Step, st.just("Langkah"), st.just(""), st.just(BASIS), notice=notices()), max_size=6
).map(tuple)
FIRST = moment("2019-03-01T00:00:00")
TIMES = st.integers(0, 8 * 366 * 86_400).map(lambda seconds: FIRST + seconds * SECOND)


@given(STEPS, TIMES, TIMES, st.integers(0, 3))
def test_slack_is_never_more_than_what_is_left_of_the_limit(
    steps: tuple[Step, ...], due: datetime, now: datetime, stricter: int
) -> None:
    found = walked(steps, due, due - timedelta(days=stricter))
    assert found.left(now) <= due - now
    assert found.safe <= found.latest <= due
    begun = [stride.latest for stride in found.strides]
    assert begun == sorted(begun)


@given(STEPS, STEPS, TIMES, st.integers(0, 6))
def test_one_more_step_never_gives_more_time(
    steps: tuple[Step, ...], more: tuple[Step, ...], due: datetime, place: int
) -> None:
    longer = (*steps[:place], *more, *steps[place:])
    assert walked(longer, due).latest <= walked(steps, due).latest
    assert walked(longer, due).safe <= walked(steps, due).safe


@given(STEPS, TIMES, TIMES, st.timedeltas(timedelta(0), timedelta(days=90)))
def test_waiting_never_gives_more_time(
    steps: tuple[Step, ...], due: datetime, now: datetime, wait: timedelta
) -> None:
    found = walked(steps, due)
    assert found.left(now + wait) <= found.left(now)
    assert found.hours(now + wait) <= found.hours(now)


@given(STEPS, TIMES)
def test_every_step_is_told_and_only_known_notices_take_time(
    steps: tuple[Step, ...], due: datetime
) -> None:
    found = walked(steps, due)
    assert len(found.strides) == len(steps) + sum(step.notice is not None for step in steps)
    timed = [step for step in steps if step.notice is not None and step.notice.known]
    assert sum(stride.timed for stride in found.strides) == len(timed)
    if not timed:
        assert found.latest == due
    untimed = [one for one in found.strides if not one.timed and one.what == "Uji"]
    assert all("dihitung nol" in one.why for one in untimed)


@given(moments(LAW), st.integers(0, 1000))
def test_the_way_to_a_limit_can_be_walked(at: Moment, place: int) -> None:
    rules = sorted(at.edition.deadlines)
    rule = rules[place % len(rules)]
    steps = Lifecycle(at.edition).remaining.steps(at.stage, rule, at.facts)
    if not steps:
        return
    last = [at.edition.acts[name] for name in steps[-1].acts]
    assert last
    assert all(rule in {meeting.rule for meeting in act.meets} for act in last)
    stages = {at.stage}
    for step in steps[:-1]:
        targets = {at.edition.acts[name].to_stage for name in step.acts}
        stages |= {one for one in targets if one}
        assert not any(at.edition.stages[one].final for one in targets if one)
    assert all(stages & set(act.from_stages) for act in last)
    if not Lifecycle(at.edition).remaining.takes_time(at.stage, rule):
        assert not any(step.notice and step.notice.known for step in steps)


def test_where_time_is_taken_is_known_without_the_facts_of_a_case(law: Law) -> None:
    assert Lifecycle(law.edition("pemilu-2022")).remaining.takes_time("klarifikasi", "penanganan")
    for edition in law.editions.values():
        for stage in edition.stages:
            for rule in edition.deadlines:
                steps = Lifecycle(edition).remaining.steps(stage, rule, {})
                timed = any(step.notice is not None and step.notice.known for step in steps)
                assert Lifecycle(edition).remaining.takes_time(stage, rule) is timed


def test_an_invitation_goes_out_a_working_day_before(law: Law) -> None:
    steps = Lifecycle(law.edition("pemilu-2022")).remaining.steps("klarifikasi", "penanganan", {})
    found = walked(steps, moment("2024-02-05T23:59:59"))
    # Monday's hearing: Friday is the working day before it, Thursday by the stricter reading.
    assert found.latest == moment("2024-02-02T23:59:59")
    assert found.safe == moment("2024-02-01T23:59:59")
    first = found.strides[0]
    assert first.timed
    assert first.basis.citation == "Perbawaslu 7/2022 Pasal 29 ayat (2)"
    assert first.why.startswith(
        "1 hari kerja sebelum harinya, yang paling lambat Senin, 5 Februari"
    )


def test_an_invitation_that_went_out_asks_for_no_more_time(law: Law) -> None:
    remaining = Lifecycle(law.edition("pemilu-2022")).remaining
    due = moment("2024-02-05T23:59:59")
    told = remaining.steps("klarifikasi", "penanganan", {}, given={"undangan_klarifikasi"})
    heard = remaining.steps("klarifikasi", "penanganan", {"klarifikasi_tuntas": True})
    assert walked(told, due).latest == walked(heard, due).latest == due


def test_a_notice_nobody_knows_takes_no_time_and_says_so(pemilihan: Edition) -> None:
    steps = Lifecycle(pemilihan).remaining.steps("klarifikasi", "penanganan", {})
    found = walked(steps, moment("2024-09-22T23:59:59"))
    assert found.latest == found.due
    assert "Lamanya tidak diketahui, dihitung nol: Untuk Pemilihan" in found.strides[0].why


def test_the_acts_on_the_way_are_named_in_their_order(pemilihan: Edition) -> None:
    steps = Lifecycle(pemilihan).remaining.steps("klarifikasi", "penanganan", {})
    assert [step.acts[0] for step in steps if step.acts] == [
        "tutup_klarifikasi", "ajukan_pleno", "putuskan_pleno", "teruskan"]  # fmt: skip


def test_acts_that_would_all_meet_a_limit_stand_together(pemilihan: Edition) -> None:
    open_, *_ = Lifecycle(pemilihan).remaining.steps("kajian_awal", "kajian_awal", {})[1:]
    assert open_.acts == ("ajukan_registrasi", "usul_tidak_registrasi")
    facts = {"syarat_dinilai_semua": True, "syarat_terpenuhi": True}
    (only,) = Lifecycle(pemilihan).remaining.steps("kajian_awal", "kajian_awal", facts)
    assert only.acts == ("ajukan_registrasi",)


def test_a_calendar_that_ends_is_told_and_not_guessed() -> None:
    notice = a_rule(direction=Direction.BEFORE, unit=Unit.WORKING_DAYS, length=1)
    step = Step("Langkah", "", BASIS, notice=notice)
    far = moment("2090-01-02T23:59:59")
    found = walked((step,), far)
    assert found.latest == far
    assert found.provisional
    assert "belum dimuat" in found.strides[0].why


def test_an_event_that_is_recorded_by_an_act_brings_that_act_along(pemilihan: Edition) -> None:
    facts = {"ada_pidana": True, "berkas_diterima_penuntut": True}
    steps = Lifecycle(pemilihan).remaining.steps("tindak_lanjut", "putusan_pn", facts)
    assert [step.acts for step in steps] == [
        ("catat_perkara_di_pengadilan",),
        ("catat_putusan_pn",),
    ]
