"""Who is signed in, looked up anew at each request so that a leaver is out at once."""

from __future__ import annotations

import time
from dataclasses import dataclass

from flask import Flask, current_app, flash, redirect, request, session, url_for
from flask_babel import gettext as _
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from werkzeug.wrappers import Response

from casework.models import Officer
from casework.services import officers
from casework.services.work import Actor

IDLE_SECONDS = 60 * 60
ABSOLUTE_SECONDS = 12 * 60 * 60


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
        """The officer's id, as the session cookie keeps it."""
        return str(self.actor.officer_id)

    @property
    def roles(self) -> frozenset[str]:
        """Roles held today at this office."""
        return self.actor.roles


def load(user_id: str) -> SignedIn | None:
    """The officer with this id if still active and the session is not worn out."""
    now = time.time()
    age, pause = now - session.get("sejak", 0), now - session.get("tadi", 0)
    if age > ABSOLUTE_SECONDS or pause > IDLE_SECONDS:
        return None
    session["tadi"] = int(now)
    return _officer(int(user_id))


def _officer(officer_id: int) -> SignedIn | None:
    house = current_app.extensions["casework"]
    today = officers.today(house.now())
    with house.database.read() as session_:
        officer = session_.get(Officer, officer_id)
        if officer is None or not officer.active:
            return None
        offices = officers.offices_of(session_, officer, today)
        if not offices:
            return None
        office = offices[0]
        return SignedIn(
            actor=officers.actor(session_, officer, office, today),
            name=officer.name,
            position=officer.position,
            office=office.name,
            office_code=office.code,
            zone=office.zone,
        )


def begin(officer_id: int) -> bool:
    """Start a fresh session for an officer; False when the account has no role today."""
    user = _officer(officer_id)
    if user is None:
        return False
    kept = session.get("bahasa")
    session.clear()
    session.permanent = True
    session["sejak"] = session["tadi"] = int(time.time())
    if kept:
        session["bahasa"] = kept
    login_user(user)
    return True


def end() -> None:
    """End the session; only the language choice stays."""
    kept = session.get("bahasa")
    logout_user()
    session.clear()
    if kept:
        session["bahasa"] = kept


def to_sign_in() -> Response:
    """Send a visitor to the sign-in page and remember where they wanted to go."""
    flash(_("Silakan masuk untuk melanjutkan."), "info")
    target = request.full_path.rstrip("?") if request.method == "GET" else ""
    return redirect(url_for("auth.sign_in", lanjut=target or None), code=303)


def init(app: Flask) -> None:
    """Attach Flask-Login to ``app`` with strong session protection."""
    manager = LoginManager(app)
    manager.session_protection = "strong"
    manager.user_loader(load)
    manager.unauthorized_handler(to_sign_in)
    app.jinja_env.globals["me"] = current_user
