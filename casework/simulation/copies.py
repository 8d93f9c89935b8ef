"""Copies the issued papers of a play into a folder; file names carry numbers, never names."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Blob, Document
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.simulation.timeline import Timeline


def keep(app: App, timeline: Timeline, folder: Path) -> int:
    """Write every issued PDF in the order the papers were asked for; gives how many."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    names = {key: name for name, key in timeline.cases.items()}
    with app.reading(Actor.system(NO_OFFICE)) as work:
        rows = work.session.execute(
            select(Document, Blob)
            .join(Blob, Blob.id == Document.issued_blob_id)
            .where(Document.case_id.in_(tuple(names)))
            .order_by(Document.id)
        ).all()
        for document, blob in rows:
            count += 1
            number = re.sub(r"[^0-9A-Za-z.]+", "-", document.number)
            parts = [f"{count:03d}", names[document.case_id], document.kind, number]
            file = folder / ("_".join(part for part in parts if part) + ".pdf")
            file.write_bytes(b"".join(app.store.read(blob.path, blob.wrapped_key)))
    return count
