"""Builds the letters by which outcomes are passed on; they name no reporter."""

from __future__ import annotations

from sqlalchemy import select

from casework.engine.basis import Basis, Mark
from casework.engine.categories import ViolationClass
from casework.engine.counting import Unit
from casework.engine.papers import Penerusan
from casework.engine.papers.ending import ReferredPerson
from casework.engine.papers.parts import Recipient
from casework.engine.words import long_date
from casework.models import (
    Meeting,
    Outcome,
    PanelRuling,
    Party,
    Referral,
    ReferralItem,
)
from casework.models.handling import Purpose
from casework.services.cases import crime_file, hearings
from casework.services.documents.data import wording
from casework.services.documents.data.review import letter_article
from casework.services.documents.data.source import Source
from casework.services.law.closed_classes import READ_OUT

# The layout writes its own word for the vote: Pemilihan or Pemilu.
_RESULTS = {
    ViolationClass.OTHER_LAW: (
        "terlapor berikut diduga melanggar peraturan perundang-undangan lainnya."
    ),
    ViolationClass.ADMINISTRATIVE: (
        "ditetapkan adanya {breach} {vote} oleh pihak atau pada objek berikut."
    ),
    ViolationClass.ETHICS: "terlapor berikut diduga melanggar kode etik penyelenggara {vote}.",
    ViolationClass.CRIME: "terlapor berikut diduga melakukan tindak pidana {vote}.",
}
_REQUESTS = {
    ViolationClass.OTHER_LAW: (
        "Kami mohon agar penerusan ini ditindaklanjuti sesuai dengan ketentuan peraturan "
        "perundang-undangan dan hasilnya diberitahukan kepada kami."
    ),
    ViolationClass.ETHICS: (
        "Kami mohon agar rekomendasi ini diproses sesuai dengan ketentuan dan hasilnya "
        "diberitahukan kepada kami."
    ),
    ViolationClass.CRIME: (
        "Kami mohon agar penerusan ini ditindaklanjuti melalui Sentra Penegakan Hukum Terpadu "
        "dan perkembangannya diberitahukan kepada kami."
    ),
}
# 8/2020 Ps 33(2): to KPU kabupaten/kota through the Bawaslu there, which settles only its own.
_THROUGH = (
    "Kami mohon agar rekomendasi mengenai anggota PPK, PPS, dan/atau KPPS diteruskan kepada KPU "
    "Kabupaten/Kota dan hasilnya diberitahukan kepada kami."
)
_BY_WAY_OF, _THROUGH_WHOM = "ppk_pps_kpps", "bawaslu_kabkota"
# The file of an ethics referral holds the report form too (8/2020 Ps 33(5)).
_FILE = ("Kajian dugaan pelanggaran", "Salinan bukti")
_RULING_FILE = ("Salinan putusan",)
_ETHICS_FILE = ("Formulir laporan atau temuan", *_FILE)


def penerusan(source: Source) -> Penerusan:
    """One destination, one class of violation, many respondents."""
    referral = source.work.session.scalars(
        select(Referral).where(Referral.document_id == source.document.id)
    ).one()
    kind = referral.violation_class
    basis = Basis(referral.citation, "", Mark(referral.verification), "")
    office = source.office
    ruling = read_ruling(source) if kind == ViolationClass.ADMINISTRATIVE else None
    event = (
        f"{source.inside(source.case.event_what)}, di {source.place}, "
        f"pada hari {long_date(source.case.event_date)}"
    )
    return Penerusan(
        **source.common(),
        block=source.block(
            _subject(source, kind, ruling),
            # What was read out in an open session is no secret.
            nature="Segera" if ruling else "Rahasia",
            enclosure=wording.counted(1, "berkas"),
        ),
        recipient=_addressed(source, referral),
        # The duty to pass this class on, then the article that names the addressee.
        legal=source.legal(source.edition.violations.classes[kind].basis, basis),
        signatory=source.chair(),
        copies=(f"Ketua {office.parent.name}",) if office.parent else (),
        case_number=source.case.number,
        report_number=source.case.receipt_number,
        matter=source.matter,
        event=event,
        facts=f"Peristiwa dimaksud adalah {event}.",
        decided=decided_on(source),
        result=_RESULTS[kind],
        respondents=_referred(source, referral),
        request=_request(source, referral, ruling),
        enclosures=_RULING_FILE if ruling else _enclosures(source, kind),
        read=read_on(source, ruling),
        amar=tuple(ruling.amar) if ruling else (),
    )


def _subject(source: Source, kind: ViolationClass, ruling: PanelRuling | None) -> str:
    """The title of the form; what no panel read out is a recommendation, whatever the form."""
    title = source.document.title
    if kind != ViolationClass.ADMINISTRATIVE or ruling is not None:
        return title
    return title.replace("Penyampaian Putusan", "Rekomendasi")


def read_ruling(source: Source) -> PanelRuling | None:
    """The ruling that a panel read out in the case; None where a pleno decides."""
    found = hearings.ruling(source.work, source.case)
    return found if found is not None and found.read_at is not None else None


def read_on(source: Source, ruling: PanelRuling | None) -> str:
    """The day on which a ruling was read out, as a letter words it."""
    if ruling is None or ruling.read_at is None:
        return ""
    return f"hari {wording.day(ruling.read_at, source.zone)}"


def _enclosures(source: Source, kind: ViolationClass) -> tuple[str, ...]:
    """What goes along: of a crime the file that was settled, named by its index."""
    if kind == ViolationClass.ETHICS:
        return _ETHICS_FILE
    settled = crime_file.newest(source.work, source.case) if kind == ViolationClass.CRIME else None
    if settled is None:
        return _FILE
    there = sum(1 for one in settled.items if not one["reason"])
    return (
        "Daftar isi berkas pelanggaran",
        f"Berkas pelanggaran sebagaimana daftar isi tersebut, {wording.counted(there, 'jenis')}",
    )


def _request(source: Source, referral: Referral, ruling: PanelRuling | None) -> str:
    """What is asked of the addressee; on ethics also what it is to pass on."""
    if referral.violation_class == ViolationClass.ADMINISTRATIVE:
        return _recommendation(source, referral, heard=ruling is not None)
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


_DAYS = {Unit.CALENDAR_DAYS: "hari", Unit.WORKING_DAYS: "hari kerja", Unit.HOURS: "jam"}


def _recommendation(source: Source, referral: Referral, *, heard: bool) -> str:
    """What KPU is asked to do, within the days that the law gives from receipt or reading.

    Only what a panel read out is a ruling; an office that decides as before recommends.
    """
    rule = source.edition.deadlines["tindak_lanjut_kpu"]
    follows = "putusan" if heard else "rekomendasi"
    begun = "menyampaikan putusan" if heard else "merekomendasikan"
    since = "dibacakan" if READ_OUT in rule.starts_on else "diterima"
    term = wording.counted(rule.length, _DAYS[rule.unit])
    named = source.edition.violations.classes[ViolationClass.ADMINISTRATIVE].title
    breach = " ".join(named.lower().split()[:2])
    return (
        f"{source.office.name} {begun} kepada {referral.addressee} untuk menindaklanjuti "
        f"{breach} tersebut sesuai dengan ketentuan peraturan "
        f"perundang-undangan paling lama {term} sejak {follows} {since}."
    )


def _addressed(source: Source, referral: Referral) -> Recipient:
    """The addressee as the law data name it, with the address the office keeps for that day."""
    name = referral.addressee_place or referral.addressee
    found = source.work.law.address(source.office.code, referral.destination, source.day)
    city = source.work.law.city_of(referral.destination) or "Tempat"
    if found is None:
        return Recipient(name=name, place=city)
    return Recipient(name=found.title or name, address=found.lines, place=found.place or city)


def decided_on(source: Source) -> str:
    """The day of the pleno that decided, as a letter words it; "" before it."""
    meeting = last_meeting(source, Purpose.RULING)
    return f"hari {wording.day(meeting.held_at, source.zone)}" if meeting else ""


def corrected(source: Source) -> tuple[str, str]:
    """Of a letter that tells a corrected ruling: the day of the correction, and what it replaces.

    Both "" for any other letter.
    """
    context = source.document.context
    if "corrected_by" not in context:
        return "", ""
    meeting = source.work.session.get_one(Meeting, context["corrected_by"])
    letters = " dan ".join(
        f"Nomor {one['number']} tanggal {one['sent']}" for one in context["replaces"]
    )
    return f"hari {wording.day(meeting.held_at, source.zone)}", f"surat kami {letters}"


def last_meeting(source: Source, purpose: Purpose) -> Meeting | None:
    """The newest pleno of a purpose."""
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
        articles.setdefault(party, []).append(_norm(source, outcome))
    return tuple(
        ReferredPerson(
            label=party.label,
            nip=nip,
            position=position,
            region=_region(source, party.region),
            article="; ".join(dict.fromkeys(filter(None, found))),
        )
        for party, found in articles.items()
        for position, nip in [wording.without_nip(party.position)]
    )


def _norm(source: Source, outcome: Outcome) -> str:
    """The norm that was not kept; "" where the pleno named only who may decide on the class."""
    edition, article_id = source.edition, outcome.article
    competence = {one.basis.citation for one in edition.violations.classes.values()}
    rests = edition.article_basis(article_id) is not None
    kept = rests and edition.article_name(article_id) not in competence
    crime = outcome.violation_class == ViolationClass.CRIME
    return letter_article(source, article_id, crime=crime) if kept else ""


def _region(source: Source, key: str) -> str:
    regions = source.work.law.regions.values()
    return next((one.name for one in regions if key and key in (one.id, one.code)), "")
