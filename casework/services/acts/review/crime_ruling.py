"""A pleno decides on an election crime after the second discussion, or says why it does not wait.

The order of the steps is told by the joint regulation of the centre; whether the pleno is bound by
what the discussion came to was not found in a source.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from casework.engine.act import Act
from casework.engine.categories import ViolationClass
from casework.errors import ActRefused, Lack
from casework.models import Case, Meeting, Override
from casework.models.gakkumdu import DiscussionResult
from casework.services.acts import overrides
from casework.services.acts.acts import Step
from casework.services.cases import facts
from casework.services.cases.discussions import CONCLUSIONS, HELD, newest
from casework.services.core.work import Work

FIELD = "tanpa_gakkumdu"
"""The field of the reason."""


@dataclass(frozen=True)
class Gap:
    """What stands against deciding on a crime: in words, with the act of the law it rests on."""

    what: str
    act: Act
    entry: str

    @property
    def lack(self) -> Lack:
        """As a refusal tells it."""
        return Lack(
            self.what[:1].upper() + self.what[1:],
            self.act.basis.citation,
            f"Catat dahulu dengan “{self.act.label}”. Bila pleno tetap harus memutus sekarang, "
            "tulis alasannya; alasan itu tampil pada perkara dan berita acara pleno, dan "
            "diberitahukan kepada supervisor.",
            self.entry,
        )


def gap(work: Work, case: Case, held_at: datetime) -> Gap | None:
    """What is missing when a pleno held at that time decides on a crime; None for nothing.

    Editions without the discussion ask for none.
    """
    edition = work.law.edition(case.edition, case.revision)
    act = next((one for one in edition.acts.values() if HELD[2] in one.records), None)
    what = _missing(work, case, held_at) if act else ""
    return Gap(what, act, f"{edition.pin}/tindakan/{act.id}") if act and what else None


def _missing(work: Work, case: Case, held_at: datetime) -> str:
    discussed = facts.times(work, case).get(HELD[2])
    if discussed is None:
        return (
            "pembahasan kedua Sentra Gakkumdu belum dicatat, padahal tempatnya sesudah kajian dan "
            "sebelum diputuskan sebagai tindak pidana"
        )
    if discussed > held_at:
        return "pembahasan kedua Sentra Gakkumdu berlangsung sesudah pleno yang memutuskan"
    row = newest(work, case.id, 2)
    if row is not None and row.conclusion != DiscussionResult.CONTINUED:
        return (
            f"kesimpulan pembahasan kedua Sentra Gakkumdu: {CONCLUSIONS[row.conclusion]}; apakah "
            "pleno terikat padanya tidak ditemukan pada sumber"
        )
    return ""


def check(
    work: Work, step: Step, held_at: datetime, classes: Iterable[str], reason: str
) -> tuple[Gap, str] | None:
    """What is missing for the decision and the reason to decide nevertheless; None for nothing.

    `classes` are those the pleno decides on. Raises ActRefused without a reason, BadInput
    ("tanpa_gakkumdu") for one that does not do.
    """
    found = gap(work, step.case, held_at) if ViolationClass.CRIME in classes else None
    if found is None:
        return None
    if not reason.strip():
        raise ActRefused(step.act.title, (found.lack,))
    label = "Alasan memutus tanpa pembahasan kedua"
    return found, overrides.reason(work, step.case, FIELD, label, reason)


def override(work: Work, step: Step, meeting: Meeting, found: tuple[Gap, str]) -> Override:
    """Keep that the pleno decided although that was missing."""
    missing, why = found
    return overrides.write(
        work,
        step.case,
        act=step.act.id,
        title=step.act.title,
        about=f"meetings:{meeting.id}",
        what=missing.what,
        why=why,
        basis=missing.act.basis,
    )
