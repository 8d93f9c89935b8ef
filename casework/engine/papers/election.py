"""The report of one election: counts alone, nobody's name and no single case."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.papers.parts import Paper, Signatory


@dataclass(frozen=True, kw_only=True)
class ReportTable:
    """One table: its heads, the first of which says what the rows are, and the rows."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class LaporanPemilihan(Paper):
    """Laporan Penanganan Pelanggaran of one election at an office, or at several.

    `period` is from the first case that came in to the last, `cases` how many were counted.
    """

    election: str
    office: str
    period: str
    cases: int
    tables: tuple[ReportTable, ...]
    place: str
    date: str
    signatory: Signatory
