"""Evidence of a report that is not sent yet: stored encrypted at once, its fingerprint shown."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import BadInput
from casework.services.acts.registration import intake_drafts
from casework.services.core.drafts import Kept
from webui.access import requires_act, with_files
from webui.door import acting
from webui.forms.steps import UploadForm
from webui.pages import intake as report
from webui.pages import intake_ways
from webui.storing import forget, store

bp = Blueprint("intake_files", __name__, url_prefix="/laporan/konsep/<token>")


@bp.route("/bukti", methods=["GET", "POST"])
@requires_act(intake_ways.ACT)
@with_files
def show(token: str) -> ResponseReturnValue:
    """The files so far, and more of them."""
    kept, form = intake_ways.draft(token), UploadForm()
    if kept is None:
        return intake_ways.receipt(token)
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
        return _shown(intake_ways.draft(token) or kept, form), 422
    if "nanti" in request.form:
        return intake_ways.later()
    if form.berkas.chosen:
        flash(_("Berkas tersimpan dalam konsep."), "done")
        if "lanjut" not in request.form:
            return redirect(intake_ways.address(token, "bukti", **_kept_args()), code=303)
    elif "unggah" in request.form:
        form.refuse(BadInput.one("berkas", _("Pilih berkas bukti.")))
        return _shown(kept, form), 422
    return redirect(intake_ways.after(token, "bukti"), code=303)


def _kept_args() -> dict[str, str]:
    return {"kembali": "periksa"} if request.args.get("kembali") == "periksa" else {}


def _shown(kept: Kept, form: UploadForm) -> str:
    token = intake_drafts.token_of(kept)
    return render_template(
        "intake/bukti.html",
        form=form,
        page=report.progress(kept, "bukti"),
        step="bukti",
        back=intake_ways.before(token, "bukti"),
    )


@bp.post("/bukti/hapus")
@requires_act(intake_ways.ACT)
def remove(token: str) -> ResponseReturnValue:
    """Take one file out of the draft."""
    with acting() as work:
        gone = intake_drafts.remove_file(work, token, request.form.get("keluar", ""))
    if gone:
        forget([gone])
        flash(_("Berkas dikeluarkan dari konsep."), "done")
    return redirect(intake_ways.address(token, "bukti", **_kept_args()), code=303)
