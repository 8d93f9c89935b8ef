"""The articles one may be charged with: searched, and those that fit a respondent first.

What fits is what the table of outcomes finds possible. Everything is done by the server, so that
it works without a script.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from flask_babel import lazy_gettext as _

from casework.engine.edition import Edition
from casework.engine.refusals import RuleUnknown
from casework.engine.violations import Article
from casework.models import Case
from casework.services.core.work import Work
from casework.services.law import rulings
from webui.core import labels
from webui.core.options import Options, grouped


@dataclass(frozen=True)
class Choice:
    """One article: what the list says of it, what a search reads, whether its words are at hand."""

    id: str
    name: str
    violation_class: str
    words: str
    read: bool
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True)
class Articles:
    """The articles on offer; `fits` are the outcomes each can have, by category of respondent."""

    choices: tuple[Choice, ...] = ()
    fits: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)

    def options(self, search: str, *, category: str, outcome: str, chosen: str) -> Options:
        """The list for one respondent and outcome ("" where none was chosen yet), by relevance.

        First what fits, then what nobody has read, at last what does not; in each group what names
        such a respondent comes before what means anybody. What was `chosen` stays whatever is
        searched for.
        """
        wanted = search.casefold().split()
        groups: dict[tuple[int, str], list[tuple[str, str]]] = {}
        for one in sorted(self.choices, key=lambda one: category not in one.addressees):
            if one.id == chosen or all(word in one.words for word in wanted):
                place, title = self._group(one, category, outcome)
                groups.setdefault((place, title), []).append((one.id, one.name))
        ordered = sorted(groups.items(), key=lambda item: item[0][0])
        sorted_groups = {title: pairs for (_n, title), pairs in ordered}
        return grouped(sorted_groups, _("— tanpa pasal —"), indonesian=True)

    def found(self, search: str) -> int:
        """How many articles a search finds."""
        wanted = search.casefold().split()
        return sum(all(word in one.words for word in wanted) for one in self.choices)

    def _group(self, one: Choice, category: str, outcome: str) -> tuple[int, str]:
        kind = str(labels.word(labels.CLASSES, one.violation_class))
        fits = self.fits.get(category, {}).get(one.id, frozenset())
        possible = outcome in fits if outcome else bool(fits)
        if category and not possible:
            return 3, str(_("Tidak cocok untuk terlapor atau hasil ini"))
        if not one.read:
            return 2, str(_("%(kind)s: bunyi belum dibaca", kind=kind))
        return (0 if one.violation_class == outcome else 1), kind


def articles(work: Work, case: Case, categories: Iterable[str], named: Iterable[str]) -> Articles:
    """Those that held when the event happened: any other would be refused.

    `named` are ids that stay on offer, so that a corrected date, or an article that was split,
    does not empty a field.
    """
    edition, named = work.law.edition(case.edition, case.revision), tuple(named)
    violations = edition.violations
    held = {one.id for one in violations.on(case.event_date)} | set(named)
    offered = [one for one in violations.articles.values() if one.id in held]
    former = tuple(
        Choice(key, edition.article_name(key), "", edition.article_name(key).casefold(), False)
        for key in dict.fromkeys(named)
        if edition.is_split(key)
    )
    outcomes = [one.id for one in violations.classes.values() if one.violation]
    fits = {
        category: {
            one.id: frozenset(
                outcome
                for outcome in outcomes
                if one.concerns(category) and _possible(work, case, category, outcome, one)
            )
            for one in offered
        }
        for category in dict.fromkeys(categories)
    }
    return Articles((*(_choice(one) for one in offered), *former), fits)


def _possible(work: Work, case: Case, category: str, outcome: str, article: Article) -> bool:
    try:
        found = rulings.judge(work, case, category, outcome, article.id)
    except RuleUnknown:
        return True  # an edition without a table rules nothing out
    return found is not None and not found.refused


def _choice(one: Article) -> Choice:
    words = " ".join((one.article, one.title, one.subject, one.act, *one.elements)).casefold()
    return Choice(one.id, _line(one), one.violation_class, words, one.read, one.addressees)


def article_line(edition: Edition, article_id: str) -> str:
    """An article a decision named, with its title where it still stands under that id."""
    one = edition.articles.get(article_id)
    return _line(one) if one is not None else edition.article_name(article_id)


def _line(one: Article) -> str:
    return f"{one.article} — {one.title}"
