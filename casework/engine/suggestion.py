"""What the facts of a case say of a requirement: met, not met, or a person must look.

It is offered to the officer who judges, with the facts it rests on; it decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from casework.engine.deadline import is_late
from casework.engine.due import Due
from casework.engine.requirements import SEEN, Check, DecidedBy, Detail, Requirement
from casework.engine.words import clock, long_date


class Conclusion(StrEnum):
    """What is suggested; `person`: somebody must look, there is no default."""

    MET = "met"
    UNMET = "unmet"
    PERSON = "person"

    @property
    def label(self) -> str:
        """As the officer reads it."""
        return _LABELS[self]


_LABELS: Final = {
    Conclusion.MET: "terpenuhi",
    Conclusion.UNMET: "tidak terpenuhi",
    Conclusion.PERSON: "harus dilihat orang",
}


@dataclass(frozen=True)
class Known:
    """One fact, and its `source`: the field, day or record it was read from."""

    text: str
    source: str
    citation: str = ""

    def told(self) -> str:
        """The fact in one line, as it is kept with a judgement."""
        return f"{self.text} ({'; '.join(filter(None, (self.source, self.citation)))})"


def without_source(told: str) -> str:
    """A fact that was told, without the field it was read from.

    >>> without_source("Berakhir Senin (hitungan batas; Pasal 134 ayat (4))")
    'Berakhir Senin'
    """
    depth = 0
    for at in range(len(told) - 1, -1, -1):
        depth += (told[at] == ")") - (told[at] == "(")
        if depth == 0:
            return told[:at].rstrip() if told[at] == "(" else told
    return told


@dataclass(frozen=True)
class Entry:
    """A field of the report: its `label`, whether it is filled, and what stands in its place."""

    label: str
    filled: bool
    source: str
    instead: str = ""


@dataclass(frozen=True)
class Receipt:
    """When the report was received, against a limit; without `due`, `unknown` says why.

    `start` and `received` are aware times in the office's zone.
    """

    title: str
    start_title: str
    start: datetime
    received: datetime
    zone: str
    due: Due | None
    unknown: str = ""


@dataclass(frozen=True)
class Piece:
    """A file of the evidence; `content` is its fingerprint, equal for equal files."""

    label: str
    content: str
    shows_identity: bool = False


@dataclass(frozen=True)
class Place:
    """A region told in the report; `own` is None where it is not known to be the office's."""

    label: str
    source: str
    own: bool | None


@dataclass(frozen=True)
class CaseFacts:
    """What is recorded of a case, as far as requirements ask for it."""

    receipts: Mapping[str, Receipt] = field(default_factory=dict)
    details: Mapping[Detail, tuple[Entry, ...]] = field(default_factory=dict)
    evidence: tuple[Piece, ...] = ()
    witnesses: int = 0
    form_signed: bool = False
    places: tuple[Place, ...] = ()
    same_event: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """What is suggested of one requirement, why, and the facts it rests on.

    `reason` says what is lacking where it is not met, and what to look at where a person must.
    """

    requirement: str
    conclusion: Conclusion
    facts: tuple[Known, ...]
    reason: str = ""


_Found = tuple[Conclusion, tuple[Known, ...], str]


def suggest(requirement: Requirement, facts: CaseFacts) -> Suggestion:
    """What the facts say of a requirement."""
    declared = requirement.decided_by
    if declared is None:
        why = "Aturan belum menyatakan apa yang menentukan syarat ini."
        return Suggestion(requirement.id, Conclusion.PERSON, (), why)
    conclusion, known, reason = _CHECKS[declared.check](declared, facts)
    if conclusion is Conclusion.MET and (declared.why or declared.check in SEEN):
        conclusion, reason = Conclusion.PERSON, declared.why
    return Suggestion(requirement.id, conclusion, known, reason)


def _deadline(declared: DecidedBy, facts: CaseFacts) -> _Found:
    seen = facts.receipts.get(declared.rule)
    if seen is None:
        return Conclusion.PERSON, (), "Waktu laporan diterima atau diketahui tidak tercatat."
    known = [
        Known(f"{seen.start_title}: {long_date(seen.start.date())}", "isian laporan"),
        Known(f"Laporan diterima: {_moment(seen.received, seen.zone)}", "waktu terima laporan"),
    ]
    if seen.due is None:
        return Conclusion.PERSON, tuple(known), seen.unknown
    due, safe = seen.due.due, seen.due.safe
    until = _moment(due, seen.zone)
    article = seen.due.basis.citation
    known.append(Known(f"{seen.title} berakhir {until}", "hitungan batas", article))
    if seen.due.provisional:
        why = "Kalender tahun itu belum ditetapkan, sehingga akhir batasnya belum pasti."
        return Conclusion.PERSON, tuple(known), why
    if is_late(due, seen.received):
        days = (seen.received.date() - due.date()).days
        why = (
            f"{seen.start_title} {long_date(seen.start.date())}, diterima "
            f"{long_date(seen.received.date())}; batasnya {until}, lewat {days} hari."
        )
        return Conclusion.UNMET, tuple(known), why
    if is_late(safe, seen.received):
        strict = _moment(safe, seen.zone)
        known.append(Known(f"Menurut hitungan yang lebih ketat berakhir {strict}", "tanggal aman"))
        why = (
            "Diterima pada hari terakhir menurut hitungan kantor, tetapi lewat menurut bacaan yang "
            f"lebih ketat ({strict})."
        )
        return Conclusion.PERSON, tuple(known), why
    return Conclusion.MET, tuple(known), ""


def _filled(declared: DecidedBy, facts: CaseFacts) -> _Found:
    entries = [one for name in declared.details for one in facts.details.get(name, ())]
    known = tuple(Known(f"{one.label}: {_state(one)}", one.source) for one in entries)
    empty = [one.label for one in entries if not one.filled and not one.instead]
    absent = [
        name.replace("_", " ") for name in declared.details if not facts.details.get(name)
    ]  # fmt: skip
    if lacking := (*absent, *empty):
        return Conclusion.UNMET, known, f"Belum ada pada laporan: {', '.join(lacking)}."
    partly = [f"{one.label}: {one.instead}" for one in entries if not one.filled]
    if partly:
        return Conclusion.PERSON, known, f"Isiannya hanya sebagian: {'; '.join(partly)}."
    return Conclusion.MET, known, ""


def _evidence(declared: DecidedBy, facts: CaseFacts) -> _Found:
    different = {one.content: one for one in reversed(facts.evidence)}
    plain = [one for one in different.values() if not one.shows_identity]
    known = [Known(one.label, "daftar bukti") for one in facts.evidence]
    twice = len(facts.evidence) - len(different)
    counted = f"{len(different)} berkas bukti"
    known.insert(0, Known(counted + (f", {twice} di antaranya rangkap" if twice else ""),
                          "daftar bukti"))  # fmt: skip
    if facts.witnesses:
        known.append(Known(f"{facts.witnesses} saksi disebut dalam laporan", "isian saksi"))
    if len(plain) >= declared.at_least:
        return Conclusion.MET, tuple(known), ""
    if len(different) >= declared.at_least:
        why = "Sebagian berkas ditandai memuat identitas: lihat apakah itu bukti atau kartu saja."
        return Conclusion.PERSON, tuple(known), why
    if len(different) + facts.witnesses >= declared.at_least:
        why = "Berkas buktinya kurang; lihat apakah saksi yang disebut dihitung sebagai alat bukti."
        return Conclusion.PERSON, tuple(known), why
    why = f"Baru ada {len(different)} dari {declared.at_least} berkas bukti yang diminta."
    return Conclusion.UNMET, tuple(known), why


def _identity_copy(declared: DecidedBy, facts: CaseFacts) -> _Found:
    known = _identity(facts)
    if not any(one.shows_identity for one in facts.evidence):
        return Conclusion.UNMET, known, "Belum ada berkas yang ditandai memuat identitas pelapor."
    return Conclusion.PERSON, known, declared.why


def _signature(declared: DecidedBy, facts: CaseFacts) -> _Found:
    signed = "Salinan formulir yang ditandatangani ada" if facts.form_signed else (
        "Salinan formulir yang ditandatangani belum diunggah"
    )  # fmt: skip
    known = (*_identity(facts), Known(signed, "dokumen Formulir Laporan"))
    return Conclusion.PERSON, known, declared.why


def _identity(facts: CaseFacts) -> tuple[Known, ...]:
    number = sum(one.shows_identity for one in facts.evidence)
    said = f"{number} berkas ditandai memuat identitas" if number else "Tidak ada berkas identitas"
    return (Known(said, "daftar bukti"),)


def _region(_declared: DecidedBy, facts: CaseFacts) -> _Found:
    known = tuple(Known(one.label, one.source) for one in facts.places)
    outside = [one.label for one in facts.places if one.own is False]
    if outside:
        return Conclusion.UNMET, known, f"Di luar wilayah kantor ini: {', '.join(outside)}."
    if not facts.places or any(one.own is None for one in facts.places):
        return Conclusion.PERSON, known, "Wilayahnya tidak tercatat; lihat tempat kejadiannya."
    return Conclusion.MET, known, ""


def _same_event(_declared: DecidedBy, facts: CaseFacts) -> _Found:
    known = tuple(Known(one, "pembanding peristiwa") for one in facts.same_event)
    if known:
        return Conclusion.PERSON, known, "Ada perkara yang mungkin tentang peristiwa yang sama."
    none = Known("Tidak ada perkara lain tentang peristiwa yang sama", "pembanding peristiwa")
    return Conclusion.MET, (none,), ""


def _person(declared: DecidedBy, _facts: CaseFacts) -> _Found:
    return Conclusion.PERSON, (), declared.why


_CHECKS: Final[Mapping[Check, Callable[[DecidedBy, CaseFacts], _Found]]] = {
    Check.DEADLINE: _deadline,
    Check.FILLED: _filled,
    Check.EVIDENCE: _evidence,
    Check.IDENTITY_COPY: _identity_copy,
    Check.SIGNATURE: _signature,
    Check.REGION: _region,
    Check.SAME_EVENT: _same_event,
    Check.PERSON: _person,
}


def _state(entry: Entry) -> str:
    if entry.filled:
        return "terisi"
    return entry.instead or "kosong"


def _moment(at: datetime, zone: str) -> str:
    return f"{long_date(at.date())} pukul {clock(at, zone)}"
