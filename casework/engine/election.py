"""Elections and the dated facts that the law hangs on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from casework.engine.basis import Basis
from casework.engine.words import long_date


class ElectionStage(StrEnum):
    """Where a day lies among the dated facts of an election; UNKNOWN where those are not known."""

    BEFORE_CANDIDATES = "sebelum_penetapan_calon"
    BEFORE_CAMPAIGN = "sebelum_kampanye"
    CAMPAIGN = "kampanye"
    QUIET = "masa_tenang"
    VOTING = "pemungutan_suara"
    AFTER_VOTING = "sesudah_pemungutan_suara"
    UNKNOWN = "tidak_diketahui"

    @property
    def label(self) -> str:
        """The stage in words."""
        return _STAGES[self]


_STAGES: Final = {
    ElectionStage.BEFORE_CANDIDATES: "sebelum penetapan pasangan calon",
    ElectionStage.BEFORE_CAMPAIGN: "sesudah penetapan pasangan calon, sebelum kampanye",
    ElectionStage.CAMPAIGN: "masa kampanye",
    ElectionStage.QUIET: "masa tenang",
    ElectionStage.VOTING: "hari pemungutan suara",
    ElectionStage.AFTER_VOTING: "sesudah hari pemungutan suara",
    ElectionStage.UNKNOWN: "tahapan tidak diketahui",
}
# The facts that divide an election, in their order.
_CANDIDATES, _BEGINS, _ENDS, _VOTING = (
    "penetapan_calon",
    "mulai_kampanye",
    "akhir_kampanye",
    "pemungutan_suara",
)


@dataclass(frozen=True)
class DatedFact:
    """Something that happened, or will, on one day of the election."""

    id: str
    title: str
    on: date
    basis: Basis


ELECTIONS: Final = "tahapan"
"""Stands where an edition is named: a calendar of elections was imported upon the files."""
BASE: Final = "1"


@dataclass(frozen=True)
class Election:
    """One election: its kind (PG, PB, PW, PL or PP), the offices it is for, its dated facts.

    `unread_before` and `unread_after` name the stages before the first and after the last of them
    whose dates were not read; "" where there is none.

    `of` is the election whose vote is repeated (PSU), "" of an ordinary one; `regions` are the
    codes of the ministry, down to the polling station, in which it is held (none: in the whole
    area of its offices).
    """

    id: str
    title: str
    kind: str
    regime: str
    offices: tuple[str, ...]
    facts: Mapping[str, DatedFact]
    basis: Basis
    unread_before: str = ""
    unread_after: str = ""
    of: str = ""
    regions: tuple[str, ...] = ()

    @property
    def in_order(self) -> tuple[DatedFact, ...]:
        """Its dated facts, the earliest first."""
        return tuple(sorted(self.facts.values(), key=lambda one: (one.on, one.id)))

    def stage(self, day: date) -> ElectionStage:
        """The stage that a day lies in; unknown unless every dividing fact is dated."""
        if not {_CANDIDATES, _BEGINS, _ENDS, _VOTING} <= self.facts.keys():
            return ElectionStage.UNKNOWN
        if day < self.facts[_CANDIDATES].on:
            return ElectionStage.BEFORE_CANDIDATES
        if day < self.facts[_BEGINS].on:
            return ElectionStage.BEFORE_CAMPAIGN
        if day <= self.facts[_ENDS].on:
            return ElectionStage.CAMPAIGN
        if day < self.facts[_VOTING].on:
            return ElectionStage.QUIET
        return ElectionStage.VOTING if day == self.facts[_VOTING].on else ElectionStage.AFTER_VOTING

    @property
    def span(self) -> tuple[DatedFact, DatedFact] | None:
        """The first and the last of its dated facts; None where none is known.

        Not the whole of its stages: what was read of them.
        """
        ordered = self.in_order
        return (ordered[0], ordered[-1]) if ordered else None

    def outside(self, day: date) -> str:
        """Why a day lies outside the stages as far as they are recorded; "" when it does not.

        Where further stages are known to be there and their dates are not, it says that nobody
        knows.
        """
        if self.span is None or self.span[0].on <= day <= self.span[1].on:
            return ""
        first, last = self.span
        end, side, unread = (
            (first, "sebelum tanggal tahapan pertama", self.unread_before)
            if day < first.on
            else (last, "sesudah tanggal tahapan terakhir", self.unread_after)
        )
        if unread:
            return (
                f"{long_date(day)} {side} yang terbaca untuk {self.title}: {long_date(end.on)} "
                f"({end.title}). Tanggal {unread} tidak terbaca, jadi tidak diketahui apakah hari "
                "itu di dalam atau di luar tahapan; periksa jadwal KPU."
            )
        return (
            f"{long_date(day)} di luar tahapan {self.title} yang tercatat: "
            f"{long_date(first.on)} ({first.title}) sampai {long_date(last.on)} ({last.title})."
        )
