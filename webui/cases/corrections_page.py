"""How one recorded act can be put right: by an act of the law, or by a recorded correction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from casework.models import Case, Dispatch, Event, Officer
from casework.services.acts.corrections import clerical, fact_correction, respondents
from casework.services.acts.recommendation import dispatches
from casework.services.acts.registry import id_of
from casework.services.cases.record import remark
from casework.services.core.work import Work
from webui.cases import acts_page
from webui.cases.acts_page import ActLine
from webui.cases.history_page import line_of
from webui.core.access import may
from webui.core.template_context import moment

FACTS, PARTIES = id_of(fact_correction.correct), id_of(respondents.correct)


@dataclass(frozen=True)
class Way:
    """One act that puts something right, and what it does."""

    act: ActLine
    words: str


def correctable(event_id: int) -> Callable[[Work, Case], Mapping[str, object]]:
    """What the page of a correction shows: the act as recorded, and the ways."""

    def read(work: Work, case: Case) -> Mapping[str, object]:
        event = remark.link(work, case, event_id)
        officer = work.session.scalar(select(Officer.name).where(Officer.id == event.actor_id))
        return {
            "event": line_of(work, case, event, officer),
            "ways": tuple(_ways(work, case, event)),
            "data": tuple(_data(work, case, event)),
        }

    return read


def _ways(work: Work, case: Case, event: Event) -> Iterator[Way]:
    edition = work.law.edition(case.edition, case.revision)
    act = edition.acts.get(event.action)
    wanted = {}
    if act is not None and (act.begins or act.records):
        wanted[FACTS] = _(
            "Betulkan tanggal atau jamnya; setiap batas yang bergantung padanya dihitung ulang."
        )
    if act is not None and "parties" in act.describes:
        wanted[PARTIES] = _(
            "Betulkan kategori atau wilayah terlapor; surat yang belum keluar mengikuti."
        )
    if act is not None and act.again:
        wanted[event.action] = _("Lakukan lagi dengan isian yang benar; yang lama tetap tersimpan.")
    for name, words in wanted.items():
        if name in edition.acts and (line := acts_page.line(work, case, name)).allowed:
            yield Way(line, words)


def _data(work: Work, case: Case, event: Event) -> Iterator[tuple[str, str]]:
    """Pages that put right what was typed wrongly, by address and words."""
    act = work.law.edition(case.edition, case.revision).acts.get(event.action)
    case_told = "case" in act.describes if act else event.action == clerical.ACTION
    if case_told and may("data.betulkan"):
        yield url_for("clerical.case", case_id=case.id), _("Judul, peristiwa, tempat, dan uraian")
        yield url_for("cases.part", case_id=case.id, part="pihak"), _("Nama dan alamat para pihak")
    if event.action == id_of(dispatches.record) and may("penyampaian.betulkan"):
        key = int(event.subject.removeprefix("documents:").partition(",")[0] or 0)
        rows = select(Dispatch).where(Dispatch.document_id == key).order_by(Dispatch.id)
        for row in work.session.scalars(rows):
            words = _("Waktu penyampaian %(at)s", at=moment(row.sent_at, short=True))
            yield url_for("clerical.dispatch", case_id=case.id, dispatch_id=row.id), words
