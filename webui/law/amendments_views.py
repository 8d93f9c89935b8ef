"""A lawyer goes through what an amending regulation changes, and accepts or declines each change.

Nothing here writes a rule: the answers are recorded, and `casework law amend` writes the edition.
"""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import CaseworkError, NotFound
from casework.services.acts.amendments import amending
from casework.services.law import amended, regulations
from webui.core.access import requires
from webui.core.transaction import acting, reading
from webui.law import amendments_page as shown
from webui.law.regulations_form import AmendmentForm

bp = Blueprint("amendments", __name__, url_prefix="/aturan/baca/<int:text_id>/perubahan")


@bp.get("/")
@requires("aturan.sahkan")
def index(text_id: int) -> ResponseReturnValue:
    """What a regulation can be compared with; the changes, once that is chosen."""
    old, edition = request.args.get("atas", type=int), request.args.get("edisi", "")
    with reading() as work:
        head = regulations.head(work, text_id)
        pairs = amended.pairs(work, text_id)
        if old is None and len(pairs) == 1:
            old, edition = pairs[0][0].id, pairs[0][1].id
        found = amended.compare(work, text_id, old, edition) if old is not None else None
        articles = shown.articles(found) if found else ()
    return render_template(
        "law/amendments.html", head=head, pairs=pairs, found=found, articles=articles
    )


@bp.route("/entri", methods=["GET", "POST"])
@requires("aturan.sahkan")
def change(text_id: int) -> ResponseReturnValue:
    """One change, word by word; it is accepted or declined with a reason, and the next follows."""
    form, key = AmendmentForm(), request.args.get("entri", "")
    old, edition = request.args.get("atas", type=int), request.args.get("edisi", "")
    if old is None:
        abort(404)
    with reading() as work:
        page = shown.change_page(work, amended.compare(work, text_id, old, edition), key)
    if request.method == "GET":
        form.dilihat.data = page.mark
        form.alasan.data = page.answer.reason if page.answer else ""
    elif form.validate():
        accepted = request.form.get("jawab") == "terima"
        try:
            with acting() as work:
                amending.answer(
                    work, text_id, old, edition, key, form.dilihat.data or "",
                    accepted=accepted, reason=form.alasan.data or "",
                )  # fmt: skip
        except NotFound:
            raise
        except CaseworkError as refusal:
            form.refuse(refusal)
        else:
            flash(_("Perubahan diterima.") if accepted else _("Perubahan ditolak."), "done")
            end = ".change" if page.following else ".index"
            entry = page.following or None
            there = url_for(end, text_id=text_id, atas=old, edisi=edition, entri=entry)
            return redirect(there, code=303)
    status = 422 if form.rejected else 200
    return render_template("law/amendment.html", page=page, form=form), status
