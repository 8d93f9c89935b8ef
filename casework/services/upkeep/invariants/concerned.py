"""Which offices a fault is about, by what its words name first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial

from sqlalchemy import Select, inspect, select

from casework.models import Base, Blob, Case, Document, Evidence, Office, Signature
from casework.models.sealed import SEALED_TABLES
from casework.services.core.work import Work

_OFFICE = re.compile(r"\bkantor (\d+)\b")
_NAMED = re.compile(
    r"^(perkara|bukti|surat|salinan bertanda tangan|[a-z_]+)(?: |:)(\d+)\b(?!.*\bkantor \d)"
)
_Rows = Select[int]


def offices(work: Work, faults: Iterable[str]) -> tuple[int, ...]:
    """Keys of the offices concerned; one fault that names none concerns them all."""
    every = frozenset(work.session.scalars(select(Office.id)))
    found: set[int] = set()
    for fault in faults:
        named = _named(work, fault) & every
        if not named or found >= every:
            return tuple(sorted(every))
        found |= named
    return tuple(sorted(found))


def _named(work: Work, fault: str) -> frozenset[int]:
    if office := _OFFICE.search(fault):
        return frozenset({int(office[1])})
    if (match := _NAMED.match(fault)) is None or match[1] not in _WAYS:
        return frozenset()
    return frozenset(work.session.scalars(_WAYS[match[1]](int(match[2])).limit(100)))


def _of_row(table: type[Base], key: int) -> _Rows:
    """The office of a row of a case, or of a row that names its office itself."""
    columns = inspect(table).columns
    identity = inspect(table).primary_key[0]
    if table is Case or "case_id" not in columns:
        return select(columns["office_id"]).where(identity == key)
    return select(Case.office_id).join(table, columns["case_id"] == Case.id).where(identity == key)


def _of_signature(key: int) -> _Rows:
    papers = select(Document.case_id).join(Signature, Signature.document_id == Document.id)
    return select(Case.office_id).where(Case.id.in_(papers.where(Signature.id == key)))


def _of_file(key: int) -> _Rows:
    """Every office with a case that the file belongs to: equal content is kept once."""
    shown = select(Evidence.case_id).where(Evidence.blob_id == key)
    issued = select(Document.case_id).where(Document.issued_blob_id == key)
    return select(Case.office_id).where(Case.id.in_(shown.union(issued))).distinct()


def _has_office(table: type[Base]) -> bool:
    return bool({"office_id", "case_id"} & set(inspect(table).columns.keys()))


_WAYS: Mapping[str, partial[_Rows]] = {
    **{
        table.__tablename__: partial(_of_row, table)
        for table in SEALED_TABLES
        if _has_office(table)
    },
    "perkara": partial(_of_row, Case),
    "bukti": partial(_of_row, Evidence),
    "surat": partial(_of_row, Document),
    "salinan bertanda tangan": partial(_of_signature),
    Blob.__tablename__: partial(_of_file),
}
