"""Builds the letters at the end: referrals, which name no reporter, and the status notice."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine.basis import Basis, Mark
from casework.engine.categories import told
from casework.engine.papers import PemberitahuanStatus, Penerusan
from casework.engine.papers.ending import ReferredPerson, StatusRow
from casework.engine.papers.parts import Recipient
from casework.engine.words import long_date
from casework.models import Case, CaseLink, Finding, Meeting, Outcome, Party, Referral, ReferralItem
from casework.services.printing.paper_data import people, wording
from casework.services.printing.paper_data.initial import missing_items
from casework.services.printing.paper_data.review import letter_article
from casework.services.printing.paper_data.source import Source
from casework.services.registration import merging

# The layout writes its own word for the vote: Pemilihan or Pemilu.
_RESULTS = {
    "hukum_lainnya": "terlapor berikut diduga melanggar peraturan perundang-undangan lainnya.",
    "administrasi": "ditetapkan adanya pelanggaran administrasi {vote} oleh pihak atau pada "
    "objek berikut.",
    "kode_etik": "terlapor berikut diduga melanggar kode etik penyelenggara {vote}.",
    "pidana": "terlapor berikut diduga melakukan tindak pidana {vote}.",
}
_REQUESTS = {
    "hukum_lainnya": "Kami mohon agar penerusan ini ditindaklanjuti sesuai dengan ketentuan "
    "peraturan perundang-undangan dan hasilnya diberitahukan kepada kami.",
    "administrasi": "Kami mohon agar pelanggaran tersebut ditindaklanjuti sesuai dengan ketentuan "
    "peraturan perundang-undangan dan hasilnya diberitahukan kepada kami.",
    "kode_etik": "Kami mohon agar rekomendasi ini diproses sesuai dengan ketentuan dan hasilnya "
    "diberitahukan kepada kami.",
    "pidana": "Kami mohon agar penerusan ini ditindaklanjuti melalui Sentra Penegakan Hukum "
    "Terpadu dan perkembangannya diberitahukan kepada kami.",
}
# 8/2020 Ps 33(2): to KPU kabupaten/kota through the Bawaslu there, which settles only its own.
_THROUGH = (
    "Kami mohon agar rekomendasi mengenai anggota PPK, PPS, dan/atau KPPS diteruskan kepada KPU "
    "Kabupaten/Kota dan hasilnya diberitahukan kepada kami."
)
_BY_WAY_OF, _THROUGH_WHOM = "ppk_pps_kpps", "bawaslu_kabkota"
# The layout moves more respondents than these into an annex.
INLINE_ROWS = 3
# The file of an ethics referral holds the report form too (8/2020 Ps 33(5)).
_FILE = ("Kajian dugaan pelanggaran", "Salinan bukti")
_ETHICS_FILE = ("Formulir laporan atau temuan", *_FILE)


def penerusan(source: Source) -> Penerusan:
    """One destination, one class of violation, many respondents."""
    referral = source.work.session.scalars(
        select(Referral).where(Referral.document_id == source.document.id)
    ).one()
    kind = referral.violation_class
    basis = Basis(referral.citation, "", Mark(referral.verification), "")
    office = source.office
    return Penerusan(
        **source.common(),
        block=source.block(
            source.document.title, nature="Penting", enclosure=wording.counted(1, "berkas")
        ),
        recipient=_addressed(source, referral),
        # The duty to pass this class on, then the article that names the addressee.
        legal=source.legal(source.edition.violations.classes[kind].basis, basis),
        signatory=source.chair(),
        copies=(f"Ketua {office.parent.name}",) if office.parent else (),
        case_number=source.case.number,
        report_number=source.case.receipt_number,
        matter=source.matter,
        event=(
            f"{source.inside(source.case.event_what)}, di {source.case.event_place}, "
            f"pada hari {long_date(source.case.event_date)}"
        ),
        decided=_decided(source),
        result=_RESULTS[kind],
        respondents=_referred(source, referral),
        request=_request(source, referral),
        enclosures=_ETHICS_FILE if kind == "kode_etik" else _FILE,
    )


def _request(source: Source, referral: Referral) -> str:
    """What is asked of the addressee; on ethics also what it is to pass on."""
    asked = _REQUESTS[referral.violation_class]
    if not referral.destination.startswith(_THROUGH_WHOM):
        return asked
    categories = set(
        source.work.session.scalars(
            select(Party.category)
            .join(Outcome, Outcome.party_id == Party.id)
            .join(ReferralItem, ReferralItem.outcome_id == Outcome.id)
            .where(ReferralItem.referral_id == referral.id)
        )
    )
    if _BY_WAY_OF not in categories:
        return asked
    return _THROUGH if categories == {_BY_WAY_OF} else f"{_THROUGH}\n{asked}"


def _addressed(source: Source, referral: Referral) -> Recipient:
    """The addressee as the law data name it, with the address the office keeps for that day."""
    name = referral.addressee_place or referral.addressee
    moment = source.document.dated or source.work.now
    day = moment.astimezone(ZoneInfo(source.zone)).date()
    found = source.work.law.address(source.office.code, referral.destination, day)
    if found is None:
        return Recipient(name=name)
    return Recipient(
        name=found.title or name, address=found.lines, place=found.place or "Tempat"
    )  # fmt: skip


def pemberitahuan_status(source: Source) -> PemberitahuanStatus:
    """What became of the report, and why, told to the reporter alone."""
    refusal = _meeting(source, "registrasi")
    outcomes = _outcomes(source)
    refused = refusal is not None and refusal.decision == "tidak_diregistrasi"
    act = "tolak_registrasi" if refused else "beritahukan_status"
    return PemberitahuanStatus(
        **source.common(),
        block=source.block(
            "Pemberitahuan tentang Status Laporan",
            nature="Biasa",
            enclosure=wording.counted(1, "berkas") if len(outcomes) > INLINE_ROWS else "-",
        ),
        recipient=people.recipient(source, people.reporter(source)),
        legal=source.legal(source.act(act)),
        signatory=source.chair(),
        report_number=source.case.receipt_number,
        case_number=source.case.registration_number,
        submitted=source.submitted,
        matter=source.matter,
        status=_status(source.case, refused=refused, rows=outcomes),
        explanation=_explanation(source, refusal if refused else None),
        reasons=missing_items(source, _last_round(source)) if refused else (),
        outcomes=outcomes,
    )


def _decided(source: Source) -> str:
    meeting = _meeting(source, "putusan")
    return f"hari {wording.day(meeting.held_at, source.zone)}" if meeting else ""


def _meeting(source: Source, purpose: str) -> Meeting | None:
    return source.work.session.scalar(
        select(Meeting)
        .where(Meeting.case_id == source.case.id, Meeting.purpose == purpose)
        .order_by(Meeting.id.desc())
        .limit(1)
    )


def _referred(source: Source, referral: Referral) -> tuple[ReferredPerson, ...]:
    """The respondents of a letter with the articles that concern its addressee, no others."""
    rows = source.work.session.execute(
        select(Party, Outcome)
        .join(Outcome, Outcome.party_id == Party.id)
        .join(ReferralItem, ReferralItem.outcome_id == Outcome.id)
        .where(ReferralItem.referral_id == referral.id)
        .order_by(Party.role.desc(), Party.ordinal, Outcome.number)
    )
    articles: dict[Party, list[str]] = {}
    for party, outcome in rows:
        articles.setdefault(party, []).append(letter_article(source, outcome.article))
    return tuple(
        ReferredPerson(
            label=party.label,
            position=party.position,
            region=_region(source, party.region),
            article="; ".join(found),
        )
        for party, found in articles.items()
    )


def _region(source: Source, key: str) -> str:
    regions = source.work.law.regions.values()
    return next((one.name for one in regions if key and key in (one.id, one.code)), "")


def _outcomes(source: Source) -> tuple[StatusRow, ...]:
    """A row an outcome; where a respondent has several, each says under which article."""
    session = source.work.session
    sent: dict[int, list[str]] = {}
    for outcome_id, addressee in session.execute(
        select(ReferralItem.outcome_id, Referral.addressee)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(Referral.case_id == source.case.id, ReferralItem.state != "void")
        .order_by(Referral.id)
    ):
        sent.setdefault(outcome_id, []).append(addressee)
    rows = session.execute(
        select(Outcome, Party)
        .join(Party, Party.id == Outcome.party_id)
        .where(Outcome.case_id == source.case.id)
        .order_by(Party.role.desc(), Party.ordinal, Outcome.number)
    ).all()
    several = {outcome.party_id for outcome, _party in rows if outcome.number > 1}
    return tuple(
        StatusRow(
            respondent=party.label,
            outcome=_worded(source, outcome, named=party.id in several),
            destinations=tuple(sent.get(outcome.id, ())),
            further=outcome.number > 1,
        )
        for outcome, party in rows
    )


def _worded(source: Source, outcome: Outcome, *, named: bool) -> str:
    words = told(outcome.violation_class)
    article = letter_article(source, outcome.article)
    return f"{words}: {article}" if named and article else words


_MERGED = "digabung"
_ENDED = {
    "dicabut": "DICABUT OLEH PELAPOR",
    "dihentikan": "DIHENTIKAN",
    _MERGED: "DIGABUNG KE PERKARA LAIN",
    "bukan_temuan": "BUKAN TEMUAN",
}


def _status(case: Case, *, refused: bool, rows: tuple[StatusRow, ...]) -> str:
    if refused:
        return "TIDAK DIREGISTRASI"
    if any(row.destinations for row in rows):
        return "DITERUSKAN KEPADA INSTANSI YANG BERWENANG"
    if rows and case.stage != _MERGED:
        return "DIHENTIKAN"
    return _ENDED.get(case.stage, "DALAM PENANGANAN")


def _explanation(source: Source, refusal: Meeting | None) -> str:
    if refusal is not None:
        day = wording.day(refusal.held_at, source.zone)
        return f"Rapat pleno hari {day} memutuskan laporan tidak diregistrasi. {refusal.reason}"
    other = _goes_on_in(source)
    if other is not None:
        return f"Laporan ini digabung ke perkara {other.number}; penanganannya berlanjut di sana."
    decided = _decided(source)
    if decided:
        return (
            "Hasil penanganan terhadap masing-masing terlapor ditetapkan berdasarkan kajian dan "
            f"rapat pleno {decided}."
        )
    return "Rincian penanganan dapat ditanyakan kepada kami."


def _goes_on_in(source: Source) -> Case | None:
    """The case in which this one ended, if it ended so."""
    if source.case.stage != _MERGED:
        return None
    return source.work.session.scalar(
        select(Case)
        .join(CaseLink, CaseLink.other_id == Case.id)
        .where(CaseLink.case_id == source.case.id, CaseLink.kind == merging.KIND)
        .order_by(CaseLink.id.desc())
        .limit(1)
    )


def _last_round(source: Source) -> int:
    last = source.work.session.scalar(
        select(Finding.round)
        .where(Finding.case_id == source.case.id)
        .order_by(Finding.round.desc())
        .limit(1)
    )
    return last or 1
