"""Reads who hears a case, its sessions, and what the panel resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from casework.engine.basis import Mark
from casework.errors import NotPermitted
from casework.models import Case, Hearing, HearingPanel, PanelRuling
from casework.models.hearing import Agenda, HearingState
from casework.services.cases import known
from casework.services.core.work import Work

AGENDAS: Mapping[Agenda, str] = {
    Agenda.READING: "pembacaan laporan atau temuan",
    Agenda.ANSWER: "jawaban terlapor",
    Agenda.PROOF: "pembuktian",
    Agenda.CONCLUSIONS: "kesimpulan para pihak",
    Agenda.RULING: "pembacaan putusan",
}
"""What a session is for, in the words and the order of a paper."""

DONE: Mapping[Agenda, str] = {
    Agenda.READING: "laporan_dibacakan",
    Agenda.ANSWER: "jawaban_didengar",
    Agenda.PROOF: "pembuktian_selesai",
    Agenda.CONCLUSIONS: "kesimpulan_diterima",
}
"""The fact that dates each part of the examination, in the order of the law."""

DELIBERATE = frozenset({"commissioner", "chair"})


NO_ARTICLE = " Pasal yang mengaturnya tidak ditemukan pada naskah yang ada; ini cara kerja."
"""The last words of a refusal that rests on how offices work."""


def resting(work: Work, case: Case, act_id: str) -> str:
    """On what a refusal rests, as its last words: the article of an act, or that none was found."""
    basis = work.law.edition(case.edition, case.revision).acts[act_id].basis
    return (
        NO_ARTICLE if basis.mark is Mark.UNVERIFIED else f" ({basis.citation}, {basis.mark.label})."
    )


def panel(work: Work, case: Case) -> HearingPanel | None:
    """The panel that hears a case now, as far as the actor knows it."""
    return work.session.scalar(
        select(HearingPanel)
        .where(HearingPanel.case_id == case.id, *known.within(known.of(work, case), HearingPanel))
        .order_by(HearingPanel.round.desc())
        .limit(1)
    )


def of_case(work: Work, case: Case) -> Sequence[Hearing]:
    """The sessions of a case as far as the actor knows them, in their order."""
    return work.session.scalars(
        select(Hearing)
        .where(Hearing.case_id == case.id, *known.within(known.of(work, case), Hearing))
        .order_by(Hearing.number)
    ).all()


def fixed(work: Work, case: Case) -> Hearing | None:
    """The session that was fixed and is neither held nor postponed; there is one at a time."""
    return work.session.scalar(
        select(Hearing).where(Hearing.case_id == case.id, Hearing.state == HearingState.FIXED)
    )


def ruling(work: Work, case: Case) -> PanelRuling | None:
    """What the panel resolved last, as far as the actor knows the case."""
    return work.session.scalar(
        select(PanelRuling)
        .where(PanelRuling.case_id == case.id, *known.within(known.of(work, case), PanelRuling))
        .order_by(PanelRuling.round.desc())
        .limit(1)
    )


def may_read(work: Work, case: Case, row: PanelRuling) -> bool:
    """May the actor read a ruling? Until it is read out only those who deliberate."""
    if row.read_at is not None or work.actor.is_system:
        return True
    return work.actor.office_id == case.office_id and bool(work.actor.roles & DELIBERATE)


def check_read(work: Work, case: Case, row: PanelRuling | None) -> None:
    """Refuse a ruling that was not read out yet to everybody else; raises NotPermitted."""
    if row is not None and not may_read(work, case, row):
        raise NotPermitted(
            "Musyawarah dan putusan majelis tertutup sampai putusan dibacakan dalam sidang. Yang "
            "boleh membacanya sekarang: anggota dan ketua kantor yang memeriksa perkara ini."
        )
