"""Papers of the file that goes to the police: its index and lists, and the assignment letter."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.papers.parts import LetterBlock, Paper, Signatory


@dataclass(frozen=True, kw_only=True)
class BerkasList(Paper):
    """One list of the file: its heads and rows are ready to be printed.

    `empty` is printed where the list has no rows.
    """

    case_number: str
    matter: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str
    place: str
    date: str
    author: Signatory


@dataclass(frozen=True, kw_only=True)
class Assigned:
    """Somebody who is assigned."""

    name: str
    position: str


@dataclass(frozen=True, kw_only=True)
class SuratTugas(Paper):
    """Surat Tugas: who is assigned to what in a case, by the chair."""

    block: LetterBlock
    legal: tuple[str, ...]
    signatory: Signatory
    case_number: str
    matter: str
    assigned: tuple[Assigned, ...]
    task: str
