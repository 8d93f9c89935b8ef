"""Every decision table gives exactly one outcome for every combination of facts and every day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.engine.categories import CATEGORIES
from casework.engine.edition import Edition
from casework.engine.election import ElectionStage
from casework.engine.law import Law
from casework.engine.office import Level
from casework.engine.outcomes import COMPETENCE, NO_ARTICLE, RESERVED
from casework.engine.refusals import EditionUnknown
from casework.engine.routing import destinations
from casework.engine.ruling import Ruling, kind_of, ruling

DAYS = st.dates(date(2019, 1, 1), date(2027, 12, 31))


def _drawn(data: st.DataObject, law: Law) -> Edition:
    """An edition with a table of destinations."""
    tabled = [name for name, one in law.editions.items() if one.violations.classes]
    return law.editions[data.draw(st.sampled_from(tabled))]


@given(st.data())
def test_one_row_decides_where_a_matter_goes(law: Law, data: st.DataObject) -> None:
    edition = _drawn(data, law)
    combination = (
        data.draw(st.sampled_from(sorted(edition.violations.classes))),
        data.draw(st.sampled_from(sorted(CATEGORIES))),
        data.draw(st.sampled_from(list(Level))),
    )
    rows = [route.id for route in edition.routes if route.covers(*combination)]
    assert len(rows) == 1, (edition.id, combination, rows)


@given(st.data())
def test_a_destination_is_known_or_says_why_not(law: Law, data: st.DataObject) -> None:
    edition = _drawn(data, law)
    on = data.draw(DAYS.filter(edition.in_force.covers))
    region = data.draw(st.sampled_from([None, *sorted(law.regions)]))

    chosen = {
        "violation_class": data.draw(st.sampled_from(sorted(edition.violations.classes))),
        "category": data.draw(st.sampled_from(sorted(CATEGORIES))),
        "level": data.draw(st.sampled_from(list(Level))),
    }
    found = destinations(law, edition, **chosen, on=on, region=region)
    assert found == destinations(law, edition, **chosen, on=on, region=region)
    assert found.basis.citation
    ids = [one.agency_id for one in found.agencies]
    assert len(ids) == len(set(ids))
    assert all(law.agencies[one].in_force.covers(on) for one in ids)
    assert found.known or found.note
    assert all("{" not in one.name + one.address_to for one in found.agencies)


@given(st.data())
def test_a_function_has_one_agency_on_every_day(law: Law, data: st.DataObject) -> None:
    edition = _drawn(data, law)
    functions = sorted({name for route in edition.routes for name in route.functions})
    function = data.draw(st.sampled_from(functions))
    on = data.draw(DAYS.filter(edition.in_force.covers))
    agencies = [
        one.id
        for one in law.agencies.values()
        if one.function == function and one.in_force.covers(on)
    ]
    assert len(agencies) == 1, (edition.id, function, on, agencies)


@given(st.data())
def test_a_regime_has_one_edition_on_a_day_or_says_why_none(law: Law, data: st.DataObject) -> None:
    regime = data.draw(st.sampled_from(sorted({one.regime for one in law.editions.values()})))
    on = data.draw(DAYS)
    held = [
        one for one in law.editions.values() if one.regime == regime and one.in_force.covers(on)
    ]
    assert len(held) <= 1
    if held:
        assert law.edition_on(regime, on) is held[0]
    else:
        with pytest.raises(EditionUnknown, match=regime):
            law.edition_on(regime, on)


def _charged(data: st.DataObject, edition: Edition) -> dict[str, str]:
    powers = [one.id for one in edition.provisions.values() if one.competence]
    return {
        "outcome": data.draw(st.sampled_from(sorted(edition.violations.classes))),
        "article": data.draw(st.sampled_from(["", *sorted(edition.articles), *powers])),
        "category": data.draw(st.sampled_from(sorted(CATEGORIES))),
        "stage": data.draw(st.sampled_from(list(ElectionStage))),
        "level": data.draw(st.sampled_from(list(Level))),
    }


@given(st.data())
def test_one_row_says_whether_an_outcome_is_possible(law: Law, data: st.DataObject) -> None:
    edition = _drawn(data, law)
    asked = _charged(data, edition)
    kind = kind_of(edition, asked["article"])
    place = (asked["category"], asked["stage"], asked["level"])
    rows = [one for one in edition.outcomes if one.covers(asked["outcome"], kind, *place)]
    assert len(rows) == 1, (edition.id, asked, [one.id for one in rows])
    answer = ruling(edition, **asked)
    assert answer == ruling(edition, **asked)
    assert answer.row is rows[0]
    _can_be_acted_on(answer)


def _can_be_acted_on(answer: Ruling) -> None:
    """A refusal says why, by which article and what to do; what nobody knows refuses nothing."""
    assert answer.row.basis.citation
    assert "{" not in answer.why + answer.cure
    if answer.refused:
        assert answer.why
        assert answer.cure
    if not answer.row.known:
        assert answer.why
        assert not answer.refused


@given(st.data())
def test_no_violation_without_an_article_and_none_of_a_power(law: Law, data: st.DataObject) -> None:
    edition = _drawn(data, law)
    asked = _charged(data, edition)
    kind = kind_of(edition, asked["article"])
    violation = edition.violations.classes[asked["outcome"]].violation
    answer = ruling(edition, **asked)
    if kind == COMPETENCE or (kind == NO_ARTICLE and violation):
        assert answer.refused
    if not violation and kind not in RESERVED and asked["level"] == Level.PROVINCE:
        assert not answer.refused


@given(st.data())
def test_only_organisers_break_their_own_code(law: Law, data: st.DataObject) -> None:
    edition = law.edition(data.draw(st.sampled_from(["pemilihan-2020", "pemilu-2022"])))
    asked = {**_charged(data, edition), "outcome": "kode_etik"}
    organisers = {
        "penyelenggara_kpu", "penyelenggara_bawaslu", "ppk_pps_kpps", "panwascam_pkd_ptps",
    }  # fmt: skip
    possible = asked["category"] in organisers and kind_of(edition, asked["article"]) == "kode_etik"
    assert ruling(edition, **asked).refused is not possible


def test_a_day_lies_in_one_stage_of_its_election(law: Law) -> None:
    election = law.elections["gubernur-bengkulu-2024"]
    stages = [election.stage(date.fromordinal(one)) for one in range(738_000, 740_000)]
    seen = list(dict.fromkeys(stages))
    assert seen == [one for one in ElectionStage if one is not ElectionStage.UNKNOWN]
    assert election.stage(date(2024, 9, 15)) is ElectionStage.BEFORE_CANDIDATES
    assert election.stage(date(2024, 9, 22)) is ElectionStage.BEFORE_CAMPAIGN
    assert election.stage(date(2024, 11, 24)) is ElectionStage.QUIET
    bare = replace(election, facts={})
    assert bare.stage(date(2024, 11, 27)) is ElectionStage.UNKNOWN
