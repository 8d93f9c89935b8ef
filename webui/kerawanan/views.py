"""Rounds, the map, events and prevention tasks."""

from __future__ import annotations

from fractions import Fraction

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.adapters import sheets
from casework.engine.kerawanan import IndexEdition
from casework.engine.ranking import METHOD
from casework.engine.refusals import ScoreRefused
from casework.models import Office, VulnerabilityRound
from casework.services.cases.evidence import Upload
from casework.services.core.work import Work
from casework.services.kerawanan import booklet as booklets
from casework.services.kerawanan import events, picture, reach, rounds, tasks
from casework.services.kerawanan.events import NewEvent
from casework.services.kerawanan.rounds import Filled, NewRound
from casework.services.kerawanan.tasks import FORMS, NewTask
from casework.services.people import emblem
from webui.core import storing
from webui.core.access import requires, with_files
from webui.core.acting import perform
from webui.core.keys import whole
from webui.core.options import options
from webui.core.security import FILE_POLICY
from webui.core.times import aware
from webui.core.transaction import acting, house, reading
from webui.kerawanan import page
from webui.kerawanan.forms import (
    AnswersForm,
    AskForm,
    CloseForm,
    DropForm,
    EventForm,
    FinishForm,
    OpenForm,
    PlanForm,
    RefuseEventForm,
    steps,
)

bp = Blueprint("kerawanan", __name__, url_prefix="/kerawanan")
QUICK = "pemetaan-bengkulu"
"""The edition of events that belong to no round."""


@bp.get("/")
@requires("kerawanan.lihat")
def index() -> ResponseReturnValue:
    """The rounds, and what was published under each edition, never as one line."""
    with reading() as work:
        found = [
            (row, reach.edition(work, row), reach.opened(work, row), reach.own_sheet(work, row))
            for row in rounds.rounds(work)
        ]
        editions = list(work.law.kerawanan.editions.values())
        names = {one.id: one.name for one in work.law.regions.values()}
        told = {one.region for edition in editions for one in edition.published}
        regions = [one for one in names if one in told]
    return render_template(
        "kerawanan/index.html", found=found, editions=editions, names=names, regions=regions,
        figure=page.figure, SHEETS=page.SHEETS,
    )  # fmt: skip


@bp.route("/putaran/buka", methods=["GET", "POST"])
@requires("kerawanan.pimpin")
def begin() -> ResponseReturnValue:
    """Open a round."""
    with reading() as work:
        offices = reach.below(work, work.actor.office_id)
        editions = [one for one in work.law.kerawanan.editions.values() if one.scoring]
    form = OpenForm(data={"kantor": [one.id for one in offices]} if _first() else None)
    form.edisi.choices = options([(one.id, one.title) for one in editions])
    form.kantor.choices = [(one.id, one.name) for one in offices]

    def act(work: Work) -> VulnerabilityRound:
        return rounds.open_round(
            work,
            NewRound(
                form.edisi.data or "", form.judul.data or "", form.sejak.chosen,
                aware(form.sampai.data), form.kantor.data or [],
            ),
        )  # fmt: skip

    return perform(
        form, act, template="kerawanan/open.html", shown={"editions": editions},
        done=lambda row: url_for(".show", round_id=row.id),
        said=_("Putaran dibuka; kantor-kantor itu diberi tahu dan diingatkan."),
    )  # fmt: skip


@bp.get("/putaran/<int:round_id>")
@requires("kerawanan.lihat")
def show(round_id: int) -> ResponseReturnValue:
    """The map and its tables; with a question about one weight, what it would change."""
    axis = _among("sumbu", page.AXES)
    stage = _among("tahap", page.STAGES)
    with reading() as work:
        row = reach.round_of(work, round_id)
        edition = reach.edition(work, row)
        asked, refused = _weights(edition)
        try:
            found = picture.regions(work, row, asked)
        except ScoreRefused as fault:
            asked, refused = {}, str(fault)
            found = picture.regions(work, row)
        moved = {} if asked else picture.changes(work, row, found)
        lines = page.ranking(work, row, found, moved, axis, stage)
        stored = {one.id: one for one in picture.regions(work, row)} if asked else {}
        shown = {
            "row": row, "edition": edition, "opened": reach.opened(work, row),
            "mine": reach.own_sheet(work, row), "found": found, "lines": lines,
            "map": page.map_of(work, row, found, axis, stage),
            "heat": page.heat(edition, found, axis, stage)
            if len(found) <= page.MOST_COLUMNS else None,
            "before": bool(moved),
            "stored": {key: page.figure(one.score.only(axis, stage).value) if one.score else ""
                       for key, one in stored.items()},
        }  # fmt: skip
    return render_template(
        "kerawanan/round.html", **shown, axis=axis, stage=stage, asked=asked, refused=refused,
        AXES=page.AXES, STAGES=page.STAGES, SHEETS=page.SHEETS,
        sentence=page.sentence(found, lines), query=_query,
    )  # fmt: skip


@bp.route("/putaran/<int:round_id>/isi/<int:number>", methods=["GET", "POST"])
@requires("kerawanan.isi")
def answer(round_id: int, number: int) -> ResponseReturnValue:
    """Four items a page; each page is kept by itself, the last one sends."""
    with reading() as work:
        row = reach.round_of(work, round_id)
        edition = reach.edition(work, row)
        mine = reach.own_sheet(work, row)
        if mine is None:
            abort(404)
        all_items = list(edition.indicators.values())
        pages = -(-len(all_items) // page.ITEMS_ON_A_PAGE)
        if not 1 <= number <= pages:
            abort(404)
        first = (number - 1) * page.ITEMS_ON_A_PAGE
        items = all_items[first : first + page.ITEMS_ON_A_PAGE]
        said = rounds.answers(work, mine.id)
        earlier = rounds.earlier(work, row, mine.region)
        recorded = picture.recorded(work, row, mine.region)
        told = [rounds.as_told(said[one.id]) if one.id in said else Filled(one.id) for one in items]
        done = {key for key, one in said.items() if one.likelihood is not None}
    form = AnswersForm(edition, items, told)
    sending = number == pages and "kirim" in request.form

    def act(work: Work) -> object:
        return rounds.save(work, round_id, form.filled, send_after=sending)

    def onward(_sheet: object) -> str:
        if sending:
            return url_for(".show", round_id=round_id)
        return url_for(".answer", round_id=round_id, number=min(number + 1, pages))

    return perform(
        form, act, template="kerawanan/answer.html", done=onward,
        said=_("Isian dikirim kepada kantor pembuka putaran.") if sending
        else _("Tersimpan. Belum dikirim."),
        shown={
            "row": row, "mine": mine, "items": items, "all_items": all_items, "number": number,
            "pages": pages, "first": first, "answered": done, "recorded": recorded,
            "earlier": earlier, "edition": edition, "size": page.ITEMS_ON_A_PAGE,
            "AXES": page.AXES, "STAGES": page.STAGES, "SOURCES": page.SOURCES,
        },
    )  # fmt: skip


@bp.route("/putaran/<int:round_id>/isian/<int:sheet_id>", methods=["GET", "POST"])
@requires("kerawanan.lihat")
def sheet(round_id: int, sheet_id: int) -> ResponseReturnValue:
    """The answers of one office with how each value was worked out; who opened may ask back."""
    form = AskForm()
    with reading() as work:
        row = reach.round_of(work, round_id)
        one = rounds.sheet(work, round_id, sheet_id)
        edition = reach.edition(work, row)
        found = picture.region(work, row, one.region)
        shown = {
            "row": row, "sheet": one, "edition": edition, "region": found,
            "office": work.session.get_one(Office, one.office_id),
            "said": rounds.answers(work, one.id), "opened": reach.opened(work, row),
            "recorded": picture.recorded(work, row, one.region), "FORMS": FORMS,
        }  # fmt: skip
    return perform(
        form,
        lambda work: rounds.ask_back(work, round_id, sheet_id, form.tanya.data or ""),
        template="kerawanan/sheet.html",
        shown={**shown, "AXES": page.AXES, "SHEETS": page.SHEETS, "figure": page.figure},
        done=lambda _row: url_for(".show", round_id=round_id),
        said=_("Pertanyaan dikirim; kantor itu dapat mengubah isiannya lagi."),
    )


@bp.post("/putaran/<int:round_id>/isian/<int:sheet_id>/terima")
@requires("kerawanan.pimpin")
def accept(round_id: int, sheet_id: int) -> ResponseReturnValue:
    """Take the answers of an office as they are."""
    with acting() as work:
        rounds.accept(work, round_id, sheet_id)
    flash(_("Isian diterima."), "done")
    return redirect(url_for(".show", round_id=round_id), code=303)


@bp.route("/putaran/<int:round_id>/tutup", methods=["GET", "POST"])
@requires("kerawanan.pimpin")
def close(round_id: int) -> ResponseReturnValue:
    """Close a round."""
    form = CloseForm()
    with reading() as work:
        row = reach.opened_round(work, round_id)
        late = [
            office for one, office in rounds.sheets_of(work, row) if one.state not in rounds.GIVEN
        ]
    return perform(
        form,
        lambda work: rounds.close(work, round_id, form.alasan.data or ""),
        template="kerawanan/close.html",
        shown={"row": row, "late": late},
        done=lambda _row: url_for(".show", round_id=round_id),
        said=_("Putaran ditutup. Yang ditetapkan sesudah ini tidak mengubah petanya."),
    )


@bp.get("/putaran/<int:round_id>/sesudah")
@requires("kerawanan.lihat")
def after(round_id: int) -> ResponseReturnValue:
    """The index beside the cases that came."""
    axis, stage = _among("sumbu", page.AXES), _among("tahap", page.STAGES)
    with reading() as work:
        row = reach.opened_round(work, round_id)
        found = picture.afterwards(work, row, picture.regions(work, row), axis, stage)
    return render_template(
        "kerawanan/after.html", row=row, found=found, axis=axis, stage=stage, AXES=page.AXES,
        STAGES=page.STAGES, figure=page.figure, query=_query, method=METHOD,
    )  # fmt: skip


@bp.get("/putaran/<int:round_id>/buku-rakor.pdf")
@requires("kerawanan.pimpin")
def booklet(round_id: int) -> ResponseReturnValue:
    """The booklet of a round for the coordination meeting."""
    with acting() as work:
        paper = booklets.take(work, round_id)
    own = emblem.of_paper(house().store, paper)
    content = house().renderer.render(
        booklets.FORM, booklets.LAYOUTS, paper, draft=False, emblem=own
    )
    return _file(content, "application/pdf", "buku-rakor.pdf")


@bp.get("/kejadian")
@requires("kerawanan.lihat")
def happened() -> ResponseReturnValue:
    """What happened, and which registered cases may be an event."""
    with reading() as work:
        edition = work.law.kerawanan.edition(QUICK)
        found = events.events(work)
        proposed = events.proposals(work, edition)
        names = {one.id: one.name for one in work.law.regions.values()}
        me = work.actor.officer_id
    return render_template(
        "kerawanan/events.html", found=found, proposed=proposed, edition=edition, names=names,
        me_id=me, levels=steps(edition.levels), SOURCES=page.SOURCES, EVENTS=page.EVENTS,
    )  # fmt: skip


@bp.route("/kejadian/catat", methods=["GET", "POST"])
@requires("kerawanan.isi")
def enter() -> ResponseReturnValue:
    """Enter an event in the own region."""
    with reading() as work:
        edition = work.law.kerawanan.edition(QUICK)
    form = EventForm()
    form.indikator.choices = options(
        [(key, f"{key} {one.title}") for key, one in edition.indicators.items()],
        empty=True,
        indonesian=True,
    )
    form.tingkat.choices = steps(edition.levels)
    form.sumber.choices = options(
        [(key, words) for key, words in page.SOURCES.items() if key != "perkara"], empty=True
    )

    def act(work: Work) -> object:
        return events.enter(
            work,
            QUICK,
            NewEvent(
                form.indikator.data or "", form.tempat.data or "", form.tanggal.chosen,
                form.tingkat.data or 0, form.jumlah.data or 0, form.sumber.data or "",
                form.rujukan.data or "",
            ),
        )  # fmt: skip

    return perform(
        form, act, template="kerawanan/enter.html", done=lambda _row: url_for(".happened"),
        said=_("Kejadian dicatat; dihitung sesudah seorang pimpinan menetapkannya."),
    )  # fmt: skip


@bp.post("/kejadian/usulan/<int:case_id>")
@requires("kerawanan.pimpin")
def settle(case_id: int) -> ResponseReturnValue:
    """Say whether a registered case is an event of the indicator it was proposed for."""
    counts = request.form.get("putusan") == "hitung"
    with acting() as work:
        events.settle(
            work, QUICK, case_id, request.form.get("indikator", "")[:64],
            request.form.get("tingkat", 0, type=whole), counts=counts,
        )  # fmt: skip
    flash(_("Kejadian ditetapkan.") if counts else _("Perkara itu tidak dihitung."), "done")
    return redirect(url_for(".happened"), code=303)


@bp.post("/kejadian/<int:event_id>/tetapkan")
@requires("kerawanan.pimpin")
def confirm(event_id: int) -> ResponseReturnValue:
    """Confirm an event that a colleague entered."""
    with acting() as work:
        events.review(work, event_id, counts=True)
    flash(_("Kejadian ditetapkan."), "done")
    return redirect(url_for(".happened"), code=303)


@bp.route("/kejadian/<int:event_id>/bukan", methods=["GET", "POST"])
@requires("kerawanan.pimpin")
def refuse(event_id: int) -> ResponseReturnValue:
    """Say why an event does not count."""
    form = RefuseEventForm()
    with reading() as work:
        events.event(work, event_id)
    return perform(
        form,
        lambda work: events.review(work, event_id, counts=False, remark=form.alasan.data or ""),
        template="kerawanan/reason.html",
        shown={"heading": _("Kejadian tidak dihitung"), "back": url_for(".happened")},
        done=lambda _row: url_for(".happened"),
        said=_("Kejadian itu tidak dihitung."),
    )


@bp.get("/tugas")
@requires("kerawanan.lihat")
def prevention() -> ResponseReturnValue:
    """Warnings without a task first, then the tasks by day."""
    with reading() as work:
        warned = [
            (row, tasks.warnings(work, row), reach.edition(work, row))
            for row in rounds.rounds(work)[:2]
        ]
        found = tasks.tasks(work)
        people = {one.id: one.name for one in tasks.owners(work)}
        shown = {
            "warned": [(row, told, edition, tasks.measured(work, told))
                       for row, told, edition in warned if told],
            "found": found, "people": people, "today": reach.today(work),
            "mine": work.actor.office_id,
            "names": {one.id: one.name for one in work.law.regions.values()},
            "editions": work.law.kerawanan.editions,
        }  # fmt: skip
    return render_template("kerawanan/tasks.html", **shown, FORMS=FORMS, TASKS=page.TASKS)


@bp.route("/putaran/<int:round_id>/butir/<int:answer_id>/tugas", methods=["GET", "POST"])
@requires("kerawanan.isi")
def plan(round_id: int, answer_id: int) -> ResponseReturnValue:
    """Plan a task for an item."""
    with reading() as work:
        row = reach.round_of(work, round_id)
        told = next((one for one in tasks.warnings(work, row) if one.answer.id == answer_id), None)
        if told is None:
            abort(404)
        indicator = reach.edition(work, row).indicators[told.answer.indicator]
        people = tasks.owners(work)
    first = {"bentuk": told.answer.prevention, "kegiatan": told.answer.proposal}
    form = PlanForm(data=first if _first() else None)
    form.bentuk.choices = options(FORMS.items(), empty=True)
    form.pemilik.choices = options([(one.id, one.name) for one in people], empty=True)

    def act(work: Work) -> object:
        return tasks.plan(
            work, round_id, answer_id,
            NewTask(
                form.bentuk.data or "", form.kegiatan.data or "", form.sampai.chosen,
                form.pemilik.data or 0, form.mitra.data or "",
            ),
        )  # fmt: skip

    return perform(
        form, act, template="kerawanan/plan.html",
        shown={"row": row, "told": told, "indicator": indicator},
        done=lambda _row: url_for(".prevention"),
        said=_("Tugas dibuat; pemiliknya diingatkan menjelang waktunya."),
    )  # fmt: skip


@bp.route("/tugas/<int:task_id>/selesai", methods=["GET", "POST"])
@with_files
@requires("kerawanan.isi")
def finish(task_id: int) -> ResponseReturnValue:
    """Record what came of a task."""
    form = FinishForm()
    with reading() as work:
        row = tasks.own_task(work, task_id)
    kept: list[Upload] = []

    def store() -> None:
        if form.berkas.chosen:
            kept.append(storing.store(form.berkas.chosen, ""))

    def act(work: Work) -> object:
        file = kept[0] if kept else None
        return tasks.finish(
            work, task_id, form.tanggal.chosen, form.tempat.data or "", form.hasil.data or "",
            file.file if file else None, file.media_type if file else "",
        )  # fmt: skip

    return perform(
        form, act, template="kerawanan/finish.html", shown={"row": row, "FORMS": FORMS},
        before=store, done=lambda _row: url_for(".prevention"),
        said=_("Tugas selesai; barisnya ada pada Form Cegah."),
    )  # fmt: skip


@bp.route("/tugas/<int:task_id>/batal", methods=["GET", "POST"])
@requires("kerawanan.isi")
def drop(task_id: int) -> ResponseReturnValue:
    """Call a task off."""
    form = DropForm()
    with reading() as work:
        tasks.own_task(work, task_id)
    return perform(
        form,
        lambda work: tasks.drop(work, task_id, form.alasan.data or ""),
        template="kerawanan/reason.html",
        shown={"heading": _("Batalkan tugas pencegahan"), "back": url_for(".prevention")},
        done=lambda _row: url_for(".prevention"),
        said=_("Tugas dibatalkan; peringatannya terbuka lagi."),
    )


@bp.get("/form-cegah.xlsx")
@requires("kerawanan.lihat")
def form_cegah() -> ResponseReturnValue:
    """The tasks that were done, as rows of Form Cegah."""
    with reading() as work:
        found = tasks.form_cegah(work)
    return _file(
        sheets.workbook(found),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "form-cegah.xlsx",
    )


def _file(content: bytes, media_type: str, name: str) -> Response:
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


def _first() -> bool:
    return request.method == "GET"


def _among(name: str, known: object) -> str:
    asked = request.args.get(name, "")
    return asked if asked in known else ""  # type: ignore[operator]  # a mapping of words


def _query(**changed: str) -> str:
    """The address of this page with some of its choices changed."""
    chosen = {"sumbu": request.args.get("sumbu", ""), "tahap": request.args.get("tahap", "")}
    values = {**(request.view_args or {}), **chosen, **changed}
    return url_for(request.endpoint or "", **{k: v for k, v in values.items() if v != ""})


def _weights(edition: IndexEdition) -> tuple[dict[str, Fraction], str]:
    """The weight that is asked about, and what is wrong with it; nothing where none is."""
    indicator, text = request.args.get("andai", ""), request.args.get("bobot", "")
    if not indicator or not text:
        return {}, ""
    if not (text.isascii() and text.isdecimal() and len(text) <= 2):
        return {}, _("Bobot pengandaian bilangan bulat dari 0 sampai 99.")
    if indicator not in edition.indicators:
        return {}, _("Indikator itu tidak ada pada edisi ini.")
    return {indicator: Fraction(int(text))}, ""
