"""Every act of every edition: allowed, or with the complete and minimal list of what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.engine.act import Act
from casework.engine.conditions import Condition
from casework.engine.edition import Edition
from casework.engine.facts import Fact, FactKind, Value
from casework.engine.law import Law
from casework.engine.lifecycle import Answer, Lifecycle
from casework.engine.missing import Missing, window
from tests.unit.engine.situations import Moment, moments
from tests.unit.engine.trees import FLAGS, MOMENTS, NUMBERS, TEXTS, trees, truth, worlds

ZONE = "Asia/Jakarta"
ANY_MOMENT = st.data()
many = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow], deadline=None)


@many
@given(ANY_MOMENT)
def test_the_list_is_complete_and_minimal(law: Law, data: st.DataObject) -> None:
    moment = data.draw(moments(law))
    for found in moment.ask():
        act = found.act
        right_stage = moment.stage in act.from_stages
        right_role = bool(moment.roles & set(act.roles))
        right_facts = all(truth(need, moment.facts) for need in act.needs)
        kinds = [one.kind for one in found.missing]
        assert found.allowed is (not kinds)
        assert found.allowed is (right_stage and right_role and right_facts)
        assert _unique(found.missing)
        if _alone(found):
            continue
        assert kinds.count("stage") == (not right_stage)
        assert kinds.count("role") == (not right_role)
        assert ("need" in kinds) is not right_facts


def _alone(found: Answer) -> bool:
    """Is the act not for such a case, or its stage over for it? Then nothing else is told."""
    kinds = {one.kind for one in found.missing}
    if "never" in kinds:
        assert kinds == {"never"}
        return True
    if [one.kind for one in found.missing if not one.curable and one.kind == "stage"]:
        assert kinds == {"stage"}
        return True
    return False


@many
@given(ANY_MOMENT)
def test_exactly_the_listed_cures_permit_the_act(law: Law, data: st.DataObject) -> None:
    moment = data.draw(moments(law))
    for found in moment.ask():
        _judge(moment, found)


@many
@given(st.lists(trees, max_size=4), worlds, st.sampled_from(("kajian_awal", "kajian", "selesai")))
def test_exactly_the_listed_cures_permit_an_act_with_any_needs(
    pemilihan: Edition, needs: list[Condition], facts: dict[str, Value], stage: str
) -> None:
    act = replace(pemilihan.acts["ajukan_pleno"], needs=tuple(needs))
    kinds = {
        **dict.fromkeys(FLAGS, FactKind.FLAG), **dict.fromkeys(MOMENTS, FactKind.MOMENT),
        **dict.fromkeys(NUMBERS, FactKind.NUMBER), **dict.fromkeys(TEXTS, FactKind.TEXT),
    }  # fmt: skip
    known = {name: Fact(name, kind, f"Hal {name}", "", "", None) for name, kind in kinds.items()}
    edition = replace(pemilihan, facts=known, acts={**pemilihan.acts, act.id: act})
    moment = Moment(edition, stage, facts, frozenset(), {})
    found = Lifecycle(edition).answer(act.id, stage, facts, ())
    assert _unique(found.missing)
    assert _alone(found) or ("need" in {one.kind for one in found.missing}) is not all(
        truth(need, facts) for need in needs
    )
    _judge(moment, found)


def _judge(moment: Moment, found: Answer) -> None:
    if not all(one.curable for one in found.missing):
        return
    assert _cured(moment, found.act, found.missing), found
    for left_out in found.missing:
        rest = [one for one in found.missing if one is not left_out]
        assert not _cured(moment, found.act, rest), f"{left_out} is superfluous"
    for one in found.missing:
        others = [other for other in found.missing if other is not one]
        for way in one.instead:
            changed = {wanted.fact: wanted.example() for wanted in way}
            assert _cured(moment, found.act, others, changed), f"{way} does not do"


def _cured(
    moment: Moment,
    act: Act,
    cures: list[Missing] | tuple[Missing, ...],
    more: Mapping[str, Value] | None = None,
) -> bool:
    """Is the act allowed once exactly these are cured?"""
    stage, facts, roles = moment.stage, {**moment.facts, **(more or {})}, moment.roles
    for one in cures:
        if one.kind == "stage":
            stage = one.stage
        elif one.kind == "role":
            roles |= {one.roles[0]}
        elif one.wanted:
            facts[one.wanted.fact] = one.wanted.example()
    return moment.allowed(act, stage, facts, roles)


@many
@given(ANY_MOMENT)
def test_the_way_to_a_right_stage_can_be_walked(law: Law, data: st.DataObject) -> None:
    moment = data.draw(moments(law))
    acts = moment.edition.acts
    for found in moment.ask():
        for one in found.missing:
            if one.kind != "stage":
                continue
            here = moment.stage
            for step in one.path:
                assert here in acts[step].from_stages
                here = acts[step].to_stage or here
            if one.curable:
                assert here == one.stage
                assert here in found.act.from_stages
            near = _steps(moment.edition, moment.stage, set(found.act.from_stages))
            # The shortest way may be closed to such a case, or lead through the end of another.
            assert not one.curable or (near is not None and near <= len(one.path))


def _steps(edition: Edition, start: str, goals: set[str]) -> int | None:
    """How many acts away the nearest goal is, ring by ring."""
    seen, ring, steps = {start}, {start}, 0
    while ring:
        if ring & goals:
            return steps
        ring = {
            act.to_stage
            for act in edition.acts.values()
            if act.to_stage and ring & set(act.from_stages)
        } - seen
        seen |= ring
        steps += 1
    return None


@many
@given(ANY_MOMENT)
def test_every_item_explains_itself(law: Law, data: st.DataObject) -> None:
    moment = data.draw(moments(law))
    for found in moment.ask():
        for one in found.missing:
            assert one.what.strip()
            assert len(one.why) > 10
            assert len(one.cure) > 10
            assert one.why[-1] in ".)”"
            assert one.cure[-1] in ".)”"
            assert one.basis.citation
            carried = {"stage": bool(one.path), "role": bool(one.roles), "need": one.wanted,
                       "never": one.wanted}  # fmt: skip
            assert carried[one.kind] or not one.curable


@many
@given(ANY_MOMENT)
def test_until_when_is_a_limit_that_runs_here(law: Law, data: st.DataObject) -> None:
    moment = data.draw(moments(law))
    here = [name for name in moment.edition.stages[moment.stage].limits if name in moment.limits]
    soonest = min((moment.limits[name].due for name in here), default=None)
    for found in moment.ask():
        for one in found.missing:
            fact = moment.edition.facts[one.wanted.fact] if one.wanted else None
            if one.since or one.until:
                assert (one.since or one.until) == moment.limits[one.limit].due
                assert window(one, ZONE).endswith("WIB.")
            if fact and fact.within in moment.limits:
                assert one.until == (moment.limits[fact.within].due if one.curable else None)
            elif not (fact and fact.after in moment.limits):
                assert one.until == (soonest if one.curable else None)


@many
@given(ANY_MOMENT)
def test_asking_is_pure_and_says_the_same_again(law: Law, data: st.DataObject) -> None:
    moment = data.draw(moments(law))
    before = deepcopy((moment.stage, moment.facts, moment.roles, moment.limits))
    assert moment.ask() == moment.ask()
    assert (moment.stage, moment.facts, moment.roles, moment.limits) == before


def _unique(missing: tuple[Missing, ...]) -> bool:
    keys = [(one.kind, one.wanted.fact if one.wanted else "") for one in missing]
    return len(keys) == len(set(keys))
