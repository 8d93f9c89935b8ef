"""Who is signed in, looked up anew at each request so that a leaver is out at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import structlog
from flask import Flask, current_app, flash, redirect, request, session, url_for
from flask_babel import gettext as _
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from werkzeug.wrappers import Response

from casework.bootstrap import App
from casework.errors import Unavailable
from casework.models import Officer
from casework.services.core.outbox import real_now
from casework.services.core.work import Actor
from casework.services.people import officers, sessions, standing
from casework.services.people.sessions import Held
from casework.services.people.standing import Standing
from webui.core import device, known_device
from webui.core.cookie import CookieDoor, Kept

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class SignedIn(UserMixin):  # type: ignore[misc]  # Flask-Login ships no types
    """The officer behind this session, at the office worked for today."""

    actor: Actor
    name: str
    position: str
    office: str
    office_code: str
    zone: str

    def get_id(self) -> str:
        """The officer's id, as the session keeps it."""
        return str(self.actor.officer_id)

    @property
    def roles(self) -> frozenset[str]:
        """Roles held today at this office."""
        return self.actor.roles


def kept() -> Kept:
    """The session of this request."""
    return cast(Kept, session)


def row() -> Held | None:
    """The row behind this request, also while a second factor is owed."""
    return kept().row


def load(user_id: str) -> SignedIn | None:
    """The officer with this id if still active and the session is complete."""
    here = row()
    if here is None or not here.complete or str(here.officer_id) != user_id:
        return None
    if here.device != device.of(request.user_agent.string):
        return None
    _note(here)
    return _signed_in(kept().standing)


def pending() -> SignedIn | None:
    """Who gave the right password and still owes the second factor."""
    here = row()
    if here is None or here.complete or here.device != device.of(request.user_agent.string):
        return None
    return officer(here.officer_id, here.office_id)


def _note(here: Held) -> None:
    now = real_now()
    if now - here.seen_at < sessions.SEEN_EVERY:
        return
    try:
        with _house().database.write() as transaction:
            sessions.seen(transaction, here, now)
    except Unavailable:
        # Reading goes on although nothing can be written just now.
        log.warning("session_not_noted", session=here.id)


def officer(officer_id: int, office_id: int | None) -> SignedIn | None:
    """An active officer at the chosen office, or the first one where roles are held today."""
    house = _house()
    today = officers.today(house.now())
    with house.database.read() as transaction:
        return _signed_in(standing.of(transaction, officer_id, office_id, today))


def _signed_in(found: Standing | None) -> SignedIn | None:
    if found is None:
        return None
    return SignedIn(
        actor=found.actor,
        name=found.actor.name,
        position=found.position,
        office=found.office,
        office_code=found.office_code,
        zone=found.zone,
    )


def begin(officer_id: int, *, complete: bool = True) -> bool:
    """Start a fresh session for an officer; False when the account has no role today.

    With ``complete`` false the second factor is still owed.
    """
    user = officer(officer_id, None)
    if user is None:
        return False
    language, before = session.get("bahasa"), row()
    session.clear()
    now = real_now()
    with _house().database.write() as transaction:
        if before is not None:
            sessions.end(transaction, before.officer_id, now, only=before.id)
        fresh, token = sessions.begin(
            transaction,
            _house().vault,
            officer_id,
            office_id=user.actor.office_id,
            device=device.of(request.user_agent.string),
            complete=complete,
            now=now,
        )
        if complete:
            known_device.remember(transaction.get_one(Officer, officer_id))
    kept().bind(fresh, token)
    if language:
        session["bahasa"] = language
    if complete:
        login_user(user)
    return True


def end() -> None:
    """End the session; only the language choice stays."""
    language, before = session.get("bahasa"), row()
    logout_user()
    session.clear()
    if before is not None:
        with _house().database.write() as transaction:
            sessions.end(transaction, before.officer_id, real_now(), only=before.id)
    kept().release()
    if language:
        session["bahasa"] = language


def to_sign_in() -> Response:
    """Send a visitor to the sign-in page and remember where they wanted to go.

    Whoever sent a form after the session had ended comes back to its page, where the draft waits.
    """
    shown = "GET" in (request.url_rule.methods or ()) if request.url_rule else False
    if request.method == "POST" and shown:
        flash(
            _(
                "Sesi Anda berakhir sebelum isian terkirim. Silakan masuk: halaman yang sama lalu "
                "terbuka, dengan isian yang sudah tersimpan sebagai konsep."
            ),
            "info",
        )
    else:
        flash(_("Silakan masuk untuk melanjutkan."), "info")
    target = request.full_path.rstrip("?") if request.method == "GET" or shown else ""
    return redirect(url_for("auth.sign_in", lanjut=target or None), code=303)


def within_reach() -> None:
    """Before each request: a session that could not be read ends in a page, not in a sign-in."""
    if (fault := kept().fault) is not None:
        raise fault


def _house() -> App:
    return cast(App, current_app.extensions["casework"])


def init(app: Flask, key: bytes) -> None:
    """Give ``app`` its sessions, and Flask-Login to know who is behind one."""
    app.session_interface = CookieDoor(app.extensions["casework"], key)
    manager = LoginManager(app)
    # The session is bound to its device by ourselves; an address may change on the road.
    manager.session_protection = None
    manager.user_loader(load)
    manager.unauthorized_handler(to_sign_in)
    app.before_request(within_reach)
    app.jinja_env.globals["me"] = current_user
