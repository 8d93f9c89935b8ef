"""Letters at the end of a case: to those who act on it, and to the reporter."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.engine.papers.initial import MissingItem
from casework.engine.papers.parts import LATER, Letter, Paper, Signatory


@dataclass(frozen=True, kw_only=True)
class ReferredPerson:
    """A respondent in a referral, with the rules of this class that were not kept.

    `nip` is the number of a civil servant, where the case knows it.
    """

    label: str
    nip: str = field(default="", metadata=LATER)
    position: str
    region: str
    article: str


@dataclass(frozen=True, kw_only=True)
class Penerusan(Letter):
    """Penerusan or rekomendasi to one destination about one class of violation.

    The reporter and witnesses do not appear at all. `facts` are those of this class, in whole
    sentences; `norm` is what was not kept, in an officer's words, in place of the articles of
    `respondents`. Of a ruling that a panel `read` out on a day, the dictum goes along (`amar`).
    """

    case_number: str
    report_number: str
    matter: str
    event: str
    facts: str = field(default="", metadata=LATER)
    decided: str
    result: str
    norm: str = field(default="", metadata=LATER)
    respondents: tuple[ReferredPerson, ...]
    request: str
    enclosures: tuple[str, ...]
    read: str = field(default="", metadata=LATER)
    amar: tuple[str, ...] = field(default=(), metadata=LATER)


@dataclass(frozen=True, kw_only=True)
class PenerusanKepolisian(Penerusan):
    """The copy for the police of a letter that forwards a crime; it alone names the reporter.

    `naming` are the articles that ask for the name (UU 7/2017 Ps 476 (3)).
    """

    reporter_name: str
    reporter_address: str
    naming: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class StatusRow:
    """One outcome of one respondent; `destinations` is empty where nothing is passed on.

    `further` rows are about the respondent of the row above, under another article; a `thing` is
    a matter without a person.
    """

    respondent: str
    outcome: str
    destinations: tuple[str, ...]
    article: str = field(default="", metadata=LATER)
    further: bool = field(default=False, metadata=LATER)
    thing: bool = field(default=False, metadata=LATER)


@dataclass(frozen=True, kw_only=True)
class PemberitahuanStatus(Letter):
    """Pemberitahuan tentang Status Laporan: the status, and why, to the reporter.

    Where rows name articles, `provisions` names their laws in full, once.
    """

    report_number: str
    case_number: str
    submitted: str
    matter: str
    status: str
    explanation: str
    reasons: tuple[MissingItem, ...]
    outcomes: tuple[StatusRow, ...]
    provisions: tuple[str, ...] = field(default=(), metadata=LATER)


@dataclass(frozen=True, kw_only=True)
class PengumumanStatus(Paper):
    """Pengumuman Status for the board of the office; it has no field for anybody's name.

    `origin` is `laporan` or `temuan`; `lacking` are the requirements that were not met.
    """

    office: str
    legal: tuple[str, ...]
    origin: str
    report_number: str
    case_number: str
    submitted: str
    status: str
    explanation: str
    lacking: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    place: str
    date: str
    signatory: Signatory
