"""Elections: their kind, offices, stages with dates and sources; and a calendar file of them."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from casework.errors import CaseworkError
from casework.services.acts.amendments import election_import
from casework.services.acts.amendments.election_import import Preview
from casework.services.core import drafts
from casework.services.law import regions
from webui.core.access import requires, with_files
from webui.core.fields import Line, Prose
from webui.core.file_fields import Attachment
from webui.core.forms import TaskForm
from webui.core.transaction import acting, house, me, reading

bp = Blueprint("elections", __name__, url_prefix="/aturan/pemilihan")


class CalendarForm(TaskForm):
    """A calendar file; it is told first what it would do."""

    drafted = True

    berkas = Attachment(
        _l("Berkas kalender (YAML)"),
        hint=_l("Bentuknya seperti rules/elections: pemilihan, kantor, tahapan, dasar, dan tanda."),
    )
    alasan = Prose(_l("Alasan"), limit=2000)
    sumber = Line(_l("Sumber"), limit=1000, hint=_l("Peraturan atau keputusan yang dibaca."))
    diperiksa = HiddenField()


@bp.get("/")
@requires("aturan.lihat")
def index() -> ResponseReturnValue:
    """Every election; those of the officer's office first."""
    with reading() as work:
        every = list(work.law.elections.values())
        code = me().office_code
        rows = sorted(every, key=lambda one: code not in one.offices)
        return render_template("law/elections.html", rows=rows, code=code)


@bp.get("/<election_id>")
@requires("aturan.lihat")
def show(election_id: str) -> ResponseReturnValue:
    """One election: its stages with article, mark and source, its offices and its region."""
    with reading() as work:
        one = work.law.elections.get(election_id)
        if one is None:
            abort(404)
        today = house().today(me().zone)
        return render_template(
            "law/election.html",
            one=one,
            today=today,
            stage=one.stage(today).label,
            original=work.law.elections.get(one.of),
            repeats=[other for other in work.law.elections.values() if other.of == one.id],
            offices=[work.law.offices[code] for code in one.offices],
            regions=list(regions.words_of(work, one.regions).values()),
        )


@bp.route("/impor", methods=["GET", "POST"])
@requires("kalender.tetapkan")
@with_files
def take() -> ResponseReturnValue:
    """What a calendar file would do, then the file taken in as a revision."""
    form, found = CalendarForm(), None
    if request.method == "POST" and form.validate():
        try:
            if form.berkas.chosen is None:
                form.berkas.errors = [_("Pilih berkasnya.")]
            else:
                content = form.berkas.chosen.stream.read()
                found = _looked(content)
                if "ambil" in request.form:
                    return _taken(form, content)
        except CaseworkError as refusal:
            form.refuse(refusal)
    form.diperiksa.data = found.sha256 if found else ""
    page = render_template("law/election_import.html", form=form, found=found)
    return page, 422 if form.rejected else 200


def _looked(content: bytes) -> Preview:
    with reading() as work:
        return election_import.preview(work, content)


def _taken(form: CalendarForm, content: bytes) -> ResponseReturnValue:
    with acting() as work:
        row = election_import.apply(
            work,
            content,
            form.diperiksa.data or "belum diperiksa",
            form.alasan.data or "",
            form.sumber.data or "",
        )
        drafts.drop(work, request.path)
    if row is None:
        flash(_("Semua sudah sama; tidak ada yang dicatat."), "info")
    else:
        flash(_("Tercatat sebagai revisi %(n)s.", n=row.revision), "done")
    return redirect(url_for(".index"), code=303)
