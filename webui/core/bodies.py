"""Limits the size of a request's body, by the type of its content and by the page it is for.

A form without files is held in memory whole before anything about it is known, its token included.
A larger body than its page can need is refused (413) before, with or without a declared length.
"""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO
from typing import IO, Any, Protocol, cast

from flask import Flask, current_app, request
from flask_babel import gettext as _
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

from webui.core.access import OPEN, permission_of, takes_files

MEGABYTE = 1024 * 1024
OPEN_BYTES = 64 * 1024
"""What strangers may send, and what anybody may send that is no form."""
FORM_BYTES = 4 * MEGABYTE
"""What is typed on a page of officers, all fields together."""
PIECE = 4 * MEGABYTE
"""The most of one piece of a file that is sent in pieces."""
URLENCODED, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"


class Arriving(Protocol):
    """A file on its way: how many of its bytes came."""

    received: int


def typed_limit(endpoint: str | None) -> int:
    """Bytes a page takes beside files."""
    return OPEN_BYTES if permission_of(endpoint) in (OPEN, None) else FORM_BYTES


def limit(endpoint: str | None, mimetype: str) -> int:
    """Bytes a page takes in one request of this type."""
    typed = typed_limit(endpoint)
    if mimetype == "application/offset+octet-stream" and takes_files(endpoint):
        return PIECE
    if mimetype == MULTIPART and takes_files(endpoint):
        config = current_app.config
        # Strangers send one file, officers several.
        one = int(config["UPLOAD_LIMIT"]) + typed
        return one if typed == OPEN_BYTES else max(one, int(config["MAX_CONTENT_LENGTH"]))
    return typed if mimetype in (URLENCODED, MULTIPART) else OPEN_BYTES


class _Metered:
    """A body of fields and files that ends when the fields alone are too large."""

    def __init__(self, stream: IO[bytes], typed: int, files: Collection[Arriving]) -> None:
        self._stream, self._typed, self._files, self._read = stream, typed, files, 0

    def read(self, size: int = -1) -> bytes:
        """The next part of the body; raises RequestEntityTooLarge."""
        if self._read - sum(one.received for one in self._files) > self._typed:
            raise RequestEntityTooLarge
        data = self._stream.read(size)
        self._read += len(data)
        return data


class BoundedParser(FormDataParser):
    """Reads forms whose fields are few and small; ``files`` are those that came so far."""

    def __init__(self, typed: int, files: Collection[Arriving], **more: Any) -> None:
        super().__init__(**more)
        self._typed, self._files = typed, files

    def parse(
        self,
        stream: IO[bytes],
        mimetype: str,
        content_length: int | None,
        options: dict[str, str] | None = None,
    ) -> Any:
        """Fields and files of a body; raises RequestEntityTooLarge."""
        if mimetype == MULTIPART:
            stream = cast("IO[bytes]", _Metered(stream, self._typed, self._files))
        elif mimetype == URLENCODED:
            body = stream.read()
            # Werkzeug ends at the limit without a word; only the next read refuses.
            stream.read(1)
            # Each field takes a hundred times the two bytes it can be sent with.
            if self.max_form_parts is not None and body.count(b"&") >= self.max_form_parts:
                raise RequestEntityTooLarge
            stream = BytesIO(body)
        return super().parse(stream, mimetype, content_length, options)


def told() -> str:
    """What the page takes, for the page that refuses."""
    size = current_app.jinja_env.filters["megabytes"]
    most = size(limit(request.endpoint, request.mimetype))
    if takes_files(request.endpoint):
        file = size(int(current_app.config["UPLOAD_LIMIT"]))
        return str(
            _(
                "Halaman ini menerima paling banyak %(file)s satu berkas dan %(most)s sekali "
                "kirim.",
                file=file,
                most=most,
            )
        )
    return str(
        _(
            "Halaman ini menerima isian paling banyak %(most)s sekali kirim dan tidak menerima "
            "berkas.",
            most=most,
        )
    )


def _refuse_large() -> None:
    if (request.content_length or 0) > limit(request.endpoint, request.mimetype):
        raise RequestEntityTooLarge


def init(app: Flask) -> None:
    """Refuse what says of itself that it is too large, before anybody reads it."""
    app.before_request(_refuse_large)
