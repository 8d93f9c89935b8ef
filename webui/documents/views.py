"""One paper and what can be done with it: edit or discard its draft, void it, file it."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.engine.templates import Use
from casework.models import Document
from casework.services.acts.recommendation import voiding
from casework.services.core.work import Work
from casework.services.documents import archive as filing
from casework.services.documents import free_texts, receipts
from webui.core.access import requires
from webui.core.acting import perform
from webui.core.fields import Prose
from webui.core.transaction import acting, house, reading
from webui.core.work_templates import Place, into
from webui.documents import document_page
from webui.documents.document_page import DocumentPage
from webui.documents.forms import DiscardForm, FileForm, TextForm, VoidForm

bp = Blueprint("documents", __name__, url_prefix="/dokumen")


@bp.get("/<int:document_id>")
@requires("berkas.unduh")
def show(document_id: int) -> ResponseReturnValue:
    """The life of one paper."""
    page = _page(document_id)
    return render_template("documents/show.html", page=page, head=page.head)


@bp.route("/<int:document_id>/sunting", methods=["GET", "POST"])
@requires("dokumen.sunting")
def edit(document_id: int) -> ResponseReturnValue:
    """Other words for the free texts of a draft."""
    with reading() as work:
        page = document_page.look(work, document_id)
        blocks, now, edits = document_page.texts(work, document_id, house().forms)
    fields = {name: Prose(one.title, limit=one.limit) for name, one in blocks.items()}
    form = type("DraftForm", (TextForm,), fields)(data={**now, "suntingan": edits})
    limits = {name: one.limit for name, one in blocks.items()}
    last = [*blocks][-1:]
    place = Place(page.head.id, Use.LETTER, page.line.kind, into(form, last[0])) if last else None
    return perform(
        form,
        lambda work: free_texts.edit(
            work,
            document_id,
            {name: form[name].data or "" for name in blocks},
            limits,
            form.suntingan.data or 0,
        ),
        template="documents/edit.html",
        shown={"page": page, "names": list(blocks)},
        templates=place,
        said=_("Konsep disunting dan digambar ulang."),
        done=lambda _row: url_for(".show", document_id=document_id),
    )


@bp.route("/<int:document_id>/batal", methods=["GET", "POST"])
@requires("dokumen.batal")
def void(document_id: int) -> ResponseReturnValue:
    """Declare a letter void that has not left; a new draft follows."""
    return _taken_back(
        document_id,
        VoidForm(),
        voiding.void,
        "documents/void.html",
        _("Surat dibatalkan; nomornya dijelaskan dalam register. Konsep baru disiapkan."),
    )


@bp.route("/<int:document_id>/buang", methods=["GET", "POST"])
@requires("dokumen.batal")
def discard(document_id: int) -> ResponseReturnValue:
    """Throw away a draft that is not needed."""
    return _taken_back(
        document_id,
        DiscardForm(),
        voiding.discard,
        "documents/discard.html",
        _("Konsep dibuang; alasannya tercatat."),
    )


def _taken_back(
    document_id: int,
    form: VoidForm | DiscardForm,
    act: Callable[[Work, int, str, int], Document],
    template: str,
    said: str,
) -> ResponseReturnValue:
    """Take a letter out of use with a reason; shows the paper that the act gives."""
    page = _page(document_id)
    if not form.is_submitted():
        form.version.data = page.head.version
    return perform(
        form,
        lambda work: act(work, document_id, form.alasan.data or "", form.seen),
        template=template,
        shown={"page": page},
        said=said,
        done=lambda row: url_for(".show", document_id=row.id),
    )


@bp.route("/<int:document_id>/arsip", methods=["GET", "POST"])
@requires("dokumen.arsip")
def archive(document_id: int) -> ResponseReturnValue:
    """Where the paper is filed."""
    form = FileForm()
    return perform(
        form,
        lambda work: filing.file(work, document_id, form.arsip.data or ""),
        template="documents/archive.html",
        shown={"page": _page(document_id)},
        said=_("Dokumen diarsipkan."),
        done=lambda _row: url_for(".show", document_id=document_id),
    )


@bp.post("/<int:document_id>/tanda-terima")
@requires("surat.tanda_terima")
def receipt(document_id: int) -> ResponseReturnValue:
    """The sheet on which somebody signs for the letter."""
    with acting() as work:
        sheet = receipts.request(work, document_id).id
    flash(_("Tanda terima disiapkan."), "done")
    return redirect(url_for(".show", document_id=sheet), code=303)


def _page(document_id: int) -> DocumentPage:
    with reading() as work:
        return document_page.look(work, document_id)
