"""Clerical corrections: what was typed wrongly is put right on screen, with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.models import Correction
from casework.services.acts.corrections import clerical, clerical_dispatch
from casework.services.core.work import Work
from webui.cases import clerical_page as pages
from webui.cases.clerical_form import (
    FIELDS,
    CaseDataForm,
    CorrectedForm,
    DispatchTimesForm,
    PersonDataForm,
    RespondentDataForm,
)
from webui.core.access import requires
from webui.core.acting import CasePage, perform
from webui.core.times import aware, maybe

bp = Blueprint("clerical", __name__, url_prefix="/perkara/<int:case_id>/betulkan")


def _said(kept: Sequence[Correction]) -> str:
    letters = {key for one in kept for key in one.letters}
    if letters:
        marked: str = _(
            "Data dibetulkan. %(n)s surat yang sudah terbit mengutip nilai lama; lihat tandanya "
            "pada Dokumen.",
            n=len(letters),
        )
        return marked
    return str(_("Data dibetulkan; nilai lama tetap tersimpan tersegel."))


@bp.route("", methods=["GET", "POST"])
@requires("data.betulkan")
def case(case_id: int) -> ResponseReturnValue:
    """The title, what, where, account and day of the event."""
    page = CasePage(case_id, "", pages.of_case)
    form = CaseDataForm(data=page.shown["now"])
    if request.method == "POST" and "cari" in request.form:
        return render_template("cases/clerical.html", form=form, **page.shown)
    return _page(
        page,
        form,
        lambda work: clerical.correct_case(
            work, case_id, form.seen, form.values, form.event_date.data, form.alasan.data or ""
        ),
    )


@bp.route("/pihak/<int:party_id>", methods=["GET", "POST"])
@requires("data.betulkan")
def respondent(case_id: int, party_id: int) -> ResponseReturnValue:
    """Name, office, address and telephone of a respondent."""
    page = CasePage(case_id, "", pages.of_party(party_id, protected=False))
    form = RespondentDataForm(data=page.shown["now"])
    return _page(
        page,
        form,
        lambda work: clerical.correct_respondent(
            work, case_id, form.seen, party_id, form.values, form.alasan.data or ""
        ),
    )


@bp.route("/identitas/<int:party_id>", methods=["GET", "POST"])
@requires("identitas.buka")
def person(case_id: int, party_id: int) -> ResponseReturnValue:
    """A protected identity: what is typed replaces, what is left empty stays unseen."""
    page = CasePage(case_id, "", pages.of_party(party_id, protected=True))
    form = PersonDataForm()
    return _page(
        page,
        form,
        lambda work: clerical.correct_person(
            work, case_id, form.seen, party_id, form.values, form.alasan.data or ""
        ),
    )


@bp.route("/penyampaian/<int:dispatch_id>", methods=["GET", "POST"])
@requires("penyampaian.betulkan")
def dispatch(case_id: int, dispatch_id: int) -> ResponseReturnValue:
    """When a letter left or arrived; limits that hang on it are derived anew."""
    page = CasePage(case_id, "", pages.of_dispatch(dispatch_id))
    form = DispatchTimesForm(data=page.shown["now"])

    def act(work: Work) -> list[Correction]:
        exact = page.shown["exact"]
        return clerical_dispatch.correct_dispatch(
            work, case_id, form.seen, dispatch_id,
            _same(aware(form.sent_at.data), exact["sent_at"]) or aware(form.sent_at.data),
            _same(maybe(form.received_at.data), exact["received_at"]), form.alasan.data or "",
        )  # fmt: skip

    return _page(page, form, act)


def _same(typed: datetime | None, exact: datetime | None) -> datetime | None:
    """The exact moment where the page showed it by the minute and nobody changed it."""
    if typed and exact and typed == exact.replace(second=0, microsecond=0):
        return exact
    return typed


def _page(
    page: CasePage, form: CorrectedForm, act: Callable[[Work], list[Correction]]
) -> ResponseReturnValue:
    return perform(form, act, template="cases/clerical.html", page=page, done=page.back, said=_said)


bp.record_once(lambda state: state.app.jinja_env.globals.update(correction_fields=FIELDS))
