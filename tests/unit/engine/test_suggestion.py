"""What the facts of a case say of a requirement: dates, counts, and what only a person sees."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.engine import deadline
from casework.engine.basis import Basis, Mark
from casework.engine.due import Due
from casework.engine.law import Law
from casework.engine.requirements import (
    Check,
    DecidedBy,
    Detail,
    Group,
    Requirement,
    standing,
)
from casework.engine.suggestion import (
    CaseFacts,
    Conclusion,
    Entry,
    Piece,
    Place,
    Receipt,
    suggest,
)

ZONE = ZoneInfo("Asia/Jakarta")
BASIS = Basis("Pasal Uji", "", Mark.UNVERIFIED, "")
RULE = "penyampaian_laporan"
FAR = datetime(2024, 9, 1, tzinfo=ZONE)


def asked(declared: DecidedBy | None, *, final: bool = False, key: str = "uji") -> Requirement:
    return Requirement(
        key, Group.FORMAL, "Uji", "", True, BASIS, declared, BASIS if final else None
    )


def due(law: Law, known: datetime) -> Due:
    edition = law.editions["pemilihan-2020"]
    return deadline.compute(
        edition.deadlines[RULE], known, calendar=law.calendar_for("07.00"), zone="Asia/Jakarta"
    )


def receipt(law: Law, known: datetime, received: datetime) -> CaseFacts:
    seen = Receipt("Penyampaian", "Diketahui", known, received, "Asia/Jakarta", due(law, known))
    return CaseFacts(receipts={RULE: seen})


BY_TIME = DecidedBy(Check.DEADLINE, rule=RULE)
moments = st.datetimes(datetime(2020, 11, 1), datetime(2026, 12, 1)).map(  # noqa: DTZ001  # naive by contract
    lambda at: at.replace(tzinfo=ZONE, microsecond=0)
)


@given(known=moments, after=st.integers(0, 20 * 86400))
def test_a_report_is_in_time_by_its_days_and_by_nothing_else(
    law: Law, known: datetime, after: int
) -> None:
    """Seven calendar days, the first not counted; by the stricter reading one day less."""
    known = known.replace(hour=0, minute=0, second=0)
    received = known + timedelta(seconds=after)
    said = suggest(asked(BY_TIME), receipt(law, known, received)).conclusion
    days = (received.date() - known.date()).days
    expected = Conclusion.MET if days <= 6 else Conclusion.PERSON if days == 7 else Conclusion.UNMET
    assert said is expected


@given(known=moments, after=st.integers(0, 20), more=st.integers(1, 20))
def test_a_later_report_is_never_better(law: Law, known: datetime, after: int, more: int) -> None:
    order = [Conclusion.MET, Conclusion.PERSON, Conclusion.UNMET]
    first, second = (
        suggest(asked(BY_TIME), receipt(law, known, known + timedelta(days=days))).conclusion
        for days in (after, after + more)
    )
    assert order.index(first) <= order.index(second)


def test_a_report_twelve_days_too_late_says_so(law: Law) -> None:
    known, received = datetime(2026, 11, 12, tzinfo=ZONE), datetime(2026, 12, 1, 9, tzinfo=ZONE)
    said = suggest(asked(BY_TIME), receipt(law, known, received))
    assert said.conclusion is Conclusion.UNMET
    assert said.reason == (
        "Diketahui Kamis, 12 November 2026, diterima Selasa, 1 Desember 2026; batasnya "
        "Kamis, 19 November 2026 pukul 24.00 WIB, lewat 12 hari."
    )
    assert any("Pasal 134 ayat (4)" in one.citation for one in said.facts)
    assert all(one.source for one in said.facts)


def test_a_limit_nobody_knows_or_no_calendar_settles_is_for_a_person(law: Law) -> None:
    unknown = Receipt("Tenggang", "Diketahui", FAR, FAR, "Asia/Jakarta", None, "Tidak dibaca.")
    said = suggest(asked(BY_TIME), CaseFacts(receipts={RULE: unknown}))
    assert (said.conclusion, said.reason) == (Conclusion.PERSON, "Tidak dibaca.")
    assert suggest(asked(BY_TIME), CaseFacts()).conclusion is Conclusion.PERSON


pieces = st.lists(
    st.builds(Piece, st.just("B"), st.sampled_from("abcdef"), st.booleans()), max_size=8
).map(tuple)


@given(evidence=pieces, witnesses=st.integers(0, 3), least=st.integers(1, 4))
def test_evidence_is_counted_once_and_identity_cards_apart(
    evidence: tuple[Piece, ...], witnesses: int, least: int
) -> None:
    said = suggest(
        asked(DecidedBy(Check.EVIDENCE, at_least=least)),
        CaseFacts(evidence=evidence, witnesses=witnesses),
    )
    different = len({one.content for one in evidence})
    first: dict[str, Piece] = {}
    for one in evidence:
        first.setdefault(one.content, one)
    plain = sum(not one.shows_identity for one in first.values())
    assert (said.conclusion is Conclusion.MET) == (plain >= least)
    assert (said.conclusion is Conclusion.UNMET) == (different + witnesses < least)
    assert said.conclusion is Conclusion.MET or said.reason


@given(evidence=pieces, piece=st.builds(Piece, st.just("B"), st.sampled_from("abcdef")))
def test_one_more_piece_never_makes_it_worse(evidence: tuple[Piece, ...], piece: Piece) -> None:
    order = [Conclusion.UNMET, Conclusion.PERSON, Conclusion.MET]
    wanted = asked(DecidedBy(Check.EVIDENCE, at_least=2))
    before, after = (
        suggest(wanted, CaseFacts(evidence=one)).conclusion
        for one in (evidence, (*evidence, piece))
    )
    assert order.index(after) >= order.index(before)


@pytest.mark.parametrize(
    ("entries", "conclusion"),
    [
        ((Entry("Alamat", True, "isian"),), Conclusion.MET),
        ((Entry("Alamat", False, "isian"),), Conclusion.UNMET),
        ((), Conclusion.UNMET),
        ((Entry("Alamat", False, "isian", "hanya Kaur"),), Conclusion.PERSON),
        ((Entry("A", True, "isian"), Entry("B", False, "isian")), Conclusion.UNMET),
    ],
)
def test_a_field_is_filled_or_not(entries: tuple[Entry, ...], conclusion: Conclusion) -> None:
    declared = DecidedBy(Check.FILLED, details=(Detail.RESPONDENT_ADDRESS,))
    facts = CaseFacts(details={Detail.RESPONDENT_ADDRESS: entries})
    assert suggest(asked(declared), facts).conclusion is conclusion


@pytest.mark.parametrize("check", [Check.SIGNATURE, Check.IDENTITY_COPY, Check.PERSON])
def test_what_must_be_seen_is_never_met_by_itself(check: Check) -> None:
    card = Piece("B-1 KTP", "a", shows_identity=True)
    said = suggest(asked(DecidedBy(check, why="Lihat.")), CaseFacts(evidence=(card,)))
    assert (said.conclusion, said.reason) == (Conclusion.PERSON, "Lihat.")


def test_with_a_why_the_facts_only_find_what_is_lacking() -> None:
    declared = DecidedBy(Check.FILLED, details=(Detail.ACCOUNT,), why="Baca uraiannya.")
    told = {Detail.ACCOUNT: (Entry("Uraian", True, "isian"),)}
    said = suggest(asked(declared), CaseFacts(details=told))
    assert (said.conclusion, said.reason) == (Conclusion.PERSON, "Baca uraiannya.")
    none = {Detail.ACCOUNT: (Entry("Uraian", False, "isian"),)}
    assert suggest(asked(declared), CaseFacts(details=none)).conclusion is Conclusion.UNMET


def test_regions_and_earlier_cases() -> None:
    region, same = asked(DecidedBy(Check.REGION)), asked(DecidedBy(Check.SAME_EVENT))
    here, there = Place("A: Seluma", "isian", own=True), Place("B: Kaur", "isian", own=False)
    assert suggest(region, CaseFacts(places=(here,))).conclusion is Conclusion.MET
    assert suggest(region, CaseFacts(places=(here, there))).conclusion is Conclusion.UNMET
    assert suggest(region, CaseFacts()).conclusion is Conclusion.PERSON
    assert suggest(same, CaseFacts()).conclusion is Conclusion.MET
    assert suggest(same, CaseFacts(same_event=("02/LP",))).conclusion is Conclusion.PERSON


def test_a_requirement_that_declares_nothing_is_for_a_person() -> None:
    assert suggest(asked(None), CaseFacts()).conclusion is Conclusion.PERSON


@given(found=st.dictionaries(st.sampled_from(["waktu", "bukti", "alamat"]), st.booleans()))
def test_a_completion_is_asked_for_only_where_something_can_be_brought(
    found: dict[str, bool],
) -> None:
    wanted = {
        key: asked(None, final=key == "waktu", key=key) for key in ("waktu", "bukti", "alamat")
    }
    lacking = {key for key, met in found.items() if not met}
    assert standing(wanted, found)["syarat_dapat_dilengkapi"] == (lacking != {"waktu"})


def test_a_moment_after_the_last_second_is_late(law: Law) -> None:
    known = datetime(2024, 9, 12, tzinfo=ZONE)
    last = due(law, known).due.astimezone(UTC).astimezone(ZONE)
    in_time = suggest(asked(BY_TIME), receipt(law, known, last)).conclusion
    late = suggest(asked(BY_TIME), receipt(law, known, last + timedelta(seconds=1))).conclusion
    assert (in_time, late) == (Conclusion.PERSON, Conclusion.UNMET)
