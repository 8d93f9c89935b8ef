"""Answers are sent compressed to whoever takes that: a phone in a village pays for each byte.

What a page says and what a stranger made it repeat could be told apart by the compressed length
(BREACH), so a page gets padding of a random length in its gzip header. Cookies are SameSite too.
"""

from __future__ import annotations

import gzip
import io
import secrets
from functools import lru_cache

from flask import Flask, Response, request

TEXTS = frozenset(
    ("text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml",
     "application/json")
)  # fmt: skip
LEAST = 1024
"""An answer of fewer bytes is sent as it is."""
LEVEL = 5
MOST_PADDING = 64


def init(app: Flask) -> None:
    """Compress what ``app`` answers."""
    app.after_request(_compressed)


def _compressed(response: Response) -> Response:
    if response.mimetype not in TEXTS or response.status_code == 206:
        return response
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"] or "Content-Encoding" in response.headers:
        return response
    etag, _weak = response.get_etag()
    if response.direct_passthrough:  # a file of ours: its content is known by its tag
        if etag is None or response.status_code != 200:
            return response
        response.direct_passthrough = False
        packed = _file(etag, response.get_data())
    elif response.is_streamed or len(response.get_data()) < LEAST:
        return response
    else:
        packed = _packed(response.get_data(), "x" * secrets.randbelow(MOST_PADDING))
    response.set_data(packed)
    response.headers["Content-Encoding"] = "gzip"
    if etag is not None:
        response.set_etag(etag, weak=True)  # another form of the same content
    return response


@lru_cache(maxsize=256)
def _file(_etag: str, content: bytes) -> bytes:
    return _packed(content, "")


def _packed(content: bytes, padding: str) -> bytes:
    file = io.BytesIO()
    with gzip.GzipFile(padding, "wb", LEVEL, file, mtime=0) as packer:
        packer.write(content)
    return file.getvalue()
