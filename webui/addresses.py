"""The address of the page that is shown, with something changed in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from flask import Flask, request, url_for
from werkzeug.datastructures import MultiDict

_PLAIN = "!$'()*,/:;?@"
"""What stands in a query as it is, as Werkzeug writes it."""


def here(**changes: Any) -> str:
    """This page's address with ``changes`` in its query; None takes a parameter away."""
    kept = {name: request.args.getlist(name) for name in request.args} | changes
    # A parameter may be called like one of url_for's own; those begin with an underscore.
    asked = {
        name: value
        for name, value in kept.items()
        if value is not None and not name.startswith("_") and name not in (request.view_args or {})
    }
    return url_for(request.endpoint or "desk.show", **(request.view_args or {}), **asked)


def this_page() -> str:
    """Where to come back to after a small form in the layout."""
    return request.full_path if request.method == "GET" else request.path


class Address:
    """The same as `here` for a page that writes many: each parameter is encoded only once."""

    def __init__(self, path: str, asked: MultiDict[str, str]) -> None:
        self.path = path
        self._said = {
            name: urlencode([(name, value) for value in asked.getlist(name)], safe=_PLAIN)
            for name in asked
            if not name.startswith("_")
        }

    def changed(self, changes: Mapping[str, str | None]) -> str:
        """The address with changes in its query; None takes a parameter away."""
        said = dict(self._said)
        for name, value in changes.items():
            if value is None:
                said.pop(name, None)
            else:
                said[name] = urlencode({name: value}, safe=_PLAIN)
        return self._joined(self.path, said.values())

    def only(self, path: str, names: Iterable[str]) -> str:
        """Another page with these parameters of this one."""
        return self._joined(path, (self._said[name] for name in names if name in self._said))

    @staticmethod
    def _joined(path: str, said: Iterable[str]) -> str:
        query = "&".join(one for one in said if one)
        return f"{path}?{query}" if query else path


def init(app: Flask) -> None:
    """Hand them to the templates of ``app``."""
    app.jinja_env.globals.update(here=here, this_page=this_page)
