"""A protected identity, opened with a reason that stays in the record."""

from __future__ import annotations

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from casework.errors import BadInput
from casework.services.cases import access
from casework.services.cases.record import disclosure
from webui.cases.forms import IdentityForm
from webui.cases.head import head_of
from webui.cases.people_page import parties
from webui.core.access import requires
from webui.core.transaction import acting, reading

bp = Blueprint("identity", __name__)


@bp.route("/perkara/<int:case_id>/pihak/<int:party_id>/identitas", methods=["GET", "POST"])
@requires("identitas.buka")
def show(case_id: int, party_id: int) -> ResponseReturnValue:
    """Ask for the reason, then show the person once; nothing is kept in the browser."""
    form, person = IdentityForm(), None
    with reading() as work:
        case = access.remembered(work, case_id)
        head = head_of(work, case)
        found = [one for one in parties(work, case) if one.id == party_id and one.protected]
    if not found:
        abort(404)
    if form.validate_on_submit():
        try:
            with acting() as work:
                person = disclosure.read(work, party_id, form.alasan.data or "")
        except BadInput as refusal:
            form.refuse(refusal)
    return render_template(
        "cases/identity.html", form=form, head=head, label=found[0].label, person=person
    ), 422 if form.rejected else 200
