"""Many cases at once: give them to an officer and take that back, list them, take them along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from sqlalchemy import select

from casework.models import Case, Officer
from casework.services.cases import access
from casework.services.core.work import Work
from casework.services.people import case_owner
from webui.core import bulk
from webui.core.access import requires
from webui.core.bulk import Refusal
from webui.core.fields import Pick, Ticks
from webui.core.forms import TaskForm
from webui.core.keys import LARGEST
from webui.core.options import options
from webui.core.transaction import reading

bp = Blueprint("owners", __name__, url_prefix="/perkara/bersama")


class OwnerForm(TaskForm):
    """Which cases are given to whom."""

    perkara = Ticks(_l("Perkara yang dipilih"), coerce=int)
    petugas = Pick(_l("Penanggung jawab"))


@dataclass(frozen=True)
class CaseRow:
    """A case that was ticked, with who is answerable for it now."""

    id: int
    number: str
    title: str
    stage: str
    owner_id: int | None
    owner: str


@dataclass(frozen=True)
class Given:
    """A case that was given away: whose it was before, and whose it became; 0 is nobody."""

    case_id: int
    was: int
    now: int

    def __str__(self) -> str:
        return f"{self.case_id}-{self.was}-{self.now}"


@bp.post("")
@requires("perkara.lihat")
def choose() -> ResponseReturnValue:
    """On to what shall be done with the ticked cases."""
    ids = bulk.chosen("perkara", request.form)
    only = ".".join(map(str, ids))
    if not ids:
        flash(_("Centang dahulu perkara yang dimaksud."), "warn")
        return redirect(url_for("cases.index"), code=303)
    if request.form.get("bentuk"):
        return redirect(url_for("lists.export", hanya=only), code=307)
    if request.form.get("tindakan") == "penanggung":
        return redirect(url_for(".assign", perkara=ids), code=303)
    return redirect(url_for("cases.index", hanya=only), code=303)


@bp.route("/penanggung", methods=["GET", "POST"])
@requires("perkara.tugaskan")
def assign() -> ResponseReturnValue:
    """Give the ticked cases to one officer; each case is a transaction of its own."""
    form = OwnerForm()
    rows = _offer(form)
    refused: dict[int, Refusal] = {}
    done: list[Given] = []
    if request.method == "POST" and form.validate():
        to, ticked = int(form.petugas.data), form.perkara.data or []
        was = {one: _owner(request.form.get(f"dari-{one}", "")) for one in ticked}
        told = bulk.each(ticked, lambda work, key: case_owner.give(work, key, was[key], to))
        refused = {key: one for key, one in told.items() if one is not None}
        done = [Given(key, was[key] or 0, to) for key in ticked if key not in refused]
        if not refused:
            return redirect(url_for(".assigned", baris=[str(one) for one in done]), code=303)
        rows = _offer(form)
        form.perkara.data = list(refused)
    return render_template(
        "cases/assign.html",
        form=form,
        lines={one.id: one for one in rows},
        refused=refused,
        given=[one.case_id for one in done],
        undo=url_for(".assigned", baris=[str(one) for one in done]) if done else "",
    ), 422 if refused or form.errors else 200


@bp.route("/penanggung/selesai", methods=["GET", "POST"])
@requires("perkara.tugaskan")
def assigned() -> ResponseReturnValue:
    """Who has the cases now; sending it gives them back, unless somebody else did more since."""
    given = {one.case_id: one for one in map(_given, request.args.getlist("baris")) if one}
    refused: dict[int, Refusal] = {}
    if request.method == "POST":
        told = bulk.each(
            given,
            lambda work, key: case_owner.give(work, key, given[key].now, given[key].was or None),
        )
        refused = {key: one for key, one in told.items() if one is not None}
        if not refused:
            flash(
                ngettext(
                    "Penugasan %(num)d perkara diurungkan.",
                    "Penugasan %(num)d perkara diurungkan.",
                    len(given),
                ),
                "done",
            )
            return redirect(url_for("cases.index"), code=303)
    with reading() as work:
        rows = _rows(work, list(given))
    undone = [one for one in rows if one.owner_id == given[one.id].now]
    return render_template(
        "cases/assigned.html", rows=rows, refused=refused, open=undone
    ), 422 if refused else 200


def _offer(form: OwnerForm) -> Sequence[CaseRow]:
    """Fill the form with the ticked cases and the officers who can have them."""
    with reading() as work:
        rows = _rows(work, bulk.chosen("perkara"))
        people = [(str(one.id), one.name) for one in case_owner.candidates(work)]
    form.perkara.choices = options([(one.id, one.number) for one in rows])
    form.petugas.choices = options(people, empty=True)
    if not form.is_submitted():
        form.perkara.data = [one.id for one in rows]
    return rows


def _rows(work: Work, ids: Sequence[int]) -> list[CaseRow]:
    found = work.session.execute(
        select(Case, Officer.name)
        .outerjoin(Officer, Officer.id == Case.owner_id)
        .where(Case.id.in_(ids), access.visible(work))
        .order_by(Case.id)
    )
    return [
        CaseRow(case.id, case.number, case.title, case.stage, case.owner_id, name or "")
        for case, name in found
    ]


def _owner(text: str) -> int | None:
    return min(int(text), LARGEST) if text.isascii() and text.isdigit() and text != "0" else None


def _given(text: str) -> Given | None:
    parts = text.split("-")
    if len(parts) != 3 or not all(one.isascii() and one.isdigit() for one in parts):
        return None
    return Given(*(min(int(one[:10]), LARGEST) for one in parts))
