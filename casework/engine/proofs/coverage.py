"""Article → rule → scenario: what the law in scope rests on, and who tests it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from casework.engine.basis import Cite
from casework.engine.entry import Entry, entries
from casework.engine.law import Law
from casework.engine.proofs.fault import Fault
from casework.engine.route import Route
from casework.engine.scope import ScopeEntry


@dataclass(frozen=True)
class Mention:
    """A scenario that names a rule of an edition."""

    edition: str
    rule: str
    feature: str
    scenario: str


@dataclass(frozen=True)
class Covered:
    """One rule of one edition and the scenarios that test it.

    `written_in` is the edition whose text it is: an amending edition inherits what it does not
    change, together with the scenarios.
    """

    edition: str
    entry: Entry
    written_in: str
    cites: tuple[Cite, ...]
    scenarios: tuple[Mention, ...]

    @property
    def inherited(self) -> bool:
        """Does the rule stand unchanged in the edition that this one amends?"""
        return self.edition != self.written_in


@dataclass(frozen=True)
class ScopeRow:
    """One article in scope and the rules that rest on it, each once, where it was written."""

    article: ScopeEntry
    rules: tuple[Covered, ...]

    @property
    def hole(self) -> bool:
        """Does no rule rest on it, without a word why?"""
        return not self.rules and not self.article.why


@dataclass(frozen=True)
class Coverage:
    """The whole table, and its holes."""

    articles: tuple[ScopeRow, ...]
    rules: tuple[Covered, ...]
    strays: tuple[Mention, ...]

    @property
    def untested(self) -> tuple[Covered, ...]:
        """Rules without a scenario, each where it was written."""
        return tuple(one for one in self.rules if not one.scenarios and not one.inherited)

    def faults(self, edition: str | None = None) -> Iterator[Fault]:
        """Every hole as a story; with `edition` only those of its rules."""
        for row in self.articles if edition is None else ():
            yield from _scope_faults(row)
        for rule in self.untested:
            if edition in (None, rule.edition):
                yield Fault(
                    f"{rule.edition} {rule.entry.name}", "Tidak ada skenario yang mengujinya."
                )
        for mention in self.strays:
            if edition in (None, mention.edition):
                yield Fault(
                    f"{mention.feature}: {mention.scenario}",
                    f"Menyebut aturan {mention.rule} yang tidak ada pada edisi {mention.edition}.",
                )


def scope_faults(law: Law) -> Iterator[Fault]:
    """Articles in scope on which no rule rests, and excuses that are not needed."""
    resting = _by_article(tuple(_rules(law, {})))
    for article in law.scope:
        yield from _scope_faults(_row(article, resting))


def coverage(law: Law, mentions: Iterable[Mention]) -> Coverage:
    """Lay the scope, the rules and the scenarios beside each other."""
    told: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        told.setdefault((mention.edition, mention.rule), []).append(mention)
    rules = tuple(_rules(law, told))
    there = {(one.edition, one.entry.name) for one in rules}
    resting = _by_article(rules)
    return Coverage(
        tuple(_row(article, resting) for article in law.scope),
        rules,
        tuple(one for key, found in told.items() if key not in there for one in found),
    )


def rests_on(article: Cite, cite: Cite) -> bool:
    """Is `cite` the article in scope, or a more precise place in it?

    >>> scope = Cite("uu-pemilihan", "134", "5")
    >>> rests_on(scope, Cite("uu-pemilihan", "134", "5", "a")), rests_on(scope, Cite("uu-1", "134"))
    (True, False)
    """
    asked = (article.article, article.paragraph, article.letter)
    given = (cite.article, cite.paragraph, cite.letter)
    return article.law == cite.law and all(
        want in ("", got) for want, got in zip(asked, given, strict=True)
    )


def _by_article(rules: tuple[Covered, ...]) -> Mapping[str, list[tuple[Cite, Covered]]]:
    """Every citation with its rule, by the law it names; the rules each where it was written."""
    found: dict[str, list[tuple[Cite, Covered]]] = {}
    for rule in rules:
        for cite in () if rule.inherited else rule.cites:
            found.setdefault(cite.law, []).append((cite, rule))
    return found


def _row(article: ScopeEntry, resting: Mapping[str, list[tuple[Cite, Covered]]]) -> ScopeRow:
    asked = resting.get(article.cite.law, ())
    rules = {id(rule): rule for cite, rule in asked if rests_on(article.cite, cite)}
    return ScopeRow(article, tuple(rules.values()))


def _scope_faults(row: ScopeRow) -> Iterator[Fault]:
    if row.hole:
        yield Fault(
            f"cakupan {row.article.text}",
            "Tidak ada aturan yang bertumpu padanya, dan tidak ada alasannya (why).",
        )
    if row.rules and row.article.why:
        first = row.rules[0]
        yield Fault(
            f"cakupan {row.article.text}",
            f"Beralasan tanpa aturan, padahal {first.entry.name} pada {first.edition} "
            "bertumpu padanya.",
        )


def _rules(law: Law, told: Mapping[tuple[str, str], list[Mention]]) -> Iterator[Covered]:
    every = {edition: entries(law.edition(edition)) for edition in _elders_first(law)}
    roots: dict[tuple[str, str], str] = {}
    tested: dict[tuple[str, str], list[Mention]] = {}
    for edition, rules in every.items():
        base = law.edition(edition).amends or ""
        for name, rule in rules.items():
            same = every.get(base, {}).get(name) == rule
            root = roots[base, name] if same else edition
            roots[edition, name] = root
            tested.setdefault((root, name), []).extend(told.get((edition, name), ()))
    for (edition, name), root in roots.items():
        rule = every[edition][name]
        yield Covered(edition, rule, root, _cites(law, rule), tuple(tested[root, name]))


def _elders_first(law: Law) -> list[str]:
    """The editions, each after the one it amends."""
    ordered: list[str] = []

    def put(edition: str) -> None:
        base = law.edition(edition).amends
        if base is not None and base not in ordered:
            put(base)
        if edition not in ordered:
            ordered.append(edition)

    for edition in law.editions:
        put(edition)
    return ordered


def _cites(law: Law, rule: Entry) -> tuple[Cite, ...]:
    """What the rule rests on; a route also on what its agencies rest on."""
    functions = rule.value.functions if isinstance(rule.value, Route) else ()
    agencies = (
        cite
        for agency in law.agencies.values()
        if agency.function in functions
        for cite in agency.basis.cites
    )
    return tuple(dict.fromkeys((*rule.cites, *agencies)))
