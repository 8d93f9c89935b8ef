"""Builds the papers of a matter that a panel hears; all but the summons name no reporter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from casework.engine.categories import ViolationClass
from casework.engine.papers import (
    BeritaAcaraSidang,
    PanggilanSidang,
    PenetapanMajelis,
    PutusanAdministrasi,
)
from casework.engine.papers.hearing import Attendant, Ruled
from casework.engine.papers.parts import Signatory
from casework.engine.spelling import ordinal
from casework.models import Evidence, Hearing, HearingPanel, PanelRuling, Party
from casework.models.case import CaseKind
from casework.models.hearing import Agenda, HearingState
from casework.services.cases import facts, hearings
from casework.services.cases.hearings import AGENDAS
from casework.services.documents.data import people, wording
from casework.services.documents.data.review import article_text
from casework.services.documents.data.source import Source

_SECRETARY = "Sekretaris Majelis"
_VERDICTS = {
    ViolationClass.ADMINISTRATIVE: "Terbukti melakukan {}",
    ViolationClass.NONE: "Tidak terbukti melakukan {}",
}
# The provisions that say who rules, where one does, and who carries a ruling out; the procedure
# itself is not cited to anybody.
_RULES, _CARRIED_OUT = "kewenangan_memutus", "kpu_wajib_menindaklanjuti"


def penetapan(source: Source) -> PenetapanMajelis:
    """Who hears the matter from the day on which they were appointed."""
    row = source.work.session.get_one(HearingPanel, source.document.context["panel_id"])
    return PenetapanMajelis(
        **source.common(),
        case_number=source.case.number,
        matter=source.matter,
        legal=_legal(source),
        registered=_registered(source),
        members=_seats(row.members),
        secretary=_secretary(source, row),
        reason=row.reason,
        place=source.office.city,
        date=wording.date_only(row.appointed_at, source.zone),
        signatory=source.chair(),
    )


def panggilan(source: Source) -> PanggilanSidang:
    """Who is summoned, as what, when, where and for what."""
    told = source.document.context
    row = source.work.session.get_one(Hearing, told["hearing_id"])
    party = source.work.session.get_one(Party, told["party_id"])
    return PanggilanSidang(
        **source.common(),
        block=source.block("Panggilan Sidang", nature="Penting"),
        recipient=people.recipient(source, party),
        legal=_legal(source),
        signatory=source.chair(),
        case_number=source.case.number,
        matter=source.matter,
        capacity=people.CAPACITIES[party.role],
        ordinal=ordinal(row.number),
        day=wording.day(row.scheduled_at, source.zone),
        hour=wording.hour(row.scheduled_at, source.zone),
        venue=row.place,
        agenda=_agenda(row),
    )


def berita_acara(source: Source) -> BeritaAcaraSidang:
    """Who sat and came, what was done, said and examined in one session."""
    row = source.work.session.get_one(Hearing, source.document.context["hearing_id"])
    held = row.held_at or row.scheduled_at
    panel = _panel(source)
    sat = _seats(row.panel)
    return BeritaAcaraSidang(
        **source.common(),
        case_number=source.case.number,
        matter=source.matter,
        ordinal=ordinal(row.number),
        opened=wording.day_in_words(held, source.zone),
        closed=wording.hour(row.closed_at, source.zone) if row.closed_at else "",
        venue=row.place,
        public=row.open_to_public,
        agenda=_agenda(row),
        panel=sat,
        parties=tuple(_attendants(source, row)),
        course=row.course,
        evidence=_exhibits(source, row),
        note=row.note,
        presiding=sat[0],
        secretary=_secretary(source, panel),
        place=source.office.city,
        date=wording.date_only(held, source.zone),
    )


def putusan(source: Source) -> PutusanAdministrasi:
    """The ruling as the panel resolved it and read it out."""
    row = source.work.session.get_one(PanelRuling, source.document.context["ruling_id"])
    panel, read = _panel(source), row.read_at or row.held_at
    there = {seat["officer_id"] for seat in row.seats if seat["present"]}
    return PutusanAdministrasi(
        **source.common(),
        case_number=source.case.number,
        matter=source.matter,
        reporter=_reporter(source),
        respondents=tuple(one.label for one in people.respondents(source)),
        history=tuple(_history(source)),
        considerations=row.considerations,
        verdicts=tuple(_ruled(source, one) for one in row.decisions),
        legal=_legal(source),
        amar=tuple(row.amar),
        deliberated=wording.day(row.held_at, source.zone),
        read=wording.day(read, source.zone),
        panel=_seats([one for one in panel.members if one["officer_id"] in there]),
        secretary=_secretary(source, panel),
        place=source.office.city,
        date=wording.date_only(read, source.zone),
    )


def _legal(source: Source) -> tuple[str, ...]:
    """The power to rule, and who carries it out: of the procedure nothing is certain."""
    known, classes = source.edition.provisions, source.edition.violations.classes
    power = known.get(_RULES) or classes[ViolationClass.ADMINISTRATIVE]
    return source.legal(power.basis, known[_CARRIED_OUT].basis)


def _registered(source: Source) -> str:
    at = facts.times(source.work, source.case)["diregistrasi"]
    return wording.day(at, source.zone)


def _panel(source: Source) -> HearingPanel:
    """The panel of the case as it sits now."""
    return source.work.session.scalars(
        select(HearingPanel)
        .where(HearingPanel.case_id == source.case.id)
        .order_by(HearingPanel.round.desc())
        .limit(1)
    ).one()


def _seats(members: list[Any]) -> tuple[Signatory, ...]:
    return tuple(Signatory(position=one["position"].title(), name=one["name"]) for one in members)


def _secretary(source: Source, panel: HearingPanel) -> Signatory:
    officer = source.officer(panel.secretary_id)
    return Signatory(position=_SECRETARY, name=officer.name if officer else "")


def _agenda(row: Hearing) -> tuple[str, ...]:
    return tuple(AGENDAS[Agenda(one)] for one in row.agenda)


def _attendants(source: Source, row: Hearing) -> Iterator[Attendant]:
    """Everybody who was summoned or came, by pseudonym where protected."""
    came = {one["party_id"]: one["by"] for one in row.attended}
    for party in people.parties(source, *people.CAPACITIES):
        if party.id in came or party.id in row.summoned:
            yield Attendant(
                label=party.label,
                capacity=people.CAPACITIES[party.role],
                presence="Hadir" if party.id in came else "Tidak hadir",
                by=came.get(party.id, ""),
            )


def _exhibits(source: Source, row: Hearing) -> tuple[str, ...]:
    query = select(Evidence).where(Evidence.id.in_(row.evidence))
    return people.listed(source, query)


def _history(source: Source) -> Iterator[str]:
    """What the record knows from before the ruling, in the order it happened."""
    what = "temuan" if source.case.kind == CaseKind.FINDING else "laporan"
    number = source.case.registration_number
    yield f"bahwa {what} diregistrasi dengan Nomor {number} pada {_registered(source)}"
    held = [
        one
        for one in hearings.of_case(source.work, source.case)
        if one.state == HearingState.HELD and Agenda.RULING not in one.agenda and one.held_at
    ]
    if held:
        days = dict.fromkeys(wording.day(one.held_at, source.zone) for one in held if one.held_at)
        yield f"bahwa perkara diperiksa dalam sidang pada {'; '.join(days)}"


def _reporter(source: Source) -> str:
    """Who brought the matter; whether a ruling must name the reporter is not known."""
    if source.case.kind == CaseKind.FINDING:
        return people.reporter_label(source)
    return f"namanya disamarkan; identitasnya disimpan {source.office.name}"


def _ruled(source: Source, told: dict[str, Any]) -> Ruled:
    party = source.work.session.get_one(Party, told["party_id"])
    title = source.edition.violations.classes[ViolationClass.ADMINISTRATIVE].title
    return Ruled(
        respondent=party.label,
        verdict=_VERDICTS[told["violation_class"]].format(title[:1].lower() + title[1:]),
        article=article_text(source, told["article"]),
        reason=told["reason"],
    )
