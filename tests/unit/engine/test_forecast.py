"""If it begins now: the limits that follow, each at its latest."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.adapters import rulebook
from casework.engine.deadline import compute
from casework.engine.edition import Edition
from casework.engine.forecast import Chosen, Foreseen, Where, decisions, detours, doors, forecast
from casework.engine.law import Law

LAW = rulebook.load()
HERE = Where("Asia/Jakarta", LAW.calendar_for("07.00"), LAW.office("07.00"))
EDITIONS = sorted(name for name, one in LAW.editions.items() if one.acts)
RECEIVED = datetime.fromisoformat("2024-09-19T10:15:00+07:00")


def follows(edition: Edition, **chosen: object) -> dict[str, Foreseen]:
    """The limits that follow a report received on Thursday 2024-09-19."""
    sets = {name: frozenset(values) for name, values in chosen.items()}  # type: ignore[call-overload]  # lists of ids
    found = forecast(edition, doors(edition)[0], RECEIVED, HERE, Chosen(**sets))
    return {one.rule.id: one for one in found}


def due(found: Foreseen) -> str:
    """The last day of a limit that is known."""
    assert found.due is not None, found.why
    return found.due.due.date().isoformat()


def test_a_report_registered_at_once_is_decided_in_five_days(pemilihan: Edition) -> None:
    found = follows(pemilihan)
    assert [due(found[name]) for name in ("kajian_awal", "penanganan", "tindak_lanjut_kpu")] == [
        "2024-09-21", "2024-09-24", "2024-10-01"]  # fmt: skip
    assert found["penanganan"].opened_by == "Registrasi laporan"


def test_a_detour_and_a_longer_term_push_what_follows(pemilihan: Edition) -> None:
    assert detours(pemilihan, doors(pemilihan)[0]) == ("perbaikan",)
    found = follows(pemilihan, through=["perbaikan"], extended=["penanganan"])
    assert [due(found[name]) for name in ("kajian_awal", "perbaikan", "penanganan")] == [
        "2024-09-21", "2024-09-23", "2024-09-28"]  # fmt: skip
    assert found["penanganan"].due is not None
    assert found["penanganan"].due.extended


def test_what_depends_on_the_case_is_told_but_waited_for_only_when_chosen(
    pemilihan: Edition,
) -> None:
    assert decisions(pemilihan) == {"ada_dugaan_pidana", "ada_pidana"}
    found = follows(pemilihan)
    assert found["penerusan_pidana"].condition == "Ada hasil berupa tindak pidana Pemilihan"
    assert due(found["tindak_lanjut_kpu"]) == "2024-10-01"
    # A crime is forwarded a day after the decision, and everything else with it.
    crime = follows(pemilihan, facts=["ada_pidana"])
    assert due(crime["tindak_lanjut_kpu"]) == "2024-10-02"
    assert found["penyidikan"].at == crime["penyidikan"].at


def test_a_limit_that_must_not_outrun_another_keeps_its_safe_date(pemilihan: Edition) -> None:
    first = follows(pemilihan)["gakkumdu_1"].due
    assert first is not None
    assert first.safe <= first.due


def test_days_beyond_the_calendars_are_provisional(law: Law) -> None:
    far = datetime.fromisoformat("2027-12-20T09:00:00+07:00")
    edition = law.edition("pemilihan-2025")
    found = forecast(edition, doors(edition)[0], far, HERE, Chosen(facts=decisions(edition)))
    investigation = next(one for one in found if one.rule.id == "penyidikan")
    assert investigation.due is not None
    assert investigation.due.provisional


@pytest.mark.parametrize("name", EDITIONS)
def test_every_door_opens_a_limit_of_its_own(name: str) -> None:
    edition = LAW.edition(name)
    for door in doors(edition):
        found = forecast(edition, door, RECEIVED, HERE)
        assert {one.rule for one in door.opens} <= {one.rule.id for one in found}
        assert len({one.rule.id for one in found}) == len(found)


@given(
    st.sampled_from(EDITIONS),
    st.integers(0, 8 * 366 * 24),
    st.data(),
)
def test_each_limit_is_what_its_rule_says_from_its_start(
    name: str, hours: int, data: st.DataObject
) -> None:
    edition = LAW.edition(name)
    door = data.draw(st.sampled_from(doors(edition)))
    began = datetime.fromisoformat("2019-03-01T00:00:00+07:00") + timedelta(hours=hours)
    chosen = Chosen(
        frozenset(data.draw(st.lists(st.sampled_from(detours(edition, door) or ("",))))),
        frozenset(name for name, rule in edition.deadlines.items() if rule.extension),
        decisions(edition),
    )
    for one in forecast(edition, door, began, HERE, chosen):
        assert one.at >= began
        if one.due is None:
            assert one.why
            continue
        assert one.due.start <= one.at
        if one.rule.follows is None:
            alone = compute(
                one.rule, one.due.start, calendar=HERE.calendar, zone=HERE.zone,
                extended=one.due.extended,
                also=dict.fromkeys(one.rule.starts_on[1:], one.due.start),
            )  # fmt: skip
            assert alone.due == one.due.due
