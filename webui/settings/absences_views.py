"""Officers away and their deputies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.engine.roles import TITLES
from casework.models import Officer
from casework.services.core.work import Work
from casework.services.people import absences, deputies, officers
from webui.core.access import requires
from webui.core.acting import perform
from webui.core.options import Options, grouped, options
from webui.core.transaction import acting, me, reading
from webui.settings.forms import AbsenceForm

bp = Blueprint("absences", __name__, url_prefix="/pengaturan/tidak-masuk")
STANDING_IN = frozenset(TITLES) - absences.NO_DEPUTY


@bp.get("/")
@requires("tidak_masuk.catat")
def index() -> ResponseReturnValue:
    """Who is or will be away, and who stands in."""
    with reading() as work:
        places = {one.id: one.name for one in absences.offices_in_reach(work)}
        found = absences.of_offices(work, list(places), officers.today(work.now))
        rows = [
            (row, away, deputy, absences.may_end(work, row))
            for row, away, deputy in absences.shown(work, found)
        ]
    return render_template("settings/absences.html", rows=rows, places=places)


@bp.route("/baru", methods=["GET", "POST"])
@requires("tidak_masuk.catat")
def add() -> ResponseReturnValue:
    """Record an absence; both officers are told."""
    with reading() as work:
        offices = {one.id: one.name for one in absences.offices_in_reach(work)}
        away = _offered(absences.people(work, deputies.PASSING), offices)
        stand_ins = _offered(absences.people(work, STANDING_IN), offices)
        leads = absences.leads(work)
    myself = options([(me().actor.officer_id, me().name)])
    form = AbsenceForm(options(offices.items()), away if leads else myself, stand_ins)

    def record(work: Work) -> object:
        return absences.record(
            work, form.petugas.data, form.kantor.data, form.wakil.data,
            form.dari.chosen, form.sampai.chosen,
        )  # fmt: skip

    return perform(
        form,
        record,
        template="settings/absence.html",
        shown={"leads": leads},
        done=lambda _row: url_for(".index"),
        said=_("Ketidakhadiran dicatat; kedua petugas diberi tahu."),
    )


def _offered(people: Mapping[int, Sequence[Officer]], offices: Mapping[int, str]) -> Options:
    """The officers to choose from, under their office where there is more than one."""
    named = {
        office: [(str(one.id), _called(one)) for one in people[key]]
        for key, office in offices.items()
        if people[key]
    }
    if len(offices) > 1:
        return grouped(named, _("— pilih —"))
    return options([pair for pairs in named.values() for pair in pairs], empty=True)


def _called(one: Officer) -> str:
    return f"{one.name}, {one.position}" if one.position else one.name


@bp.post("/<int:absence_id>/akhiri")
@requires("tidak_masuk.catat")
def cancel(absence_id: int) -> ResponseReturnValue:
    """Back earlier, or not away at all."""
    with acting() as work:
        absences.cancel(work, absence_id)
    flash(_("Ketidakhadiran diakhiri."), "done")
    return redirect(url_for(".index"), code=303)
