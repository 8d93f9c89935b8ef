"""What the articles of a kajian threaten, by the date of the act and of today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from casework.engine.edition import Edition
from casework.engine.lawbook.violations import penalty_words, span
from casework.engine.provisions import Provision
from casework.engine.violations import FAVOURABLE, Penalty
from casework.models import Case
from casework.services.core.work import Work


@dataclass(frozen=True)
class PenaltyLine:
    """One penalty: for acts of which time, in which words, how sure that is."""

    when: str
    text: str
    note: str
    mark: str
    citation: str


@dataclass(frozen=True)
class SanctionLine:
    """The penalties of one article for the act of a case.

    Two stand here where the law changed after the act; `favourable` says which of them applies.
    """

    article: str
    entry: str
    penalties: tuple[PenaltyLine, ...]
    favourable: Provision | None


def sanctions(work: Work, case: Case, articles: Iterable[str]) -> tuple[SanctionLine, ...]:
    """A line for each of the articles, by their ids; unknown ids are left out."""
    edition = work.law.edition(case.edition, case.revision)
    today = work.now.astimezone(ZoneInfo(case.office.zone)).date()
    found = []
    for key in dict.fromkeys(articles):
        article = edition.articles.get(key)
        sanction = article.sanction(case.event_date, today) if article else None
        if article is None or sanction is None:
            continue
        both = [one for one in (sanction.at_act, sanction.later) if one is not None]
        found.append(
            SanctionLine(
                article.article,
                f"{edition.pin}/pasal/{article.id}",
                tuple(_line(edition, one) for one in both),
                edition.provisions.get(FAVOURABLE) if sanction.later else None,
            )
        )
    return tuple(found)


def named(form: Mapping[str, str]) -> Iterator[str]:
    """The ids of the articles that a form of the kajian names."""
    return (text for name, text in form.items() if name.startswith("pasal-") and text)


def _line(edition: Edition, one: Penalty) -> PenaltyLine:
    by = one.changed_by
    return PenaltyLine(
        span(one.in_force),
        penalty_words(one),
        one.note if one.known else "",
        edition.mark_of(one).value,
        by.basis.citation if by else one.basis.citation,
    )
