"""The law as it is read on a page: the editions, one edition, its entries, one entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from casework.engine.basis import Basis, Mark
from casework.engine.edition import Edition
from casework.engine.entry import entries, instruments
from casework.engine.lawbook.page import Item
from casework.services.core.work import Work
from casework.services.law import revisions as revisions_read
from casework.services.law.revisions import Shelf, Told
from webui.law import related
from webui.law.drawing import Drawing, drawing
from webui.law.outline import Outline, outline

UNKNOWN = "tidak_diketahui"
"""What the filter calls entries whose value nobody knows."""


@dataclass(frozen=True)
class Card:
    """One edition in the list. `marks` counts its rules by the mark of their own basis."""

    edition: Edition
    instruments: tuple[tuple[str, str], ...]
    marks: tuple[tuple[str, int], ...]
    newest: str

    @property
    def current(self) -> bool:
        """Whether this is the newest revision."""
        return self.edition.revision == self.newest


@dataclass(frozen=True)
class EditionPage:
    """One edition: its head, its lifecycle drawn and in words, its chapters."""

    card: Card
    drawing: Drawing
    outline: Outline
    shelves: tuple[tuple[str, str, int, int], ...]
    revisions: tuple[Told, ...]


@dataclass(frozen=True)
class Wanted:
    """What a reader asks of an edition: words, a mark, a kind ("" for all)."""

    words: str = ""
    mark: str = ""
    kind: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out on purpose."""
        return bool(self.words or self.mark)


@dataclass(frozen=True)
class EntryPage:
    """One entry with what it names and what names it."""

    card: Card
    kind: str
    title: str
    sheet: revisions_read.Sheet
    names: tuple[tuple[str, str], ...]
    named_by: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        """The edition."""
        return self.card.edition.id

    @property
    def name(self) -> str:
        """The entry as ``kind/id``."""
        return self.sheet.item.rule

    @property
    def entry_id(self) -> str:
        """The entry within its kind."""
        return self.name.partition("/")[2]

    @property
    def marked(self) -> bool:
        """Whether the entry bears a mark of its own."""
        return "verification" in self.sheet.source.values


def editions(work: Work) -> tuple[Card, ...]:
    """Every edition, the regimes together, the newest of each first."""
    found = sorted(
        work.law.editions.values(),
        key=lambda one: (
            one.regime,
            -(one.in_force.since.toordinal() if one.in_force.since else 0),
        ),
    )
    return tuple(card(work, one) for one in found)


def pins(work: Work) -> tuple[tuple[str, str], ...]:
    """Every edition and revision that can be read, the newest of each first, with its title."""
    return tuple(
        (f"{one.id}@{revision}", one.title)
        for one in work.law.editions.values()
        for revision in reversed(
            [one.revision.partition(".")[0], *(upon.revision for upon in work.law.upon(one.id))]
        )
    )


def card(work: Work, edition: Edition) -> Card:
    """The head of an edition."""
    counted = Counter(one.basis.mark for one in entries(edition).values())
    return Card(
        edition,
        tuple((one.short, one.title) for one in instruments(work.law, edition)),
        tuple((mark.value, counted[mark]) for mark in Mark),
        work.law.edition(edition.id).revision,
    )


def edition_page(work: Work, pin: str) -> EditionPage:
    """One edition at one revision. Raises EditionUnknown."""
    edition = work.law.pinned(pin)
    shelves = revisions_read.shelves(work, edition.id, edition.revision)
    return EditionPage(
        card(work, edition),
        drawing(edition),
        outline(edition),
        tuple(
            (one.kind, one.title, len(one.items), sum(_weak(item) for item in one.items))
            for one in shelves
            if one.items
        ),
        tuple(reversed(revisions_read.all_of(work, edition.id))),
    )


def found(work: Work, pin: str, wanted: Wanted) -> tuple[Card, tuple[Shelf, ...]]:
    """The entries of an edition that a reader asked for. Raises EditionUnknown."""
    edition = work.law.pinned(pin)
    shelves = revisions_read.shelves(work, edition.id, edition.revision)
    kept = (
        Shelf(one.kind, one.title, tuple(_kept(one.items, wanted)))
        for one in shelves
        if wanted.kind in ("", one.kind)
    )
    return card(work, edition), tuple(one for one in kept if one.items)


def entry_page(work: Work, pin: str, name: str) -> EntryPage:
    """One entry at one revision. Raises EditionUnknown or RuleUnknown."""
    edition = work.law.pinned(pin)
    sheet = revisions_read.sheet(work, edition.id, name, edition.revision, used=False)
    titles = related.titles(edition)
    names, named_by = related.related(edition, name)
    kind = name.partition("/")[0]
    return EntryPage(
        card(work, edition),
        kind,
        sheet.item.title,
        sheet,
        tuple((one, titles[one]) for one in names if one in titles),
        tuple((one, titles[one]) for one in named_by if one in titles),
    )


def _kept(items: Iterable[Item], wanted: Wanted) -> Iterable[Item]:
    terms = wanted.words.casefold().split()
    for item in items:
        if wanted.mark and wanted.mark not in _marks(item):
            continue
        if not terms or all(term in _text(item) for term in terms):
            yield item


def _marks(item: Item) -> set[str]:
    """The marks an entry bears, in whole or in part; what rests on no article bears none."""
    bases = [item.basis, *(basis for _, basis in item.caveats)]
    marks = {basis.mark.value for basis in bases if basis.citation}
    return marks if item.known else marks | {UNKNOWN}


def _weak(item: Item) -> bool:
    return Mark.UNVERIFIED.value in _marks(item)


def _text(item: Item) -> str:
    parts = [item.title, item.rule, *(line.value for line in item.lines), *_words(item.basis)]
    for _, basis in item.caveats:
        parts += _words(basis)
    return "\n".join(parts).casefold()


def _words(basis: Basis) -> tuple[str, ...]:
    return basis.citation, basis.quote, basis.note, basis.source
