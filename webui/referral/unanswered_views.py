"""The letters of referral that no agency has answered: on the page, as PDF, as XLSX."""

from __future__ import annotations

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from casework.adapters import sheets
from casework.services.cases import unanswered
from casework.services.cases.unanswered import Wanted
from casework.services.documents import registers, unanswered_sheet
from webui.core import labels
from webui.core.access import requires
from webui.core.security import FILE_POLICY
from webui.core.transaction import acting, reading

bp = Blueprint("unanswered", __name__, url_prefix="/dokumen/belum-dijawab")
FORMS = {
    "xlsx": (
        sheets.workbook,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "pdf": (sheets.pdf, "application/pdf"),
}


@bp.get("")
@requires("dokumen.lihat")
def show() -> ResponseReturnValue:
    """What each agency owes, the oldest letter first; the filter lives in the address."""
    wanted = _wanted()
    with reading() as work:
        agencies = unanswered.by_agency(unanswered.letters(work, Wanted(office=wanted.office)))
        rows = unanswered.letters(work, wanted)
        offices = [(one.code, one.name) for one in registers.offices(work)]
    return render_template(
        "referral/unanswered.html", rows=rows, wanted=wanted, agencies=agencies, offices=offices,
        states=labels.ANSWER_WAITS,
    )  # fmt: skip


@bp.get("/unduh/<form>")
@requires("dokumen.lihat")
def download(form: str) -> ResponseReturnValue:
    """The list as a file; that it was taken out is recorded."""
    if form not in FORMS:
        abort(404)
    write, media_type = FORMS[form]
    with acting() as work:
        sheet = unanswered_sheet.sheet(work, _wanted())
    response = Response(write(sheet), mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="belum-dijawab.{form}"'
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


def _wanted() -> Wanted:
    return Wanted(
        destination=request.args.get("lembaga", "")[:64],
        state=request.args.get("keadaan", "")[:20],
        office=request.args.get("kantor", "")[:16],
    )
