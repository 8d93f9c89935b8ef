"""Settings of officers: accounts, roles from–until, leaving."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.models import Officer
from casework.services.core.outbox import real_now
from casework.services.core.work import Work
from casework.services.people import accounts, leaving, officers
from casework.services.people.offices import NewOfficer
from webui.core.access import requires
from webui.core.acting import perform
from webui.core.options import options
from webui.core.transaction import acting, house, reading
from webui.settings import page as staff
from webui.settings.forms import EndRoleForm, LeaveForm, NewOfficerForm, OfficerForm, RoleForm

bp = Blueprint("staff", __name__, url_prefix="/pengaturan/petugas")
SHOWN_ONCE = "tautan_sandi"


@bp.get("/")
@requires("pengaturan")
def index() -> ResponseReturnValue:
    """Everybody of the offices under this administrator."""
    with reading() as work:
        rows = staff.staff(work)
    return render_template("settings/staff.html", rows=rows)


@bp.route("/baru", methods=["GET", "POST"])
@requires("pengaturan")
def add() -> ResponseReturnValue:
    """A new officer; the password is set by its owner, through a link."""
    with reading() as work:
        offices = staff.office_choices(work, by_code=True)
    form = NewOfficerForm(options(offices), data={"mulai": officers.today(house().now())})
    return perform(
        form,
        lambda work: accounts.create(
            work,
            NewOfficer(
                login=form.nama_masuk.data or "", name=form.nama.data or "",
                office=form.kantor.data, roles=form.peran.data or (), password_hash="",
                starts=form.mulai.chosen, position=form.jabatan.data or "",
                email=form.surel.data or "", nip=form.nip.data or "",
            ),
            real_now(),
        ),
        template="settings/new_officer.html",
        done=lambda made: _with_link(*made),
        said=_("Petugas ditambahkan. Serahkan tautan di bawah kepadanya."),
    )  # fmt: skip


def _with_link(row: Officer, token: str) -> str:
    session[SHOWN_ONCE] = [row.id, token]
    return url_for(".show", officer_id=row.id)


@bp.get("/<int:officer_id>")
@requires("pengaturan")
def show(officer_id: int) -> ResponseReturnValue:
    """One account: roles, sessions, absences; a link that was just made, this once."""
    with reading() as work:
        page = staff.card(work, officer_id)
    kept = session.pop(SHOWN_ONCE, None)
    link = ""
    if kept and kept[0] == officer_id:
        link = house().settings.base_url + url_for("password_link.show", token=kept[1])
    return render_template("settings/officer.html", page=page, link=link)


@bp.route("/<int:officer_id>/data", methods=["GET", "POST"])
@requires("pengaturan")
def correct(officer_id: int) -> ResponseReturnValue:
    """Name, position, address."""
    with reading() as work:
        row = accounts.account(work, officer_id)
    form = OfficerForm(
        data={"nama": row.name, "jabatan": row.position, "surel": row.email, "nip": row.nip}
    )
    return perform(
        form,
        lambda work: accounts.correct(
            work, officer_id, form.nama.data or "", form.jabatan.data or "",
            form.surel.data or "", form.nip.data or "",
        ),
        template="settings/correct_officer.html",
        shown={"officer": row},
        done=lambda _result: url_for(".show", officer_id=officer_id),
        said=_("Data petugas disimpan."),
    )  # fmt: skip


@bp.route("/<int:officer_id>/peran", methods=["GET", "POST"])
@requires("pengaturan")
def give(officer_id: int) -> ResponseReturnValue:
    """One more role, from–until."""
    with reading() as work:
        row, offices = accounts.officer(work, officer_id), staff.office_choices(work)
    form = RoleForm(options(offices), data={"mulai": officers.today(house().now())})
    return perform(
        form,
        lambda work: accounts.give(work, officer_id, form.grant()),
        template="settings/role.html",
        shown={"officer": row},
        done=lambda _result: url_for(".show", officer_id=officer_id),
        said=_("Peran diberikan."),
    )


@bp.route("/<int:officer_id>/peran/<int:role_id>/akhiri", methods=["GET", "POST"])
@requires("pengaturan")
def take(officer_id: int, role_id: int) -> ResponseReturnValue:
    """End a role."""
    with reading() as work:
        row = accounts.officer(work, officer_id)
    form = EndRoleForm(data={"sampai": officers.today(house().now())})
    return perform(
        form,
        lambda work: accounts.take(work, officer_id, role_id, form.sampai.chosen),
        template="settings/role.html",
        shown={"officer": row},
        done=lambda _result: url_for(".show", officer_id=officer_id),
        said=_("Peran diakhiri."),
    )


@bp.post("/<int:officer_id>/tautan")
@requires("pengaturan")
def link(officer_id: int) -> ResponseReturnValue:
    """Another link for setting the password; the older one is void."""
    with acting() as work:
        token = accounts.new_link(work, officer_id, real_now())
    session[SHOWN_ONCE] = [officer_id, token]
    return redirect(url_for(".show", officer_id=officer_id), code=303)


@bp.post("/<int:officer_id>/faktor-kedua/reset")
@requires("pengaturan")
def reset_factor(officer_id: int) -> ResponseReturnValue:
    """For a lost telephone: the next sign-in sets up a new second factor."""
    return _done(
        officer_id,
        lambda work: accounts.reset_factor(work, officer_id, real_now()),
        _("Faktor kedua diatur ulang; sesinya diakhiri."),
    )


@bp.post("/<int:officer_id>/sesi/akhiri")
@requires("pengaturan")
def end_sessions(officer_id: int) -> ResponseReturnValue:
    """Everywhere at once."""
    return _done(
        officer_id,
        lambda work: accounts.end_sessions(work, officer_id, real_now()),
        _("Semua sesi petugas itu diakhiri."),
    )


@bp.route("/<int:officer_id>/keluar", methods=["GET", "POST"])
@requires("pengaturan")
def leave(officer_id: int) -> ResponseReturnValue:
    """Close an account; open cases go to a successor in the same act."""
    with reading() as work:
        row = accounts.account(work, officer_id)
        cases, others = staff.left_behind(work, officer_id), leaving.successors(work, officer_id)
    form = LeaveForm()
    form.pengganti.choices = options([(one.id, one.name) for one in others], empty=True)
    return perform(
        form,
        lambda work: leaving.leave(
            work, officer_id, form.pengganti.data, form.alasan.data or "", real_now()
        ),
        template="settings/leave.html",
        shown={"officer": row, "cases": cases},
        done=lambda _cases: url_for(".show", officer_id=officer_id),
        said=lambda handed: _("Akun ditutup; %(count)s perkara diserahkan.", count=len(handed)),
    )


@bp.post("/<int:officer_id>/aktifkan")
@requires("pengaturan")
def return_to_work(officer_id: int) -> ResponseReturnValue:
    """Open a closed account again."""
    return _done(
        officer_id,
        lambda work: leaving.return_to_work(work, officer_id),
        _("Akun dibuka lagi. Beri perannya, lalu buat tautan kata sandi."),
    )


def _done(officer_id: int, act: Callable[[Work], object], said: str) -> ResponseReturnValue:
    with acting() as work:
        act(work)
    flash(said, "done")
    return redirect(url_for(".show", officer_id=officer_id), code=303)
