"""What can be decided: outcome, article, category, stage of the election, level of the office.

Kajian, pleno and letters ask `ruling`, so that what is impossible is refused where it is typed and
nowhere else is a list of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.categories import CATEGORIES
from casework.engine.edition import Edition
from casework.engine.outcomes import COMPETENCE, NO_ARTICLE, RESERVED, OutcomeRow
from casework.engine.refusals import RuleUnknown


@dataclass(frozen=True)
class Ruling:
    """What the table says of one allegation: its row, and the row's words filled in."""

    row: OutcomeRow
    why: str
    cure: str

    @property
    def refused(self) -> bool:
        """Is the combination impossible?"""
        return self.row.known and not self.row.possible


def kind_of(edition: Edition, article_id: str) -> str:
    """The kind of the provision with that id; "" is none. Raises RuleUnknown."""
    if not article_id:
        return NO_ARTICLE
    article = edition.articles.get(article_id)
    if article is not None:
        return article.kind
    provision = edition.provisions.get(article_id)
    if provision is not None and provision.competence:
        return COMPETENCE
    raise RuleUnknown(f'Pasal "{article_id}" tidak ada pada edisi {edition.id}.')


def kind_title(edition: Edition, kind: str) -> str:
    """A kind of provision in words."""
    found = edition.violations.kinds.get(kind)
    return found.title if found else RESERVED[kind]


def ruling(
    edition: Edition, *, outcome: str, article: str, category: str, stage: str, level: str
) -> Ruling:
    """What the edition says of one outcome for one respondent.

    `article` is the id of the article named, "" where none was; `stage` a stage of the election,
    `level` that of the office that decides. Raises RuleUnknown for a combination or an article
    the edition does not have.
    """
    kind = kind_of(edition, article)
    asked = (outcome, kind, category, stage, level)
    row = next((one for one in edition.outcomes if one.covers(*asked)), None)
    if row is None:
        raise RuleUnknown(f"Edisi {edition.id} tidak punya baris hasil untuk {'/'.join(asked)}.")
    words = {
        "outcome": edition.violations.classes[outcome].title,
        "article": edition.article_name(article) or RESERVED[NO_ARTICLE],
        "kind": kind_title(edition, kind),
        "category": CATEGORIES.get(category, category),
    }
    return Ruling(row, row.why.format_map(words), row.cure.format_map(words))
