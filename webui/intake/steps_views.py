"""Receiving a report step by step, from a draft that keeps itself."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import BadInput
from casework.services.acts.registration import intake_drafts
from casework.services.core.drafts import Kept
from webui.core import choices, labels
from webui.core.access import act_page, requires_act
from webui.core.drafting import kept_answer, typed
from webui.core.language import refused
from webui.core.storing import forget
from webui.core.transaction import acting, house, reading
from webui.intake import page as report
from webui.intake import step_order
from webui.intake.forms import STEPS
from webui.intake.pasted_form import pasted, renumbered, with_rows, without_empty, without_row
from webui.intake.steps_form import FORMS, StepForm, step_form

bp = Blueprint("intake_steps", __name__, url_prefix="/laporan")
PEOPLE = ("terlapor", "saksi")
"""The groups of rows that one step asks for together."""


@bp.route("/mulai", methods=["GET", "POST"])
@act_page(step_order.ACT)
def start() -> ResponseReturnValue:
    """Begin a report, or go on with one."""
    if request.method == "POST":
        with acting() as work:
            token = intake_drafts.begin(work)
        return redirect(step_order.address(token, step_order.ORDER[0]), code=303)
    with reading() as work:
        lines = report.lines(work)
    return render_template("intake/start.html", lines=lines)


@bp.route("/konsep/<token>/<step>", methods=["GET", "POST"])
@requires_act(step_order.ACT)
def step(token: str, step: str) -> ResponseReturnValue:
    """One group of questions; whatever was typed is kept, also when it is refused."""
    kept = step_order.draft(token) if step in FORMS else abort(404)
    if kept is None:
        return step_order.receipt(token)
    if request.method == "POST":
        return _sent(kept, token, step)
    form = _form(step, report.fields_of(kept.content, step))
    if "periksa" in request.args:
        _check(form)
    return _shown(kept, step, form)


def _sent(kept: Kept, token: str, step: str) -> ResponseReturnValue:
    fields, anchor = _rows(step, typed())
    form = _form(step, fields)
    try:
        with acting() as work:
            kept = intake_drafts.fill(work, token, STEPS[step], fields)
    except BadInput as refusal:
        form.refuse(refusal)
        return _shown(kept, step, form), 422
    if "nanti" in request.form:
        return step_order.later()
    if anchor:
        back = {name: request.args[name] for name in ("kembali",) if name in request.args}
        return redirect(step_order.address(token, step, _anchor=anchor, **back), code=303)
    if not _check(form):
        return _shown(kept, step, form), 422
    return redirect(step_order.after(token, step), code=303)


def _form(step: str, fields: dict[str, list[str]]) -> StepForm:
    form = step_form(step, fields)
    report.offer(form)
    return form


def _check(form: StepForm) -> bool:
    good = bool(form.validate())
    if problems := report.date_problems(form):
        form.refuse(BadInput(*problems))
    return good and not problems


def _rows(step: str, fields: dict[str, list[str]]) -> tuple[dict[str, list[str]], str]:
    """The fields with rows added or taken away as a button asked; where to go on then."""
    if step != "terlapor":
        return fields, "wilayah-kode" if "cari" in request.form else ""
    group, _dash, place = request.form.get("hapus", "").partition("-")
    if group in PEOPLE:
        return without_row(fields, group, place), group
    if text := request.form.get("daftar", "").strip():
        regions = dict(choices.regions(house().rulebook.latest))
        rows = pasted(text, labels.CATEGORIES, regions, request.form.get("kategori_daftar", ""))
        return with_rows(fields, "terlapor", rows), "terlapor"
    group = request.form.get("tambah", "")
    if group in PEOPLE:
        fields = renumbered(fields, group)
        there = len({name.split("-")[1] for name in fields if name.startswith(f"{group}-")})
        return {**fields, f"{group}-{there}-name": [""]}, f"{group}-{there}-name"
    for group in PEOPLE:
        fields = without_empty(fields, group)
    return fields, ""


def _shown(kept: Kept, step: str, form: StepForm) -> str:
    with reading() as work:
        likely = report.likely(work, kept.content)
        term, desk = report.flags(work, kept.content)
        region = report.place(work, form)
    token = intake_drafts.token_of(kept)
    return render_template(
        f"intake/{step}.html",
        form=form,
        page=report.progress(kept, step),
        step=step,
        likely=likely,
        term=term,
        desk=desk,
        region=region,
        back=step_order.before(token, step),
    )


@bp.post("/konsep/<token>/<step>/simpan")
@requires_act(step_order.ACT)
def keep(token: str, step: str) -> ResponseReturnValue:
    """Keep what is being typed in a step; answers as the keeping of other forms does."""
    if step not in FORMS:
        abort(404)
    try:
        with acting() as work:
            kept = intake_drafts.fill(work, token, STEPS[step], typed())
    except BadInput as refusal:
        return {"text": refused(refusal)}, 422
    return kept_answer(kept)


@bp.post("/konsep/<token>/mirip")
@requires_act(step_order.ACT)
def alike(token: str) -> ResponseReturnValue:
    """While somebody types: cases like this one, and the term as the known date gives it."""
    kept = step_order.draft(token)
    if kept is None:
        abort(404)
    content = {"fields": {**kept.content["fields"], **typed()}, "files": []}
    with reading() as work:
        found, (term, _desk) = report.likely(work, content), report.flags(work, content)
    return render_template("intake/alike.html", likely=found, term=term)


@bp.route("/konsep/<token>/buang", methods=["GET", "POST"])
@requires_act(step_order.ACT)
def drop(token: str) -> ResponseReturnValue:
    """Ask, then throw a draft away with its files."""
    kept = step_order.draft(token)
    if kept is None:
        return step_order.receipt(token)
    if request.method == "GET":
        return render_template("intake/drop.html", token=token)
    with acting() as work:
        gone = intake_drafts.drop(work, token)
    if gone is None:
        return step_order.receipt(token)
    forget(gone)
    flash(_("Konsep dibuang."), "done")
    return redirect(url_for(".start"), code=303)
