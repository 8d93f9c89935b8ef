"""Every decision table gives exactly one outcome for every combination of facts and every day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.engine.categories import CATEGORIES
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.office import Level
from casework.engine.refusals import EditionUnknown
from casework.engine.routing import destinations

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
