"""Evidence of a report that is not sent yet: stored encrypted at once, its fingerprint shown."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import BadInput
from casework.services.acts.registration import intake_drafts
from casework.services.core.drafts import Kept
from webui.core.access import requires_act, with_files
from webui.core.storing import forget, store
from webui.core.transaction import acting
from webui.intake import page as report
from webui.intake import step_order
from webui.intake.steps_form import UploadForm

bp = Blueprint("intake_files", __name__, url_prefix="/laporan/konsep/<token>")


@bp.route("/bukti", methods=["GET", "POST"])
@requires_act(step_order.ACT)
@with_files
def show(token: str) -> ResponseReturnValue:
    """The files so far, and more of them."""
    kept, form = step_order.draft(token), UploadForm()
    if kept is None:
        return step_order.receipt(token)
    if request.method == "GET":
        return _shown(kept, form)
    if not form.validate():
        return _shown(kept, form), 422
    try:
        for file in form.berkas.chosen:
            upload = store(file, form.keterangan.data or "", sealed=True)
            with acting() as work:
                intake_drafts.add_file(work, token, upload, confidential=form.rahasia.data)
    except BadInput as refusal:
        form.refuse(refusal)
        return _shown(step_order.draft(token) or kept, form), 422
    if "nanti" in request.form:
        return step_order.later()
    if form.berkas.chosen:
        flash(_("Berkas tersimpan dalam konsep."), "done")
        if "lanjut" not in request.form:
            return redirect(step_order.address(token, "bukti", **_kept_args()), code=303)
    elif "unggah" in request.form:
        form.refuse(BadInput.one("berkas", _("Pilih berkas bukti.")))
        return _shown(kept, form), 422
    return redirect(step_order.after(token, "bukti"), code=303)


def _kept_args() -> dict[str, str]:
    return {"kembali": "periksa"} if request.args.get("kembali") == "periksa" else {}


def _shown(kept: Kept, form: UploadForm) -> str:
    token = intake_drafts.token_of(kept)
    return render_template(
        "intake/bukti.html",
        form=form,
        page=report.progress(kept, "bukti"),
        step="bukti",
        back=step_order.before(token, "bukti"),
    )


@bp.post("/bukti/hapus")
@requires_act(step_order.ACT)
def remove(token: str) -> ResponseReturnValue:
    """Take one file out of the draft."""
    with acting() as work:
        gone = intake_drafts.remove_file(work, token, request.form.get("keluar", ""))
    if gone:
        forget([gone])
        flash(_("Berkas dikeluarkan dari konsep."), "done")
    return redirect(step_order.address(token, "bukti", **_kept_args()), code=303)
