"""To the identity provider and back; the second factor of ours follows as after a password."""

from __future__ import annotations

from dataclasses import asdict
from hmac import compare_digest
from typing import cast

import structlog
from flask import Blueprint, abort, current_app, flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.people import officers
from webui.access import public
from webui.door import house
from webui.oidc import Provider, ProviderFault, Ticket
from webui.views.second_factor import after_password

bp = Blueprint("sso", __name__, url_prefix="/masuk/oidc")
log = structlog.get_logger(__name__)
KEPT = "oidc"


def provider() -> Provider:
    """The provider of the settings; without one the pages do not exist."""
    found = current_app.extensions["oidc"]
    if found is None:
        abort(404)
    return cast(Provider, found)


@bp.get("")
@public
def leave() -> ResponseReturnValue:
    """Send the visitor to the provider."""
    ticket = Ticket.new()
    try:
        place = provider().entrance(ticket)
    except ProviderFault as fault:
        return _failed(fault)
    session[KEPT] = {**asdict(ticket), "lanjut": request.args.get("lanjut", "")}
    return redirect(place, code=303)


@bp.get("/kembali")
@public
def back() -> ResponseReturnValue:
    """Whoever the provider says came back, if there is an account."""
    asked, kept = provider(), session.pop(KEPT, None)
    code, state = request.args.get("code", ""), request.args.get("state", "")
    if not kept or not code or not compare_digest(kept["state"].encode(), state.encode()):
        return _failed(ProviderFault("state"))
    onward = kept.pop("lanjut")
    try:
        who = asked.claimed(code, Ticket(**kept))
    except ProviderFault as fault:
        return _failed(fault)
    with house().database.read() as reading:
        officer = officers.claimed(reading, asked.claim, who)
    answer = after_password(officer.id, onward) if officer else None
    return answer or _failed(ProviderFault("no account"))


def _failed(fault: ProviderFault) -> ResponseReturnValue:
    # The kind goes to the log; the visitor learns nothing about accounts.
    log.warning("sso_failed", reason=str(fault))
    flash(
        _(
            "Masuk lewat penyedia identitas tidak berhasil. Coba lagi, atau masuk dengan kata "
            "sandi; bila terulang, hubungi administrator."
        ),
        "fault",
    )
    return redirect(url_for("auth.sign_in"), code=303)
