"""Clarification sessions: invite, write the minutes, record an absence, call off, close."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.engine.templates import Use
from casework.models import Case, ClarificationSession
from casework.models.handling import SessionState
from casework.services.acts.clarification import planning
from casework.services.acts.clarification import sessions as clarification
from casework.services.cases import access
from casework.services.core.work import Work
from webui.cases.closing_page import hearing
from webui.cases.people_page import sessions as sessions_of
from webui.clarification.forms import AbsenceForm, CallOffForm, InviteForm, MinutesForm
from webui.clarification.page import invitees, session_page
from webui.core.access import act_page, opens, requires, requires_act
from webui.core.acting import CasePage, confirm, perform
from webui.core.options import options
from webui.core.times import aware, wall_now
from webui.core.transaction import reading
from webui.core.work_templates import Place

bp = Blueprint("clarification", __name__, url_prefix="/perkara/<int:case_id>/klarifikasi")


@bp.get("/")
@act_page("catat_klarifikasi", "catat_ketidakhadiran")
@requires("klarifikasi.batal")
def sessions(case_id: int) -> ResponseReturnValue:
    """Every session; each waiting one leads to its minutes, its absence, or is called off."""
    page = CasePage(case_id, "", invitees)
    return render_template("clarification/sessions.html", **page.shown)


@bp.route("/undang", methods=["GET", "POST"])
@act_page("undang_klarifikasi")
def invite(case_id: int) -> ResponseReturnValue:
    """Invite several parties to the same hour and place; one letter each."""
    page = CasePage(case_id, "undang_klarifikasi", invitees)
    form = InviteForm(data={"tempat": page.shown["usual_place"]})
    form.pihak.choices = options(page.shown["open_parties"])
    return perform(
        form,
        lambda work: planning.invite(
            work,
            case_id,
            form.seen,
            form.pihak.data or [],
            aware(form.waktu.data),
            form.tempat.data or "",
            form.alasan.data or "",
        ),
        template="clarification/invite.html",
        page=page,
        done=page.back,
        said=_("Undangan disiapkan sebagai konsep untuk ketua."),
    )


@bp.route("/<int:session_id>/berita-acara", methods=["GET", "POST"])
@requires_act("catat_klarifikasi")
def record(case_id: int, session_id: int) -> ResponseReturnValue:
    """Questions and answers; a button adds rows without JavaScript."""
    page = _of(case_id, session_id, "catat_klarifikasi")
    form = MinutesForm(data={"waktu": wall_now()})
    form.pemeriksa.choices = options(page.shown["examiners"])
    if request.method == "POST" and "tambah" in request.form:
        form.tanya_jawab.append_entry()
        return render_template("clarification/minutes.html", form=form, **page.shown)
    return perform(
        form,
        lambda work: _record(work, case_id, session_id, form),
        template="clarification/minutes.html",
        page=page,
        templates=Place(case_id, Use.QUESTIONS, page.shown["session"].role, form.ask),
        done=lambda _row: _onward(page),
        said=_("Klarifikasi dicatat dan ditutup; perkara masuk ke kajian.")
        if form.tutup.data
        else _("Klarifikasi dicatat; berita acara disiapkan."),
    )


def _record(work: Work, case_id: int, session_id: int, form: MinutesForm) -> ClarificationSession:
    """Keep the minutes; with its own button end the clarification too, both or neither."""
    row = clarification.record(work, session_id, form.seen, form.minutes())
    if form.tutup.data:
        clarification.close(work, case_id, work.session.get_one(Case, case_id).version)
    return row


@bp.route("/<int:session_id>/tidak-hadir", methods=["GET", "POST"])
@requires_act("catat_ketidakhadiran")
def absent(case_id: int, session_id: int) -> ResponseReturnValue:
    """Record that the invited person did not come."""
    form = AbsenceForm()
    return _not_held(
        _of(
            case_id,
            session_id,
            "catat_ketidakhadiran",
            heading=_("Catat ketidakhadiran"),
            button=_("Catat ketidakhadiran"),
        ),
        form,
        lambda work, seen, why: clarification.absent(
            work, session_id, seen, why, form.diberi_tahu.data or ""
        ),
        said=_("Ketidakhadiran dicatat."),
    )


@bp.route("/<int:session_id>/batal", methods=["GET", "POST"])
@requires("klarifikasi.batal")
def call_off(case_id: int, session_id: int) -> ResponseReturnValue:
    """Call off a session with a wrong day or a wrong person."""
    return _not_held(
        _of(
            case_id,
            session_id,
            "",
            heading=_("Batalkan jadwal klarifikasi"),
            button=_("Batalkan jadwal"),
            grave=True,
            explain=_(
                "Undangan yang belum disampaikan dinyatakan batal dan tidak dihitung sebagai "
                "panggilan. Undangan yang sudah disampaikan tetap terhitung; beri tahu orangnya."
            ),
        ),
        CallOffForm(),
        lambda work, seen, why: clarification.call_off(work, session_id, seen, why),
        said=_("Jadwal klarifikasi dibatalkan."),
    )


@bp.route("/tutup", methods=["GET", "POST"])
@act_page("tutup_klarifikasi")
def close(case_id: int) -> ResponseReturnValue:
    """End the clarification."""
    return confirm(
        case_id,
        "tutup_klarifikasi",
        lambda work, seen: clarification.close(work, case_id, seen),
        said=_("Klarifikasi ditutup; perkara masuk ke kajian."),
        explain=_("Tidak ada lagi undangan sesudah ini. Perkara masuk ke tahap kajian."),
        template="clarification/close.html",
        more=hearing,
    )


def _not_held(
    page: CasePage,
    form: AbsenceForm | CallOffForm,
    act: Callable[[Work, int, str], object],
    *,
    said: str,
) -> ResponseReturnValue:
    """A session that does not take place, with its reason; then the other sessions."""
    return perform(
        form,
        lambda work: act(work, form.seen, form.alasan.data or ""),
        template="clarification/not_held.html",
        page=page,
        done=lambda _row: _onward(page),
        said=said,
    )


def _onward(page: CasePage) -> str:
    """The minutes of the next session whose hour has come; else the sessions, else the next act."""
    with reading() as work:
        waiting = [
            one
            for one in sessions_of(work, access.remembered(work, page.case_id))
            if one.state == SessionState.INVITED
        ]
        held = [one for one in waiting if datetime.fromisoformat(one.scheduled_at) <= work.now]
    if page.act_id and held and opens("clarification.record"):
        return url_for(".record", case_id=page.case_id, session_id=held[0].id)
    if waiting or not page.act_id:
        return url_for(".sessions", case_id=page.case_id)
    return page.back()


def _of(case_id: int, session_id: int, act_id: str, **words: object) -> CasePage:
    """The page about one session; `words` are what else its template says. 404 for none."""
    read = session_page(session_id, act_id)
    page = CasePage(case_id, act_id, lambda work, case: {**read(work, case), **words})
    if page.shown["session"] is None:
        abort(404)
    return page
