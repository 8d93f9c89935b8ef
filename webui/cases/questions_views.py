"""What the system asks about a limit that ran out, and the officer's answer."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.deadlines import expiry
from webui.cases.questions_form import AnswerForm
from webui.core.access import requires
from webui.core.acting import CasePage, perform

bp = Blueprint("questions", __name__, url_prefix="/perkara/<int:case_id>/pertanyaan")
TEMPLATE = "cases/question.html"


@bp.route("/<int:question_id>", methods=["GET", "POST"])
@requires("pertanyaan.jawab")
def answer(case_id: int, question_id: int) -> ResponseReturnValue:
    """Show the effect the law knows, or that none is known; take the answer once."""
    page = CasePage(
        case_id,
        "",
        lambda work, case: dict(
            zip(("asked", "limit"), expiry.read(work, case.id, question_id), strict=True)
        ),
    )
    if page.shown["asked"].answered_at is not None and request.method == "GET":
        return render_template(TEMPLATE, form=None, **page.shown)
    form = AnswerForm()
    return perform(
        form,
        lambda work: expiry.answer(work, case_id, question_id, form.jawaban.data or ""),
        template=TEMPLATE,
        page=page,
        done=lambda _result: url_for("desk.show"),
        said=_("Jawaban dicatat."),
    )
