"""How a case begins without a report: early information, a finding, and the pleno on it."""

from __future__ import annotations

import secrets

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.models.handling import Ruling
from casework.services.acts import acts
from casework.services.acts.registration import tracing
from casework.services.acts.review import pleno
from webui.cases.people_page import named_already
from webui.core import choices
from webui.core.access import act_page, with_files
from webui.core.acting import CasePage, perform
from webui.core.region_field import Offered
from webui.core.storing import uploads
from webui.core.times import maybe
from webui.core.transaction import house, me, reading
from webui.intake.finding_form import FindingForm, InformationForm, ProposalForm, TellingForm
from webui.intake.own_name_page import to_read
from webui.intake.page import place
from webui.pleno.forms import pleno_form
from webui.pleno.page import finding
from webui.pleno.summary import asked

bp = Blueprint("doors", __name__)


@bp.route("/temuan/baru", methods=["GET", "POST"])
@act_page("catat_temuan")
@with_files
def find() -> ResponseReturnValue:
    """A finding of the supervisors; it has no number before the pleno registers it."""
    return _record(
        FindingForm(),
        "catat_temuan",
        _("Dugaan temuan dicatat. Pleno menetapkannya dalam batas waktu di bawah."),
    )


@bp.route("/informasi-awal/baru", methods=["GET", "POST"])
@act_page("catat_informasi_awal")
@with_files
def inform() -> ResponseReturnValue:
    """Early information; no reporter, no case number, a limited tracing."""
    return _record(
        InformationForm(),
        "catat_informasi_awal",
        _("Informasi awal dicatat. Penelusuran dimulai; nomor perkara tidak dipakai."),
    )


def _record(form: TellingForm, act: str, said: str) -> ResponseReturnValue:
    template, law = "intake/telling.html", house().rulebook.latest
    form.offer(choices.elections(law, me().office_code), choices.regions(law))
    shown: dict[str, object] = {
        "opening": choices.opening(law, house().today(me().zone), act),
        "region": lambda: _region(form),
    }
    form.kunci.data = form.kunci.data or secrets.token_urlsafe(24)
    if request.method == "POST" and (
        "cari" in request.form or form.add_row(request.form.get("tambah", ""))
    ):
        return render_template(template, form=form, **shown)
    return perform(
        form,
        lambda work: acts.open_case(work, act, form.telling()),
        template=template,
        done=lambda case: url_for("cases.show", case_id=case.id),
        said=said,
        shown=shown,
        before=lambda: form.keep(uploads(form.bukti)),
        ask=lambda: to_read(form, form.telling()),
    )


def _region(form: TellingForm) -> Offered | None:
    with reading() as work:
        return place(work, form)


@bp.route("/perkara/<int:case_id>/temuan/ajukan", methods=["GET", "POST"])
@act_page("jadikan_temuan")
def propose(case_id: int) -> ResponseReturnValue:
    """What the tracing found goes to the pleno as a suspected finding."""
    form, page = ProposalForm(), CasePage(case_id, "jadikan_temuan", named_already)
    form.offer(choices.regions(house().rulebook.latest))
    if request.method == "POST" and "tambah" in request.form:
        form.add_row()
        return render_template("intake/proposal.html", form=form, **page.shown)
    return perform(
        form,
        lambda work: tracing.propose(
            work,
            case_id,
            form.seen,
            maybe(form.ditemukan.data),
            form.laporan_pengawasan.data or "",
            form.respondents(),
        ),
        template="intake/proposal.html",
        page=page,
        done=page.back,
        said=_("Diajukan sebagai temuan; pleno menetapkannya dalam batas waktunya."),
    )


@bp.route("/perkara/<int:case_id>/temuan/tetapkan", methods=["GET", "POST"])
@act_page("tetapkan_temuan")
def fix(case_id: int) -> ResponseReturnValue:
    """The pleno fixes the finding; the next step is its registration."""
    page = CasePage(case_id, "tetapkan_temuan", finding)
    form = pleno_form(page.shown["members"], page.shown["note_takers"])
    return perform(
        form,
        lambda work: pleno.fix(work, case_id, form.seen, form.pleno()),
        template="pleno/pleno.html",
        page=page,
        done=page.back,
        said=_("Temuan ditetapkan. Langkah berikutnya: pleno registrasi."),
        ask=lambda: asked(form, Ruling.FINDING_FIXED, page.shown),
        rehearse=True,
    )


@bp.route("/perkara/<int:case_id>/temuan/tolak", methods=["GET", "POST"])
@act_page("tolak_temuan")
def refuse(case_id: int) -> ResponseReturnValue:
    """The pleno decides that there is no suspected violation."""
    page = CasePage(case_id, "tolak_temuan", finding)
    form = pleno_form(page.shown["members"], page.shown["note_takers"])
    return perform(
        form,
        lambda work: pleno.refuse(work, case_id, form.seen, form.pleno()),
        template="pleno/pleno.html",
        page=page,
        done=page.back,
        said=_("Diputuskan bukan temuan; perkara selesai dengan alasan itu."),
        ask=lambda: asked(form, Ruling.NO_FINDING, page.shown),
        rehearse=True,
    )
