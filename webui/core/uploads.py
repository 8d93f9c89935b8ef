"""Limits the size of uploads without losing the other fields of the form.

A file over the limit is read to its end and thrown away, so that the other fields arrive and the
refusal can be shown beside the file's own field.
"""

from __future__ import annotations

import hashlib
from io import RawIOBase
from typing import IO, Any, cast

from flask import Request, current_app
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from webui.core.access import OPEN, permission_of, takes_files
from webui.core.bodies import MEGABYTE, Arriving, BoundedParser, limit, typed_limit
from webui.core.spool import SealedSpool


class CappedFile(SealedSpool):
    """Keeps at most ``limit`` bytes, sealed while they wait, and remembers that more came."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit
        self.received = 0

    @property
    def too_large(self) -> bool:
        """Whether more bytes came than the limit allows; the content is then incomplete."""
        return self.received > self.limit

    def write(self, data: Any) -> int:
        """Count ``data``; keep it only while the file is within its limit."""
        size = len(data)
        self.received += size
        if not self.too_large:
            super().write(data)
        return size


class Fingerprint(RawIOBase):
    """Takes a file, keeps its hash and its size and not one byte of it."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit
        self.received = 0
        self._digest = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """Fingerprint (hex) of everything that came."""
        return self._digest.hexdigest()

    def write(self, data: Any) -> int:
        """Count and hash; the whole request is refused (413) above the limit."""
        self.received += len(data)
        if self.received > self.limit:
            raise RequestEntityTooLarge
        self._digest.update(data)
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """There is nothing to go back to."""
        del whence
        return offset


class Refusal(RawIOBase):
    """Takes no file: the whole request is refused (413) with its first byte, and none is kept."""

    received = 0

    def write(self, data: Any) -> int:
        """Refuse."""
        if data:
            raise RequestEntityTooLarge
        return 0

    def seek(self, offset: int, whence: int = 0) -> int:
        """There is nothing to go back to."""
        del whence
        return offset


class CappedRequest(Request):
    """A request of bounded size, whose files are capped one by one at ``UPLOAD_LIMIT`` bytes."""

    @property
    def max_content_length(self) -> int | None:
        """Bytes its page takes, by the type it is sent as, unless a view said otherwise."""
        told = self._max_content_length
        return limit(self.endpoint, self.mimetype) if told is None else told

    @max_content_length.setter
    def max_content_length(self, value: int | None) -> None:
        self._max_content_length = value

    def make_form_data_parser(self) -> BoundedParser:
        """A parser that counts what is typed apart from what is uploaded."""
        self._files = list[Arriving]()
        return BoundedParser(
            typed_limit(self.endpoint),
            self._files,
            stream_factory=self._get_file_stream,
            max_form_memory_size=self.max_form_memory_size,
            max_content_length=self.max_content_length,
            max_form_parts=self.max_form_parts,
            cls=self.parameter_storage_class,
        )

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        file: Refusal | Fingerprint | CappedFile
        if not takes_files(self.endpoint):
            file = Refusal()
        elif permission_of(self.endpoint) == OPEN:
            # Whoever it is: none of it is kept, not even in a temporary file.
            file = Fingerprint(current_app.config["UPLOAD_LIMIT"])
        else:
            file = CappedFile(current_app.config["UPLOAD_LIMIT"])
        self._files.append(file)
        return cast("IO[bytes]", file)


def too_large(file: FileStorage) -> bool:
    """Whether ``file`` was cut off at the limit."""
    return isinstance(file.stream, CappedFile) and file.stream.too_large


def is_empty(file: FileStorage) -> bool:
    """Whether ``file`` was named but holds no byte at all."""
    return isinstance(file.stream, CappedFile) and file.stream.received == 0


def limit_in_megabytes() -> int:
    """The limit for one file, as shown to officers."""
    return int(current_app.config["UPLOAD_LIMIT"]) // MEGABYTE
