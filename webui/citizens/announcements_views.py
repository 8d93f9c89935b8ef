"""What offices announced, as a page to search and as a feed to follow."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.engine.words import long_date
from casework.services.acts.registration import in_time
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.documents import announcements
from casework.services.documents.announcements import MOST, Announcement
from webui.citizens.forms import AnnouncementsForm
from webui.core.access import public
from webui.core.clock import local
from webui.core.keys import whole
from webui.core.throttle import limiter
from webui.core.transaction import house

bp = Blueprint("announcements", __name__, url_prefix="/pengumuman")
READER = Actor(None, in_time.PUBLIC, NO_OFFICE, frozenset())
ATOM = "http://www.w3.org/2005/Atom"


@bp.get("")
@public
@limiter.limit("60/minute")
def show() -> ResponseReturnValue:
    """The newest announcements; of one office, or of a number."""
    form = AnnouncementsForm(request.args)
    with house().reading(READER) as work:
        form.kantor.choices = [("", _("Semua kantor")), *announcements.offices(work)]
        if not form.validate():
            found: list[Announcement] = []
        else:
            found = announcements.newest(
                work,
                office=form.kantor.data or "",
                number=form.nomor.data or "",
                before=request.args.get("sebelum", type=whole),
            )
    asked = {name: form[name].data for name in ("kantor", "nomor") if form[name].data}
    return render_template(
        "citizens/announcements.html",
        form=form,
        found=found[:MOST],
        more=found[MOST - 1].id if len(found) > MOST else None,
        asked=asked,
    ), (422 if form.rejected else 200)


@bp.get("/atom.xml")
@public
@limiter.limit("60/minute")
def feed() -> ResponseReturnValue:
    """The newest announcements as a feed (Atom, RFC 4287), in Indonesian as they were issued."""
    office = request.args.get("kantor", "")[:64]
    with house().reading(READER) as work:
        found = announcements.newest(work, office=office)[:MOST]
    return Response(_atom(found, office), content_type="application/atom+xml; charset=utf-8")


def _atom(found: list[Announcement], office: str) -> bytes:
    base = house().settings.base_url
    address = base + url_for(".feed", kantor=office or None)
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": "id"})
    _add(root, "id", address)
    _add(root, "title", "Pengumuman status laporan dan temuan")
    _add(root, "updated", _stamp(found[0].dated if found else datetime(2024, 1, 1, tzinfo=UTC)))
    _add(root, "link", rel="self", href=address)
    _add(root, "link", rel="alternate", href=base + url_for(".show", kantor=office or None))
    for one in found:
        entry = _add(root, "entry")
        paper = base + url_for("verification.show", code=one.code)
        _add(entry, "id", paper)
        _add(entry, "title", f"{one.number}: {'BATAL' if one.void else one.status}")
        _add(entry, "updated", _stamp(one.dated))
        _add(_add(entry, "author"), "name", one.office)
        _add(entry, "link", rel="alternate", href=paper)
        said = [one.explanation, *one.destinations, long_date(local(one.dated, one.zone).date())]
        _add(entry, "summary", " ".join(text for text in said if text))
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    made.text = text or None
    return made


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
