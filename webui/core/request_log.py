"""One log line a request, and an id that joins it with everything logged on its way."""

from __future__ import annotations

import secrets
import time
from http import HTTPStatus

import structlog
from flask import Flask, Response, g, request
from flask_login import current_user

log = structlog.get_logger(__name__)
HEADER = "X-Request-Id"


def init(app: Flask) -> None:
    """Give every request an id; tell its route, its case, its answer and its time.

    The route, not the address: an address may carry what was searched for.
    """
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.began = time.perf_counter()
    g.request_id = secrets.token_hex(8)
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request=g.request_id)
    if case_id := (request.view_args or {}).get("case_id"):
        structlog.contextvars.bind_contextvars(case=case_id)


def _end(response: Response) -> Response:
    response.headers[HEADER] = g.get("request_id", "")
    # Somebody asks for the health every few seconds: only what is wrong is worth a line.
    tell = log.debug if request.blueprint == "health" and response.status_code < 400 else log.info
    tell(
        "request",
        method=request.method,
        route=request.url_rule.rule if request.url_rule else "",
        status=response.status_code,
        milliseconds=round((time.perf_counter() - g.get("began", time.perf_counter())) * 1000),
        **_denied(response),
    )
    return response


def _denied(response: Response) -> dict[str, str]:
    """Who was refused what they may not do: by number, so that tries stand out."""
    if response.status_code != HTTPStatus.FORBIDDEN or not current_user.is_authenticated:
        return {}
    return {"officer": current_user.get_id()}
