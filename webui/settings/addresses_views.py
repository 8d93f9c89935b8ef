"""Settings: where letters of an office go, agency by agency, from a day on."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.people import addresses, offices
from webui.core.access import requires
from webui.core.acting import perform
from webui.core.transaction import reading
from webui.settings.forms import AddressForm

bp = Blueprint("addresses", __name__, url_prefix="/pengaturan/alamat-tujuan")


@bp.get("")
@requires("alamat.atur")
def index() -> ResponseReturnValue:
    """The offices whose destinations one keeps."""
    with reading() as work:
        rows = [(one.id, one.name) for one in addresses.reachable(work)]
    return render_template("settings/address_offices.html", rows=rows)


@bp.get("/<int:office_id>")
@requires("alamat.atur")
def show(office_id: int) -> ResponseReturnValue:
    """Every agency the office may write to, with the address in use."""
    with reading() as work:
        office = addresses.office(work, office_id)
        page, name = addresses.lines(work, office), office.name
    return render_template("settings/addresses.html", page=page, office=name, office_id=office_id)


@bp.route("/<int:office_id>/<key>", methods=["GET", "POST"])
@requires("alamat.atur")
def change(office_id: int, key: str) -> ResponseReturnValue:
    """A new address of one agency; earlier ones stay readable."""
    with reading() as work:
        office = addresses.office(work, office_id)
        line, name = addresses.line(work, office, key), office.name
        today = offices.local_day(work, office)
    now = line.now
    known = {
        "jabatan": now.title if now else "",
        "alamat": "\n".join(now.lines) if now else "",
        "tempat": now.place if now else "",
        "surel": now.email if now else "",
        "mulai": today,
    }
    form = AddressForm(data=known)
    return perform(
        form,
        lambda work: addresses.change(
            work, office_id, key, form.address, form.alasan.data or ""
        ),
        template="settings/address.html",
        shown={"line": line, "office": name, "office_id": office_id},
        done=lambda _row: url_for(".show", office_id=office_id),
        said=_("Alamat dicatat; surat yang terbit sejak hari itu memakainya."),
    )  # fmt: skip
