"""The pleno: register or not, and the decision for every respondent."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.models.handling import Ruling
from casework.services.acts.corrections import ruling_correction
from casework.services.acts.review import acknowledgement, pleno
from webui.core.access import act_page, requires
from webui.core.acting import CasePage, perform
from webui.core.forms import CaseForm
from webui.pleno.forms import DecisionForm, decision_form, pleno_form
from webui.pleno.page import correction, decision, registration
from webui.pleno.summary import asked, of_meeting
from webui.review.allegation_slots import Fields
from webui.review.respondents_form import BUTTONS, rearranged

bp = Blueprint("pleno", __name__, url_prefix="/perkara/<int:case_id>/pleno")


@bp.route("/registrasi", methods=["GET", "POST"])
@act_page("registrasi")
def register(case_id: int) -> ResponseReturnValue:
    """Register the report: its second number, and the clock of the handling."""
    page = CasePage(case_id, "registrasi", registration)
    form = pleno_form(page.shown["members"], page.shown["note_takers"])
    return perform(
        form,
        lambda work: pleno.register(work, case_id, form.seen, form.pleno()),
        template="pleno/pleno.html",
        page=page,
        done=page.back,
        said=lambda case: _(
            "Diregistrasi dengan nomor %(number)s. Waktu penanganan berjalan.",
            number=case.registration_number,
        ),
        ask=lambda: asked(form, Ruling.REGISTERED, page.shown),
        rehearse=True,
    )


@bp.route("/tidak-diregistrasi", methods=["GET", "POST"])
@act_page("tolak_registrasi")
def refuse(case_id: int) -> ResponseReturnValue:
    """Decide not to register; the reporter is told why."""
    page = CasePage(case_id, "tolak_registrasi", registration)
    form = pleno_form(page.shown["members"], page.shown["note_takers"])
    return perform(
        form,
        lambda work: pleno.refuse_registration(work, case_id, form.seen, form.pleno()),
        template="pleno/pleno.html",
        page=page,
        done=page.back,
        said=_("Diputuskan tidak diregistrasi. Pemberitahuan status kepada pelapor disiapkan."),
        ask=lambda: asked(form, Ruling.NOT_REGISTERED, page.shown),
        rehearse=True,
    )


@bp.route("/putusan", methods=["GET", "POST"])
@act_page("putuskan_pleno")
def decide(case_id: int) -> ResponseReturnValue:
    """A result for every respondent; many can be set at once."""
    page = CasePage(case_id, "putuskan_pleno", decision)
    shown = page.shown

    def build(fields: Fields | None = None) -> DecisionForm:
        return decision_form(
            shown["members"],
            shown["parties"],
            shown["articles"],
            shown["before"],
            fields,
            note_takers=shown["note_takers"],
        )

    if request.method == "POST" and BUTTONS & set(request.form):
        return render_template("pleno/decide.html", form=rearranged(build), **shown)
    form = build()
    return perform(
        form,
        lambda work: pleno.decide(
            work,
            case_id,
            form.seen,
            form.pleno(),
            form.decisions(),
            form.tanpa_gakkumdu.data or "",
        ),
        template="pleno/decide.html",
        page=page,
        done=page.back,
        said=_("Putusan pleno dicatat untuk setiap terlapor."),
        ask=lambda: asked(form, Ruling.RULED, shown),
        rehearse=True,
    )


@bp.route("/<int:meeting_id>", methods=["GET", "POST"])
@requires("pleno.mengetahui")
def acknowledge(case_id: int, meeting_id: int) -> ResponseReturnValue:
    """What was recorded of a meeting; a member who was there acknowledges it."""
    page = CasePage(case_id, "", lambda work, case: of_meeting(work, case, meeting_id))
    return perform(
        CaseForm(),
        lambda work: acknowledgement.acknowledge(work, case_id, meeting_id),
        template="pleno/acknowledge.html",
        page=page,
        done=lambda _meeting: url_for("desk.show"),
        said=_("Dicatat bahwa Anda mengetahui rapat ini."),
    )


@bp.route("/ralat", methods=["GET", "POST"])
@act_page("ralat_pleno")
def correct(case_id: int) -> ResponseReturnValue:
    """Put right what the pleno decided, in a meeting of its own."""
    page = CasePage(case_id, "ralat_pleno", correction)
    shown = page.shown

    def build(fields: Fields | None = None) -> DecisionForm:
        return decision_form(
            shown["members"],
            shown["parties"],
            shown["articles"],
            shown["before"],
            fields,
            note_takers=shown["note_takers"],
        )

    if request.method == "POST" and BUTTONS & set(request.form):
        return render_template("pleno/correct.html", form=rearranged(build), **shown)
    form = build()
    return perform(
        form,
        lambda work: ruling_correction.correct(
            work,
            case_id,
            form.seen,
            form.pleno(),
            form.decisions(),
            form.tanpa_gakkumdu.data or "",
        ),
        template="pleno/correct.html",
        page=page,
        done=page.back,
        said=_("Putusan pleno diralat. Berita acara ralat disiapkan; periksa surat penerusannya."),
        ask=lambda: asked(form, Ruling.RULED, shown),
        rehearse=True,
    )
