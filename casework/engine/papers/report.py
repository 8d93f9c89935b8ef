"""Papers of what is handed over or taken back: reports, completions, letters."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.papers.parts import (
    LegalBasis,
    LetterBlock,
    Paper,
    Person,
    Recipient,
    ReportedEvent,
    ReportedParty,
    Signatory,
)


@dataclass(frozen=True, kw_only=True)
class Witness:
    """A witness the reporter names (9/2024, annex, item 4)."""

    name: str
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class Area:
    """An area for which a TSM report brings evidence (9/2020 Ps 15(3)b)."""

    name: str
    evidence: str


@dataclass(frozen=True, kw_only=True)
class FormulirLaporan(Paper):
    """Formulir Laporan, fields in the order of the annex of Perbawaslu 9/2024.

    Only a TSM report has a `petition` (petitum), `areas`, and `all_areas`, the number of areas
    of which half is asked.
    """

    nomor: str
    reporter: Person
    respondents: tuple[ReportedParty, ...]
    event: ReportedEvent
    witnesses: tuple[Witness, ...]
    evidence: tuple[str, ...]
    account: str
    submitted: str
    place: str
    date: str
    officer: Signatory
    petition: str = ""
    areas: tuple[Area, ...] = ()
    all_areas: str = ""


@dataclass(frozen=True, kw_only=True)
class ReceivedItem:
    """One thing handed over with the report, and how many of it (with its unit)."""

    title: str
    amount: str


@dataclass(frozen=True, kw_only=True)
class TandaBukti(Paper):
    """Tanda Bukti Penyampaian Laporan: the reporter's proof of what was handed over and when."""

    nomor: str
    reporter: Person
    matter: str
    submitted: str
    items_received: tuple[ReceivedItem, ...]
    next_step: str
    place: str
    date: str
    officer: Signatory


@dataclass(frozen=True, kw_only=True)
class BeritaAcaraPencabutan(Paper):
    """Berita Acara Pencabutan Laporan: the reporter withdraws before registration, and why."""

    nomor: str
    opened: str
    venue: str
    reporter: Person
    matter: str
    submitted: str
    reason: str
    bases: tuple[LegalBasis, ...]
    place: str
    date: str
    officer: Signatory


@dataclass(frozen=True, kw_only=True)
class TandaTerimaKelengkapan(Paper):
    """Tanda Terima Kelengkapan Laporan: what the reporter brought to complete it, and when."""

    nomor: str
    reporter: Person
    matter: str
    received: str
    items_received: tuple[ReceivedItem, ...]
    place: str
    date: str
    officer: Signatory


@dataclass(frozen=True, kw_only=True)
class TandaTerimaSurat(Paper):
    """Tanda Terima Surat: the sheet on which whoever takes a letter signs for it, by hand."""

    office: str
    block: LetterBlock
    recipient: Recipient
