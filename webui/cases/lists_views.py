"""Beside the list of cases: views that are kept, and the list as a file."""

from __future__ import annotations

from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import BadInput
from casework.services.cases.listing import views
from webui.cases import list_choices, list_sheet
from webui.cases import list_filters as filters
from webui.core import sought
from webui.core.access import requires
from webui.core.language import refused
from webui.core.progress import Progress
from webui.core.sheets import Sheets, State, csv_lines
from webui.core.transaction import acting, actor, house, me

bp = Blueprint("lists", __name__, url_prefix="/perkara")


@bp.post("/tampilan")
@requires("perkara.lihat")
def keep_view() -> ResponseReturnValue:
    """Keep the filters of the address under a name."""
    asked = sought.args()
    try:
        with acting() as work:
            view = views.keep(work, request.form.get("nama", ""), filters.query(asked))
            flash(_("Tampilan %(name)s disimpan.", name=view.name), "done")
    except BadInput as refusal:
        flash(refused(refusal), "fault")
    return redirect(url_for("cases.index", **filters.kept(asked)), code=303)


@bp.post("/tampilan/<int:view_id>/hapus")
@requires("perkara.lihat")
def drop_view(view_id: int) -> ResponseReturnValue:
    """Forget one of one's own views."""
    with acting() as work:
        views.drop(work, view_id)
    flash(_("Tampilan dihapus."), "done")
    return redirect(url_for("cases.index"), code=303)


@bp.post("/ekspor")
@requires("perkara.ekspor")
def export() -> ResponseReturnValue:
    """The list of the address as CSV at once, or begin to write it as XLSX."""
    as_csv = request.form.get("bentuk") == "csv"
    given = list_sheet.sheet(
        filters.wanted(sought.args(), actor().officer_id),
        list_choices.columns(request.args.getlist("kolom")),
        me().zone,
        (_("Nomor penerimaan"), _("Nomor registrasi")),
    )
    with acting() as work:
        views.note(work, "csv" if as_csv else "xlsx", [n for n in filters.FILTERS if
                       sought.args().get(n)])  # fmt: skip
    if as_csv:
        answer = Response(csv_lines(house(), actor(), given), mimetype="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = 'attachment; filename="perkara.csv"'
        return answer
    token = _sheets().begin(actor(), given)
    return redirect(url_for(".exported", token=token), code=303)


@bp.get("/ekspor/<token>")
@requires("perkara.ekspor")
def exported(token: str) -> ResponseReturnValue:
    """How far the file is, and the way to it."""
    return render_template("cases/export.html", state=_state(token), token=token)


@bp.get("/ekspor/<token>/kemajuan")
@requires("perkara.ekspor")
def progress(token: str) -> ResponseReturnValue:
    """How far the exported file is, as figures for the progress bar."""
    state = _state(token)
    over = state.phase != "writing"
    total = max(1, state.total)
    return Progress(total if over else min(state.done, total - 1), total, state.phase).answer()


@bp.get("/ekspor/<token>/berkas")
@requires("perkara.ekspor")
def download(token: str) -> ResponseReturnValue:
    """The file."""
    place = _sheets().file(token, actor())
    if place is None:
        abort(404)
    return send_file(place, as_attachment=True, download_name="perkara.xlsx")


def _state(token: str) -> State:
    found = _sheets().state(token, actor())
    if found is None:
        abort(404)
    return found


def _sheets() -> Sheets:
    return Sheets(house())
