"""First pages drawn small, of files that name nobody protected; the newest are kept in memory."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from flask import Flask, Response, current_app

from casework.adapters import pages
from casework.adapters.pages import Drawn, Undrawable

WIDTH, MOST, AT_ONCE = 280, 400, 2


class Thumbnails:
    """The thumbnails of one process, by the digest of their file; None for what cannot be drawn."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Drawn | None] = OrderedDict()
        self._lock = threading.Lock()
        self._drawing = threading.Semaphore(AT_ONCE)

    def of(self, sha256: str, content: Callable[[], bytes]) -> Drawn | None:
        """The thumbnail of a file, whose `content` is only read when it must be drawn."""
        with self._lock:
            if sha256 in self._kept:
                self._kept.move_to_end(sha256)
                return self._kept[sha256]
        with self._drawing:
            try:
                drawn: Drawn | None = pages.page_of(content(), 1, WIDTH)
            except Undrawable:
                drawn = None
        with self._lock:
            self._kept[sha256] = drawn
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return drawn


def answer(sha256: str, content: Callable[[], bytes]) -> Response:
    """The thumbnail, or the picture of a file for one that cannot be drawn."""
    kept: Thumbnails = current_app.extensions["thumbnails"]
    drawn = kept.of(sha256, content)
    if drawn is None:
        return current_app.send_static_file("img/berkas.svg")
    return Response(drawn.content, mimetype=drawn.media_type)


def init(app: Flask) -> None:
    """Give ``app`` its thumbnails."""
    app.extensions["thumbnails"] = Thumbnails()
