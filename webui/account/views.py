"""My account: sessions, password, second factor, office; one's own only."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import BadInput
from casework.services.core.outbox import real_now
from casework.services.people import passwords, second_factor, sessions
from webui.account.forms import CodeForm, OfficeForm, PasswordForm
from webui.account.page import account, own_sessions
from webui.account.second_factor_views import SHOWN_ONCE, confirmed, picture
from webui.core import language
from webui.core.access import requires
from webui.core.acting import perform
from webui.core.session import row
from webui.core.sign_in_limits import few_tries
from webui.core.transaction import acting, house, me, reading

bp = Blueprint("account", __name__, url_prefix="/akun")


@bp.get("/")
@requires("akun")
def show() -> ResponseReturnValue:
    """Who I am here, and the way to everything about it."""
    with reading() as work:
        page = account(work)
    form = OfficeForm(page.offices, data={"kantor": me().actor.office_id})
    return render_template("account/show.html", page=page, form=form)


@bp.post("/kantor")
@requires("akun")
def choose_office() -> ResponseReturnValue:
    """Work for another office where I hold a role."""
    with reading() as work:
        offices = account(work).offices
    form, here = OfficeForm(offices), row()
    if form.validate() and here is not None:
        with house().database.write() as transaction:
            sessions.choose_office(transaction, here, form.kantor.data)
        flash(
            _("Anda sekarang bekerja untuk %(office)s.", office=dict(offices)[form.kantor.data]),
            "done",
        )
    return redirect(url_for(".show"), code=303)


@bp.get("/sesi")
@requires("akun")
def list_sessions() -> ResponseReturnValue:
    """Where I am signed in."""
    return render_template("account/sessions.html", rows=own_sessions())


@bp.post("/sesi/<int:session_id>/akhiri")
@requires("akun")
def end_session(session_id: int) -> ResponseReturnValue:
    """End one of my sessions."""
    with acting() as work:
        sessions.end_own(work, real_now(), only=session_id)
    flash(_("Sesi itu diakhiri."), "done")
    return redirect(url_for(".list_sessions"), code=303)


@bp.post("/sesi/akhiri-lainnya")
@requires("akun")
def end_others() -> ResponseReturnValue:
    """End all my sessions but this one."""
    here = row()
    with acting() as work:
        count = sessions.end_own(work, real_now(), spare=here.id if here else None)
    flash(_("%(count)s sesi lain diakhiri.", count=count), "done")
    return redirect(url_for(".list_sessions"), code=303)


@bp.route("/kata-sandi", methods=["GET", "POST"])
@requires("akun")
@few_tries
def password() -> ResponseReturnValue:
    """Change my password; my other sessions end."""
    form, here = PasswordForm(), row()
    return perform(
        form,
        lambda work: passwords.change(
            work, form.lama.data or "", form.sandi.data or "", real_now(),
            spare=here.id if here else None,
        ),
        template="account/password.html",
        done=lambda _result: url_for(".show"),
        said=_("Kata sandi diganti. Sesi Anda di tempat lain sudah diakhiri."),
    )  # fmt: skip


@bp.route("/faktor-kedua", methods=["GET", "POST"])
@requires("akun")
@few_tries
def factor() -> ResponseReturnValue:
    """Set up my authenticator, or see that it is in force."""
    officer_id = me().actor.officer_id or 0
    form = CodeForm()
    with reading() as work:
        if second_factor.in_force(work, officer_id):
            left = second_factor.left(work, officer_id)
            return render_template("account/factor.html", form=form, left=left)
    if codes := confirmed(form, me()):
        session[SHOWN_ONCE] = codes
        return redirect(url_for(".codes"), code=303)
    shown = {"first": False, **picture(me())}
    return render_template("account/enrol.html", form=form, **shown), 422 if form.rejected else 200


@bp.route("/faktor-kedua/matikan", methods=["GET", "POST"])
@requires("akun")
@few_tries
def switch_off() -> ResponseReturnValue:
    """Switch my second factor off; a code is asked for first."""
    form = CodeForm()
    if form.validate_on_submit():
        with acting() as work:
            good = second_factor.switch_off(work, form.kode.data or "", real_now())
        if good:
            flash(_("Faktor kedua dimatikan."), "done")
            # Outside training a new one is set up at once.
            onward = ".show" if house().settings.training else ".factor"
            return redirect(url_for(onward), code=303)
        form.refuse(_wrong())
    page = render_template("account/change_factor.html", form=form, off=True)
    return page, 422 if form.rejected else 200


@bp.route("/faktor-kedua/kode-baru", methods=["GET", "POST"])
@requires("akun")
@few_tries
def renew_codes() -> ResponseReturnValue:
    """Make new recovery codes; a code is asked for first."""
    form = CodeForm()
    if form.validate_on_submit():
        codes: list[str] = []
        with acting() as work:
            if second_factor.check(work, form.kode.data or "", real_now()):
                codes = second_factor.renew(work, me().actor.officer_id or 0)
        if codes:
            session[SHOWN_ONCE] = codes
            return redirect(url_for(".codes"), code=303)
        form.refuse(_wrong())
    page = render_template("account/change_factor.html", form=form, off=False)
    return page, 422 if form.rejected else 200


def _wrong() -> BadInput:
    return BadInput.one("kode", _("Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya."))


@bp.get("/kode-cadangan")
@requires("akun")
def codes() -> ResponseReturnValue:
    """The recovery codes just made, this once; to be printed or written down."""
    return render_template(
        "account/codes.html",
        codes=session.pop(SHOWN_ONCE, None),
        onward=language.safe_path(request.args.get("lanjut")),
    )
