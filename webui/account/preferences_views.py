"""Settings of the signed-in officer: how messages reach them."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.people import preferences
from casework.services.people.preferences import EMAIL
from webui.account.preferences_form import preferences_form
from webui.core.access import requires
from webui.core.acting import perform
from webui.core.transaction import house, me, reading

bp = Blueprint("preferences", __name__, url_prefix="/pengaturan")


@bp.route("/pemberitahuan", methods=["GET", "POST"])
@requires("meja")
def notifications() -> ResponseReturnValue:
    """Choose channels, addresses and quiet hours; one's own only."""
    offered = {EMAIL} | house().messenger.channels
    with reading() as work:
        kept = preferences.wishes(work, me().actor.officer_id or 0)
    form = preferences_form(kept, offered)
    return perform(
        form,
        lambda work: preferences.choose(
            work,
            form.kanal.data or [],
            {"telegram": form.telegram.data or "", "whatsapp": form.whatsapp.data or ""},
            form.tenang_dari.data,
            form.tenang_sampai.data,
            offered,
        ),
        template="settings/notifications.html",
        shown={"offered": offered},
        done=lambda _result: url_for(".notifications"),
        said=_("Pilihan pemberitahuan disimpan."),
    )
