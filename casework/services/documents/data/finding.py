"""Builds the papers of the supervisors' own findings: Form A, and the finding itself."""

from __future__ import annotations

from sqlalchemy import select

from casework.engine.papers import FormulirTemuan, LaporanHasilPengawasan
from casework.engine.papers.finding import Activity
from casework.engine.papers.parts import Signatory
from casework.engine.papers.report import Witness
from casework.engine.words import long_date
from casework.models import Fact, Meeting
from casework.services.cases import facts
from casework.services.documents.data import people, wording
from casework.services.documents.data.source import Source

_TRACED = "penelusuran_dimulai"
_STOPPED = "penelusuran_dihentikan"
_FOUND = "ditemukan"
_TO_PLENO = (
    "Peristiwa ini diajukan kepada rapat pleno untuk menentukan ada atau tidaknya dugaan "
    "pelanggaran."
)


def laporan_hasil_pengawasan(source: Source) -> LaporanHasilPengawasan:
    """What supervision or tracing found; where it was ended, why there is no suspicion."""
    suspected = source.document.context.get("act") != "hentikan_penelusuran"
    return LaporanHasilPengawasan(
        **source.common(),
        nomor="",
        source=_source(source),
        supervisor=_supervisor(source),
        activity=_activity(source),
        result=source.case.account or source.case.event_what,
        suspected=suspected,
        event=source.event(),
        respondents=people.respondents(source),
        witnesses=witnesses(source),
        evidence=people.evidence(source),
        conclusion=_TO_PLENO if suspected else _reason(source, _STOPPED),
        place=source.office.city,
        date=source.date,
    )


def formulir_temuan(source: Source) -> FormulirTemuan:
    """The finding as the pleno fixed it; it has no number before it is registered."""
    meeting = source.work.session.get_one(Meeting, source.document.context["meeting_id"])
    found = facts.times(source.work, source.case)[_FOUND]
    return FormulirTemuan(
        **source.common(),
        nomor=source.case.registration_number,
        finder=_supervisor(source),
        source=_source(source),
        found=wording.day_and_hour(found, source.zone),
        event=source.event(),
        respondents=people.respondents(source),
        witnesses=witnesses(source),
        evidence=people.evidence(source),
        account=source.case.account,
        fixed=f"hari {wording.day(meeting.held_at, source.zone)}",
        place=source.office.city,
        date=source.date,
        chair=source.chair(),
    )


def witnesses(source: Source) -> tuple[Witness, ...]:
    """The witnesses by name; only for the forms that must carry them."""
    found = (people.person(source, party) for party in people.parties(source, "witness"))
    return tuple(Witness(name=one.name, address=one.address, phone=one.phone) for one in found)


def _supervisor(source: Source) -> Signatory:
    return source.signatory(source.case.received_by, "Pengawas")


def _activity(source: Source) -> Activity:
    traced = facts.times(source.work, source.case).get(_TRACED)
    return Activity(
        form="Penelusuran informasi awal" if traced else "Pengawasan",
        when=(
            f"sejak {wording.day(traced, source.zone)}"
            if traced
            else long_date(source.case.event_date)
        ),
        where=source.place,
    )


def _source(source: Source) -> str:
    """From where the office knows: the words that came with the finding, else with the tracing."""
    return _reason(source, _FOUND) or _reason(source, _TRACED)


def _reason(source: Source, name: str) -> str:
    return (
        source.work.session.scalar(
            select(Fact.reason)
            .where(Fact.case_id == source.case.id, Fact.name == name)
            .order_by(Fact.id.desc())
            .limit(1)
        )
        or ""
    )
