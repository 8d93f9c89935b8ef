"""The address of the page that is shown, with parameters of its query changed."""

from __future__ import annotations

from typing import Any

from flask import Flask, request, url_for


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


def init(app: Flask) -> None:
    """Give the templates of ``app`` the functions `here` and `this_page`."""
    app.jinja_env.globals.update(here=here, this_page=this_page)
