"""Settings: the tree of regions, and a file of more of them."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from casework.engine.region import Verdict
from casework.errors import BadInput
from casework.services.acts.amendments import region_import
from casework.services.acts.amendments.region_import import Preview
from casework.services.law import regions
from webui.core.access import requires, with_files
from webui.core.file_fields import Attachment
from webui.core.forms import TaskForm
from webui.core.transaction import acting, reading

bp = Blueprint("regions", __name__, url_prefix="/pengaturan/wilayah")
_SHOWN = 100
_IN_ORDER = (Verdict.REFUSED, Verdict.UPDATE, Verdict.CREATE)


class RegionFileForm(TaskForm):
    """A file of regions; it is told first what it would do."""

    berkas = Attachment(
        _l("Berkas CSV"),
        hint=_l("Kolom code dan name; bila ada level, parent, bawaslu_code. Teks UTF-8."),
    )
    diperiksa = HiddenField()


@bp.route("", methods=["GET", "POST"])
@requires("pengaturan")
@with_files
def show() -> ResponseReturnValue:
    """What there is, what a file would do, and the file taken in."""
    form, found = RegionFileForm(), None
    if request.method == "POST" and form.validate():
        try:
            content = _content(form)
            found = _looked(content)
            if "ambil" in request.form:
                with acting() as work:
                    region_import.apply(work, content, form.diperiksa.data or "belum diperiksa")
                flash(_("Wilayah diambil."), "done")
                return redirect(url_for(".show"), code=303)
        except BadInput as refusal:
            form.refuse(refusal)
    form.diperiksa.data = found.sha256 if found else ""
    inside = request.args.get("di", "")
    with reading() as work:
        page = render_template(
            "settings/regions.html",
            form=form,
            counts=region_import.count(work),
            found=found,
            some=[(one, found.of(one)[:_SHOWN]) for one in _IN_ORDER] if found else (),
            inside=regions.words(work, inside) if inside else "",
            rows=regions.children(work, inside),
        )
    return page, 422 if form.rejected else 200


def _content(form: RegionFileForm) -> bytes:
    if form.berkas.chosen is None:
        raise BadInput.one("berkas", _("Pilih berkasnya."))
    data: bytes = form.berkas.chosen.stream.read()
    return data


def _looked(content: bytes) -> Preview:
    with reading() as work:
        return region_import.preview(work, content)
