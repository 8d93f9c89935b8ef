"""Receiving a report at the desk."""

from __future__ import annotations

import secrets

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.models import Case
from casework.services.acts import acts
from webui.core import choices
from webui.core.access import requires_act, with_files
from webui.core.acting import perform
from webui.core.storing import uploads
from webui.core.transaction import house, me
from webui.intake.forms import IntakeForm
from webui.intake.own_name_page import to_read

bp = Blueprint("intake", __name__)


@bp.route("/laporan/baru", methods=["GET", "POST"])
@requires_act("terima_laporan")
@with_files
def receive() -> ResponseReturnValue:
    """The form of report; a button adds rows without JavaScript."""
    form = IntakeForm()
    law = house().rulebook.latest
    form.offer(choices.elections(law, me().office_code), choices.regions(law))
    shown: dict[str, object] = {"limits": choices.intake_limits(law, house().today(me().zone))}
    form.kunci.data = form.kunci.data or secrets.token_urlsafe(24)
    if request.method == "POST" and form.add_row(request.form.get("tambah", "")):
        return render_template("intake/receive.html", form=form, **shown)
    return perform(
        form,
        lambda work: acts.open_case(work, "terima_laporan", form.told(form.kunci.data or "")),
        template="intake/receive.html",
        done=lambda case: url_for("cases.show", case_id=case.id),
        said=_received,
        shown=shown,
        before=lambda: form.keep(uploads(form.bukti)),
        ask=lambda: to_read(form, form.told("")),
    )


def _received(case: Case) -> str:
    text: str = _(
        "Laporan diterima dengan nomor %(number)s. Tanda bukti sedang disiapkan.",
        number=case.receipt_number,
    )
    return text
