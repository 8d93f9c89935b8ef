"""Keys of rows in addresses: a number too large for a key is answered like an unknown one."""

from __future__ import annotations

from typing import Any

from flask import Flask, abort, request
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.routing import IntegerConverter, Map

LARGEST = 2**31 - 1
"""The largest key of a row; a database answers a larger number with an error, not with nothing."""


class Key(IntegerConverter):
    """``<int:…>`` of an address, within what a key can be."""

    def __init__(self, routes: Map, **options: Any) -> None:
        super().__init__(routes, **{"max": LARGEST, **options})


def whole(text: str) -> int:
    """A number behind the question mark; raises ValueError, which stands for none.

    >>> whole("12")
    12
    """
    number = int(text)
    if abs(number) > LARGEST:
        raise ValueError(text)
    return number


def _without_nul() -> None:
    # No text of ours holds one, and PostgreSQL takes none: nothing can be meant by it.
    if "\x00" in request.path:
        abort(404)
    asked = list(request.args.items(multi=True))
    if any("\x00" in value for _, value in asked):
        request.args = ImmutableMultiDict(
            (name, value.replace("\x00", "")) for name, value in asked
        )


def init(app: Flask) -> None:
    """Have the routes of ``app`` made with it; before the first of them."""
    app.url_map.converters["int"] = Key
    app.before_request(_without_nul)
