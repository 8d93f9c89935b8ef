"""What an amendment changes, as its pages show it: the articles and entries, and one change."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine import text_diff
from casework.engine.lawbook.page import Item
from casework.engine.regulation.amendments import Answer, ArticleChange, EntryChange
from casework.engine.text_diff import Pair
from casework.services.core.work import Work
from casework.services.law import revisions
from casework.services.law.amended import Comparison
from webui.law.wording import yaml_of


@dataclass(frozen=True)
class ArticleLine:
    """One article the amendment touches, its words before and after word by word."""

    address: str
    change: str
    page: int
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class ChangePage:
    """One change beside its entry; `mark` is what the answer is given to.

    `quote` compares the quote of the entry with the new words, `proposed` is what the file of the
    proposed edition would say, "" where only a hand can write it. `following` is the next that
    waits, "" for none.
    """

    found: Comparison
    change: EntryChange
    item: Item
    pin: str
    articles: tuple[ArticleLine, ...]
    quote: tuple[Pair, ...]
    proposed: str
    answer: Answer | None
    mark: str
    number: int
    following: str


def articles(found: Comparison) -> tuple[ArticleLine, ...]:
    """Every article the amendment touches, in its order."""
    return tuple(_line(one) for one in found.articles)


def following(found: Comparison, key: str) -> str:
    """The next change behind `key` that waits, or the first one; "" for none."""
    keys = [one.target.key for one in found.entries]
    waiting = {one.target.key for one in found.open} - {key}
    behind = keys[keys.index(key) + 1 :] if key in keys else []
    return next((one for one in (*behind, *keys) if one in waiting), "")


def change_page(work: Work, found: Comparison, key: str) -> ChangePage:
    """One change with the articles it rests on. Raises NotFound."""
    one = found.entry(key)
    sheet = revisions.sheet(work, one.target.edition, one.target.name, used=False)
    proposed = found.proposed(one)
    named = {cite.article for cite in one.target.cited}
    return ChangePage(
        found,
        one,
        sheet.item,
        sheet.pin,
        tuple(_line(each) for each in found.articles if each.at.article in named),
        text_diff.compare(one.target.quote, str(proposed.get("quote", ""))),
        yaml_of(proposed) if proposed else "",
        found.answers.get(key),
        found.mark(one),
        1 + [each.target.key for each in found.entries].index(key),
        following(found, key),
    )


def _line(one: ArticleChange) -> ArticleLine:
    pairs = text_diff.compare(one.before, one.after)
    return ArticleLine(str(one.at), one.change.value, one.page, pairs)
