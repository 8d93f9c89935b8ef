"""Operators on the table of outcomes, the kinds of provision and the elements of articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casework.engine.basis import Cite
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.outcomes import OutcomeRow
from tests.unit.engine.mutants.editing import GONE, OWN_WORDS, Add, Amend, Mutant, Remove

OUTCOMES = ("outcomes.yaml", "outcomes")
ARTICLES = ("violations.yaml", "articles")
KINDS = ("violations.yaml", "kinds")


def outcome_gap(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A row less in the table of outcomes."""
    for row in _own(law, edition):
        yield Mutant(row.id, "Celah: ", (Remove(*OUTCOMES, row.id),))


def outcome_overlap(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A second row for one combination."""
    for row in edition.outcomes:
        again = {
            "id": "kembar",
            "outcomes": list(row.outcomes[:1]),
            "kinds": list(row.kinds[:1]),
            "categories": list(row.categories[:1]),
            "stages": [str(row.stages[0])],
            "levels": [str(row.levels[0])],
            "possible": "true",
            **OWN_WORDS,
        }
        yield Mutant(row.id, "Tumpang tindih: ", (Add(*OUTCOMES, again),))


def outcome_that_says_no_reason(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Impossible, and nobody is told why."""
    for row in _impossible(edition):
        yield Mutant(row.id, '"why"', (_row(row, why=GONE),))


def outcome_without_way_on(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Impossible, and nobody is told what to do."""
    for row in _impossible(edition):
        yield Mutant(row.id, '"cure"', (_row(row, cure=GONE),))


def outcome_at_no_stage(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A row for a stage that no election has."""
    for row in edition.outcomes:
        yield Mutant(row.id, 'tahapan "panen"', (_row(row, stages=["panen"]),))


def outcome_of_nobody(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A row that leaves out a category that there is not."""
    for row in edition.outcomes:
        changed = _row(row, categories={"except": ["raja"]})
        yield Mutant(row.id, 'golongan terlapor "raja"', (changed,))


def outcome_with_a_strange_word(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A reason that names what the table does not know."""
    for row in _impossible(edition):
        changed = _row(row, why="{siapa} tidak dikenal")
        yield Mutant(row.id, "isian yang tidak dikenal", (changed,))


def article_of_no_kind(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An article of a kind that the table does not know."""
    for article in edition.articles:
        change = Amend(*ARTICLES, article, {"kind": "titah"})
        yield Mutant(article, 'jenis ketentuan "titah"', (change,))


def idle_kind(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A kind of provision that no article is of."""
    kind = {"id": "kosong", "title": "Kosong", **OWN_WORDS}
    yield Mutant("kosong", "Tidak ada pasal yang berjenis ini", (Add(*KINDS, kind),))


def article_of_which_nothing_comes(law: Law, edition: Edition) -> Iterator[Mutant]:
    """The last outcome that an article could have becomes impossible."""
    classes = edition.violations.classes
    for kind in edition.violations.kinds:
        left = [
            row
            for row in edition.outcomes
            if row.possible
            and kind in row.kinds
            and any(classes[o].violation for o in row.outcomes)
        ]
        edits = tuple(_row(row, known=GONE, possible="false", why="Uji.", cure="Uji.")
                      for row in left)  # fmt: skip
        yield Mutant(kind, "Tidak ada hasil yang mungkin untuk jenisnya", edits)


def article_without_elements(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An article to be charged that has no elements and does not say why."""
    for article in edition.articles:
        gone = {"elements": GONE, "elements_known": GONE, "elements_note": GONE}
        yield Mutant(article, "tidak punya unsur", (Amend(*ARTICLES, article, gone),))


def elements_unknown_without_reason(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Elements that are not known, and nobody says why."""
    for article in edition.articles:
        gone = {"elements": GONE, "elements_known": "false", "elements_note": GONE}
        yield Mutant(article, '"elements_note"', (Amend(*ARTICLES, article, gone),))


def element_without_mark(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An element that rests on an article of its own without saying how it was read."""
    for article in edition.articles:
        element = {"text": "dengan sengaja", "citation": {"law": "praktik"}}
        changed = {"elements": [element], "elements_known": GONE, "elements_note": GONE}
        yield Mutant(article, '"verification"', (Amend(*ARTICLES, article, changed),))


def element_of_no_words(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Elements written beside the word that there are none."""
    for article in edition.articles:
        changed = {"elements": ["dengan sengaja"], "elements_known": "false"}
        yield Mutant(article, "tetapi menulis unsur", (Amend(*ARTICLES, article, changed),))


def threat_that_is_no_crime(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An article said to threaten an act that is not one that threatens."""
    other = next((i for i, one in edition.articles.items() if one.violation_class != "pidana"), "")
    for article, one in edition.articles.items():
        if one.punished_by:
            for by in (other, article, "uu-9999"):
                change = Amend(*ARTICLES, article, {"punished_by": [by]})
                yield Mutant(article, "yang bukan pasal ancaman pidana lain", (change,))


def two_threats_on_one_day(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Two articles that threaten the same act on the same day."""
    for article, one in edition.articles.items():
        for by in one.punished_by[:1]:
            two = {"punished_by": [by, "uu-187a-2"]}
            yield Mutant(article, "pada hari yang sama", (Amend(*ARTICLES, article, two),))


def power_that_is_charged(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An article that rests on nothing but a provision that gives a power."""
    powers = [one for one in edition.provisions.values() if one.competence]
    for article in edition.articles:
        for power in powers[:1]:
            changed = {**OWN_WORDS, "citation": _cite(power.basis.cites[0])}
            change = Amend(*ARTICLES, article, changed)
            yield Mutant(article, "Hanya bertumpu pada ketentuan yang memberi", (change,))


def power_among_the_articles(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A provision that gives a power, listed among the articles as well."""
    first = next(iter(edition.articles.values()))
    for power in edition.provisions.values():
        if power.competence:
            again = {
                "id": power.id,
                "article": "Pasal kembar",
                "title": "Kembar",
                "class": first.violation_class,
                "kind": first.kind,
                "act": "Uji.",
                "penalty_known": "false",
                "elements_known": "false",
                "elements_note": "Uji.",
                **OWN_WORDS,
            }
            yield Mutant(power.id, "juga terdaftar sebagai pasal", (Add(*ARTICLES, again),))


def _own(law: Law, edition: Edition) -> Iterator[OutcomeRow]:
    """The rows that no other edition of the regime changes."""
    kin = [one for one in law.editions.values() if one.regime == edition.regime]
    return (one for one in edition.outcomes if all(one in other.outcomes for other in kin))


def _impossible(edition: Edition) -> Iterator[OutcomeRow]:
    return (one for one in edition.outcomes if one.known and not one.possible)


def _row(row: OutcomeRow, **changes: Any) -> Amend:
    return Amend(*OUTCOMES, row.id, changes)


def _cite(cite: Cite) -> dict[str, str]:
    parts = {
        "law": cite.law, "article": cite.article, "paragraph": cite.paragraph,
        "letter": cite.letter,
    }  # fmt: skip
    return {key: value for key, value in parts.items() if value}
