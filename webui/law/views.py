"""The law: editions, their entries, what differs between them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from casework.adapters import lawbook
from casework.engine.comparing import compare
from casework.engine.lawbook.book import book
from casework.engine.refusals import EditionUnknown, RuleUnknown
from casework.services.core.work import Work
from casework.services.law import revisions
from webui.core import law_labels
from webui.core.access import requires
from webui.core.security import FILE_POLICY
from webui.core.transaction import house, reading
from webui.law import reading_page as law
from webui.law.reading_page import Wanted
from webui.law.wording import written

bp = Blueprint("law", __name__, url_prefix="/aturan")
ALL = "semua"


@contextmanager
def looking() -> Iterator[Work]:
    """A transaction for reading; an edition or entry that does not exist is 404."""
    with reading() as work:
        try:
            yield work
        except (EditionUnknown, RuleUnknown):
            abort(404)


@bp.get("/")
@requires("aturan.lihat")
def index() -> ResponseReturnValue:
    """Every edition: what it rests on, from when until when, and how far it was read."""
    with reading() as work:
        cards = law.editions(work)
    return render_template("law/index.html", cards=cards)


@bp.get("/<pin>/")
@requires("aturan.lihat")
def edition(pin: str) -> ResponseReturnValue:
    """One edition: its lifecycle as a drawing and in words, its chapters, its revisions."""
    with looking() as work:
        page = law.edition_page(work, pin)
    return render_template("law/edition.html", page=page, card=page.card, wanted=Wanted())


@bp.get("/<pin>/<kind>/")
@requires("aturan.lihat")
def chapter(pin: str, kind: str) -> ResponseReturnValue:
    """The entries of one kind, or of all, narrowed by words and mark."""
    if kind != ALL and kind not in law_labels.KINDS:
        abort(404)
    wanted = Wanted(
        request.args.get("cari", "")[:100],
        request.args.get("tanda", "")[:20],
        "" if kind == ALL else kind,
    )
    with looking() as work:
        card, shelves = law.found(work, pin, wanted)
    return render_template("law/chapter.html", card=card, shelves=shelves, wanted=wanted, kind=kind)


@bp.get("/<pin>/<kind>/<entry_id>")
@requires("aturan.lihat")
def entry(pin: str, kind: str, entry_id: str) -> ResponseReturnValue:
    """One entry: its words, its mark, its source, what names it, and its history."""
    with looking() as work:
        page = law.entry_page(work, pin, f"{kind}/{entry_id}")
    return render_template("law/entry.html", page=page, card=page.card)


@bp.get("/perbedaan")
@requires("aturan.lihat")
def differences() -> ResponseReturnValue:
    """What one edition or revision says otherwise than another, in words."""
    old, new = request.args.get("dari", ""), request.args.get("ke", "")
    with looking() as work:
        choices = law.pins(work)
        found = (
            compare(work.law, work.law.pinned(old), work.law.pinned(new)) if old and new else None
        )
    if found:
        old, new = found.old, found.new
    return render_template("law/differences.html", choices=choices, found=found, old=old, new=new)


@bp.get("/<pin>/katalog.<form>")
@requires("aturan.lihat")
def catalogue(pin: str, form: str) -> ResponseReturnValue:
    """Everything an edition prescribes, as one file to keep or print."""
    if form not in ("html", "pdf"):
        abort(404)
    with looking() as work:
        found = book(work.law, work.law.pinned(pin))
    if form == "pdf":
        content, media_type = house().press.pdf(found), "application/pdf"
    else:
        content, media_type = lawbook.html(found).encode(), "text/html; charset=utf-8"
    return attached(content, media_type, f"{found.pin.replace('@', '-revisi-')}.{form}")


@bp.get("/naskah/<int:revision_id>")
@requires("aturan.lihat")
def document(revision_id: int) -> ResponseReturnValue:
    """The paper a revision was made on."""
    with reading() as work:
        name, media_type, content = revisions.document(work, revision_id)
    return attached(content, media_type, name)


def attached(content: bytes, media_type: str, name: str) -> Response:
    """A download: nothing in it runs in our pages."""
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


@bp.app_template_global()
def entry_url(entry: str) -> str:
    """The address of an entry named with its edition: ``pemilihan-2024@1/batas/penanganan``."""
    pin, _, name = entry.partition("/")
    return rule_url(pin, name)


@bp.app_template_global()
def rule_url(pin: str, name: str) -> str:
    """The address of an entry, e.g. ``batas/penanganan`` of ``pemilihan-2024@1``."""
    kind, _, entry_id = name.partition("/")
    return url_for("law.entry", pin=pin, kind=kind, entry_id=entry_id)


bp.record_once(lambda state: state.app.jinja_env.globals.update(law_labels=law_labels))
bp.add_app_template_filter(written)
