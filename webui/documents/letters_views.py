"""Letters: the chair gives them their number, the secretariat records how they arrived."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from casework.models import Case, Dispatch
from casework.services.acts.any_stage import issuing
from casework.services.acts.recommendation import dispatches, referral
from casework.services.cases import evidence
from casework.services.cases.evidence import Upload
from casework.services.core.work import Work
from casework.services.documents import bundles, files
from webui.cases.files_page import PaperLine
from webui.core.access import act_page, with_files
from webui.core.acting import CasePage, perform
from webui.core.keys import whole
from webui.core.options import options
from webui.core.storing import store
from webui.core.transaction import acting
from webui.documents.forms import DispatchForm, IssueForm, dispatch_form
from webui.documents.letters_page import asked_for, beginning, drafts, leaving, sendable

bp = Blueprint("letters", __name__, url_prefix="/perkara/<int:case_id>/surat")


@bp.route("/terbitkan", methods=["GET", "POST"])
@act_page("terbitkan_surat")
def issue(case_id: int) -> ResponseReturnValue:
    """Number and date for the ticked drafts."""
    page = CasePage(case_id, "terbitkan_surat", drafts)
    page.shown["draft"] = _draft(page.shown["lines"])
    form = IssueForm(data={"dokumen": [one.id for one in page.shown["lines"] if one.ready]})
    form.dokumen.choices = options(page.shown["letters"])
    return perform(
        form,
        lambda work: _issue(work, case_id, form),
        template="documents/issue.html",
        page=page,
        done=lambda issued: (
            url_for("bundles.show", case_id=case_id, bundle_id=issued[1])
            if issued[1]
            else page.back()
        ),
        said=lambda issued: ngettext(
            "%(num)d surat diterbitkan. PDF akhir disiapkan.",
            "%(num)d surat diterbitkan. PDF akhir disiapkan.",
            issued[0],
        ),
    )


def _draft(lines: Sequence[PaperLine]) -> tuple[int, tuple[str, ...]] | None:
    """The draft that is being read and what its pages say; none until one is asked for."""
    asked = request.args.get("baca", 0, type=whole)
    if not any(one.id == asked and one.ready and one.readable for one in lines):
        return None
    with acting() as work:  # the opening of a sealed one is recorded
        return asked, files.words(work, asked)


def _issue(work: Work, case_id: int, form: IssueForm) -> tuple[int, int | None]:
    """How many were issued; several at once become one print file, whose key it gives."""
    done = issuing.issue(work, case_id, form.seen, form.dokumen.data or [], form.between())
    several = bundles.request(work, case_id, [one.id for one in done]) if len(done) > 1 else None
    return len(done), several.id if several else None


@bp.route("/penyampaian", methods=["GET", "POST"])
@act_page("catat_penyampaian_surat")
@with_files
def dispatch(case_id: int) -> ResponseReturnValue:
    """When letters left and when they arrived, with proof; many at once."""
    page = CasePage(case_id, "catat_penyampaian_surat", sendable)
    letters = asked_for(page.shown["lines"], request.args.get("surat", 0, type=whole))
    page.shown["letters"] = letters
    form = dispatch_form([(one.id, leaving(one)) for one in letters], beginning(letters))
    proof: list[Upload] = []
    return perform(
        form,
        lambda work: _dispatch(work, case_id, form, proof),
        template="documents/dispatch.html",
        page=page,
        done=page.back,
        said=lambda sent: (
            _("Penyampaian dicatat dan perkara dinyatakan sudah diteruskan.")
            if form.nyatakan.data
            else ngettext(
                "Penyampaian %(num)d surat dicatat.",
                "Penyampaian %(num)d surat dicatat.",
                len(sent),
            )
        ),
        before=lambda: proof.extend(
            [store(form.bukti.chosen, _("Bukti terima surat"), sealed=True)]
            if form.bukti.chosen
            else []
        ),
    )


def _dispatch(work: Work, case_id: int, form: DispatchForm, proof: list[Upload]) -> list[Dispatch]:
    """Record each sending; with its own button close the forwarding too, both or neither."""
    kept = evidence.add(work, case_id, proof[0], note="bukti terima") if proof else None
    rows = dispatches.record_each(
        work, case_id, form.seen, form.sendings(kept.id if kept else None)
    )
    if form.nyatakan.data:
        referral.forward(work, case_id, work.session.get_one(Case, case_id).version)
    return rows
