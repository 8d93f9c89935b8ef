"""Comments on a case: words between officers, beside the file and no part of it."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.cases import access
from casework.services.people import comments
from webui.cases import comments_page
from webui.cases.comments_form import CommentForm
from webui.cases.file_head import file_head
from webui.core.access import requires
from webui.core.acting import perform
from webui.core.transaction import acting, reading

bp = Blueprint("comments", __name__, url_prefix="/perkara/<int:case_id>/berkas/komentar")


@bp.route("", methods=["GET", "POST"])
@requires("perkara.lihat")
def show(case_id: int) -> ResponseReturnValue:
    """What officers said, and the form for one more."""
    with reading() as work:
        case = access.remembered(work, case_id)
        file, page = file_head(work, case), comments_page.read(work, case)
    form = CommentForm()
    form.offer(page.people)
    return perform(
        form,
        lambda work: comments.write(work, case_id, form.komentar.data or "", form.sebut.data or ()),
        template="cases/komentar.html",
        shown={"file": file, "head": file.head, "page": page, "part": "komentar"},
        done=lambda _row: url_for(".show", case_id=case_id),
        said=_("Komentar disimpan."),
    )


@bp.post("/<int:comment_id>/tarik")
@requires("jejak.koreksi")
def remove(case_id: int, comment_id: int) -> ResponseReturnValue:
    """Take back one of one's own."""
    with acting() as work:
        comments.remove(work, case_id, comment_id)
    flash(_("Komentar ditarik."), "done")
    return redirect(url_for(".show", case_id=case_id), code=303)
