"""The rows of a batch as steps that can be read: what is done, never whom it is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from casework.engine.forms import FormEntry
from casework.models import Case, Document, Outbox
from casework.models.outbox import OutboxState
from casework.services.core.work import Work
from casework.services.deadlines import reminders

_WORDS: Mapping[str, str] = {
    "same_event": "periksa peristiwa yang sama",
    "bundle": "gabung berkas cetak",
    "notice": "beri tahu petugas",
    "nudge": "kantor di atas diberi tahu",
    "digest": "pesan harian",
    "integrity": "pemeriksaan malam",
}
_DRAWN: Mapping[str, str] = {"render_draft": "konsep", "render_issued": "gambar"}
ARMED = "pengingat dipasang"


@dataclass(frozen=True)
class Step:
    """One row of a batch in words; `done` when it needs nothing any more."""

    row_id: int
    case_id: int | None
    name: str
    done: bool


def plan(work: Work, batch_id: int, order: Sequence[str]) -> list[Step]:
    """The steps of a batch, case by case, kinds in `order` before any other."""
    rows = work.session.execute(
        select(Outbox.id, Outbox.case_id, Outbox.kind, Outbox.payload, Outbox.state)
        .where(
            Outbox.batch_id == batch_id, Outbox.state.in_((OutboxState.WAITING, OutboxState.DONE))
        )
        .order_by(Outbox.case_id, Outbox.id)
    ).all()
    place = {kind: number for number, kind in enumerate(order)}
    forms = _forms(work, [row.payload for row in rows])
    ordered = sorted(rows, key=lambda row: (row.case_id or 0, place.get(row.kind, len(place))))
    return [
        Step(
            row.id, row.case_id, _name(row.kind, row.payload, forms), row.state == OutboxState.DONE
        )
        for row in ordered
    ]


def armed(work: Work, case_id: int) -> int:
    """How many reminders of a case wait for their moment."""
    counted = select(func.count()).select_from(Outbox)
    return (
        work.session.scalar(
            counted.where(
                Outbox.case_id == case_id,
                Outbox.kind == reminders.KIND,
                Outbox.state == OutboxState.WAITING,
            )
        )
        or 0
    )


def _name(kind: str, payload: Mapping[str, Any], forms: Mapping[int, FormEntry]) -> str:
    form = forms.get(int(payload.get("document_id", 0)))
    if kind in _DRAWN and form is not None:
        return f"{_DRAWN[kind]} {form.code or form.title}"
    if kind == "mail":
        return f"kirim lewat {payload.get('channel', 'email')}"
    return _WORDS.get(kind, kind)


def _forms(work: Work, payloads: Collection[Mapping[str, Any]]) -> dict[int, FormEntry]:
    wanted = {int(one["document_id"]) for one in payloads if "document_id" in one}
    found = work.session.execute(
        select(Document.id, Document.kind, Case.edition, Case.revision)
        .join(Case, Case.id == Document.case_id)
        .where(Document.id.in_(wanted))
    )
    editions = work.law.edition
    return {
        row.id: form
        for row in found
        if (form := editions(row.edition, row.revision).forms.get(row.kind)) is not None
    }
