"""Known browsers: a stranger's wrong passwords cannot keep an officer out of them.

Five wrong passwords lock an account for a while, whoever typed them. A browser in which somebody
signed in completely gets a cookie, and its failed tries are counted separately, with equal limits.
The cookie opens nothing, names nobody, and is void with the officer's next password.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Protocol

from flask import Flask, Response, after_this_request, current_app, request

COOKIE, PATH = "perangkat", "/masuk"
LASTS_SECONDS = 180 * 24 * 3600
# Several officers may share the browser of a front desk.
MOST_OFFICERS = 8


class Credential(Protocol):
    """What of an officer a mark is made of."""

    id: int
    password_hash: str


def knows(officer: Credential) -> str:
    """The mark by which the browser of this request knows the officer, "" where it does not."""
    nonce, marks = _held()
    mine = _mark(nonce, officer)
    return mine if any(hmac.compare_digest(mine, one) for one in marks) else ""


def remember(officer: Credential) -> None:
    """Let the browser of this request be known to the officer, who signed in to the end."""
    nonce, marks = _held()
    mine = _mark(nonce, officer)
    kept = [*(one for one in marks if one != mine), mine][-MOST_OFFICERS:]

    @after_this_request
    def send(response: Response) -> Response:
        app: Flask = current_app
        response.set_cookie(
            COOKIE,
            ".".join((nonce, *kept)),
            max_age=LASTS_SECONDS,
            path=PATH,
            secure=app.config["SESSION_COOKIE_SECURE"],
            httponly=True,
            samesite="Lax",
        )
        return response


def _held() -> tuple[str, list[str]]:
    """The browser's own random word, a fresh one where it has none, and the marks it bears."""
    nonce, *marks = request.cookies.get(COOKIE, "").split(".")
    return (nonce, marks[:MOST_OFFICERS]) if nonce else (secrets.token_urlsafe(16), [])


def _mark(nonce: str, officer: Credential) -> str:
    secret = current_app.secret_key or ""
    key = secret if isinstance(secret, bytes) else secret.encode()
    told = "\0".join((COOKIE, nonce, str(officer.id), officer.password_hash))
    return hmac.digest(key, told.encode(), "sha256").hex()[:32]
