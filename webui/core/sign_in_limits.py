"""Limits failed passwords and codes, for each network address and each known browser."""

from __future__ import annotations

import secrets

from flask import Flask, Response, current_app
from flask_babel import gettext as _
from limits import RateLimitItemPerMinute
from limits.errors import StorageError

from casework.services.people.officers import MOST_FAILURES, PAUSE
from webui.core import known_device
from webui.core.throttle import limiter, visitor

TRIES = "30 per 15 minutes;200 per day"
REFUSED = 422
_OF_BROWSER = RateLimitItemPerMinute(MOST_FAILURES, int(PAUSE.total_seconds()) // 60)


def failed(response: Response) -> bool:
    """Only what was refused counts: a whole office may share one address."""
    return response.status_code == REFUSED


def source() -> str:
    """The key under which tries are counted: the visitor's mark, for this application."""
    return f"{current_app.config['LOGIN_SCOPE']}:{visitor()}"


def _tries() -> str:
    return str(current_app.config["LOGIN_TRIES"])


def _words() -> str:
    return str(
        _(
            "Dari jaringan ini terlalu sering dicoba dengan kata sandi atau kode yang salah. "
            "Tunggu lima belas menit, lalu coba lagi. Bila bukan Anda, beri tahu administrator."
        )
    )


def counted_apart(officer: known_device.Credential) -> bool:
    """Whether a try comes from a browser that knows the officer; it is counted, then judged.

    False once that browser has had as few tries as anybody.
    """
    mark = known_device.knows(officer)
    if not mark:
        return False
    try:
        return limiter.limiter.hit(_OF_BROWSER, current_app.config["LOGIN_SCOPE"], mark)
    except StorageError:
        # Not counted is not let in: the account's own count holds.
        return False


few_tries = limiter.shared_limit(
    _tries,
    scope="masuk",
    key_func=source,
    methods=["POST"],
    deduct_when=failed,
    error_message=_words,
)
"""Of a view that takes a password or a code."""


def init(app: Flask, *, together: bool) -> None:
    """Count on ``app``: with every process of the installation, or apart from any other app."""
    app.config.setdefault("LOGIN_TRIES", TRIES)
    app.config.setdefault("LOGIN_SCOPE", "" if together else secrets.token_hex(8))
