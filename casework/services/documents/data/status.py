"""Builds the notice of the status: what became of the report, and why, told to the reporter."""

from __future__ import annotations

from sqlalchemy import select

from casework.engine.categories import ViolationClass, told
from casework.engine.papers import PemberitahuanStatus
from casework.engine.papers.ending import PengumumanStatus, StatusRow
from casework.models import (
    Case,
    CaseLink,
    Fact,
    Finding,
    Meeting,
    Outcome,
    Party,
    Referral,
    ReferralItem,
)
from casework.models.case import LinkKind
from casework.models.handling import Purpose, Ruling
from casework.models.party import PartyRole
from casework.models.referral import ItemState
from casework.services.documents.data import people, wording
from casework.services.documents.data.ending import (
    corrected,
    decided_on,
    last_meeting,
    read_on,
    read_ruling,
)
from casework.services.documents.data.initial import missing_bases, missing_items
from casework.services.documents.data.review import provisions
from casework.services.documents.data.source import Source

# The layout moves more respondents than these into an annex.
INLINE_ROWS = 3


def pemberitahuan_status(source: Source) -> PemberitahuanStatus:
    """What became of the report, and why, told to the reporter alone."""
    refusal = _refusal(source)
    outcomes, listed = _outcomes(source)
    refused = refusal is not None
    act = "tolak_registrasi" if refused else "beritahukan_status"
    return PemberitahuanStatus(
        **source.common(),
        block=source.block(
            "Pemberitahuan tentang Status Laporan",
            nature="Biasa",
            enclosure=wording.counted(1, "berkas") if len(outcomes) > INLINE_ROWS else "-",
        ),
        recipient=people.recipient(source, people.reporter(source)),
        legal=source.legal(
            source.act(act), tabled=missing_bases(source, _last_round(source)) if refused else ()
        ),
        signatory=source.chair(),
        report_number=source.case.receipt_number,
        case_number=source.case.registration_number,
        submitted=source.submitted,
        matter=source.matter,
        status=_status(source, refused=refused, rows=outcomes),
        explanation=_explanation(source, refusal, outcomes),
        reasons=missing_items(source, _last_round(source)) if refused else (),
        outcomes=outcomes,
        provisions=listed,
    )


def _outcomes(source: Source) -> tuple[tuple[StatusRow, ...], tuple[str, ...]]:
    """A row an outcome; where any respondent has several, every row says under which article.

    Beside them the provisions of those articles, each law in full once.
    """
    session = source.work.session
    sent: dict[int, list[str]] = {}
    for outcome_id, addressee in session.execute(
        select(ReferralItem.outcome_id, Referral.addressee)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(Referral.case_id == source.case.id, ReferralItem.state != ItemState.VOID)
        .order_by(Referral.id)
    ):
        sent.setdefault(outcome_id, []).append(addressee)
    rows = session.execute(
        select(Outcome, Party)
        .join(Party, Party.id == Outcome.party_id)
        .where(Outcome.case_id == source.case.id)
        .order_by(Party.role.desc(), Party.ordinal, Outcome.number)
    ).all()
    several = any(outcome.number > 1 for outcome, _party in rows)
    articles = (one.article for one, _party in rows if one.article) if several else ()
    listed = provisions(source, articles)
    found = tuple(
        StatusRow(
            respondent=party.label,
            outcome=told(outcome.violation_class),
            article=listed.short.get(outcome.article, ""),
            destinations=tuple(sent.get(outcome.id, ())),
            further=outcome.number > 1,
            thing=party.role == PartyRole.MATTER,
        )
        for outcome, party in rows
    )
    return found, listed.lines


_MERGED = "digabung"
_ENDED = {
    "dicabut": "DICABUT OLEH PELAPOR",
    "dihentikan": "DIHENTIKAN",
    _MERGED: "DIGABUNG KE PERKARA LAIN",
    "bukan_temuan": "BUKAN TEMUAN",
}


def _status(source: Source, *, refused: bool, rows: tuple[StatusRow, ...]) -> str:
    case = source.case
    if refused:
        return "TIDAK DIREGISTRASI"
    if any(row.destinations for row in rows):
        return "DITERUSKAN KEPADA INSTANSI YANG BERWENANG"
    if _to_be_forwarded(source):
        return "DALAM PENANGANAN"
    if rows and case.stage != _MERGED:
        return "DIHENTIKAN"
    return _ENDED.get(case.stage, "DALAM PENANGANAN")


def _to_be_forwarded(source: Source) -> bool:
    """Was a violation decided whose letter is still to be drafted, or to be explained away?"""
    if source.case.stage != "penerusan":
        return False
    open_outcome = select(Outcome.id).where(
        Outcome.case_id == source.case.id,
        Outcome.violation_class != ViolationClass.NONE,
        Outcome.no_destination_reason == "",
    )
    return source.work.session.scalar(open_outcome.limit(1)) is not None


def _explanation(source: Source, refusal: Meeting | None, rows: tuple[StatusRow, ...]) -> str:
    if refusal is not None:
        day = wording.day(refusal.held_at, source.zone)
        return f"Rapat pleno hari {day} memutuskan laporan tidak diregistrasi. {refusal.reason}"
    other = _goes_on_in(source)
    if other is not None:
        return f"Laporan ini digabung ke perkara {other.number}; penanganannya berlanjut di sana."
    read = read_on(source, read_ruling(source))
    if read:
        return (
            f"Hasil penanganan terhadap masing-masing {_whom(rows)} diputus majelis pemeriksa; "
            f"putusannya dibacakan dalam sidang {read}."
        )
    decided = decided_on(source)
    if decided:
        meeting, letters = corrected(source)
        before = (
            f"Rapat pleno {meeting} meralat putusan sebelumnya. Pemberitahuan ini menggantikan "
            f"{letters}, yang dengan ini ditarik. "
            if letters
            else ""
        )
        return (
            f"{before}Hasil penanganan terhadap masing-masing {_whom(rows)} ditetapkan "
            f"berdasarkan kajian dan rapat pleno {decided}."
        )
    return _ended(source) or "Rincian penanganan dapat ditanyakan kepada kami."


_WHEN = {"dicabut": "dicabut", "dihentikan": "penanganan_dihentikan"}
"""The fact that dates an end before the pleno decided, by stage."""


def _ended(source: Source) -> str:
    """When and why the case ended without a decision of the pleno; "" where it did not."""
    fact = source.work.session.scalar(
        select(Fact)
        .where(Fact.case_id == source.case.id, Fact.name == _WHEN.get(source.case.stage, ""))
        .order_by(Fact.id.desc())
        .limit(1)
    )
    if fact is None:
        return ""
    day = wording.day(fact.at, source.zone)
    if source.case.stage == "dicabut":
        return (
            f"Pencabutan laporan yang Saudara sampaikan kami catat pada hari {day}, sebelum "
            "diregistrasi. Laporan itu tidak ditangani lagi sebagai laporan; apa yang sudah kami "
            "ketahui dapat ditelusuri sebagai informasi awal."
        )
    return f"Penanganan dihentikan pada hari {day}. Alasannya: {fact.reason}"


def _whom(rows: tuple[StatusRow, ...]) -> str:
    """What the outcomes are about: respondents, matters without a person, or both."""
    kinds = {row.thing for row in rows}
    return {frozenset({True}): "objek", frozenset({True, False}): "terlapor dan objek"}.get(
        frozenset(kinds), "terlapor"
    )


def _goes_on_in(source: Source) -> Case | None:
    """The case in which this one ended, if it ended so."""
    if source.case.stage != _MERGED:
        return None
    return source.work.session.scalar(
        select(Case)
        .join(CaseLink, CaseLink.other_id == Case.id)
        .where(CaseLink.case_id == source.case.id, CaseLink.kind == LinkKind.MERGED)
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


def pengumuman(source: Source) -> PengumumanStatus:
    """The status for the board of the office: numbers, days and offices, and nobody's name."""
    refusal = _refusal(source)
    outcomes, _provisions = _outcomes(source)
    decided = decided_on(source)
    told = ""
    if refusal is not None:
        day = wording.day(refusal.held_at, source.zone)
        told = f"Rapat pleno hari {day} memutuskan laporan tidak diregistrasi."
    elif decided:
        told = f"Hasil penanganan ditetapkan berdasarkan kajian dan rapat pleno {decided}."
    reported = bool(people.parties(source, PartyRole.REPORTER))
    lacking = missing_items(source, _last_round(source)) if refusal is not None else ()
    return PengumumanStatus(
        **source.common(),
        office=source.office.name,
        legal=source.legal(),
        origin="laporan" if reported else "temuan",
        report_number=source.case.receipt_number,
        case_number=source.case.registration_number,
        submitted=source.submitted if reported else "",
        status=_status(source, refused=refusal is not None, rows=outcomes),
        explanation=told,
        lacking=tuple(one.title for one in lacking),
        destinations=tuple(dict.fromkeys(to for row in outcomes for to in row.destinations)),
        place=source.office.city,
        date=source.date,
        signatory=source.chair(),
    )


def _refusal(source: Source) -> Meeting | None:
    """The pleno that did not register the report, while that holds."""
    found = last_meeting(source, Purpose.REGISTRATION)
    if found is None or found.decision != Ruling.NOT_REGISTERED:
        return None
    # A report that was opened again after its refusal has not been refused any more.
    return found if source.case.stage == "tidak_diregistrasi" else None
