"""To the identity provider and back; the second factor of ours follows as after a password."""

from __future__ import annotations

from typing import cast

import structlog
from flask import Blueprint, abort, current_app, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.people import officers
from webui.account.second_factor_views import after_password
from webui.core.access import public
from webui.core.oidc import Provider, ProviderFault
from webui.core.transaction import house

bp = Blueprint("sso", __name__, url_prefix="/masuk/oidc")
log = structlog.get_logger(__name__)


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
    try:
        return provider().leave(request.args.get("lanjut", ""))
    except ProviderFault as fault:
        return _failed(fault)


@bp.get("/kembali")
@public
def back() -> ResponseReturnValue:
    """Whoever the provider says came back, if there is an account."""
    asked = provider()
    try:
        who, onward = asked.come_back()
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
