"""Every paper of the played cases: drawn, read, and looked through for our notes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select

from casework.adapters import rulebook
from casework.bootstrap import App
from casework.commands.demo import SCENARIOS
from casework.commands.simulate import scratch
from casework.models import Blob, Document
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.simulation.play import play
from casework.simulation.reading import load
from tests.documents import checks
from tests.documents.notes import notes
from tests.unit.papers.samples import text_of

# Beside what `make run` plays: a criminal case, with its discussions, file and letters.
NAMES = (*SCENARIOS, "tps-2024-12-03.yaml")
FOLDER = rulebook.root().parent / "tests" / "scenarios"


def faults(keep: Path | None = None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each paper by scenario, key and kind, with what is wrong with it; kept in a folder if any."""
    for name in NAMES:
        with tempfile.TemporaryDirectory(prefix="casework-papers-") as folder:
            app = scratch(Path(folder))
            try:
                play(app, load(FOLDER / name, app.law))
                for label, kind, pdf, draft in _papers(app):
                    full = f"{name.removesuffix('.yaml')}.{label}"
                    if keep:
                        (keep / f"{full}.pdf").write_bytes(pdf)
                    yield full, tuple(_wrong(kind, pdf, draft=draft))
            finally:
                app.close()


def _papers(app: App) -> Iterator[tuple[str, str, bytes, bool]]:
    """The newest PDF of each paper, and whether it is a draft."""
    with app.reading(Actor.system(NO_OFFICE)) as work:
        rows = list(work.session.scalars(select(Document).order_by(Document.id)))
        for row in rows:
            blob_id = row.issued_blob_id or row.draft_blob_id
            if blob_id is None:
                yield f"{row.id:03d}.{row.kind}", row.kind, b"", False
                continue
            blob = work.session.get_one(Blob, blob_id)
            content = b"".join(app.store.read(blob.path, blob.wrapped_key))
            yield f"{row.id:03d}.{row.kind}", row.kind, content, row.issued_blob_id is None


def _wrong(kind: str, pdf: bytes, *, draft: bool) -> Iterator[str]:
    if not pdf:
        yield "was not drawn"
        return
    yield from checks.faults(pdf, draft=draft)
    yield from (f"prints a note of ours: {one}" for one in notes(text_of(pdf), kind))
