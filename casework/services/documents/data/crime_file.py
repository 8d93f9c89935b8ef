"""Builds the index and the lists of the file that goes to the police."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from casework.engine.papers.crime_file import Assigned, BerkasList, SuratTugas
from casework.models import CrimeFile, Document, Evidence, Party
from casework.models.party import RESPONDENTS, PartyRole
from casework.services.documents.data import people, wording
from casework.services.documents.data.source import Source

_AUTHOR = "Koordinator Divisi Penanganan Pelanggaran"
Row = tuple[str, ...]


def daftar_isi(source: Source) -> BerkasList:
    """Every item of the file: what is there of it, or why it is missing.

    What is drawn with the index and what is missing have nothing to list.
    """
    rows = []
    for number, one in enumerate(_file(source).items, start=1):
        told = "; ".join(_contents(source, one)) or "-"
        lacking = "Tidak lengkap" if one["documents"] else "Tidak ada"
        kept = f"{lacking}: {one['reason']}" if one["reason"] else "Ada"
        rows.append((f"{number}.", str(one["title"]), told, kept))
    return _list(source, ("No.", "Isi berkas", "Rincian", "Keterangan"), rows, "")


def daftar_saksi_ahli(source: Source) -> BerkasList:
    """Witnesses and experts by name and address; sealed, since they are protected."""
    rows = []
    for number, party in enumerate(
        people.parties(source, PartyRole.WITNESS, PartyRole.EXPERT), start=1
    ):
        one = people.person(source, party)
        kind = people.CAPACITIES[party.role]
        rows.append((f"{number}.", one.name, kind, one.address or "-", one.phone or "-"))
    return _list(
        source,
        ("No.", "Nama", "Sebagai", "Alamat", "No. Telp/HP"),
        rows,
        "Tidak ada saksi dan/atau ahli yang dicatat dalam perkara ini.",
    )


def daftar_terlapor(source: Source) -> BerkasList:
    """The respondents with position and address."""
    rows = [
        (f"{number}.", party.label, party.position or "-", party.address or "-")
        for number, party in enumerate(people.parties(source, *RESPONDENTS), start=1)
    ]
    return _list(source, ("No.", "Nama", "Jabatan", "Alamat"), rows, "Terlapor belum diketahui.")


def daftar_barang_bukti(source: Source) -> BerkasList:
    """The evidence of the case as it is kept."""
    rows = [
        (
            f"B-{one.ordinal}",
            one.description or "Berkas tanpa keterangan",
            wording.date_only(one.received_at, source.zone),
        )
        for one in _evidence(source, None)
    ]
    return _list(
        source,
        ("Kode", "Barang bukti", "Diterima"),
        rows,
        "Tidak ada barang bukti yang dicatat dalam perkara ini.",
    )


def surat_tugas(source: Source) -> SuratTugas:
    """Who is assigned to what, as the officer wrote it when the letter was drafted."""
    context = source.document.context
    return SuratTugas(
        **source.common(),
        block=source.block(source.document.title, nature="Penting"),
        legal=source.legal(),
        signatory=source.chair(),
        case_number=source.case.number,
        matter=source.matter,
        assigned=tuple(
            Assigned(name=one["name"], position=one["position"]) for one in context["assigned"]
        ),
        task=context["task"],
    )


def _list(source: Source, heads: Row, rows: Sequence[Row], empty: str) -> BerkasList:
    return BerkasList(
        **source.common(),
        case_number=source.case.number,
        matter=source.matter,
        heads=heads,
        rows=tuple(rows),
        empty=empty,
        place=source.office.city,
        date=source.date,
        author=source.signatory(source.document.issued_by, _AUTHOR),
    )


def _file(source: Source) -> CrimeFile:
    return source.work.session.get_one(CrimeFile, source.document.context["file_id"])


def _contents(source: Source, item: dict[str, Any]) -> list[str]:
    """The papers of an item by title, number and date, then its evidence by code."""
    query = select(Document).where(Document.id.in_(item["documents"])).order_by(Document.id)
    told = [_paper(source, one) for one in source.work.session.scalars(query)]
    told += [f"B-{one.ordinal}" for one in _evidence(source, item["evidence"])]
    return told


def _paper(source: Source, document: Document) -> str:
    number = f" Nomor {document.number}" if document.number else ""
    about = f", {_whom(source, document)}" if document.context.get("party_id") else ""
    dated = f", {wording.date_only(document.dated, source.zone)}" if document.dated else ""
    return f"{document.title}{number}{about}{dated}"


def _whom(source: Source, document: Document) -> str:
    """Whom a paper is about: by the pseudonym, where that is what the case calls them."""
    return source.work.session.get_one(Party, document.context["party_id"]).label


def _evidence(source: Source, keys: list[int] | None) -> list[Evidence]:
    query = select(Evidence).where(Evidence.case_id == source.case.id)
    if keys is not None:
        query = query.where(Evidence.id.in_(keys))
    return list(source.work.session.scalars(query.order_by(Evidence.ordinal)))
