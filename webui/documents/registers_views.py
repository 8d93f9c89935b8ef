"""All papers of an office, and its books: on the page, as PDF, as XLSX."""

from __future__ import annotations

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.adapters import sheets
from casework.services.documents import (
    election_figures,
    election_report,
    register_sheets,
    registers,
    report_register,
)
from casework.services.documents.registers import Wanted
from casework.services.people import numbering as letter_styles
from webui.core.access import requires
from webui.core.acting import perform
from webui.core.keys import whole
from webui.core.security import FILE_POLICY
from webui.core.transaction import acting, house, me, reading
from webui.documents import election_page, register_page
from webui.documents.register_page import Asked
from webui.settings.forms import StyleForm

bp = Blueprint("registers", __name__, url_prefix="/dokumen")
READERS = {
    "nomor": registers.numbers,
    "agenda": registers.letters,
    "laporan": report_register.reports,
}
FORMS = {
    "xlsx": (
        sheets.workbook,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "pdf": (sheets.pdf, "application/pdf"),
}


@bp.get("")
@requires("dokumen.lihat")
def index() -> ResponseReturnValue:
    """Every paper, by year, kind, state and office; the filter lives in the address."""
    year = request.args.get("tahun", 0, type=whole)
    asked = Asked(
        year=year if 2000 <= year <= 2100 else 0,
        kind=request.args.get("jenis", "")[:64],
        state=request.args.get("keadaan", "")[:20],
        office=request.args.get("kantor", "")[:16],
        text=request.args.get("cari", "")[:80].strip(),
        page=_number(),
    )
    with reading() as work:
        rows, more = register_page.papers_like(work, asked, me().zone)
        offered = register_page.choices(work)
    return render_template(
        "documents/index.html", rows=rows, more=more, asked=asked, offered=offered
    )


@bp.get("/buku/<book>")
@requires("dokumen.lihat")
def book(book: str) -> ResponseReturnValue:
    """One book of a year: numbers, agenda, or reports and findings."""
    if book not in READERS:
        abort(404)
    wanted, page = _wanted(), _number()
    with reading() as work:
        rows, more = register_page.part(READERS[book](work, wanted), page)
        offered = register_page.choices(work)
    return render_template(
        "documents/book.html", book=book, rows=rows, more=more, page=page, wanted=wanted,
        offered=offered,
    )  # fmt: skip


@bp.get("/buku/<book>/unduh/<form>")
@requires("dokumen.lihat")
def download(book: str, form: str) -> ResponseReturnValue:
    """The whole book of a year as a file; that it was taken out is recorded."""
    if book not in READERS or form not in FORMS:
        abort(404)
    write, media_type = FORMS[form]
    wanted = _wanted()
    with acting() as work:
        sheet = register_sheets.sheet(work, book, wanted)
    response = Response(write(sheet), mimetype=media_type)
    name = f"{book}-{wanted.year}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


@bp.get("/pemilihan")
@requires("pemilihan.laporkan")
def election() -> ResponseReturnValue:
    """The figures of one election: what became of its cases, at an office or at all of them."""
    with reading() as work:
        offered = election_figures.elections(work)
        offices = [(one.code, one.name) for one in registers.offices(work)]
        chosen = request.args.get("pemilihan", "")[:64] or (offered[0][0] if offered else "")
        office = request.args.get("kantor", "")[:16]
        found = election_figures.figures(work, chosen, office) if chosen else None
    return render_template(
        "documents/election.html", found=found, elections=offered, offices=offices, chosen=chosen,
        office=office, lines=election_report.lines, names=election_report.names,
    )  # fmt: skip


@bp.get("/pemilihan/unduh/<form>")
@requires("pemilihan.laporkan")
def election_file(form: str) -> ResponseReturnValue:
    """The figures of one election as paper, workbook or lines; that they were taken is recorded."""
    if form not in FORMS and form != "csv":
        abort(404)
    chosen = request.args.get("pemilihan", "")[:64]
    with acting() as work:
        taken = election_report.take(work, chosen, request.args.get("kantor", "")[:16], form)
    if form == "pdf":
        content = election_page.drawn(house(), taken)
    elif form == "csv":
        content = election_page.lines(taken)
    else:
        content = sheets.workbook(*taken.sheets)
    media_type = FORMS[form][1] if form in FORMS else "text/csv"
    response = Response(content, mimetype=media_type)
    name = f"laporan-pemilihan.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


@bp.route("/penomoran", methods=["GET", "POST"])
@requires("nomor.atur")
def numbering() -> ResponseReturnValue:
    """How this office writes its letter numbers in a year."""
    today = house().today(me().zone)
    with reading() as work:
        now = letter_styles.now(work, today)
    form = StyleForm(data={"tahun": today.year, "pola": now.pattern, "lebar": str(now.width)})
    return perform(
        form,
        lambda work: letter_styles.change(
            work, form.tahun.data or 0, form.pola.data or "", form.wide
        ),
        template="documents/numbering.html",
        shown={"now": now, "today": today},
        said=_("Pola nomor surat disimpan. Nomor yang sudah diberikan tidak berubah."),
        done=lambda _row: url_for(".numbering"),
    )


def _wanted() -> Wanted:
    year = request.args.get("tahun", 0, type=whole)
    return Wanted(
        year=year if 2000 <= year <= 2100 else house().today(me().zone).year,
        series=request.args.get("seri", "")[:20],
        state=request.args.get("keadaan", "")[:20],
        office=request.args.get("kantor", "")[:16],
    )


def _number() -> int:
    return max(1, min(10_000, request.args.get("halaman", 1, type=whole)))
