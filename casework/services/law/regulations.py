"""Regulations read from their PDF: their rows, and how the law data stands to their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from casework.engine.edition import Instrument
from casework.engine.law import Law
from casework.engine.regulation.matching import Found, Match, Reading, Verdict
from casework.engine.regulation.targets import Target, counting, targets
from casework.engine.regulation.text import Address, Passage
from casework.errors import NotFound
from casework.models import (
    Blob,
    Officer,
    RegulationRejection,
    RegulationSample,
    RegulationText,
)
from casework.services.core.work import Work

DEFINITION = "definisi"
"""The group of the entries that a definition of the regulation may settle."""


@dataclass(frozen=True)
class Head:
    """One regulation that was read: its row, what it is called, who read it."""

    row: RegulationText
    instrument: Instrument
    officer: str

    @property
    def id(self) -> int:
        """The key of its row."""
        return self.row.id


@dataclass(frozen=True)
class Board:
    """One regulation against the law data. `open` are the matches nobody has answered yet.

    `confirmed` counts the entries that bear the mark already, `definitions` are those that a
    definition settles, `uncited` the passages of articles that no entry cites.
    """

    head: Head
    passages: tuple[Passage, ...]
    open: tuple[Match, ...]
    definitions: tuple[Match, ...]
    confirmed: int
    uncited: tuple[Passage, ...]

    def group(self, name: str) -> tuple[Match, ...]:
        """The open matches of one verdict, of the definitions, or all ("")."""
        if name == DEFINITION:
            return self.definitions
        matches = (*self.definitions, *self.open)
        return tuple(one for one in matches if name in ("", one.verdict.value))

    @property
    def batch(self) -> tuple[Match, ...]:
        """The matches that may be confirmed together after a look at a sample.

        Word for word in the one article named, no number differs, no note says a doubt, and no
        letter was read from a picture: what was is confirmed one by one.
        """
        return tuple(
            one
            for one in self.open
            if one.plain and one.target.alone and not self.recognised(one.found[0])
        )

    def recognised(self, found: Found) -> bool:
        """Were words that are offered read from a picture?"""
        return any(self.passages[at].recognised for at in found.passages)


def heads(work: Work) -> tuple[Head, ...]:
    """Every regulation that was read, the newest first."""
    rows = work.session.execute(
        select(RegulationText, Officer.name)
        .join(Officer, Officer.id == RegulationText.officer_id)
        .order_by(RegulationText.id.desc())
    )
    return tuple(
        Head(row, work.law.instruments[row.instrument], officer)
        for row, officer in rows
        if row.instrument in work.law.instruments
    )


def head(work: Work, text_id: int) -> Head:
    """One regulation that was read. Raises NotFound."""
    row = work.session.get(RegulationText, text_id)
    if row is None or row.instrument not in work.law.instruments:
        raise NotFound("Naskah peraturan itu tidak ada.")
    officer = work.session.get_one(Officer, row.officer_id)
    return Head(row, work.law.instruments[row.instrument], officer.name)


def newest(work: Work, instrument: str) -> Head | None:
    """The text of an instrument that was read last, if any was."""
    return next((one for one in heads(work) if one.instrument.id == instrument), None)


def passages_of(row: RegulationText) -> tuple[Passage, ...]:
    """The words of a regulation, each with its address."""
    return tuple(Passage.from_json(one) for one in row.passages)


def content(work: Work, row: RegulationText) -> bytes:
    """The PDF itself. Raises IntegrityFault when it is not what was stored."""
    blob = work.session.get_one(Blob, row.document_id)
    return b"".join(work.store.read(blob.path, blob.wrapped_key))


def board(work: Work, text_id: int) -> Board:
    """How the law data stands to the words of a regulation now. Raises NotFound."""
    found = head(work, text_id)
    every = targets(work.law, found.row.instrument)
    reading = Reading(passages_of(found.row))
    refused = _rejections(work, text_id)
    matches = tuple(
        left
        for one in every
        if one.open and (left := _left(reading.match(one), refused)) is not None
    )
    offered = tuple(_definitions(work.law, reading, found.row.instrument, refused))
    settled = {one.target.key for one in offered}
    uncited = reading.uncited(at for one in every for at in one.cited)
    return Board(
        found,
        reading.passages,
        tuple(one for one in matches if one.target.key not in settled),
        offered,
        sum(not one.open for one in every),
        tuple(reading.passages[at] for at in uncited if reading.passages[at].words),
    )


def match_of(board: Board, key: str) -> Match:
    """The open match of one entry. Raises NotFound when it was answered, or is none."""
    found = next((one for one in board.group("") if one.target.key == key), None)
    if found is None:
        raise NotFound(
            "Entri itu tidak lagi menunggu jawaban pada naskah ini: sudah dijawab, atau tidak "
            "merujuk peraturan ini."
        )
    return found


def sample(work: Work, sample_id: int) -> RegulationSample:
    """A sample that was drawn. Raises NotFound."""
    row = work.session.get(RegulationSample, sample_id)
    if row is None:
        raise NotFound("Sampel itu tidak ada.")
    return row


def source_of(found: Head, pages: Iterable[int], *, recognised: bool = False) -> str:
    """Where words were read, as an entry names it: instrument, digest of the PDF, pages.

    `recognised`: they were read from a picture, and whoever confirms has compared them.
    """
    where = ", ".join(str(page) for page in sorted(set(pages)))
    text = f"{found.instrument.short}, naskah PDF SHA-256 {found.row.sha256}, halaman {where}"
    return f"{text[:940]}, pindaian, dibaca dengan OCR" if recognised else text[:1000]


def citation(values: Mapping[str, Any], instrument: str, at: Address) -> Any:
    """The citation of a basis with another article of this instrument, the others kept."""
    old = values.get("citation")
    kept = [
        dict(one)
        for one in (old if isinstance(old, list) else [old])
        if isinstance(one, Mapping) and one.get("law") != instrument
    ]
    new = {"law": instrument, "article": at.article, "paragraph": at.paragraph,
           "letter": at.letter, "part": _below(at)}  # fmt: skip
    found = [*kept, {key: value for key, value in new.items() if value}]
    return found[0] if len(found) == 1 else found


def _below(at: Address) -> str:
    return " ".join(one for one in (f"angka {at.point}" if at.point else "", at.below) if one)


def _rejections(work: Work, text_id: int) -> frozenset[tuple[str, str]]:
    rows = work.session.execute(
        select(RegulationRejection.target, RegulationRejection.address).where(
            RegulationRejection.text_id == text_id
        )
    )
    return frozenset((target, address) for target, address in rows)


def _left(match: Match, refused: frozenset[tuple[str, str]]) -> Match | None:
    """The match without the words that a lawyer said are not the entry's; None if none is left."""
    key = match.target.key
    if (key, "") in refused:
        return None
    kept = tuple(one for one in match.found if (key, str(one.address)) not in refused)
    if match.found and not kept:
        return None
    return replace(match, found=kept)


def _definitions(
    law: Law, reading: Reading, instrument: str, refused: frozenset[tuple[str, str]]
) -> list[Match]:
    """What the regulation says of counting, offered for every open rule of how days are counted."""
    found: list[Match] = []
    if not (reading.definitions or reading.first_days):
        return found
    for target in _counted(law, instrument):
        first_day = target.name.endswith("first_day") or target.part == "first_day_basis"
        places = reading.first_days if first_day else reading.definitions
        words = tuple(
            Found(reading.passages[at].address, reading.passages[at].words, (at,), 100)
            for at in places
        )
        if words:
            left = _left(Match(target, Verdict.POSSIBLE, words), refused)
            if left:
                found.append(left)
    return found


def _counted(law: Law, instrument: str) -> list[Target]:
    """Every open rule of counting in the editions that the instrument is law of."""
    found = []
    for edition in law.editions.values():
        if instrument not in edition.instruments:
            continue
        for source in law.builder.sources(edition.id, law.upon(edition.id)):
            if source.origin == edition.id:
                every = counting(edition.id, source.name, source.values)
                found += [one for one in every if one.open]
    return found
