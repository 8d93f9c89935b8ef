"""Builds the report form, its receipt and its withdrawal; all name the reporter, who signs."""

from __future__ import annotations

from sqlalchemy import select

from casework.engine.papers import FormulirLaporan, TandaBukti
from casework.engine.papers.report import BeritaAcaraPencabutan, ReceivedItem
from casework.models import Fact
from casework.services.documents.data import finding, people, wording
from casework.services.documents.data.source import Source


def formulir_laporan(source: Source) -> FormulirLaporan:
    """The report as it was told at the desk (9/2024, annex)."""
    return FormulirLaporan(
        **source.common(),
        nomor=source.case.receipt_number,
        reporter=people.person(source, people.reporter(source)),
        respondents=people.respondents(source),
        event=source.event(),
        witnesses=finding.witnesses(source),
        evidence=people.evidence(source, at_intake=True),
        account=source.case.account,
        submitted=source.submitted,
        place=source.office.city,
        date=wording.date_only(source.case.received_at, source.zone),
        officer=source.signatory(source.case.received_by, "Penerima Laporan"),
    )


def tanda_bukti(source: Source) -> TandaBukti:
    """What was handed over, to whom, and what happens next."""
    one = wording.counted(1, "berkas")
    items = [ReceivedItem(title="Formulir laporan", amount=one)]
    items += [
        ReceivedItem(title=text, amount=one) for text in people.evidence(source, at_intake=True)
    ]
    limit = source.limit("kajian_awal")
    return TandaBukti(
        **source.common(),
        nomor=source.case.receipt_number,
        reporter=people.person(source, people.reporter(source)),
        matter=source.case.title,
        submitted=f"hari {source.submitted}",
        items_received=tuple(items),
        next_step=(
            f"Kajian awal atas laporan ini diselesaikan paling lambat {limit.due}." if limit else ""
        ),
        place=source.office.city,
        date=wording.date_only(source.case.received_at, source.zone),
        officer=source.signatory(source.case.received_by, "Penerima Laporan"),
    )


def pencabutan(source: Source) -> BeritaAcaraPencabutan:
    """That the reporter withdraws, as the officer recorded it, and on what it rests."""
    told = source.work.session.scalars(
        select(Fact)
        .where(Fact.case_id == source.case.id, Fact.name == "dicabut")
        .order_by(Fact.id.desc())
    ).first()
    at = told.at if told else source.document.created_at
    return BeritaAcaraPencabutan(
        **source.common(),
        nomor=source.case.receipt_number,
        opened=wording.day_in_words(at, source.zone),
        venue=source.office.name,
        reporter=people.person(source, people.reporter(source)),
        matter=source.case.title,
        submitted=source.submitted,
        reason=told.reason if told else "",
        bases=(source.basis(source.act(source.document.context["act"])),),
        place=source.office.city,
        date=wording.date_only(at, source.zone),
        officer=source.signatory(source.document.issued_by, "Penerima Laporan"),
    )
