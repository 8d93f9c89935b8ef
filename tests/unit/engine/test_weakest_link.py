"""The badge of a date or a destination is as weak as the weakest of all it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from casework.engine.basis import Basis, Mark
from casework.engine.deadline import compute
from casework.engine.law import Law
from casework.engine.routing import destinations
from casework.engine.rule import DeadlineRule, Extension
from tests.unit.engine.rules import a_rule

READ = Basis("UU Uji Pasal 1", "bunyi", Mark.CONFIRMED, "naskah")
TOLD = Basis("UU Uji Pasal 2", "bunyi", Mark.SECONDARY, "berita")
GUESSED = Basis("UU Uji Pasal 3", "", Mark.UNVERIFIED, "")
START = datetime(2024, 10, 11, 9, tzinfo=ZoneInfo("Asia/Jakarta"))
PARTS = ("basis", "start_basis", "unit_basis", "first_day_basis")


def read(**weaker: object) -> DeadlineRule:
    return a_rule(**{**dict.fromkeys(PARTS, READ), "edition_bases": (READ,), **weaker})


@pytest.mark.parametrize("part", [*PARTS, "edition_bases"])
def test_each_part_alone_weakens_the_badge(law: Law, part: str) -> None:
    for basis, mark in ((TOLD, Mark.SECONDARY), (GUESSED, Mark.UNVERIFIED)):
        rule = read(**{part: (READ, basis) if part == "edition_bases" else basis})
        due = compute(rule, START, calendar=law.calendar, zone="Asia/Jakarta")
        assert (rule.mark, due.mark) == (mark, mark)
        assert due.to_json()["verification"] == mark
    assert read().mark is Mark.CONFIRMED


def test_an_extended_date_rests_on_the_words_of_its_extension(law: Law) -> None:
    rule = read(extension=Extension(5, None, "perlu", TOLD))
    plain = compute(rule, START, calendar=law.calendar, zone="Asia/Jakarta")
    longer = compute(rule, START, calendar=law.calendar, zone="Asia/Jakarta", extended=True)
    assert (plain.mark, longer.mark) == (Mark.CONFIRMED, Mark.SECONDARY)


def test_a_limit_is_as_weak_as_the_one_it_follows(law: Law) -> None:
    rule = read(follows=read(unit_basis=GUESSED))
    assert rule.mark is Mark.UNVERIFIED


def test_the_handling_limit_no_longer_claims_what_was_not_read(law: Law) -> None:
    for edition in ("pemilihan-2020", "pemilihan-2024", "pemilihan-2025"):
        rule = law.edition(edition).deadlines["penanganan"]
        assert rule.basis.mark is Mark.SECONDARY
        assert rule.mark is Mark.UNVERIFIED
        assert {one.part for one in rule.caveats} >= {"start", "unit", "first_day", "edition"}


def test_a_destination_is_as_weak_as_its_edition_and_its_agency(law: Law) -> None:
    asked = {
        "violation_class": "kode_etik", "category": "penyelenggara_kpu", "level": "provinsi",
        "on": date(2024, 11, 1), "region": None,
    }  # fmt: skip
    edition = law.edition("pemilihan-2024")
    route = next(one for one in edition.routes if one.id == "etik_dkpp")
    asked["category"] = route.categories[0]
    found = destinations(law, edition, **asked)  # type: ignore[arg-type]  # arguments by name
    assert found.basis.mark is Mark.CONFIRMED
    assert found.mark is Mark.SECONDARY  # since when 9/2024 holds was not read
    sure = replace(edition, in_force=replace(edition.in_force, since_basis=READ, until_basis=READ))
    assert destinations(law, sure, **asked).mark is found.agencies[0].basis.mark  # type: ignore[arg-type]  # arguments by name
