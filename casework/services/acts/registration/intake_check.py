"""The shape of a report: every field checked, every problem told at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from casework.engine import deadline as calculus
from casework.engine.basis import Basis
from casework.engine.categories import CATEGORIES
from casework.engine.intake import Desk, intake_open
from casework.errors import LawError
from casework.models import Case, Office
from casework.services.cases.record.identity import Person
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.law import derivation

if TYPE_CHECKING:
    from casework.services.acts.registration.intake import Intake, Respondent


REPORTER_KINDS = ("pemilih", "pemantau", "peserta")
MOST_RESPONDENTS = 200


def checked(work: Work, intake: Intake, today: date) -> tuple[Intake, date, date]:
    """Give the report with its text cleaned, its event date and its known date.

    Raises BadInput naming every field.
    """
    check = TextChecker()
    election = work.law.elections.get(intake.election)
    if election is None:
        check.refuse("pemilihan", "Pilih pemilihan yang dilaporkan.")
    if intake.reporter_kind not in REPORTER_KINDS:
        check.refuse(
            "jenis_pelapor",
            "Pilih kedudukan pelapor: pemilih, pemantau, atau peserta Pemilihan "
            "(UU 1/2015 Pasal 134 ayat (2)).",
        )
    check_dates(check, intake.event_date, intake.known_date, today)
    event, known = intake.event_date or today, intake.known_date or today
    respondents = clean_respondents(check, intake.respondents)
    cleaned = replace(
        intake,
        reporter=clean_person(check, "pelapor", "pelapor", intake.reporter),
        witnesses=tuple(
            clean_person(check, f"saksi-{index}", f"saksi {index + 1}", witness)
            for index, witness in enumerate(intake.witnesses)
        ),
        respondents=respondents,
        title=check.text("judul", "Judul singkat", intake.title, limit=150),
        event_what=check.text(
            "peristiwa", "Peristiwa yang dilaporkan", intake.event_what, limit=2000, required=True
        ),
        event_place=check.text(
            "tempat", "Tempat kejadian", intake.event_place, limit=200, required=True
        ),
        account=check.text("uraian", "Uraian kejadian", intake.account, limit=20000),
        late_reason=check.text(
            "catatan_terlambat", "Catatan keterlambatan", intake.late_reason, limit=2000
        ),
    )
    check.done()
    return cleaned, event, known


def check_event_date(check: TextChecker, event_date: date | None, today: date) -> None:
    """Note an event without a date, or one that has not happened yet."""
    if event_date is None:
        check.refuse("tanggal_kejadian", "Tanggal kejadian belum diisi atau bukan tanggal.")
    elif event_date > today:
        check.refuse("tanggal_kejadian", "Tanggal kejadian berada di masa depan. Periksa tahunnya.")


def check_dates(
    check: TextChecker, event_date: date | None, known_date: date | None, today: date
) -> None:
    """Note dates that are missing, to come, or in the wrong order."""
    check_event_date(check, event_date, today)
    if known_date is None:
        check.refuse(
            "tanggal_diketahui",
            "Tanggal diketahui belum diisi atau bukan tanggal. Batas penyampaian dihitung dari "
            "tanggal ini (UU 1/2015 Pasal 134 ayat (4)).",
        )
    elif known_date > today:
        check.refuse("tanggal_diketahui", "Tanggal diketahui berada di masa depan.")
    elif event_date is not None and known_date < event_date:
        check.refuse(
            "tanggal_diketahui",
            "Tanggal diketahui lebih awal daripada tanggal kejadian. Periksa kedua tanggal itu.",
        )


def clean_person(check: TextChecker, prefix: str, who: str, person: Person) -> Person:
    """The person with cleaned text; `prefix` begins the names of the fields."""

    def text(name: str, label: str, limit: int = 200, *, required: bool = False) -> str:
        value = getattr(person, name)
        return check.text(
            f"{prefix}-{name}", f"{label} {who}", value, limit=limit, required=required
        )

    return Person(
        name=text("name", "Nama", required=True),
        birth_place=text("birth_place", "Tempat lahir"),
        birth_date=text("birth_date", "Tanggal lahir", 10),
        sex=text("sex", "Jenis kelamin", 20),
        occupation=text("occupation", "Pekerjaan"),
        citizenship=text("citizenship", "Kewarganegaraan", 60),
        address=text("address", "Alamat", 500, required=prefix == "pelapor"),
        phone=text("phone", "Nomor telepon", 40),
        email=text("email", "Surel", 254),
        identity_number=text("identity_number", "Nomor identitas", 40),
    )


def clean_respondents(
    check: TextChecker, respondents: tuple[Respondent, ...], *, needed: bool = True
) -> tuple[Respondent, ...]:
    """The respondents with cleaned text; notes when none is named although one is needed."""
    if not respondents and needed:
        check.refuse("terlapor-0-name", "Isi paling sedikit satu terlapor.")
    if len(respondents) > MOST_RESPONDENTS:
        check.refuse("terlapor-0-name", f"Paling banyak {MOST_RESPONDENTS} terlapor satu laporan.")
    cleaned = []
    for index, one in enumerate(respondents[:MOST_RESPONDENTS]):
        field, who = f"terlapor-{index}", f"terlapor {index + 1}"
        if one.category not in CATEGORIES:
            check.refuse(f"{field}-category", f"Pilih kategori {who}.")
        cleaned.append(
            replace(
                one,
                name=check.text(f"{field}-name", f"Nama {who}", one.name, required=True),
                position=check.text(f"{field}-position", f"Jabatan {who}", one.position),
                address=check.text(f"{field}-address", f"Alamat {who}", one.address, limit=500),
                phone=check.text(f"{field}-phone", f"Nomor telepon {who}", one.phone, limit=40),
                region=check.text(f"{field}-region", f"Wilayah {who}", one.region, limit=60),
            )
        )
    return tuple(cleaned)


TERM = "penyampaian_laporan"


@dataclass(frozen=True)
class Term:
    """Until when the event could be reported; `late`: now is after that."""

    title: str
    due: datetime
    late: bool
    basis: Basis


def term(work: Work, known: date | None, regime: str = "pemilihan") -> Term | None:
    """The term for reporting an event that became known on a day, seen now.

    None where no edition is known for today, or it has no such term, or the day is to come.
    """
    office = work.session.get_one(Office, work.actor.office_id)
    zone = ZoneInfo(office.zone)
    today = work.now.astimezone(zone).date()
    if known is None or known > today:
        return None
    try:
        edition = work.law.edition_on(regime, today)
        # Not stored: only to ask as for a case of this office under this edition.
        case = Case(edition=edition.id, revision=edition.revision)
        case.office = office
        rule = derivation.rule_of(work, case, TERM)
        if not rule.known:
            return None
        at = datetime.combine(known, time(), zone)
        due = derivation.derive(work, case, rule, {"diketahui": at})
    except LawError:
        return None
    return Term(rule.title, due.due, calculus.is_late(due.due, work.now), due.basis)


def desk(work: Work, regime: str = "pemilihan") -> Desk | None:
    """Whether the desk is open now; None where the rules do not hold this office's hours."""
    office = work.session.get_one(Office, work.actor.office_id)
    today = work.now.astimezone(ZoneInfo(office.zone)).date()
    try:
        edition = work.law.edition_on(regime, today)
        return intake_open(work.law, office.code, work.now, edition.id)
    except LawError:
        return None
