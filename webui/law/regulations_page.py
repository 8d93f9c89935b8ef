"""A regulation that was read, as its pages show it: groups of matches, one match, a sample."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import url_for
from flask_babel import lazy_gettext as _

from casework.engine import text_diff
from casework.engine.lawbook.page import Item
from casework.engine.regulation.matching import Found, Match, Verdict
from casework.engine.regulation.text import Passage
from casework.engine.text_diff import Pair
from casework.services.core.work import Work
from casework.services.law import regulations, revisions
from casework.services.law.regulations import DEFINITION, Board
from webui.law.wording import written

GROUPS = {
    DEFINITION: _("Definisi hari dan hari pertama"),
    Verdict.VERBATIM.value: _("Sama kata demi kata pada pasalnya"),
    Verdict.ELSEWHERE.value: _("Sama kata demi kata, pada pasal lain"),
    Verdict.UNNUMBERED.value: _("Sama kata demi kata; entri tidak menyebut pasal"),
    Verdict.SIMILAR.value: _("Serupa, ada kata yang berbeda"),
    Verdict.POSSIBLE.value: _("Calon bunyi, dicari menurut kata-katanya"),
    Verdict.ABSENT.value: _("Tidak ditemukan dalam naskah"),
}


@dataclass(frozen=True)
class Offer:
    """Words offered for an entry: where, on which page, and what differs from its quote."""

    found: Found
    page: int
    picture: str
    address: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class MatchPage:
    """One match beside the entry; `place` is which of the offers is shown.

    `cited` and `note` are those of the basis that waits: of the entry, or of its part.
    """

    board: Board
    match: Match
    item: Item
    pin: str
    cited: str
    note: str
    place: int
    offers: tuple[Offer, ...]
    number: int
    count: int
    following: str

    @property
    def offer(self) -> Offer | None:
        """The words shown now."""
        return self.offers[self.place] if self.offers else None

    @property
    def entry(self) -> str:
        """The entry as ``kind/id``."""
        return self.match.target.name


def groups(board: Board) -> tuple[tuple[str, object, int], ...]:
    """Each group that has a match: its name, its title, and how many."""
    found = ((name, title, _size(board, name)) for name, title in GROUPS.items())
    return tuple(one for one in found if one[2])


def _size(board: Board, name: str) -> int:
    return len(_of_group(board, name))


def _of_group(board: Board, name: str) -> tuple[Match, ...]:
    """The matches of a group; those of the definitions stand in their own group alone."""
    if name == DEFINITION:
        return board.definitions
    return tuple(one for one in board.open if one.verdict.value == name)


def queue(board: Board, group: str) -> list[str]:
    """The keys of the open matches in the order in which they are answered."""
    names = [group] if group in GROUPS else list(GROUPS)
    return [one.target.key for name in names for one in _of_group(board, name)]


def after(keys: Sequence[str], key: str, left: Sequence[str]) -> str:
    """The next of `keys` behind `key` that is still `left`, or the first one left; "" if none."""
    behind = keys[keys.index(key) + 1 :] if key in keys else []
    return next((one for one in behind if one in left), next(iter(left), ""))


def match_page(work: Work, board: Board, key: str, place: int, group: str) -> MatchPage:
    """One match with its offers. Raises NotFound."""
    match = regulations.match_of(board, key)
    target = match.target
    keys = queue(board, group)
    sheet = revisions.sheet(work, target.edition, target.name, used=False)
    basis: Any = sheet.source.values
    for step in target.part.split(".") if target.part else ():
        basis = basis[step]
    offers = tuple(offer(board, match, one) for one in match.found)
    return MatchPage(
        board,
        match,
        sheet.item,
        sheet.pin,
        written(basis["citation"]),
        str(basis.get("note", "")),
        place if place < len(offers) else 0,
        offers,
        keys.index(key) + 1 if key in keys else 0,
        len(keys),
        after(keys, key, [one for one in keys if one != key]),
    )


def offer(board: Board, match: Match, found: Found) -> Offer:
    """Words as the page shows them."""
    places = [at for one in found.passages for at in board.passages[one].places]
    page = places[0].page if places else 1
    lines = ",".join(f"{one.first}-{one.last}" for one in places if one.page == page)
    return Offer(
        found,
        page,
        url_for("regulations.picture", text_id=board.head.id, page=page, baris=lines),
        str(found.address) or "–",
        text_diff.compare(match.target.quote, found.words) if match.target.quote else (),
    )


def chapters(uncited: Sequence[Passage]) -> list[tuple[str, list[Passage]]]:
    """The passages that no entry cites, by the chapter they stand in."""
    return [(title, list(found)) for title, found in groupby(uncited, lambda one: one.heading)]
