"""Puts uploaded files into the store before the act's transaction begins."""

from __future__ import annotations

import io
import mimetypes
from collections.abc import Iterable, Iterator

from werkzeug.datastructures import FileStorage
from wtforms import FieldList, FormField

from casework.services.acts.registration.intake_drafts import DraftFile
from casework.services.cases import file_kind
from casework.services.cases.evidence import Upload
from webui.core.file_fields import EvidenceRow, head_of
from webui.core.transaction import house


def store(file: FileStorage, description: str, *, sealed: bool = False) -> Upload:
    """Keep one file; the name a browser claims is only remembered, never used as a path.

    Raises BadInput when the store refuses it.
    """
    name = file.filename or ""
    head = head_of(file)
    kept = house().store.put(
        file.stream, sealed=sealed, limit=house().settings.max_upload_mb * 1024 * 1024
    )
    media_type = (
        file_kind.media_type(head) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    )
    return Upload(file=kept, name=name, description=description, media_type=media_type)


def store_sent(pieces: Iterator[bytes], name: str, description: str, *, sealed: bool) -> Upload:
    """Keep a file that arrived in pieces, after the same look at its content as any other.

    Raises BadInput for one that is no evidence, too large, or not what was announced.
    """
    stream = io.BufferedReader(_Pieces(pieces), file_kind.LONGEST)
    head = stream.peek(file_kind.LONGEST)[: file_kind.LONGEST]
    media_type = file_kind.check(name, head, "bukti")
    limit = house().settings.max_upload_mb * 1024 * 1024
    return Upload(house().store.put(stream, sealed=sealed, limit=limit), name, description,
                  media_type)  # fmt: skip


class _Pieces(io.RawIOBase):
    """Pieces of bytes as a stream."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces, self.rest = pieces, b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer from the next pieces."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # a writable buffer
        self.rest = self.rest or next(self.pieces, b"")
        size = min(len(view), len(self.rest))
        view[:size], self.rest = self.rest[:size], self.rest[size:]
        return size


def settled(files: Iterable[DraftFile]) -> tuple[Upload, ...]:
    """The files of a draft as evidence: only what is confidential stays encrypted.

    Raises BadInput or Unavailable when the store refuses one.
    """
    store, limit = house().store, house().settings.max_upload_mb * 1024 * 1024
    kept = []
    for one in files:
        file = one.stored
        if not one.confidential:
            plain = io.BufferedReader(_Pieces(store.read(file.path, file.wrapped_key)))
            file = store.put(plain, sealed=False, limit=limit)
        kept.append(Upload(file, one.name, one.description, one.media_type))
    return tuple(kept)


def forget(files: Iterable[DraftFile]) -> None:
    """Remove the bytes of files that no record refers to."""
    for one in files:
        house().store.discard(one.path)


def uploads(rows: FieldList[FormField[EvidenceRow]]) -> tuple[Upload, ...]:
    """Every chosen file of a list of evidence rows."""
    return tuple(
        store(row.form.berkas.chosen, row.form.keterangan.data or "", sealed=row.form.rahasia.data)
        for row in rows.entries
        if row.form.berkas.chosen
    )
