"""Papers of the klarifikasi: the invitation and the minutes."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.engine.papers.parts import LATER, LegalBasis, Letter, Paper, Person, Signatory


@dataclass(frozen=True, kw_only=True)
class UndanganKlarifikasi(Letter):
    """Undangan Klarifikasi to one invitee; `capacity` is Pelapor, Terlapor, Saksi or Ahli."""

    case_number: str
    matter: str
    capacity: str
    summons: str
    day: str
    hour: str
    venue: str
    meeting: str


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One question put and the answer given."""

    question: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class BeritaAcaraKlarifikasi(Paper):
    """Berita Acara Klarifikasi, one copy for the file (9/2024 Ps 26(5)–(7)).

    `opened` is the day and hour in words; `identified` says by which paper the person was known;
    `refusal` replaces the signature of who will not sign; `unread` says that the minutes were not
    read back. Everybody of `examiners` signs.
    """

    case_number: str
    matter: str
    opened: str
    venue: str
    capacity: str
    person: Person
    examiners: tuple[Signatory, ...]
    identified: str = field(default="", metadata=LATER)
    oath: str
    counsel: str
    answers: tuple[Answered, ...]
    refusal: str
    unread: bool = field(default=False, metadata=LATER)
    bases: tuple[LegalBasis, ...]
    place: str
    date: str


@dataclass(frozen=True, kw_only=True)
class BeritaAcaraKetidakhadiran(Paper):
    """Berita Acara Ketidakhadiran: who was summoned how and when, and did not come.

    `opened` is the day and hour in words on which it was written; `delivered` is empty while
    nobody recorded how the summons arrived: then nobody is said to have been summoned, and `told`
    is how the person knew of the session all the same.
    """

    case_number: str
    matter: str
    opened: str
    venue: str
    capacity: str
    person: Person
    letter: str
    summons: str
    scheduled: str
    delivered: str
    told: str = field(default="", metadata=LATER)
    reason: str
    place: str
    date: str
    officer: Signatory
