"""An amending regulation held against what it amends, with what a lawyer answered to each change.

The answers stand in the record and nowhere else: the rules are files, and a page writes none of
them. `casework law amend` reads the answers when it writes the edition it proposes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine import chain
from casework.engine.edition import Edition
from casework.engine.regulation import amendments
from casework.engine.regulation.amendments import Answer, ArticleChange, Change, EntryChange
from casework.engine.regulation.targets import targets
from casework.engine.words import long_date
from casework.errors import NotFound
from casework.models import Event, Office, Officer
from casework.services.core.work import Work
from casework.services.law import regulations
from casework.services.law.regulations import Head

ANSWERED = "perubahan_dijawab"


@dataclass(frozen=True)
class Comparison:
    """Two regulations and the entries of one edition between them; `answers` by key of the entry.

    `articles` are those the amendment touches, `entries` those it changes, `same` counts the rest.
    """

    new: Head
    old: Head
    edition: Edition
    articles: tuple[ArticleChange, ...]
    entries: tuple[EntryChange, ...]
    same: int
    answers: Mapping[str, Answer]

    @property
    def source(self) -> str:
        """Where the new words were read."""
        return f"{self.new.instrument.short}, naskah PDF SHA-256 {self.new.row.sha256}"

    @property
    def open(self) -> tuple[EntryChange, ...]:
        """Those nobody has answered yet."""
        return tuple(one for one in self.entries if one.target.key not in self.answers)

    def entry(self, key: str) -> EntryChange:
        """One change. Raises NotFound."""
        found = next((one for one in self.entries if one.target.key == key), None)
        if found is None:
            raise NotFound("Entri itu tidak berubah menurut kedua naskah ini.")
        return found

    def proposed(self, one: EntryChange) -> Mapping[str, Any]:
        """What the proposed edition would say of an entry; empty where only a hand can write it."""
        if one.by_hand:
            return {}
        return amendments.difference(one, self.new.instrument.id, self.source)

    def mark(self, one: EntryChange) -> str:
        """By what the very content of a change is known: an answer to another one does not hold."""
        return chain.digest(
            {
                "texts": [self.new.row.sha256, self.old.row.sha256],
                "entry": [one.target.key, one.target.quote, one.change.value],
                "proposed": dict(self.proposed(one)),
            }
        )


def pairs(work: Work, text_id: int) -> tuple[tuple[Head, Edition], ...]:
    """What a regulation can be compared with: another one that was read, and an edition of it.

    Empty for one that amends nothing. Raises NotFound.
    """
    new = regulations.head(work, text_id)
    if not any(one.amending for one in regulations.passages_of(new.row)):
        return ()
    found = []
    for old in regulations.heads(work):
        if old.instrument.id == new.instrument.id:
            continue
        editions = dict.fromkeys(one.edition for one in targets(work.law, old.instrument.id))
        found += [(old, work.law.edition(one)) for one in editions]
    return tuple(found)


def compare(work: Work, text_id: int, old_id: int, edition_id: str) -> Comparison:
    """Hold one regulation against another one. Raises NotFound."""
    new, old = regulations.head(work, text_id), regulations.head(work, old_id)
    edition = work.law.editions.get(edition_id)
    if edition is None:
        raise NotFound("Edisi itu tidak ada.")
    passages = regulations.passages_of(new.row)
    articles = amendments.articles(regulations.passages_of(old.row), passages)
    mine = [one for one in targets(work.law, old.instrument.id) if one.edition == edition.id]
    every = amendments.entries(mine, articles, passages)
    entries = tuple(one for one in every if one.change is not Change.SAME)
    found = Comparison(new, old, edition, articles, entries, len(every) - len(entries), {})
    marks = {one.target.key: found.mark(one) for one in entries}
    answers = {
        key: answer
        for key, (mark, answer) in _answers(work, text_id).items()
        if marks.get(key) == mark
    }
    return Comparison(new, old, edition, articles, entries, found.same, answers)


def _answers(work: Work, text_id: int) -> dict[str, tuple[str, Answer]]:
    """The newest answer to each change of a regulation, with the mark of what was answered."""
    rows = work.session.execute(
        select(Event, Officer.name, Office.zone)
        .join(Officer, Officer.id == Event.actor_id)
        .join(Office, Office.id == Event.office_id)
        .where(Event.action == ANSWERED, Event.subject == f"regulation_texts:{text_id}")
        .order_by(Event.at, Event.seq)
    )
    return {
        row.detail["entry"]: (
            row.detail["mark"],
            Answer(
                row.detail["accepted"],
                name,
                long_date(row.at.astimezone(ZoneInfo(zone)).date()),
                row.detail["reason"],
            ),
        )
        for row, name, zone in rows
    }
