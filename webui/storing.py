"""Puts uploaded files into the store before the act's transaction begins."""

from __future__ import annotations

import mimetypes

from werkzeug.datastructures import FileStorage
from wtforms import FieldList, FormField

from casework.services.evidence import Upload
from webui.door import house
from webui.forms.files import EvidenceRow


def store(file: FileStorage, description: str, *, sealed: bool = False) -> Upload:
    """Keep one file; the name a browser claims is only remembered, never used as a path.

    Raises BadInput when the store refuses it.
    """
    name = file.filename or ""
    file.stream.seek(0)
    kept = house().store.put(
        file.stream, sealed=sealed, limit=house().settings.max_upload_mb * 1024 * 1024
    )
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Upload(file=kept, name=name, description=description, media_type=media_type)


def uploads(rows: FieldList[FormField[EvidenceRow]]) -> tuple[Upload, ...]:
    """Every chosen file of a list of evidence rows."""
    return tuple(
        store(row.form.berkas.chosen, row.form.keterangan.data or "", sealed=row.form.rahasia.data)
        for row in rows.entries
        if row.form.berkas.chosen
    )
