"""Papers of the day a report is handed in: the report form and its receipt."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.papers.parts import Paper, Person, ReportedEvent, ReportedParty, Signatory


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
