"""A lawyer of the office revises an entry of the law; what it would do is told first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.engine.basis import Mark
from casework.errors import CaseworkError
from casework.models import RuleRevision
from casework.services.acts.amendments import revisions
from casework.services.core.work import Work
from casework.services.law import regulations, usage
from webui.core.access import requires, with_files
from webui.core.acting import perform
from webui.core.keys import whole
from webui.core.storing import store
from webui.core.transaction import reading
from webui.law import reading_page as law
from webui.law import regulations_page
from webui.law.correction_form import CorrectionForm, correction_form
from webui.law.forms import AnnotateForm, ConfirmForm, GroundedForm, confirm_form
from webui.law.views import looking

bp = Blueprint("law_revisions", __name__, url_prefix="/aturan")
Entry = law.EntryPage


@bp.route("/<edition>/<kind>/<entry_id>/sahkan", methods=["GET", "POST"])
@requires("aturan.sahkan")
@with_files
def confirm(edition: str, kind: str, entry_id: str) -> ResponseReturnValue:
    """Raise the mark: the words were read."""
    with looking() as work:
        page = law.entry_page(work, edition, f"{kind}/{entry_id}")
        form = confirm_form(work.law, page.sheet.source, request.args.get("bagian", ""))

    def said(work: Work) -> tuple[tuple[Any, ...], dict[str, Any]]:
        entry = work.law.builder.source(page.id, work.law.upon(page.id), page.name)
        return (page.id, form.seen, page.name, form.bunyi.data or "", form.ground), {
            "citation": form.other_citation(entry),
            "note": form.catatan.data or "",
            "part": form.bagian.data or "",
            "mark": Mark(form.tanda.data),
        }

    def changes(work: Work) -> revisions.Changes:
        given, more = said(work)
        return revisions.confirmation(work, *given, **more)

    def act(work: Work) -> RuleRevision:
        given, more = said(work)
        return revisions.confirm(work, *given, **more)

    return _revise(page, form, changes, act, "law/confirm.html")


@bp.route("/<edition>/<kind>/<entry_id>/betulkan", methods=["GET", "POST"])
@requires("aturan.sahkan")
@with_files
def correct(edition: str, kind: str, entry_id: str) -> ResponseReturnValue:
    """Give keys of the entry another value, each with its mark."""
    with looking() as work:
        page = law.entry_page(work, edition, f"{kind}/{entry_id}")
        form = correction_form(work.law, page.sheet.source)
        if request.method == "GET" and (text := request.args.get("naskah", type=whole)):
            pages = request.args.getlist("halaman", type=whole)
            form.sumber.data = regulations.source_of(regulations.head(work, text), pages)

    queue = _Queue(request.args.get("naskah", type=whole), request.args.get("cocok", ""))

    def told() -> dict[str, Mapping[str, Any]]:
        keys = form.changes()
        return {page.name: keys} if keys else {}

    return _revise(
        page,
        form,
        lambda work: revisions.correction(work, page.id, form.seen, told(), form.ground),
        lambda work: revisions.correct(work, page.id, form.seen, told(), form.ground),
        "law/correct.html",
        queue.following,
    )


class _Queue:
    """The matches of a regulation from which an entry is corrected, as they stand before it.

    `key` names the match; without it there is none to go back to.
    """

    def __init__(self, text_id: int | None, key: str) -> None:
        self.text_id, self.key = text_id, key
        self.group = request.args.get("kelompok", "")
        self.keys = self._read() if key and request.method == "POST" else []

    def _read(self) -> list[str]:
        if self.text_id is None:
            return []
        with reading() as work:
            return regulations_page.queue(regulations.board(work, self.text_id), self.group)

    def following(self) -> str:
        """The address of the next match, of the regulation when none is left, or ""."""
        if self.text_id is None or not self.key:
            return ""
        there = regulations_page.after(self.keys, self.key, self._read())
        if not there or there == self.key:
            return url_for("regulations.show", text_id=self.text_id)
        return url_for(
            "regulations.match",
            text_id=self.text_id,
            entri=there,
            kelompok=self.group or None,
        )


@bp.route("/<edition>/<kind>/<entry_id>/catat", methods=["GET", "POST"])
@requires("aturan.sahkan")
@with_files
def annotate(edition: str, kind: str, entry_id: str) -> ResponseReturnValue:
    """Give the entry another note; value and mark stay."""
    with looking() as work:
        page = law.entry_page(work, edition, f"{kind}/{entry_id}")
    form = AnnotateForm(data={"catatan": page.sheet.source.values.get("note", "")})
    note = form.catatan.data or ""
    return _revise(
        page,
        form,
        lambda work: revisions.annotation(work, page.id, form.seen, page.name, note),
        lambda work: revisions.annotate(work, page.id, form.seen, page.name, note, form.ground),
        "law/annotate.html",
    )


@bp.get("/belum-dikonfirmasi")
@requires("aturan.lihat")
def unverified() -> ResponseReturnValue:
    """What the cases rest on and nobody has confirmed, most used first."""
    wider = request.args.get("tanda") == Mark.SECONDARY
    marks = (Mark.UNVERIFIED, Mark.SECONDARY) if wider else (Mark.UNVERIFIED,)
    with reading() as work:
        found = usage.unverified(work, marks)
    return render_template("law/unverified.html", found=found, wider=wider)


def _revise(
    page: Entry,
    form: GroundedForm | ConfirmForm | CorrectionForm,
    changes: Callable[[Work], revisions.Changes],
    act: Callable[[Work], RuleRevision],
    template: str,
    following: Callable[[], str] = str,
) -> ResponseReturnValue:
    """Show the form, show what would follow ("lihat"), or make the revision.

    It leads to the address that `following` gives, or back to the entry.
    """
    if request.method == "GET":
        form.dilihat.data = page.card.newest
    shown: dict[str, Any] = {"page": page, "card": page.card, "foreseen": None}
    if request.method == "POST" and "lihat" in request.form:
        if form.validate():
            try:
                with reading() as work:
                    shown["foreseen"] = revisions.foresee(work, page.id, changes(work))
            except CaseworkError as refusal:
                form.refuse(refusal)
        return render_template(template, form=form, **shown), 422 if form.rejected else 200
    return perform(
        form,
        act,
        template=template,
        shown=shown,
        before=lambda: form.keep(
            store(form.naskah.chosen, page.name) if form.naskah.chosen else None
        ),
        done=lambda _row: (
            following() or url_for("law.entry", pin=page.id, kind=page.kind, entry_id=page.entry_id)
        ),
        said=lambda row: _(
            "Revisi %(pin)s dicatat. Perkara yang sudah berjalan tetap memakai revisinya.",
            pin=f"{row.edition}@{row.revision}",
        ),
    )
