"""Letters of several cases in one go: issue them, record how they left and arrived, print them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from casework.errors import BadInput
from casework.models import Case
from casework.models.document import DocumentState
from casework.services.acts.any_stage import issuing
from casework.services.acts.recommendation import dispatches
from casework.services.core.work import Work
from casework.services.documents import bundles
from webui.core import bulk
from webui.core.access import requires, requires_act
from webui.core.bulk import Refusal
from webui.core.times import wall_now
from webui.core.transaction import reading
from webui.documents import register_page
from webui.documents.forms import DispatchManyForm, ManyForm
from webui.documents.register_page import PaperRow

bp = Blueprint("bulk", __name__, url_prefix="/dokumen/bersama")
PAGES = {"terbitkan": ".issue", "sampaikan": ".dispatch", "cetak": ".bind"}


@bp.post("")
@requires("dokumen.lihat")
def choose() -> ResponseReturnValue:
    """On to the page of what shall be done with the ticked documents."""
    ids = bulk.chosen("dokumen", request.form)
    if not ids:
        flash(_("Centang dahulu dokumen yang dimaksud."), "warn")
        return redirect(url_for("registers.index"), code=303)
    page = PAGES.get(request.form.get("tindakan", ""), ".bind")
    return redirect(url_for(page, dokumen=ids), code=303)


@bp.route("/terbitkan", methods=["GET", "POST"])
@requires_act("terbitkan_surat")
def issue() -> ResponseReturnValue:
    """Number and date for the ticked drafts; all letters of a case are one act."""

    def done(rows: Sequence[PaperRow]) -> dict[int, Refusal | None]:
        cases = _by_case(rows)
        versions = bulk.seen(cases)

        def act(work: Work, case_id: int) -> None:
            ids = [one.id for one in cases[case_id]]
            issued = issuing.issue(work, case_id, versions[case_id], ids)
            if len(issued) > 1:
                bundles.request(work, case_id, [one.id for one in issued])

        return _spread(cases, bulk.each(cases, act))

    return _page(
        ManyForm(),
        done,
        offered=lambda one: (
            one.letter and one.state in (DocumentState.PLANNED, DocumentState.DRAFT)
        ),
        do="terbitkan",
        said=lambda n: ngettext(
            "%(num)d surat diterbitkan. PDF akhir disiapkan.",
            "%(num)d surat diterbitkan. PDF akhir disiapkan.",
            n,
        ),
        leads="numbered",
    )


@bp.route("/penyampaian", methods=["GET", "POST"])
@requires_act("catat_penyampaian_surat")
def dispatch() -> ResponseReturnValue:
    """How the ticked letters left, and when they arrived; each letter is one act."""
    form = DispatchManyForm(data={"dikirim": wall_now()})

    def done(rows: Sequence[PaperRow]) -> dict[int, Refusal | None]:
        by_id = {one.id: one for one in rows}
        versions = bulk.seen(one.case_id for one in rows)

        def act(work: Work, document_id: int) -> None:
            row, sending = by_id[document_id], form.sending()
            if (left := register_page.last_sending(work, document_id)) is not None:
                if left.received_at is not None:
                    text = _(
                        "Penerimaan surat ini sudah tercatat; waktu yang keliru dibetulkan pada "
                        "suratnya."
                    )
                    raise BadInput.one("diterima", text)
                if sending.received_at is None:
                    text = _("Surat ini sudah dikirim; isi waktu terimanya.")
                    raise BadInput.one("diterima", text)
                sending = replace(sending, channel=left.channel, sent_at=left.sent_at)
            dispatches.record(work, row.case_id, versions[row.case_id], document_id, sending)
            # The next letter of the case is recorded on what this one made of it.
            versions[row.case_id] = work.session.get_one(Case, row.case_id).version

        return bulk.each(by_id, act)

    return _page(
        form,
        done,
        offered=lambda one: (
            one.leaves and one.state in (DocumentState.ISSUED, DocumentState.DISPATCHED)
        ),
        do="sampaikan",
        said=lambda n: ngettext(
            "Penyampaian %(num)d surat dicatat.", "Penyampaian %(num)d surat dicatat.", n
        ),
        leads="dispatched",
    )


@bp.route("/cetak", methods=["GET", "POST"])
@requires("dokumen.cetak")
def bind() -> ResponseReturnValue:
    """One print file for each case of the ticked documents."""

    def done(rows: Sequence[PaperRow]) -> dict[int, Refusal | None]:
        cases = _by_case(rows)

        def act(work: Work, case_id: int) -> None:
            made[case_id] = bundles.request(work, case_id, [one.id for one in cases[case_id]]).id

        return _spread(cases, bulk.each(cases, act))

    made: dict[int, int] = {}
    return _page(
        ManyForm(),
        done,
        offered=lambda one: one.state in bundles.NUMBERED,
        do="cetak",
        made=made,
    )


def _page(
    form: ManyForm,
    act: Callable[[Sequence[PaperRow]], dict[int, Refusal | None]],
    *,
    offered: Callable[[PaperRow], bool],
    do: str,
    said: Callable[[int], str] | None = None,
    leads: str = "",
    made: dict[int, int] | None = None,
) -> ResponseReturnValue:
    """The ticked rows to look at, then what became of each; refused ones stay ticked."""
    rows = _rows()
    form.offer(rows, [one.id for one in rows if offered(one)])
    refused: dict[int, Refusal] = {}
    done: list[PaperRow] = []
    if request.method == "POST" and form.validate():
        ticked = [one for one in rows if one.id in (form.dokumen.data or [])]
        told = act(ticked)
        refused = {key: one for key, one in told.items() if one is not None}
        done = [one for one in ticked if one.id not in refused]
        if said and not refused:
            flash(said(len(done)), "done")
            return redirect(url_for("registers.index", keadaan=leads), code=303)
        # What is shown is how things stand now, so that sending again is decided on that.
        rows = _rows()
        form.offer(rows, list(refused), anew=True)
    return render_template(
        "documents/bulk.html",
        form=form,
        lines={one.id: one for one in rows},
        versions={one.case_id: one.version for one in rows},
        unfit=[one.id for one in rows if not offered(one)],
        refused=refused,
        done=done,
        made=made or {},
        do=do,
    ), 422 if refused or form.errors else 200


def _rows() -> list[PaperRow]:
    with reading() as work:
        return register_page.chosen(work, bulk.chosen("dokumen"))


def _by_case(rows: Sequence[PaperRow]) -> dict[int, list[PaperRow]]:
    cases: dict[int, list[PaperRow]] = {}
    for one in rows:
        cases.setdefault(one.case_id, []).append(one)
    return cases


def _spread(
    cases: dict[int, list[PaperRow]], told: dict[int, Refusal | None]
) -> dict[int, Refusal | None]:
    """What became of a case is what became of each of its documents."""
    return {one.id: told[case_id] for case_id, rows in cases.items() for one in rows}
