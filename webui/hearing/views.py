"""A matter that a panel hears, from its registration to the reading of the ruling."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.models.handling import Ruling
from casework.services.acts.hearing import panel, rulings, sessions
from casework.services.acts.review import pleno
from webui.core.access import act_page
from webui.core.acting import CasePage, confirm, perform
from webui.hearing.forms import (
    PostponeForm,
    ResolutionForm,
    fix_form,
    held_form,
    panel_form,
    reading_form,
    resolution_form,
)
from webui.hearing.page import (
    appointing,
    deliberating,
    fixing,
    recording,
    showing,
    sitting,
)
from webui.pleno.forms import pleno_form
from webui.pleno.page import registration
from webui.pleno.summary import asked
from webui.review.allegation_slots import Fields
from webui.review.respondents_form import BUTTONS, rearranged

bp = Blueprint("hearing", __name__, url_prefix="/perkara/<int:case_id>/sidang")


@bp.route("/registrasi", methods=["GET", "POST"])
@act_page("registrasi_sidang")
def register(case_id: int) -> ResponseReturnValue:
    """Register a report that a panel is to hear."""
    page = CasePage(case_id, "registrasi_sidang", registration)
    form = pleno_form(page.shown["members"], page.shown["note_takers"])
    return perform(
        form,
        lambda work: pleno.register_for_hearing(work, case_id, form.seen, form.pleno()),
        template="pleno/pleno.html",
        page=page,
        done=page.back,
        said=lambda case: _(
            "Diregistrasi dengan nomor %(number)s untuk disidangkan.",
            number=case.registration_number,
        ),
        ask=lambda: asked(form, Ruling.REGISTERED, page.shown),
        rehearse=True,
    )


@bp.route("/majelis", methods=["GET", "POST"])
@act_page("tetapkan_majelis")
def appoint(case_id: int) -> ResponseReturnValue:
    """Who hears the matter."""
    page = CasePage(case_id, "tetapkan_majelis", appointing)
    form = panel_form(page.shown["able"], page.shown["secretaries"])
    return perform(
        form,
        lambda work: panel.appoint(work, case_id, form.seen, form.appointed()),
        template="hearing/panel.html",
        page=page,
        done=page.back,
        said=_("Majelis ditetapkan; penetapannya disiapkan."),
    )


@bp.route("/panggilan", methods=["GET", "POST"])
@act_page("panggil_sidang")
def fix(case_id: int) -> ResponseReturnValue:
    """Fix a session and summon the parties."""
    page = CasePage(case_id, "panggil_sidang", showing("panggil_sidang", fixing))
    form = fix_form(page.shown["agenda"], page.shown["parties"], page.shown["head"].office)
    return perform(
        form,
        lambda work: sessions.fix(work, case_id, form.seen, form.fixed()),
        template="hearing/fix.html",
        page=page,
        done=page.back,
        said=_("Sidang dijadwalkan; panggilannya menunggu ketua sebagai konsep."),
    )


@bp.route("/berita-acara", methods=["GET", "POST"])
@act_page("catat_sidang")
def hold(case_id: int) -> ResponseReturnValue:
    """The minutes of the session that was fixed."""
    page = CasePage(case_id, "catat_sidang", showing("catat_sidang", recording("catat_sidang")))
    shown = page.shown
    form = held_form(
        shown["panel"], shown["parties"], shown["agenda"], shown["evidence"], shown["given"]
    )
    return perform(
        form,
        lambda work: sessions.hold(work, case_id, form.seen, form.held()),
        template="hearing/held.html",
        page=page,
        done=page.back,
        said=_("Sidang dicatat; berita acaranya disiapkan."),
    )


@bp.route("/tunda", methods=["GET", "POST"])
@act_page("tunda_sidang")
def postpone(case_id: int) -> ResponseReturnValue:
    """Postpone the session that was fixed."""
    page = CasePage(case_id, "tunda_sidang", showing("tunda_sidang", sitting))
    form = PostponeForm()
    return perform(
        form,
        lambda work: sessions.postpone(work, case_id, form.seen, form.alasan.data or ""),
        template="hearing/postpone.html",
        page=page,
        done=page.back,
        said=_("Sidang ditunda; panggilan yang belum disampaikan batal."),
    )


@bp.route("/tutup", methods=["GET", "POST"])
@act_page("tutup_sidang")
def close(case_id: int) -> ResponseReturnValue:
    """End the examination."""
    return confirm(
        case_id,
        "tutup_sidang",
        lambda work, version: sessions.close(work, case_id, version),
        said=_("Pemeriksaan ditutup; majelis bermusyawarah."),
        explain=_("Sesudah ditutup tidak ada lagi sidang pemeriksaan; majelis bermusyawarah."),
    )


@bp.route("/musyawarah", methods=["GET", "POST"])
@act_page("putuskan_majelis")
def resolve(case_id: int) -> ResponseReturnValue:
    """The deliberation and the ruling; secret until it is read out."""
    page = CasePage(case_id, "putuskan_majelis", showing("putuskan_majelis", deliberating))
    shown = page.shown

    def build(fields: Fields | None = None) -> ResolutionForm:
        return resolution_form(
            shown["panel"], shown["parties"], shown["articles"], shown["before"], fields
        )

    if request.method == "POST" and BUTTONS & set(request.form):
        return render_template("hearing/resolve.html", form=rearranged(build), **shown)
    form = build()
    return perform(
        form,
        lambda work: rulings.resolve(work, case_id, form.seen, form.resolution()),
        template="hearing/resolve.html",
        page=page,
        done=page.back,
        said=_("Putusan disusun dan tertutup sampai dibacakan dalam sidang."),
    )


@bp.route("/pembacaan-putusan", methods=["GET", "POST"])
@act_page("bacakan_putusan")
def read_out(case_id: int) -> ResponseReturnValue:
    """The session in which the ruling is read out; from then on it is decided."""
    page = CasePage(
        case_id, "bacakan_putusan", showing("bacakan_putusan", recording("bacakan_putusan"))
    )
    shown = page.shown
    form = reading_form(shown["panel"], shown["parties"], shown["given"])
    return perform(
        form,
        lambda work: rulings.read_out(
            work, case_id, form.seen, form.held(), form.tempat.data or ""
        ),
        template="hearing/read.html",
        page=page,
        done=page.back,
        said=_("Pembacaan putusan dicatat; putusan dan berita acaranya disiapkan."),
    )
