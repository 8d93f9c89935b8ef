"""What a case begins with: a report, or what the office learned itself; each field checked."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from casework.engine import chain
from casework.engine import deadline as calculus
from casework.engine.act import Act, Beginning
from casework.engine.basis import Basis, Mark
from casework.engine.categories import CATEGORIES
from casework.engine.due import DayStep
from casework.engine.edition import Edition
from casework.engine.intake import Desk, intake_open
from casework.engine.law import Law
from casework.errors import LawError, wording
from casework.models import Case, Office, Region
from casework.services.acts.parties import Respondent
from casework.services.cases.evidence import Upload
from casework.services.cases.record.identity import Person
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.law import derivation

REPORTER_KINDS = ("pemilih", "pemantau", "peserta")
MOST_RESPONDENTS = 200


KEPT = (
    "election",
    "regime",
    "event_what",
    "event_place",
    "account",
    "suspects_crime",
    "late_reason",
    "played",
)
"""What the case keeps of an opening as it was told, by the name of its column."""
LATER = (
    "late_reason",
    "stage_reason",
    "received_at",
    "received_reason",
    "event_region",
    "event_point",
)


@dataclass(frozen=True)
class Opening:
    """What is known when a case begins; dates are the office's local dates.

    `key` is the hidden identifier of the form: the same key and content is the same case. A report
    has a `reporter`, the day on which the reporter knew, and why it comes late; anything else has a
    `source` and the aware time `at` that starts the clock. `stage_reason` says why an event outside
    the stages of its election belongs to it. A report that was handed in before it is recorded has
    the aware time `received_at` and `received_reason`; without them it is received now.
    `event_region` is the code of the region it happened in, `event_point` latitude and longitude in
    degrees; "" where nobody told.
    """

    key: str
    election: str
    event_what: str
    event_place: str
    event_date: date | None
    account: str
    respondents: tuple[Respondent, ...] = ()
    witnesses: tuple[Person, ...] = ()
    evidence: tuple[Upload, ...] = ()
    title: str = ""
    suspects_crime: bool = False
    regime: str = "pemilihan"
    played: bool = False
    reporter: Person | None = None
    reporter_kind: str = ""
    known_date: date | None = None
    late_reason: str = ""
    source: str = ""
    at: datetime | None = None
    stage_reason: str = ""
    received_at: datetime | None = None
    received_reason: str = ""
    event_region: str = ""
    event_point: str = ""

    @property
    def protected(self) -> tuple[Person, ...]:
        """Everybody in it whose identity is protected."""
        return (*self.witnesses, *((self.reporter,) if self.reporter else ()))


@dataclass(frozen=True)
class Checked:
    """An opening with its text cleaned, and its dates, which are there and in their order."""

    opening: Opening
    event_date: date
    known_date: date
    received_at: datetime
    moments: dict[str, datetime]
    """The facts that are recorded with it."""


def regime_of(law: Law, election: str, told: str = "pemilihan") -> str:
    """Under which regime a case is handled: that of its election, unless another one is told."""
    found = law.elections.get(election)
    return found.regime if found is not None and told == Opening.regime else told


def told(begins: Beginning, opening: Opening) -> bytes:
    """Everything a form says, as it was sent: what makes it the same form."""
    body = asdict(replace(opening, key="", evidence=()))
    # What came later is left out while it says nothing: a form that was open meanwhile is the same.
    unsaid = {name for name in LATER if not getattr(opening, name)}
    if begins.reporter:
        body["kind"] = begins.kind
        body["received_at"] = opening.received_at.isoformat() if opening.received_at else ""
        unsaid |= {"source", "at"}
    else:
        body["at"] = opening.at.isoformat() if opening.at else ""
        unsaid |= {"reporter", "reporter_kind", "known_date", "late_reason", "received_at"}
    files = [(one.file.sha256, one.name, one.description) for one in opening.evidence]
    said = {name: value for name, value in body.items() if name not in unsaid}
    return chain.canonical({**said, "evidence": files})


def checked(
    work: Work, edition: Edition, act: Act, begins: Beginning, opening: Opening, zone: ZoneInfo
) -> Checked:
    """Check all that is told. Raises BadInput naming every field."""
    check, today = TextChecker(), work.now.astimezone(zone).date()
    if opening.election not in work.law.elections:
        check.refuse("pemilihan", "Pilih pemilihan yang bersangkutan.")
    check_stages(check, work.law, opening.election, opening.event_date, opening.stage_reason)
    reporter, received = opening.reporter, work.now
    if begins.reporter:
        if opening.reporter_kind not in REPORTER_KINDS:
            check.refuse(
                "jenis_pelapor",
                "Pilih kedudukan pelapor: pemilih, pemantau, atau peserta Pemilihan "
                "(UU 1/2015 Pasal 134 ayat (2)).",
            )
        check_dates(check, opening.event_date, opening.known_date, today)
        known = opening.known_date or today
        received = opening.received_at or work.now
        check_received(check, opening, known, work.now, zone)
        moments = {begins.received: received}
        if begins.known:
            moments = {begins.known: datetime.combine(known, time(), zone), **moments}
        reporter = clean_person(check, "pelapor", "pelapor", reporter or Person(name=""))
        source = ""
    else:
        check_event_date(check, opening.event_date, today)
        at = _moment(work, edition, act, opening, zone, check)
        known, moments = at.astimezone(zone).date(), dict.fromkeys(act.records, at)
        source = check.text("sumber", begins.source, opening.source, limit=500, required=True)
    cleaned = replace(
        opening,
        reporter=reporter,
        source=source,
        respondents=clean_respondents(check, opening.respondents, needed=begins.respondent),
        witnesses=tuple(
            clean_person(check, f"saksi-{index}", f"saksi {index + 1}", witness)
            for index, witness in enumerate(opening.witnesses)
        ),
        title=check.text("judul", "Judul singkat", opening.title, limit=150),
        event_what=check.text(
            "peristiwa", "Peristiwa", opening.event_what, limit=2000, required=True
        ),
        event_place=check.text(
            "tempat", "Tempat kejadian", opening.event_place, limit=200, required=True
        ),
        account=check.text("uraian", "Uraian kejadian", opening.account, limit=20000),
        late_reason=check.text(
            "catatan_terlambat", "Catatan keterlambatan", opening.late_reason, limit=2000
        ),
        stage_reason=check.text(
            "alasan_tahapan", "Alasan di luar tahapan", opening.stage_reason, limit=2000
        ),
        received_reason=check.text(
            "alasan_diterima", "Alasan waktu terima", opening.received_reason, limit=2000
        ),
        event_region=check_region(check, work, opening.event_region),
        event_point=check_point(check, opening.event_point),
    )
    check.done()
    return Checked(cleaned, opening.event_date or today, known, received, moments)


def check_region(check: TextChecker, work: Work, code: str) -> str:
    """The code of a region; notes one that is not there ("wilayah")."""
    code = code.strip()
    if code and work.session.get(Region, code) is None:
        check.refuse(
            "wilayah",
            wording("Wilayah %(code)s tidak ada. Cari kembali dan pilih hasilnya.", code=code[:20]),
        )
    return code


def check_point(check: TextChecker, typed: str) -> str:
    """Latitude and longitude as degrees with five decimals; notes what is no point ("titik")."""
    if not typed.strip():
        return ""
    found = _POINT.fullmatch(typed.strip())
    south, east = (float(found[1]), float(found[2])) if found else (91.0, 181.0)
    if abs(south) > 90 or abs(east) > 180:
        check.refuse(
            "titik", "Titik ditulis sebagai lintang dan bujur dalam derajat: -3.15012, 102.20431."
        )
        return ""
    return f"{south:.5f}, {east:.5f}"


_POINT = re.compile(r"(-?\d{1,3}(?:\.\d{1,12})?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d{1,12})?)", re.ASCII)
_EVERY_STAGE = {
    "pemilihan": "Pemilihan (UU 1/2015 Pasal 134 ayat (1))",
    "pemilu": "Pemilu (UU 7/2017 Pasal 454 ayat (3))",
}


def check_stages(
    check: TextChecker, law: Law, election: str, event_date: date | None, reason: str
) -> None:
    """Note an event outside the stages of its election, unless a reason is given."""
    found = law.elections.get(election)
    outside = found.outside(event_date) if found and event_date else ""
    if found and outside and not reason.strip():
        check.refuse(
            "tanggal_kejadian",
            f"{outside} Laporan diterima pada setiap tahapan {_EVERY_STAGE[found.regime]}. "
            "Periksa tahunnya dan pemilihannya; bila peristiwanya tetap menyangkut "
            "pemilihan itu, tulis alasannya pada isian di bawahnya.",
        )


def check_received(
    check: TextChecker, opening: Opening, known: date, now: datetime, zone: ZoneInfo
) -> None:
    """Note a time of receipt that cannot be, or one that differs from now without a reason."""
    at = opening.received_at
    if at is None:
        if opening.received_reason.strip():
            check.refuse("diterima_pada", "Isi juga kapan laporan itu diterima.")
        return
    if at > now:
        check.refuse("diterima_pada", "Waktu terima laporan berada di masa depan.")
    elif at.astimezone(zone).date() < known:
        check.refuse(
            "diterima_pada",
            "Waktu terima laporan lebih awal daripada tanggal diketahui. Periksa keduanya.",
        )
    if not opening.received_reason.strip():
        check.refuse(
            "alasan_diterima",
            "Tulis mengapa waktu terima berbeda dari saat dicatat, mis. formulir kertas diterima "
            "piket malam. Semua batas dihitung dari waktu itu.",
        )


def _moment(
    work: Work, edition: Edition, act: Act, opening: Opening, zone: ZoneInfo, check: TextChecker
) -> datetime:
    """When the event became known; notes a time that is missing, to come, or before the event."""
    name, at = act.records[0], opening.at
    title = edition.facts[name].title
    if at is None:
        check.refuse(name, f"{title}: waktunya belum diisi. Isi tanggal dan jamnya.")
    elif at > work.now:
        check.refuse(name, f"{title}: waktunya tidak boleh di masa depan. Periksa tanggalnya.")
    elif opening.event_date and at.astimezone(zone).date() < opening.event_date:
        check.refuse(name, f"{title}: lebih awal daripada tanggal kejadian. Periksa keduanya.")
    return at or work.now


def desk_hours(work: Work, case: Case) -> dict[str, object]:
    """Was the desk open when the report came in? Recorded, never a reason to refuse.

    Empty for an office whose hours the rules do not hold.
    """
    if case.office.code not in work.law.offices:
        return {}
    found = intake_open(work.law, case.office.code, case.received_at, case.edition)
    mark = found.basis.mark.value if found.basis else ""
    return {"open": found.open, "why": found.why, "mark": mark}


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
    """Until when the event could be reported; `late`: now is after that.

    `safe` is the end by the stricter reading, `steps` the days as they were counted.
    """

    title: str
    due: datetime
    late: bool
    basis: Basis
    mark: Mark
    safe: datetime
    steps: tuple[DayStep, ...]


def term(
    work: Work, known: date | None, regime: str = "pemilihan", received: datetime | None = None
) -> Term | None:
    """The term for reporting an event that became known on a day, seen at the receipt, else now.

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
    return Term(
        rule.title,
        due.due,
        calculus.is_late(due.due, received or work.now),
        due.basis,
        due.mark,
        due.safe,
        due.derivation,
    )


def desk(work: Work, regime: str = "pemilihan") -> Desk | None:
    """Whether the desk is open now; None where the rules do not hold this office's hours."""
    office = work.session.get_one(Office, work.actor.office_id)
    today = work.now.astimezone(ZoneInfo(office.zone)).date()
    try:
        edition = work.law.edition_on(regime, today)
        return intake_open(work.law, office.code, work.now, edition.id)
    except LawError:
        return None
