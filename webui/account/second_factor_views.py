"""The second step of signing in: a code, or setting one up at the first sign-in."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from casework.errors import BadInput
from casework.services.core.outbox import real_now
from casework.services.core.work import Actor
from casework.services.people import second_factor
from webui.account.forms import CodeForm
from webui.core import language, qr
from webui.core.access import public
from webui.core.session import SignedIn, begin, pending
from webui.core.sign_in_limits import few_tries
from webui.core.transaction import house

bp = Blueprint("second_factor", __name__, url_prefix="/masuk")
SHOWN_ONCE = "kode_cadangan"


def after_password(officer_id: int, target: str | None) -> Response | None:
    """Where knowing who somebody is leads, on the way to ``target``.

    None when the account has no role today.
    """
    with house().reading(Actor.system(0)) as work:
        has_one = second_factor.in_force(work, officer_id)
    owed = has_one or not house().settings.training
    if not begin(officer_id, complete=not owed):
        return None
    if not owed:
        return _on(target)
    step = ".ask" if has_one else ".enrol"
    return _redirect(url_for(f"second_factor{step}", lanjut=target))


@bp.route("/kode", methods=["GET", "POST"])
@public
@few_tries
def ask() -> ResponseReturnValue:
    """Six digits of the authenticator, or a recovery code."""
    who = pending()
    if who is None:
        return _again()
    form = CodeForm()
    if form.validate_on_submit():
        with house().unit_of_work(who.actor) as work:
            good = second_factor.check(work, form.kode.data or "", real_now())
        if good and begin(who.actor.officer_id or 0):
            return _on(request.args.get("lanjut"))
        form.refuse(BadInput.one("kode", _wrong()))
    return render_template("account/code.html", form=form, who=who), 422 if form.rejected else 200


@bp.route("/pasang", methods=["GET", "POST"])
@public
@few_tries
def enrol() -> ResponseReturnValue:
    """Set up the authenticator before the first page opens."""
    who = pending()
    if who is None:
        return _again()
    with house().reading(who.actor) as work:
        if second_factor.in_force(work, who.actor.officer_id or 0):
            return _redirect(url_for(".ask", lanjut=request.args.get("lanjut")))
    form = CodeForm()
    codes = confirmed(form, who)
    if codes and begin(who.actor.officer_id or 0):
        session[SHOWN_ONCE] = codes
        return _redirect(url_for("account.codes", lanjut=request.args.get("lanjut")))
    shown = {"first": True, **picture(who)}
    return render_template("account/enrol.html", form=form, **shown), 422 if form.rejected else 200


def confirmed(form: CodeForm, who: SignedIn) -> list[str]:
    """The recovery codes once the form brought the right first code, else none."""
    if not form.validate_on_submit():
        return []
    try:
        with house().unit_of_work(who.actor) as work:
            return second_factor.confirm(work, form.kode.data or "", real_now())
    except BadInput as refusal:
        form.refuse(refusal)
        return []


def picture(who: SignedIn) -> dict[str, object]:
    """QR code and the same secret as text, for an officer without a second factor."""
    with house().unit_of_work(who.actor) as work:
        secret = second_factor.begin(work, real_now())
        address = second_factor.address(work, secret)
    pieces = [secret[start : start + 4] for start in range(0, len(secret), 4)]
    return {"qr": qr.picture(address, _("Kode QR untuk autentikator")), "secret": pieces}


def _wrong() -> str:
    return str(
        _(
            "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, atau pakai satu kode "
            "cadangan. Sesudah lima kali salah, tunggu lima belas menit."
        )
    )


def _again() -> Response:
    flash(_("Silakan masuk untuk melanjutkan."), "info")
    return _redirect(url_for("auth.sign_in", lanjut=request.args.get("lanjut")))


def _on(target: str | None) -> Response:
    return _redirect(language.safe_path(target))


def _redirect(path: str) -> Response:
    return redirect(path, code=303)
