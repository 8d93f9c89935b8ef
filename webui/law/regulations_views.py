"""A lawyer has a regulation read from its PDF and answers what it says of the law data."""

from __future__ import annotations

import re

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.adapters import regulation
from casework.adapters.regulation import Mark
from casework.engine.regulation.pages import Page
from casework.errors import BadInput, CaseworkError, NotFound
from casework.services.acts.amendments import reading as answers
from casework.services.core.work import Work
from casework.services.law import regulations
from webui.core.access import requires, with_files
from webui.core.acting import perform
from webui.core.language import refused
from webui.core.storing import store
from webui.core.transaction import acting, reading
from webui.law import regulations_page as shown
from webui.law.regulations_form import MatchForm, ReadForm, SampleForm

bp = Blueprint("regulations", __name__, url_prefix="/aturan/baca")
_LINES = re.compile(r"(\d{1,4})-(\d{1,4})")
bp.record_once(lambda state: state.app.jinja_env.globals.update(reading_groups=shown.GROUPS))


@bp.route("/", methods=["GET", "POST"])
@requires("aturan.sahkan")
@with_files
def index() -> ResponseReturnValue:
    """The regulations that were read, and the form to have another one read."""
    form, pages = ReadForm(), tuple[Page, ...]()
    with reading() as work:
        read = regulations.heads(work)
        form.offer(work.law, frozenset(
            name for one in work.law.editions.values() for name in one.instruments
        ))  # fmt: skip

    def before() -> None:
        nonlocal pages
        file = form.naskah.chosen
        if file is None:
            raise BadInput.one("naskah", "Pilih berkas PDF naskahnya.")
        # Nothing is kept of a file that cannot be read.
        pages = regulation.pages_of(file.stream.read())
        form.kept = store(file, "naskah")

    def act(work: Work) -> int:
        if form.kept is None:
            raise NotFound("Naskah itu tidak ada.")
        return answers.keep(work, form.peraturan.data or "", form.kept, pages).id

    return perform(
        form,
        act,
        template="law/regulations.html",
        shown={"read": read, "recognises": regulation.recognises()},
        before=before,
        done=lambda text_id: url_for(".show", text_id=text_id),
        said=_("Naskah dibaca dan disimpan per pasal."),
    )


@bp.get("/<int:text_id>/")
@requires("aturan.sahkan")
def show(text_id: int) -> ResponseReturnValue:
    """One regulation: what was read, and how the entries stand to it."""
    with reading() as work:
        board = regulations.board(work, text_id)
    amending = any(one.amending for one in board.passages)
    return render_template(
        "law/regulation.html", board=board, groups=shown.groups(board), amending=amending
    )


@bp.get("/<int:text_id>/tanpa-entri")
@requires("aturan.sahkan")
def uncited(text_id: int) -> ResponseReturnValue:
    """The articles that no entry cites, by chapter: what the edition does not know."""
    with reading() as work:
        board = regulations.board(work, text_id)
    return render_template("law/uncited.html", board=board, chapters=shown.chapters(board.uncited))


@bp.get("/<int:text_id>/halaman/<int:page>.png")
@requires("aturan.sahkan")
def picture(text_id: int, page: int) -> ResponseReturnValue:
    """One page of the PDF as a picture, with lines of it shaded (`baris=3-5,9-9`)."""
    marks = [Mark(int(a), int(b)) for a, b in _LINES.findall(request.args.get("baris", "")[:200])]
    with reading() as work:
        content = regulations.content(work, regulations.head(work, text_id).row)
    try:
        drawn = regulation.picture_of(content, page, marks)
    except BadInput:
        abort(404)
    response = Response(drawn, mimetype="image/png")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


@bp.route("/<int:text_id>/cocok", methods=["GET", "POST"])
@requires("aturan.sahkan")
def match(text_id: int) -> ResponseReturnValue:
    """One match: the page with the passage marked, the entry beside it, and the answer."""
    form, group = MatchForm(), request.args.get("kelompok", "")
    key = form.entri.data or request.args.get("entri", "")
    place = form.bunyi.data if request.method == "POST" else request.args.get("bunyi", 0, type=int)
    with reading() as work:
        board = regulations.board(work, text_id)
        keys = shown.queue(board, group)
        if not key and keys:
            key = keys[0]
        if not key:
            return redirect(url_for(".show", text_id=text_id), code=303)
        page = shown.match_page(work, board, key, max(0, place or 0), group)
    if request.method == "GET":
        form.dilihat.data = page.pin.partition("@")[2]
        form.entri.data, form.bunyi.data = key, page.place
        if page.offer:
            form.kutipan.data = page.offer.found.words
        form.catatan.data = page.note
    elif form.validate():
        try:
            said = _answer(text_id, key, form)
        except NotFound:
            raise
        except CaseworkError as refusal:
            form.refuse(refusal)
        else:
            flash(said, "done")
            with reading() as work:
                left = shown.queue(regulations.board(work, text_id), group)
            following = shown.after(keys, key, left)
            if not following:
                return redirect(url_for(".show", text_id=text_id), code=303)
            there = url_for(".match", text_id=text_id, entri=following, kelompok=group or None)
            return redirect(there, code=303)
    status = 422 if form.rejected else 200
    return render_template("law/match.html", page=page, form=form, group=group), status


def _answer(text_id: int, key: str, form: MatchForm) -> str:
    """Do what was pressed, and say it."""
    place = form.bunyi.data or 0
    with acting() as work:
        if request.form.get("jawab") == "bukan":
            answers.reject(work, text_id, key, place)
            return str(_("Dicatat: bukan bunyi entri itu."))
        row = answers.confirm(
            work, text_id, key, form.dilihat.data or "", place, form.kutipan.data or "",
            form.catatan.data or "",
        )  # fmt: skip
        return str(_("Disahkan sebagai revisi %(pin)s.", pin=f"{row.edition}@{row.revision}"))


@bp.post("/<int:text_id>/sampel")
@requires("aturan.sahkan")
def draw(text_id: int) -> ResponseReturnValue:
    """Draw the sample of a batch; it is recorded before anybody looks."""
    try:
        with acting() as work:
            sample_id = answers.draw(work, text_id).id
    except BadInput as refusal:
        flash(refused(refusal), "warn")
        return redirect(url_for(".show", text_id=text_id), code=303)
    return redirect(url_for(".sample", sample_id=sample_id), code=303)


@bp.route("/sampel/<int:sample_id>", methods=["GET", "POST"])
@requires("aturan.sahkan")
def sample(sample_id: int) -> ResponseReturnValue:
    """The entries drawn, each with its page; when all agree, the whole batch is confirmed."""
    form = SampleForm()
    with reading() as work:
        row = regulations.sample(work, sample_id)
        board = regulations.board(work, row.text_id)
        known = {one.target.key: one for one in board.batch}
        looked = [(known[key], shown.offer(board, known[key], known[key].found[0]))
                  for key in row.drawn if key in known]  # fmt: skip
        editions = sorted({known[key].target.edition for key in row.members if key in known})
        pins = {one: work.law.edition(one).revision for one in editions}
        members, drawn, text_id = len(row.members), len(row.drawn), row.text_id
    agreed = request.form.getlist("sesuai")

    def act(work: Work) -> int:
        seen = {name: request.form.get(f"dilihat-{name}", "") for name in editions}
        answers.confirm_batch(work, sample_id, seen, agreed)
        return members

    return perform(
        form,
        act,
        template="law/sample.html",
        shown={"board": board, "looked": looked, "members": members, "drawn": drawn,
               "agreed": agreed, "pins": pins, "sample_id": sample_id},
        done=lambda _count: url_for(".show", text_id=text_id),
        said=_("%(n)s entri disahkan bersama-sama; sampelnya tercatat.", n=members),
    )  # fmt: skip
