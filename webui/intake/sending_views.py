"""Checking the answers of a report, sending it once, and its receipt."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import BadInput, Conflict
from casework.models import Case
from casework.services.acts import acts
from casework.services.acts.registration import intake_drafts
from casework.services.core.drafts import Kept
from casework.services.core.work import Work
from webui.cases import file_page
from webui.core import choices
from webui.core.access import requires_act
from webui.core.acting import perform
from webui.core.drafting import typed
from webui.core.storing import forget, settled
from webui.core.transaction import acting, house, me, reading
from webui.intake import answers_page, step_order
from webui.intake.steps_form import ReportForm, report_form

bp = Blueprint("intake_sending", __name__, url_prefix="/laporan")
NOTES = ("catatan_terlambat", "diterima_pada", "alasan_diterima")
"""What is asked on the page of the checking itself."""


@bp.route("/konsep/<token>/periksa", methods=["GET", "POST"])
@requires_act(step_order.ACT)
def check(token: str) -> ResponseReturnValue:
    """Every answer with a way to change it; sending makes it a report with a number."""
    kept = step_order.draft(token)
    if kept is None:
        return step_order.receipt(token)
    if request.method == "POST":
        try:
            with acting() as work:
                kept = intake_drafts.fill(work, token, NOTES, typed())
        except BadInput as refusal:
            form = _form(kept)
            form.refuse(refusal)
            return _shown(kept, form), 422
    form = _form(kept)
    if request.method == "GET":
        form.validate()
        answers_page.check_dates(form)
        return _shown(kept, form)
    return _send(token, kept, form)


def _send(token: str, kept: Kept, form: ReportForm) -> ResponseReturnValue:
    with reading() as work:
        changed = answers_page.changed(work, kept.content, request.form)
    if changed:
        text = _("Konsep ini berubah di jendela lain sejak halaman ini dibuka. Periksa lagi.")
        return _shown(kept, form, clash=Conflict(text, changed)), 409
    files = intake_drafts.files(kept.content)

    def send(work: Work) -> Case:
        return intake_drafts.take(work, kept) or acts.open_case(
            work, step_order.ACT, form.told(token)
        )

    answer = perform(
        form,
        send,
        template="intake/periksa.html",
        done=lambda case: url_for(".received", case_id=case.id),
        said=lambda case: _("Laporan diterima dengan nomor %(n)s.", n=case.receipt_number),
        shown=_around(kept, form),
        before=lambda: form.keep(settled(files)),
    )
    if step_order.is_sent(token):
        forget(one for one in files if not one.confidential)
    return answer


def _form(kept: Kept) -> ReportForm:
    form, law = report_form(kept.content), house().rulebook.latest
    form.offer(choices.elections(law, me().office_code), choices.regions(law))
    return form


def _around(kept: Kept, form: ReportForm) -> dict[str, object]:
    with reading() as work:
        return answers_page.around(work, kept, form)


def _shown(kept: Kept, form: ReportForm, **more: object) -> str:
    return render_template("intake/periksa.html", form=form, **_around(kept, form), **more)


@bp.get("/diterima/<int:case_id>")
@requires_act(step_order.ACT)
def received(case_id: int) -> ResponseReturnValue:
    """The number, the limit that runs now, and the receipt to print once it is drawn."""
    with reading() as work:
        page = file_page.overview(work, case_id)
    slip = next((one for one in page.papers if one.kind == "tanda_bukti"), None)
    return render_template("intake/received.html", page=page, head=page.file.head, slip=slip)
