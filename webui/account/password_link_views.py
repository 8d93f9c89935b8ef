"""Setting a password through a link that an administrator handed over; works once."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import BadInput
from casework.services.core.outbox import real_now
from casework.services.core.work import Actor
from casework.services.people import officers, passwords
from webui.account.forms import NewPasswordForm
from webui.core.access import public
from webui.core.sign_in_limits import few_tries
from webui.core.transaction import house

bp = Blueprint("password_link", __name__)


@bp.route("/sandi/<token>", methods=["GET", "POST"])
@public
@few_tries
def show(token: str) -> ResponseReturnValue:
    """Choose a password; afterwards the ordinary sign-in follows."""
    with house().reading(Actor.system(0)) as work:
        officer = passwords.owner_of(work, token, real_now())
        offices = officers.offices_of(work.session, officer, officers.today(house().now()))
    form = NewPasswordForm()
    if form.validate_on_submit():
        actor = Actor(officer.id, officer.name, offices[0].id if offices else 0, frozenset())
        try:
            with house().unit_of_work(actor) as work:
                passwords.set_by_link(work, token, form.sandi.data or "", real_now())
        except BadInput as refusal:
            form.refuse(refusal)
        else:
            flash(_("Kata sandi disimpan. Silakan masuk."), "done")
            return redirect(url_for("auth.sign_in"), code=303)
    page = render_template("account/set_password.html", form=form, officer=officer)
    return page, 422 if form.rejected else 200
