"""Acts beside the main road: link two cases, correct what is recorded, record a withdrawal."""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.acts.any_stage import links
from casework.services.acts.corrections import fact_correction, respondents
from casework.services.acts.registration import withdrawal
from webui.cases.forms import CorrectionForm, LinkForm
from webui.cases.people_page import reclassifiable
from webui.cases.reclassify_form import respondent_form
from webui.cases.relations_page import correctable, linkable
from webui.core.access import act_page
from webui.core.acting import CasePage, perform
from webui.core.keys import whole
from webui.core.options import options
from webui.core.times import aware
from webui.review.forms import ReasonForm

bp = Blueprint("links", __name__, url_prefix="/perkara/<int:case_id>")


@bp.route("/tautkan", methods=["GET", "POST"])
@act_page("tautkan")
def link(case_id: int) -> ResponseReturnValue:
    """Tie this case to another; both keep their own numbers and clocks."""
    page = CasePage(case_id, "tautkan", linkable)
    form = LinkForm(
        data={
            "perkara": request.args.get("dengan", 0, type=whole),
            "jenis": request.args.get("jenis", ""),
        }
    )
    form.perkara.choices = options(page.shown["others"])
    return perform(
        form,
        lambda work: links.link(
            work,
            case_id,
            form.seen,
            form.perkara.data,
            form.jenis.data or "",
            form.alasan.data or "",
        ),
        template="cases/link.html",
        page=page,
        done=page.back,
        said=_("Kedua perkara ditautkan; nomor dan batas waktunya tetap sendiri-sendiri."),
    )


@bp.route("/koreksi", methods=["GET", "POST"])
@act_page("koreksi_fakta")
def correct(case_id: int) -> ResponseReturnValue:
    """The right time of a fact; every limit that hangs on it is derived anew."""
    form, page = CorrectionForm(), CasePage(case_id, "koreksi_fakta", correctable)
    form.fakta.choices = options(page.shown["fact_choices"])
    return perform(
        form,
        lambda work: fact_correction.correct(
            work,
            case_id,
            form.seen,
            form.fakta.data or "",
            aware(form.waktu.data),
            form.alasan.data or "",
        ),
        template="cases/correct.html",
        page=page,
        done=page.back,
        said=lambda moved: _("Fakta dibetulkan; %(n)s batas waktu dihitung ulang.", n=len(moved)),
    )


@bp.route("/koreksi-terlapor", methods=["GET", "POST"])
@act_page("koreksi_terlapor")
def respondent(case_id: int) -> ResponseReturnValue:
    """The right category or region of a respondent; letters that have not left follow it."""
    page = CasePage(case_id, "koreksi_terlapor", reclassifiable)
    chosen = page.shown["by_id"].get(request.args.get("terlapor", 0, type=whole))
    form = respondent_form(page.shown, chosen)
    return perform(
        form,
        lambda work: respondents.correct(
            work,
            case_id,
            form.seen,
            form.terlapor.data,
            form.kategori.data or "",
            form.wilayah.data or "",
            form.alasan.data or "",
            form.tanpa_tujuan.data or "",
        ),
        template="cases/respondent.html",
        page=page,
        done=page.back,
        said=lambda done: _(
            "Terlapor dibetulkan; %(void)s surat dibatalkan dan %(fresh)s surat baru disiapkan.",
            void=len(done.void),
            fresh=len(done.fresh),
        ),
    )


@bp.route("/cabut", methods=["GET", "POST"])
@act_page("cabut_laporan")
def withdraw(case_id: int) -> ResponseReturnValue:
    """The reporter withdraws before registration."""
    form, page = ReasonForm(), CasePage(case_id, "cabut_laporan")
    return perform(
        form,
        lambda work: withdrawal.withdraw(work, case_id, form.seen, form.alasan.data or ""),
        template="cases/reason.html",
        page=page,
        done=page.back,
        said=_("Pencabutan dicatat."),
    )
