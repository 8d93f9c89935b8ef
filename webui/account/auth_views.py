"""Sign in, sign out, change the language."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from casework.services.people import officers, training
from webui.account.forms import SignInForm
from webui.account.second_factor_views import after_password
from webui.core import language
from webui.core.access import public
from webui.core.session import end
from webui.core.sign_in_limits import counted_apart, few_tries
from webui.core.transaction import house

bp = Blueprint("auth", __name__)


@bp.route("/masuk", methods=["GET", "POST"])
@public
@few_tries
def sign_in() -> ResponseReturnValue:
    """Name and password; one answer for an unknown name, a wrong password and a leaver."""
    if current_user.is_authenticated:
        return redirect(url_for("desk.show"), code=303)
    form = SignInForm()
    if form.validate_on_submit():
        # The count of failures belongs to the login, so it is kept although nobody signs in.
        with house().database.write() as transaction:
            officer = officers.authenticate(
                transaction,
                form.login.data or "",
                form.password.data or "",
                house().now(),
                apart=counted_apart,
            )
            officer_id = officer.id if officer else None
        target = request.args.get("lanjut")
        if officer_id is not None and (onward := after_password(officer_id, target)) is not None:
            return onward
        form.problems.append(
            _("Nama pengguna atau kata sandi tidak cocok. Periksa lalu coba lagi.")
        )
    shown = _accounts() if house().settings.mode == "training" else {}
    status = 422 if form.rejected else 200
    return render_template("account/sign_in.html", form=form, **shown), status


def _accounts() -> dict[str, object]:
    """The training accounts: in training everybody may know them."""
    return {
        "accounts": training.ACCOUNTS,
        "password": training.PASSWORD,
        "province": training.PROVINCE,
        "offices": {code: entry.name for code, entry in house().law.offices.items()},
    }


@bp.post("/keluar")
@public
def sign_out() -> ResponseReturnValue:
    """End the session."""
    end()
    flash(_("Anda sudah keluar."), "done")
    return redirect(url_for(".sign_in"), code=303)


@bp.post("/bahasa/<code>")
@public
def switch(code: str) -> ResponseReturnValue:
    """Remember the language for this session and go back to where the officer was."""
    if code in language.LANGUAGES:
        session["bahasa"] = code
    return redirect(language.safe_path(request.form.get("kembali")), code=303)
