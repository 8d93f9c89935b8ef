"""The vulnerability index: scores from events, classes, refused trends, agreement of ranks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.adapters import rulebook
from casework.engine.basis import Mark
from casework.engine.kerawanan import (
    Happening,
    IndexEdition,
    Kerawanan,
    Outlook,
    score,
    trend,
    two_places,
    what_if,
)
from casework.engine.law import Law
from casework.engine.loading.block import compose
from casework.engine.loading.kerawanan import kerawanan
from casework.engine.proofs.kerawanan import faults
from casework.engine.ranking import rank_correlation
from casework.engine.refusals import RuleFileFault, ScoreRefused

QUICK = rulebook.load().kerawanan.edition("pemetaan-bengkulu")
ITEMS = tuple(QUICK.indicators)
EVENTS = st.lists(
    st.builds(
        Happening,
        key=st.text("0123456789", min_size=1, max_size=3),
        indicator=st.sampled_from(ITEMS),
        level=st.integers(1, 4),
        times=st.integers(1, 9),
    ),
    max_size=20,
)
ANSWERS = st.lists(
    st.builds(
        Outlook,
        key=st.just("answers:1"),
        indicator=st.sampled_from(ITEMS),
        likelihood=st.integers(0, 3),
    ),
    unique_by=lambda one: one.indicator,
    max_size=24,
)


def full(likelihood: int, **other: int) -> list[Outlook]:
    return [Outlook(f"a:{key}", key, other.get(f"_{key}", likelihood)) for key in ITEMS]


@settings(max_examples=60)
@given(EVENTS, ANSWERS, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter_and_the_derivation_recomputes(
    events: list[Happening], answers: list[Outlook], chance: object
) -> None:
    first = score(QUICK, "kaur", events, answers)
    chance.shuffle(events)  # type: ignore[attr-defined]  # hypothesis draws a random.Random
    chance.shuffle(answers)  # type: ignore[attr-defined]  # as above
    second = score(QUICK, "kaur", events, answers)
    assert first == second
    by_hand = Fraction(0)
    for part in first.parts:
        past = sum(
            one.times * QUICK.factor(one.level)
            for one in events
            if one.indicator == part.indicator.id
        )
        assert part.happened == past
        if part.likelihood is not None:
            by_hand += Fraction(40 * min(past, 12), 12) + Fraction(60 * part.likelihood, 3)
    assert first.low == two_places(by_hand / len(ITEMS))
    assert first.low is not None
    assert first.high is not None
    assert first.low <= first.high
    assert (first.value is None) == (first.answered < first.of)


@settings(max_examples=30)
@given(EVENTS, ANSWERS, st.integers(0, 5))
def test_a_question_about_weights_leaves_the_edition_and_its_scores(
    events: list[Happening], answers: list[Outlook], weight: int
) -> None:
    before = score(QUICK, "kaur", events, answers)
    other = what_if(QUICK, {"54": Fraction(weight)})
    asked = score(other, "kaur", events, answers)
    assert other.what_if
    assert not QUICK.what_if
    assert score(QUICK, "kaur", events, answers) == before
    if weight == 1:
        assert asked.low == before.low


def test_weights_of_the_index_are_never_made_up(law: Law) -> None:
    for edition in law.kerawanan.editions.values():
        if not edition.own:
            assert edition.weights == {}
            assert {one.weight for one in edition.indicators.values()} <= {None}
            assert edition.basis.mark is not Mark.CONFIRMED
            assert edition.no_score
            found = score(edition, "kaur", [Happening("e", "54", 1, 2)], [])
            assert (found.low, found.value) == (None, None)
    with pytest.raises(ScoreRefused, match="tidak diterbitkan"):
        what_if(law.kerawanan.edition("ikp-2024"), {"54": Fraction(1)})


def test_the_editions_have_as_many_indicators_as_were_published(law: Law) -> None:
    sizes = {one.id: len(one.indicators) for one in law.kerawanan.editions.values()}
    assert (sizes["ikp-2024"], sizes["tps-rawan-pemilu-2024"]) == (61, 22)
    assert (sizes["tps-rawan-pemilihan-2024"], sizes["pemetaan-bengkulu"]) == (26, 24)
    ikp = law.kerawanan.edition("ikp-2024")
    by_part = {(one.dimension, one.part) for one in ikp.indicators.values()}
    assert (len(ikp.dimensions), len(by_part)) == (4, 12)
    axes = [one.axis for one in QUICK.indicators.values()]
    assert {axes.count(one) for one in set(axes)} == {8}
    seen = law.kerawanan.edition("pemetaan-pemilihan-2024")
    assert (seen.of, all(one.paraphrase for one in seen.indicators.values())) == (27, True)


@pytest.mark.parametrize(
    ("value", "province", "expected"),
    [
        ("3.79", True, "rendah"), ("21.69", True, "rendah"), ("21.70", True, "sedang"),
        ("68.50", True, "tinggi"), ("100", True, "tinggi"), ("13.45", False, "rendah"),
        ("13.46", False, None), ("13.47", False, "sedang"), ("49.32", False, "sedang"),
        ("49.33", False, "tinggi"), ("0", False, "rendah"),
    ],
)  # fmt: skip
def test_classes_are_those_that_were_published(
    law: Law, value: str, province: bool, expected: str | None
) -> None:
    found = law.kerawanan.edition("ikp-2024").class_of(Decimal(value), province)
    assert (found.title if found else None) == expected


def test_a_trend_across_editions_is_refused_with_the_reason(law: Law) -> None:
    before = score(QUICK, "kaur", [], full(1))
    after = score(QUICK, "kaur", [], full(2))
    assert trend(before, after) == Decimal("20.00")
    assert trend(before, score(QUICK, "kaur", [], [])) is None
    other = score(law.kerawanan.edition("ikp-2024"), "kaur", [], [])
    with pytest.raises(ScoreRefused, match=r"indikator, bobot.*72,08 menurut IKP 2020 dan 3,79"):
        trend(other, after)
    with pytest.raises(ScoreRefused, match="bobot yang sama"):
        trend(before, score(what_if(QUICK, {"54": Fraction(9)}), "kaur", [], full(1)))


def test_an_axis_counts_its_own_items_only() -> None:
    mixed = [replace_likelihood(one) for one in full(0)]
    found = score(QUICK, "kaur", [], mixed)
    assert found.only(axis="politik").value == Decimal("60.00")
    assert found.only(axis="teknis").value == Decimal("0.00")
    assert found.only(axis="sosial", stage="kampanye").of == 4


def replace_likelihood(one: Outlook) -> Outlook:
    return one._replace(likelihood=3) if QUICK.indicators[one.indicator].axis == "politik" else one


def test_two_answers_to_one_item_are_refused() -> None:
    with pytest.raises(ScoreRefused, match="dijawab dua kali"):
        score(QUICK, "kaur", [], [Outlook("a", "54", 1), Outlook("b", "54", 2)])


def test_planted_ranks_are_found_with_ties_and_an_interval() -> None:
    found = rank_correlation([1, 2, 3, 4, 5, 6], [1, 3, 2, 4, 6, 5])
    assert found.rho == pytest.approx(1 - 6 * 4 / (6 * 35))
    tied = rank_correlation([1, 1, 2, 3], [10, 20, 20, 30])
    assert tied.rho == pytest.approx(0.8333333)
    assert found.interval is not None
    low, high = found.interval
    assert (low, high) == pytest.approx((0.0663, 0.9916), abs=1e-4)
    assert rank_correlation([1, 2, 3, 4], [8, 6, 4, 2]).rho == -1
    assert rank_correlation([1, 2, 3, 4], [8, 6, 4, 2]).interval is None


@pytest.mark.parametrize(("one", "other"), [([1, 2, 3], [1, 2, 3]), ([1, 1, 1, 1], [1, 2, 3, 4])])
def test_too_few_or_equal_values_have_no_rank_correlation(one: list[int], other: list[int]) -> None:
    with pytest.raises(ScoreRefused):
        rank_correlation(one, other)


def test_the_proof_finds_an_example_that_does_not_hold() -> None:
    assert list(faults(Kerawanan({QUICK.id: QUICK}))) == []
    wrong = replace(QUICK.examples[0], value=Decimal("79.00"))
    (found,) = faults(Kerawanan({QUICK.id: _with(wrong)}))
    assert "memberi 80.00, bukan 79.00" in found.story


def _with(example: object) -> IndexEdition:
    return replace(QUICK, examples=(example,))  # type: ignore[arg-type]  # an Example


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("ikp-2024", 'stage: kampanye, weight: null', 'stage: kampanye, weight: "2"', "own: true"),
        ("ikp-2024", 'upper: "21.7"', 'upper: "31.7"', "bertumpang tindih"),
        ("ikp-2024", 'lower: "21.7"', 'lower: "dua"', 'bilangan seperti "13.46"'),
        ("ikp-2024", "axis_is_own: true", "axis_is_own: false", "menerbitkan sumbu"),
        ("pemetaan-bengkulu", "past_percent: 40", "past_percent: 50", "berjumlah 100"),
        ("pemetaan-bengkulu", "warns_from: 3", "warns_from: 4", "tingkat kemungkinan"),
        ("pemetaan-bengkulu", '{id: "54", of: ikp', '{id: "154", of: ikp', "tidak dikenal"),
        ("pemetaan-bengkulu", "uu-187a-2", "uu-187z", 'pasal "uu-187z"'),
        ("ikp-2019", "region: kaur", "region: kaurr", 'wilayah "kaurr"'),
    ],
)  # fmt: skip
def test_a_broken_edition_is_refused_by_name(
    law: Law, file: str, old: str, new: str, message: str
) -> None:
    path = f"kerawanan/{file}/index.yaml"
    text = (rulebook.root() / path).read_text()
    assert old in text
    articles = [key for one in law.editions.values() for key in one.articles]
    with pytest.raises(RuleFileFault, match=message) as refusal:
        kerawanan(
            [compose(path, text.replace(old, new, 1))], law.instruments, law.regions, articles
        )
    assert refusal.value.path == path
