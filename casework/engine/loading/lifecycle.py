"""facts.yaml and lifecycle.yaml: declared facts, stages and acts."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import yaml

from casework.engine.act import (
    CASE_KINDS,
    DESCRIBED,
    FLOWS,
    Act,
    Beginning,
    Opening,
    Stage,
)
from casework.engine.conditions import All, Always, Any, Compare, Comparison, Condition, Holds, Not
from casework.engine.facts import Fact, FactKind
from casework.engine.handover import Handover, Leaves, Relation, Step
from casework.engine.loading.bases import Instruments, basis
from casework.engine.loading.block import Block, fault, known
from casework.engine.office import Level
from casework.engine.roles import TITLES

_LOGIC = ("all", "any", "not")


def condition(node: yaml.Node, facts: Mapping[str, Fact]) -> Condition:
    """Read a condition; every leaf must be a declared fact of a fitting kind."""
    if isinstance(node, yaml.ScalarNode):
        name = _fact(node, str(node.value), facts, (FactKind.FLAG, FactKind.MOMENT))
        found = facts[name]
        return Holds(name, stays=found.innate or found.kind is FactKind.MOMENT, innate=found.innate)
    block = Block(node, "syarat")
    if len(block.keys) != 1:
        fault(node, "syarat memuat tepat satu dari all, any, not, equals, at_least, at_most.")
    key = block.keys[0]
    if key in _LOGIC:
        parts = tuple(condition(part, facts) for part in block.nodes(key))
        return _logic(node, key, parts)
    if key not in set(Comparison):
        fault(node, f'syarat "{key}" tidak dikenal. Pilih: {", ".join((*_LOGIC, *Comparison))}.')
    return _compare(block.block(key), Comparison(key), facts)


def _logic(node: yaml.Node, key: str, parts: tuple[Condition, ...]) -> Condition:
    if not parts:
        fault(node, f'"{key}" tidak boleh kosong.')
    if key == "not":
        if len(parts) != 1:
            fault(node, '"not" memuat tepat satu syarat.')
        return Not(parts[0])
    return All(parts) if key == "all" else Any(parts)


def _compare(block: Block, how: Comparison, facts: Mapping[str, Fact]) -> Condition:
    kinds = (FactKind.NUMBER, FactKind.TEXT) if how is Comparison.EQUALS else (FactKind.NUMBER,)
    name = _fact(block.node_of("fact"), block.text("fact"), facts, kinds)
    value: int | str = (
        block.whole("value", at_least=0)
        if facts[name].kind is FactKind.NUMBER
        else block.text("value")
    )
    block.close()
    return Compare(name, how, value)


def _fact(
    node: yaml.Node, name: str, facts: Mapping[str, Fact], kinds: tuple[FactKind, ...]
) -> str:
    if name not in facts:
        fault(node, f'fakta "{name}" tidak dikenal. Nyatakan dahulu pada facts.yaml.')
    if facts[name].kind not in kinds:
        fault(
            node,
            f'fakta "{name}" berjenis {facts[name].kind}, di sini perlu {" atau ".join(kinds)}.',
        )
    return name


def fact(block: Block, instruments: Instruments, rules: Collection[str] = ()) -> Fact:
    """Read a declared fact; a flag says what is missing and how to cure it."""
    for key in ("within", "after", "notice"):
        if key in block:
            known(block, key, block.text(key), rules, "batas waktu")
    kind = block.choice("kind", FactKind)
    wanted = kind is FactKind.FLAG
    return Fact(
        block.text("id"),
        kind,
        block.text("title"),
        block.text("missing") if wanted else block.text("missing", ""),
        block.text("cure") if wanted else block.text("cure", ""),
        basis(block, instruments) if "citation" in block else None,
        block.text("undo", ""),
        block.text("within", ""),
        block.text("after", ""),
        block.text("notice", ""),
        block.flag("innate", False),
    )


def stage(block: Block, instruments: Instruments, rules: Collection[str]) -> Stage:
    """Read a stage; what limits it are rules, and a stage without limits says why."""
    limits = block.texts("limits")
    for name in limits:
        known(block, "limits", name, rules, "batas waktu")
    return Stage(
        block.text("id"),
        block.text("title"),
        block.flag("start", False),
        block.flag("final", False),
        limits,
        block.text("unlimited", ""),
        basis(block, instruments),
        _kinds(block, "kinds", block.texts("kinds")),
    )


def _kinds(block: Block, key: str, names: Collection[str]) -> tuple[str, ...]:
    return tuple(known(block, key, one, CASE_KINDS, "jenis perkara") for one in names)


def act(
    block: Block,
    instruments: Instruments,
    facts: Mapping[str, Fact],
    stages: Mapping[str, Stage],
    rules: Collection[str],
    forms: Collection[str],
) -> Act:
    """Read an act; every stage, role, fact, rule and form it names must exist."""
    target = block.maybe("to")
    if target is not None:
        known(block, "to", target, stages, "tahap")
    flow = block.maybe("flow")
    if flow is not None:
        known(block, "flow", flow, FLOWS, "alur")
    roles = block.texts("roles", required=True)
    for role in roles:
        known(block, "roles", role, TITLES, "peran")
    documents = block.texts("documents")
    for name in documents:
        known(block, "documents", name, forms, "formulir")
    needs = block.nodes("needs") if "needs" in block else []
    return Act(
        block.text("id"),
        block.text("title"),
        _from(block, stages),
        target,
        roles,
        flow,
        tuple(condition(node, facts) for node in needs),
        _openings(block, "opens", facts, rules),
        _openings(block, "meets", facts, rules),
        documents,
        block.text("elsewhere", ""),
        basis(block, instruments),
        _records(block, facts),
        block.flag("reasoned", False),
        block.flag("to_case", False),
        _handover(block),
        _moment(block, "until", block.text("until"), facts) if "until" in block else "",
        tuple(known(block, "drops", one, rules, "batas waktu") for one in block.texts("drops")),
        block.text("label", "") or block.text("title"),
        block.text("done", ""),
        block.flag("standing", False),
        block.flag("again", False),
        tuple(
            known(block, "describes", one, DESCRIBED, "yang dicatat")
            for one in block.texts("describes")
        ),
        _begins(block, facts, stages, rules),
        "".join(_kinds(block, "becomes", [block.text("becomes")] if "becomes" in block else [])),
    )


def _begins(
    block: Block,
    facts: Mapping[str, Fact],
    stages: Mapping[str, Stage],
    rules: Collection[str],
) -> Beginning | None:
    starts = any(stages[name].start for name in _from(block, stages))
    if "begins" not in block:
        if starts:
            fault(block.node, f'{block.what} memulai perkara; tulis "begins".')
        return None
    if not starts:
        fault(block.node_of("begins"), f"{block.what} tidak memulai perkara: hapus kunci ini.")
    inner = Block(block.node_of("begins"), 'butir "begins"')
    reporter = inner.flag("reporter", False)
    found = Beginning(
        known(inner, "kind", inner.text("kind"), CASE_KINDS, "jenis perkara"),
        reporter,
        _moment(inner, "known", inner.text("known"), facts) if "known" in inner else "",
        _moment(inner, "received", inner.text("received"), facts) if reporter else "",
        "" if reporter else inner.text("source"),
        known(inner, "term", inner.text("term"), rules, "batas waktu") if "term" in inner else "",
        inner.flag("respondent", True),
    )
    inner.close()
    if not reporter and not block.texts("records"):
        fault(block.node, f'{block.what} memulai perkara tanpa pelapor; tulis "records".')
    return found


def _handover(block: Block) -> Handover | None:
    if "handover" not in block:
        return None
    inner = Block(block.node_of("handover"), 'butir "handover"')
    step = inner.choice("step", Step)
    names = step in (Step.SEND, Step.TAKE)
    towards = inner.texts("towards", required=names)
    for name in towards:
        known(inner, "towards", name, list(Relation), "letak kantor")
    levels = inner.texts("levels")
    for name in levels:
        known(inner, "levels", name, list(Level), "tingkat kantor")
    found = Handover(
        step,
        tuple(Relation(name) for name in towards),
        levels,
        inner.choice("leaves", Leaves) if "leaves" in inner else Leaves.LETTER,
    )
    inner.close()
    return found


def _from(block: Block, stages: Mapping[str, Stage]) -> tuple[str, ...]:
    names = block.texts("from", required=True)
    if names == ("any",):
        return tuple(one.id for one in stages.values() if not one.start)
    if names == ("any_open",):
        return tuple(one.id for one in stages.values() if not one.start and not one.final)
    for name in names:
        known(block, "from", name, stages, "tahap")
    return names


def _records(block: Block, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    return tuple(_moment(block, "records", name, facts) for name in block.texts("records"))


def _moment(block: Block, key: str, name: str, facts: Mapping[str, Fact]) -> str:
    moments = [one.id for one in facts.values() if one.kind is FactKind.MOMENT]
    return known(block, key, name, moments, "peristiwa bertanggal")


def _openings(
    block: Block, key: str, facts: Mapping[str, Fact], rules: Collection[str]
) -> tuple[Opening, ...]:
    nodes = block.nodes(key) if key in block else []
    return tuple(_opening(node, key, facts, rules) for node in nodes)


def _opening(
    node: yaml.Node, key: str, facts: Mapping[str, Fact], rules: Collection[str]
) -> Opening:
    if isinstance(node, yaml.ScalarNode):
        if node.value not in rules:
            fault(node, f'batas waktu "{node.value}" pada "{key}" tidak ada.')
        return Opening(str(node.value), Always())
    inner = Block(node, f'butir "{key}"')
    rule = known(inner, "rule", inner.text("rule"), rules, "batas waktu")
    found = Opening(rule, condition(inner.node_of("when"), facts))
    inner.close()
    return found
