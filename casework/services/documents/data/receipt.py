"""Builds the receipts: for what completes a report, and for a letter that is handed over."""

from __future__ import annotations

import json

from sqlalchemy import select

from casework.engine.papers.parts import LetterBlock, Recipient
from casework.engine.papers.report import ReceivedItem, TandaTerimaKelengkapan, TandaTerimaSurat
from casework.models import Completion, Document, Evidence
from casework.services.documents.data import people, wording
from casework.services.documents.data.source import Source

_ONE = wording.counted(1, "berkas")


def kelengkapan(source: Source) -> TandaTerimaKelengkapan:
    """What the reporter brought; where no file was kept, as the officer described it."""
    row = source.work.session.get_one(Completion, source.document.context["completion_id"])
    return TandaTerimaKelengkapan(
        **source.common(),
        nomor=source.case.receipt_number,
        reporter=people.person(source, people.reporter(source)),
        matter=source.case.title,
        received=f"hari {wording.day_and_hour(row.received_at, source.zone)}",
        items_received=_brought(source) or (ReceivedItem(title=row.description, amount=_ONE),),
        place=source.office.city,
        date=wording.date_only(row.received_at, source.zone),
        officer=source.signatory(source.document.issued_by, "Penerima Laporan"),
    )


def _brought(source: Source) -> tuple[ReceivedItem, ...]:
    keys = source.document.context["evidence"]
    rows = source.work.session.scalars(
        select(Evidence).where(Evidence.id.in_(keys)).order_by(Evidence.ordinal)
    )
    return tuple(
        ReceivedItem(
            title=f"B-{row.ordinal} {row.description or 'Berkas tanpa keterangan'}", amount=_ONE
        )
        for row in rows
    )


def surat(source: Source) -> TandaTerimaSurat:
    """A letter by what stands on it, from the values it was issued with."""
    letter = source.work.session.get_one(Document, source.document.context["letter_id"])
    sealed = letter.data or b""
    plain = json.loads(source.work.vault.open(sealed, f"document:{letter.verify_code}"))
    to = plain["recipient"]
    return TandaTerimaSurat(
        **source.common(),
        office=source.office.name,
        block=LetterBlock(**plain["block"]),
        recipient=Recipient(**{**to, "address": tuple(to["address"])}),
    )
