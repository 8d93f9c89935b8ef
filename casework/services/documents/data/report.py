"""Builds the report form and its receipt; both name the reporter, who receives them."""

from __future__ import annotations

from casework.engine.papers import FormulirLaporan, TandaBukti
from casework.engine.papers.report import ReceivedItem
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
