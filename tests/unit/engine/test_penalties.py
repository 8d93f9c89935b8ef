"""The penalty of an act by its day: every day has one, the former is kept, marks are honest."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.engine.basis import Basis, Mark, weakest
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.period import Period
from casework.engine.violations import FAVOURABLE, Article, Penalty

CHANGE = date(2026, 1, 2)
_READ = Basis("UU Uji Pasal 1", "bunyi", Mark.CONFIRMED, "berkas uji")
_DAYS = st.dates(date(2019, 1, 1), date(2031, 12, 31))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article whose penalty changed on some days."""
    edges = sorted(draw(st.sets(_DAYS, max_size=5)))
    spans = zip([None, *edges], [*edges, None], strict=True)
    penalties = tuple(
        Penalty(f"ancaman {n}", True, Period(since, until), _READ, _READ.mark)
        for n, (since, until) in enumerate(spans)
    )
    return Article(
        "uji", "Pasal 1", "Uji", "pidana", "larangan", "", "uji", penalties, (), "", Period(), _READ
    )


@given(articles(), _DAYS)
def test_every_act_has_one_penalty(article: Article, act: date) -> None:
    covering = [one for one in article.penalties if one.in_force.covers(act)]
    assert covering == [article.penalty_on(act)]


@given(articles(), _DAYS, st.integers(0, 2000))
def test_a_change_between_act_and_judgement_names_both(
    article: Article, act: date, days: int
) -> None:
    judged = act + timedelta(days)
    found = article.sanction(act, judged)
    assert found is not None
    assert found.at_act is article.penalty_on(act)
    changed = any(
        act < one.in_force.since <= judged for one in article.penalties if one.in_force.since
    )
    assert (found.later is not None) is changed
    if found.later is not None:
        assert found.later is article.penalty_on(judged)
        assert found.at_act.in_force.until is not None
        assert found.at_act.in_force.until <= judged


@given(articles(), _DAYS, _DAYS)
def test_a_judgement_before_its_act_changes_nothing(
    article: Article, act: date, judged: date
) -> None:
    found = article.sanction(act, min(act, judged))
    assert found is not None
    assert found.later is None


def _criminal(edition: Edition) -> list[Article]:
    """The articles that threaten prison themselves, and do not only point elsewhere."""
    return [
        one
        for one in edition.articles.values()
        if any(re.search(r"(?i)\b(penjara|kurungan)\b", each.text) for each in one.penalties)
    ]


def test_every_prison_term_of_the_rules_changed_with_the_law_of_2026(law: Law) -> None:
    counted = {}
    for edition in law.editions.values():
        found = _criminal(edition)
        counted[edition.id] = len(found)
        for article in found:
            edges = [one.in_force.since for one in article.penalties[1:]]
            assert edges == [CHANGE], f"{edition.id} {article.id}"
            former, later = article.penalties
            assert former.text, f"{article.id} lost the former penalty"
            assert not re.search(r"(?i)kurungan|paling singkat|\d+ sampai \d+", later.text)
            assert later.changed_by is not None
            assert later.mark is Mark.UNVERIFIED, f"{article.id}: nobody read the act of 2026"
            assert later.known is (not re.search("(?i)kurungan", former.text))
            # What is said later is the same but for the minimum.
            most = re.findall(r"(\d+) (?:bulan|tahun)|Rp[\d.]+,00(?= sampai|$|\.|;)", former.text)
            assert most
    assert counted["pemilihan-2025"] >= 19
    assert counted["pemilu-2022"] >= 49


@pytest.mark.parametrize("edition", ["pemilihan-2020", "pemilihan-2025", "pemilu-2022"])
def test_the_favourable_rule_is_there_and_not_claimed_as_read(law: Law, edition: str) -> None:
    found = law.edition(edition).provisions[FAVOURABLE]
    assert "lebih menguntungkan" in found.text
    assert found.basis.mark is Mark.UNVERIFIED


def test_the_badge_of_a_penalty_is_its_weakest_link(law: Law) -> None:
    edition = law.edition("pemilihan-2025")
    former, later = edition.articles["uu-187a-1"].penalties
    assert (former.mark, later.mark) == (Mark.SECONDARY, Mark.UNVERIFIED)
    assert edition.mark_of(former) is Mark.SECONDARY
    older = law.edition("pemilihan-2020")  # whose own start nobody knows
    assert older.mark_of(older.articles["uu-187a-1"].penalties[0]) is Mark.UNVERIFIED


@given(st.lists(st.sampled_from(list(Mark)), min_size=1), st.permutations(range(6)))
def test_the_weakest_link_is_the_weakest_in_any_order(marks: list[Mark], order: list[int]) -> None:
    links = [Basis("p", "b", one, "s") for one in marks]
    mixed = [links[n] for n in order if n < len(links)] + links
    assert weakest(*mixed, None) is max(marks, key=list(Mark).index)
