"""The browser's one cookie: the token of a stored session, or the signed notes of a guest.

Before signing in it holds language, form token and messages, signed. Afterwards it is a random
token and nothing else; everything is in the session's row, sealed.
"""

from __future__ import annotations

from typing import Any

import structlog
from flask import Flask, Request, Response
from flask.json.tag import TaggedJSONSerializer
from flask.sessions import SessionInterface, SessionMixin
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.datastructures import CallbackDict

from casework.bootstrap import App
from casework.errors import IntegrityFault, Unavailable
from casework.services.core.outbox import real_now
from casework.services.people import officers, sessions
from casework.services.people.sessions import Held
from casework.services.people.standing import Standing

log = structlog.get_logger(__name__)
STATELESS = ("/static/", "/health/", "/huruf")
GUEST_SECONDS = 12 * 60 * 60
_TAGS = TaggedJSONSerializer()


class Kept(CallbackDict[str, Any], SessionMixin):
    """What Flask calls the session; ``row`` is set once somebody gave a right password.

    ``standing`` is as what its officer works today, as the request found it.
    """

    def __init__(self, initial: dict[str, Any] | None = None, row: Held | None = None):
        def changed(kept: Kept) -> None:
            kept.modified = True

        super().__init__(initial, changed)
        self.modified = False
        self.row = row
        self.standing: Standing | None = None
        self.token = ""
        self.fault: Unavailable | None = None
        self.expired = False

    def bind(self, row: Held, token: str) -> None:
        """Belong to a session of ours from now on; the token goes to the browser."""
        self.row, self.token, self.modified, self.standing = row, token, True, None

    def release(self) -> None:
        """Be a guest's again."""
        self.row, self.token, self.modified, self.expired = None, "", True, True
        self.standing = None


class CookieDoor(SessionInterface):
    """Opens and closes the session of each request."""

    def __init__(self, house: App, key: bytes) -> None:
        self.house = house
        self.guests = URLSafeTimedSerializer(key, salt="perkara-tamu", serializer=_TAGS)

    def open_session(self, app: Flask, request: Request) -> Kept:
        """Read the cookie; a database out of reach is told later, by a page."""
        value = request.cookies.get(self.get_cookie_name(app), "")
        if not value or request.path.startswith(STATELESS):
            return Kept()
        if "." in value:
            return self._guest(value)
        try:
            return self._ours(value)
        except Unavailable as fault:
            kept = Kept()
            kept.fault = fault
            return kept

    def _guest(self, value: str) -> Kept:
        try:
            return Kept(dict(self.guests.loads(value, max_age=GUEST_SECONDS)))
        except (BadSignature, TypeError, ValueError):
            return Kept()

    def _ours(self, token: str) -> Kept:
        with self.house.database.glance() as connection:
            found = sessions.find(connection, token, real_now(), officers.today(self.house.now()))
        if found is None:
            kept = Kept()
            kept.expired = True
            return kept
        kept = self._remembered(found.held)
        kept.standing = found.standing
        return kept

    def _remembered(self, row: Held) -> Kept:
        try:
            plain = sessions.content(self.house.vault, row)
        except IntegrityFault:
            log.warning("session_content_lost", session=row.id)
            return Kept(row=row)
        return Kept(dict(_TAGS.loads(plain.decode())), row)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Store what changed and send a cookie where the browser needs another one."""
        if not isinstance(session, Kept) or session.fault is not None:
            return
        if session.row is None:
            self._save_guest(app, session, response)
            return
        if session.modified:
            self._store(session, session.row)
        if session.token:
            self._send(app, response, session.token)

    def _save_guest(self, app: Flask, kept: Kept, response: Response) -> None:
        if len(kept):
            if kept.modified:
                value = self.guests.dumps(dict(kept))
                self._send(app, response, str(value))
        elif kept.modified or kept.expired:
            response.delete_cookie(
                self.get_cookie_name(app),
                path=self.get_cookie_path(app),
                secure=self.get_cookie_secure(app),
                httponly=True,
                samesite=self.get_cookie_samesite(app),
            )

    def _store(self, kept: Kept, row: Held) -> None:
        try:
            with self.house.database.write() as session:
                sessions.keep(session, self.house.vault, row, _TAGS.dumps(dict(kept)).encode())
        except Unavailable:
            # The answer is on its way; only a message or the language choice is lost.
            log.warning("session_not_kept", session=row.id)

    def _send(self, app: Flask, response: Response, value: str) -> None:
        response.set_cookie(
            self.get_cookie_name(app),
            value,
            max_age=int(sessions.ABSOLUTE.total_seconds()),
            path=self.get_cookie_path(app),
            secure=self.get_cookie_secure(app),
            httponly=True,
            samesite=self.get_cookie_samesite(app),
        )
        response.vary.add("Cookie")
