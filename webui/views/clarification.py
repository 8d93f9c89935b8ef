"""Clarification sessions: invite, write the minutes, record an absence, call off, close."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.hearing import calling_off, clarification
from webui.access import requires, requires_act
from webui.acting import CasePage, confirm, perform
from webui.forms.clarification import AbsenceForm, CallOffForm, InviteForm, MinutesForm
from webui.forms.options import options
from webui.pages.clarification import invitees, session_page
from webui.times import aware, wall_now

bp = Blueprint("clarification", __name__, url_prefix="/perkara/<int:case_id>/klarifikasi")


@bp.get("/")
@requires_act("catat_klarifikasi", "catat_ketidakhadiran")
def sessions(case_id: int) -> ResponseReturnValue:
    """Every session; each waiting one leads to its minutes or its absence."""
    page = CasePage(case_id, "catat_klarifikasi", invitees)
    return render_template("acts/sessions.html", **page.shown)


@bp.route("/undang", methods=["GET", "POST"])
@requires_act("undang_klarifikasi")
def invite(case_id: int) -> ResponseReturnValue:
    """Invite several parties to the same hour and place; one letter each."""
    form, page = InviteForm(), CasePage(case_id, "undang_klarifikasi", invitees)
    form.pihak.choices = options(page.shown["open_parties"])
    return perform(
        form,
        lambda work: clarification.invite(
            work,
            case_id,
            form.seen,
            form.pihak.data or [],
            aware(form.waktu.data),
            form.tempat.data or "",
        ),
        template="acts/invite.html",
        page=page,
        done=page.back,
        said=_("Undangan disiapkan sebagai konsep untuk ketua."),
    )


@bp.route("/<int:session_id>/berita-acara", methods=["GET", "POST"])
@requires_act("catat_klarifikasi")
def record(case_id: int, session_id: int) -> ResponseReturnValue:
    """Questions and answers; a button adds rows without JavaScript."""
    page = _of(case_id, session_id, "catat_klarifikasi")
    form = MinutesForm(data={"waktu": wall_now(), "tanda_tangan": "ya"})
    if request.method == "POST" and "tambah" in request.form:
        form.tanya_jawab.append_entry()
        return render_template("acts/minutes.html", form=form, **page.shown)
    return perform(
        form,
        lambda work: clarification.record(work, session_id, form.seen, form.minutes()),
        template="acts/minutes.html",
        page=page,
        done=page.back,
        said=_("Klarifikasi dicatat; berita acara disiapkan."),
    )


@bp.route("/<int:session_id>/tidak-hadir", methods=["GET", "POST"])
@requires_act("catat_ketidakhadiran")
def absent(case_id: int, session_id: int) -> ResponseReturnValue:
    """Record that the invited person did not come."""
    form, page = AbsenceForm(), _of(case_id, session_id, "catat_ketidakhadiran")
    return perform(
        form,
        lambda work: clarification.absent(work, session_id, form.seen, form.alasan.data or ""),
        template="acts/absent.html",
        page=page,
        done=page.back,
        said=_("Ketidakhadiran dicatat."),
    )


@bp.route("/<int:session_id>/batal", methods=["GET", "POST"])
@requires("klarifikasi.batal")
def call_off(case_id: int, session_id: int) -> ResponseReturnValue:
    """Call off a session with a wrong day or a wrong person."""
    form, page = CallOffForm(), _of(case_id, session_id, "")
    return perform(
        form,
        lambda work: calling_off.call_off(work, session_id, form.seen, form.alasan.data or ""),
        template="acts/call_off.html",
        page=page,
        done=page.back,
        said=_("Jadwal klarifikasi dibatalkan."),
    )


@bp.route("/tutup", methods=["GET", "POST"])
@requires_act("tutup_klarifikasi")
def close(case_id: int) -> ResponseReturnValue:
    """End the clarification."""
    return confirm(
        case_id,
        "tutup_klarifikasi",
        lambda work, seen: clarification.close(work, case_id, seen),
        said=_("Klarifikasi ditutup; perkara masuk ke kajian."),
        explain=_("Tidak ada lagi undangan sesudah ini. Perkara masuk ke tahap kajian."),
    )


def _of(case_id: int, session_id: int, act_id: str) -> CasePage:
    page = CasePage(case_id, act_id, session_page(session_id))
    if page.shown["session"] is None:
        abort(404)
    return page
