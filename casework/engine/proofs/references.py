"""Everything an entry names must exist: roles, stages, rules, forms, facts, agencies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from casework.engine.categories import CATEGORIES
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.office import Level
from casework.engine.proofs.fault import Fault
from casework.engine.roles import TITLES
from casework.engine.rule import Direction


def faults(law: Law, edition: Edition) -> Iterator[Fault]:
    """Name each reference to something that is not there."""
    yield from _acts(edition)
    yield from _stages(edition)
    yield from _rules(edition)
    yield from _facts(edition)
    yield from _routes(law, edition)
    for article in edition.articles.values():
        yield from _unknown(
            f"pasal {article.id}",
            "golongan",
            [article.violation_class],
            edition.violations.classes,
        )
    for code in (office for election in law.elections.values() for office in election.offices):
        yield from _unknown("pemilihan", "kantor", [code], law.offices)


def layouts(edition: Edition, there: Collection[str]) -> Iterator[Fault]:
    """Forms that have no template to be drawn from; an edition without cases draws none."""
    wanted = {name for act in edition.acts.values() for name in act.documents}
    wanted |= {route.form for route in edition.routes if route.form}
    for name in sorted(wanted - {*there}) if not edition.no_cases else ():
        yield Fault(f"formulir {name}", f"Tidak punya templat pada documents/{name}.")


def _acts(edition: Edition) -> Iterator[Fault]:
    for act in edition.acts.values():
        where = f"tindakan {act.id}"
        if not act.roles:
            yield Fault(where, "Tidak ada peran yang boleh melakukannya.")
        targets = [act.to_stage] if act.to_stage else []
        yield from _unknown(where, "tahap", [*act.from_stages, *targets], edition.stages)
        yield from _unknown(where, "peran", act.roles, TITLES)
        yield from _unknown(where, "formulir", act.documents, edition.forms)
        named = [item.rule for item in (*act.opens, *act.meets)]
        yield from _unknown(where, "batas waktu", named, edition.deadlines)
        for condition in (*act.needs, *(item.when for item in (*act.opens, *act.meets))):
            yield from _unknown(where, "fakta", sorted(condition.names()), edition.facts)


def _stages(edition: Edition) -> Iterator[Fault]:
    for stage in edition.stages.values():
        yield from _unknown(f"tahap {stage.id}", "batas waktu", stage.limits, edition.deadlines)


def _rules(edition: Edition) -> Iterator[Fault]:
    for rule in edition.deadlines.values():
        where = f"batas {rule.id}"
        yield from _unknown(where, "fakta", rule.starts_on, edition.facts)
        if rule.within is not None:
            yield from _unknown(where, "batas luar", [rule.within], edition.deadlines)
        if rule.extension and rule.extension.act:
            yield from _unknown(where, "tindakan", [rule.extension.act], edition.acts)
        for rung in rule.reminders:
            yield from _unknown(where, "peran pengingat", rung.roles, TITLES)


def _facts(edition: Edition) -> Iterator[Fault]:
    for fact in edition.facts.values():
        rule = edition.deadlines.get(fact.notice)
        if rule is not None and rule.direction is not Direction.BEFORE:
            yield Fault(f"fakta {fact.id}", f"Batas {rule.id} tidak dihitung mundur.")


def _routes(law: Law, edition: Edition) -> Iterator[Fault]:
    functions = {agency.function for agency in law.agencies.values()}
    for route in edition.routes:
        where = f"tujuan {route.id}"
        yield from _unknown(where, "fungsi lembaga", route.functions, functions)
        yield from _unknown(where, "golongan", [route.violation_class], edition.violations.classes)
        yield from _unknown(where, "golongan terlapor", route.categories, CATEGORIES)
        yield from _unknown(where, "tingkat", route.levels, list(Level))
        if route.form:
            yield from _unknown(where, "formulir", [route.form], edition.forms)


def _unknown(
    where: str, what: str, names: Iterable[str], options: Collection[str]
) -> Iterator[Fault]:
    for name in names:
        if name not in options:
            yield Fault(where, f"Menyebut {what} {name} yang tidak ada.")
