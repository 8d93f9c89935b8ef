"""Settings of offices: letterhead, code, zone, emblem."""

from __future__ import annotations

import io

from flask import Blueprint, Response, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import BadInput
from casework.models import Office
from casework.ports import StoredFile
from casework.services.people import emblem, offices
from casework.services.people.offices import EMBLEM_LIMIT, NewOffice, OfficeDetails
from webui.core.access import requires, with_files
from webui.core.acting import perform
from webui.core.options import options
from webui.core.security import FILE_POLICY
from webui.core.transaction import house, reading
from webui.settings.forms import EmblemForm, NewOfficeForm, OfficeForm, zones

bp = Blueprint("offices", __name__, url_prefix="/pengaturan/kantor")


@bp.get("/")
@requires("pengaturan")
def index() -> ResponseReturnValue:
    """The offices under this administrator."""
    with reading() as work:
        rows = offices.governed(work)
    return render_template("settings/offices.html", rows=rows)


@bp.route("/baru", methods=["GET", "POST"])
@requires("pengaturan")
def add() -> ResponseReturnValue:
    """A new office under one of them."""
    with reading() as work:
        parents = [(one.code, one.name) for one in offices.governed(work)]
    form = NewOfficeForm(options(parents))
    return perform(
        form,
        lambda work: offices.add(
            work,
            NewOffice(
                code=form.kode.data or "", name=form.nama.data or "", level=form.tingkat.data,
                zone=form.zona.data, city=form.kota.data or "", parent=form.induk.data,
                region_code=form.kode_wilayah.data or "", code_is_training=form.latihan.data,
                address=form.lines("alamat"),
            ),
        ),
        template="settings/office.html",
        shown={"office": None},
        done=lambda office: url_for(".change", office_id=office.id),
        said=_("Kantor ditambahkan."),
    )  # fmt: skip


@bp.route("/<int:office_id>", methods=["GET", "POST"])
@requires("pengaturan")
def change(office_id: int) -> ResponseReturnValue:
    """What an office's letters and numbers say."""
    with reading() as work:
        office = offices.office(work, office_id)
    form = _filled(office)
    return perform(
        form,
        lambda work: offices.change(
            work,
            office_id,
            OfficeDetails(
                name=form.nama.data or "", city=form.kota.data or "", zone=form.zona.data,
                region_code=form.kode_wilayah.data or "", code_is_training=form.latihan.data,
                institution=form.lines("instansi"), address=form.lines("alamat"),
            ),
        ),
        template="settings/office.html",
        shown={"office": office},
        done=lambda _office: url_for(".change", office_id=office_id),
        said=_("Kantor disimpan."),
    )  # fmt: skip


def _filled(office: Office) -> OfficeForm:
    form = OfficeForm(
        data={
            "nama": office.name, "kota": office.city, "zona": office.zone,
            "kode_wilayah": office.region_code, "latihan": office.code_is_training,
            "instansi": "\n".join(office.letterhead.get("institution", [])),
            "alamat": "\n".join(office.letterhead.get("address", [])),
        }
    )  # fmt: skip
    form.zona.choices = zones(office.zone)
    return form


@bp.route("/<int:office_id>/lambang", methods=["GET", "POST"])
@requires("pengaturan")
@with_files
def change_emblem(office_id: int) -> ResponseReturnValue:
    """The picture on the letterhead: checked, then kept."""
    with reading() as work:
        office = offices.office(work, office_id)
    form = EmblemForm()
    kept: list[tuple[StoredFile, str]] = []
    return perform(
        form,
        lambda work: offices.set_emblem(work, office_id, *kept[0]),
        template="settings/emblem.html",
        shown={"office": office},
        before=lambda: kept.append(_stored(form)),
        done=lambda _office: url_for(".change", office_id=office_id),
        said=_("Lambang disimpan."),
    )


def _stored(form: EmblemForm) -> tuple[StoredFile, str]:
    """The uploaded picture, checked and kept. Raises BadInput."""
    if form.lambang.chosen is None:
        raise BadInput.one("lambang", _("Pilih berkas lambang."))
    data = form.lambang.chosen.stream.read(EMBLEM_LIMIT + 1)
    if len(data) > EMBLEM_LIMIT:
        raise BadInput.one("lambang", _("Berkas lebih besar dari 256 kB. Kecilkan gambarnya."))
    media_type = emblem.media_type(data)
    return house().store.put(io.BytesIO(data), sealed=False, limit=EMBLEM_LIMIT), media_type


@bp.get("/<int:office_id>/lambang/gambar")
@requires("pengaturan")
def emblem_picture(office_id: int) -> ResponseReturnValue:
    """The emblem as it is kept; as a picture it can do nothing."""
    with reading() as work:
        kept = offices.office(work, office_id).letterhead.get("emblem")
    if not kept:
        abort(404)
    response = Response(b"".join(house().store.read(kept["path"], None)), mimetype=kept["type"])
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response
