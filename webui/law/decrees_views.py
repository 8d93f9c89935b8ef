"""Settings: a holiday decree is entered or withdrawn, and the limits it moves are derived anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import CaseworkError
from casework.models import RuleRevision
from casework.services.acts.amendments import decree_view, decrees
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor, Work
from casework.services.deadlines import moves
from casework.services.deadlines.moves import Move
from webui.core.access import requires, with_files
from webui.core.acting import perform
from webui.core.forms import TaskForm
from webui.core.options import options
from webui.core.storing import store
from webui.core.transaction import house, reading
from webui.law.decree_form import KINDS, DecreeForm, WithdrawForm
from webui.law.wording import yaml_of

bp = Blueprint("decrees", __name__, url_prefix="/pengaturan/kalender/keputusan")
_SYSTEM = Actor.system(NO_OFFICE)


@bp.route("/baru", methods=["GET", "POST"])
@requires("kalender.tetapkan")
@with_files
def enter() -> ResponseReturnValue:
    """A new decree: what it moves is told first."""
    form = DecreeForm()
    with reading() as work:
        places = [(one.code, one.name) for one in decrees.offices(work)]
        form.offer(options(places, empty=True), work.law.calendar.covers_until.year + 1)
        newest = decrees.seen(work)
    shown: dict[str, Any] = {"foreseen": None, "newest": newest}
    if request.method == "POST" and "tambah" in request.form:
        form.more()
        return render_template("settings/decree.html", form=form, **shown)
    return _two_steps(
        form,
        lambda work: decrees.foresee(work, form.decree, form.ground),
        lambda work: decrees.enter(work, form.seen, form.decree, form.ground),
        "settings/decree.html",
        shown,
        before=lambda: form.keep(
            store(form.naskah.chosen, "keputusan") if form.naskah.chosen else None
        ),
    )


@bp.get("/<int:number>")
@requires("kalender.tetapkan")
def show(number: int) -> ResponseReturnValue:
    """One decree: its days, who entered it and why, and whether it was withdrawn."""
    with reading() as work:
        told = decree_view.one(work, number)
    return render_template("settings/decree_shown.html", told=told, kinds=KINDS)


@bp.route("/<int:number>/tarik", methods=["GET", "POST"])
@requires("kalender.tetapkan")
def withdraw(number: int) -> ResponseReturnValue:
    """A decree that was entered wrongly holds no longer; it stays readable."""
    form = WithdrawForm()
    with reading() as work:
        told, newest = decree_view.one(work, number), decrees.seen(work)
        found = decrees.foresee_withdrawal(work, number)
        foreseen = decree_view.foreseen(work, found)
    return _two_steps(
        form,
        lambda work: decrees.foresee_withdrawal(work, number),
        lambda work: decrees.withdraw(work, form.seen, number, form.alasan.data or ""),
        "settings/decree_withdrawn.html",
        {"told": told, "foreseen": foreseen, "newest": newest},
    )


@bp.get("/berkas.yaml")
@requires("kalender.tetapkan")
def export() -> Response:
    """The decrees that stand, as the rules folder writes them."""
    with reading() as work:
        text = yaml_of(decree_view.as_files(work))
    response = Response(f"{text}\n", mimetype="application/yaml; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="keputusan-libur.yaml"'
    return response


def _two_steps(
    form: DecreeForm | WithdrawForm,
    foresee: Callable[[Work], list[Move]],
    act: Callable[[Work], RuleRevision],
    template: str,
    shown: dict[str, Any],
    before: Callable[[], object] = lambda: None,
) -> ResponseReturnValue:
    """Show the form, show what would move ("lihat"), or do it and derive the limits anew."""
    if request.method == "GET":
        form.dilihat.data = shown["newest"]
    if request.method == "POST" and "lihat" in request.form:
        if form.validate():
            shown["foreseen"] = _told(form, foresee)
        return render_template(template, form=form, **shown), 422 if form.rejected else 200
    return perform(
        form, act, template=template, shown=shown, before=before,
        done=_follow, said=_("Tercatat. Batas yang bergeser dihitung ulang."),
    )  # fmt: skip


def _told(form: TaskForm, foresee: Callable[[Work], list[Move]]) -> decree_view.Foreseen | None:
    try:
        with reading() as work:
            return decree_view.foreseen(work, foresee(work))
    except CaseworkError as refusal:
        form.refuse(refusal)
        return None


def _follow(row: RuleRevision) -> str:
    """Derive anew what the new calendar moves; gives the page to go on to."""
    cause = f"{row.edition}@{row.revision}"
    flash(_("%(count)s batas waktu dihitung ulang.", count=derived_anew(cause)), "done")
    return url_for("settings.calendars")


def derived_anew(cause: str = "") -> int:
    """Derive the limits anew that today's calendars move, one transaction a case; how many."""
    with house().reading(_SYSTEM) as work:
        cases = sorted({one.case_id for one in moves.moved(work)})
    done = 0
    for case_id in cases:
        with house().unit_of_work(_SYSTEM) as work:
            done += sum(one.moves for one in decrees.rederive(work, [case_id], cause))
    return done
