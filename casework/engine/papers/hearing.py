"""Papers of a matter that a panel hears: who sits, the summons, the minutes, the ruling."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.papers.parts import Letter, Paper, Signatory


@dataclass(frozen=True, kw_only=True)
class PenetapanMajelis(Paper):
    """Who hears a matter; `reason` says why the panel is not that of the law, "" where it is.

    The first of `members` presides.
    """

    case_number: str
    matter: str
    legal: tuple[str, ...]
    registered: str
    members: tuple[Signatory, ...]
    secretary: Signatory
    reason: str
    place: str
    date: str
    signatory: Signatory


@dataclass(frozen=True, kw_only=True)
class PanggilanSidang(Letter):
    """The summons of one party to one session; `ordinal` counts the sessions in words."""

    case_number: str
    matter: str
    capacity: str
    ordinal: str
    day: str
    hour: str
    venue: str
    agenda: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Attendant:
    """A party in a session: `presence`, and `by` whom it was represented or accompanied."""

    label: str
    capacity: str
    presence: str
    by: str


@dataclass(frozen=True, kw_only=True)
class BeritaAcaraSidang(Paper):
    """The minutes of one session; the one who presided and the secretary sign.

    `opened` is the day and hour in words; `evidence` what was examined, a line each.
    """

    case_number: str
    matter: str
    ordinal: str
    opened: str
    closed: str
    venue: str
    public: bool
    agenda: tuple[str, ...]
    panel: tuple[Signatory, ...]
    parties: tuple[Attendant, ...]
    course: str
    evidence: tuple[str, ...]
    note: str
    presiding: Signatory
    secretary: Signatory
    place: str
    date: str


@dataclass(frozen=True, kw_only=True)
class Ruled:
    """What was decided about one respondent under one article."""

    respondent: str
    verdict: str
    article: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class PutusanAdministrasi(Paper):
    """The ruling as it was read out: considerations, what was decided of whom, the dictum (`amar`).

    `reporter` is the pseudonym; `history` what the record knows; `deliberated` and `read` the days.
    """

    case_number: str
    matter: str
    reporter: str
    respondents: tuple[str, ...]
    history: tuple[str, ...]
    considerations: str
    verdicts: tuple[Ruled, ...]
    legal: tuple[str, ...]
    amar: tuple[str, ...]
    deliberated: str
    read: str
    panel: tuple[Signatory, ...]
    secretary: Signatory
    place: str
    date: str
