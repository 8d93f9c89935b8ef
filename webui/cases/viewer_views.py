"""Evidence and documents page by page inside the case file; each opening is recorded as today."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Response, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue
from itsdangerous import BadData, URLSafeTimedSerializer

from casework.adapters import pages
from casework.adapters.pages import Undrawable
from casework.services.cases import access, evidence
from casework.services.documents import files
from webui.cases import thumbnails
from webui.cases.file_head import FileHead, file_head
from webui.cases.files_page import evidence_of, papers_of
from webui.core.access import requires
from webui.core.transaction import acting, actor, reading

bp = Blueprint("viewer", __name__)

WIDTH = 1100
"""Of a page, in pixels: sharp on a screen, small enough for a telephone."""
OPEN_FOR = 30 * 60
"""So long, in seconds, the pages of what was opened are drawn without another entry."""
EVIDENCE, DOCUMENT = "evidence", "documents"
TEMPLATES = {EVIDENCE: "cases/viewer_evidence.html", DOCUMENT: "cases/viewer_document.html"}


@bp.get("/bukti/<int:evidence_id>/lihat")
@requires("berkas.unduh")
def proof(evidence_id: int) -> ResponseReturnValue:
    """One piece of evidence, all its pages."""
    with acting() as work:
        _name, _media_type, content = evidence.open_file(work, evidence_id)
        body = b"".join(content)
        row = evidence.row(work, evidence_id)
        case = access.remembered(work, row.case_id)
        file, there = file_head(work, case), evidence_of(work, case)
    return _shown(EVIDENCE, evidence_id, body, file=file, part="bukti", others=there)


@bp.get("/bukti/<int:evidence_id>/halaman/<int:number>")
@requires("berkas.unduh")
def proof_page(evidence_id: int, number: int) -> ResponseReturnValue:
    """One page as a picture."""
    with acting() as work:
        noted = _noted(EVIDENCE, evidence_id)
        _name, _media_type, content = evidence.open_file(work, evidence_id, noted=noted)
        body = b"".join(content)
    return _drawn(body, number)


@bp.get("/bukti/<int:evidence_id>/mini")
@requires("berkas.unduh")
def proof_small(evidence_id: int) -> ResponseReturnValue:
    """The first page small; of what is confidential there is none."""
    with reading() as work:
        blob = evidence.plain(work, evidence_id)
        return thumbnails.answer(
            blob.sha256, lambda: b"".join(work.store.read(blob.path, blob.wrapped_key))
        )


@bp.get("/dokumen/<int:document_id>/baca")
@requires("berkas.unduh")
def document(document_id: int) -> ResponseReturnValue:
    """One document, all its pages."""
    with acting() as work:
        row, content = files.open_pdf(work, document_id)
        body = b"".join(content)
        case = access.remembered(work, row.case_id)
        file, there = file_head(work, case), papers_of(work, case)
    return _shown(DOCUMENT, document_id, body, file=file, part="dokumen", others=there)


@bp.get("/dokumen/<int:document_id>/halaman/<int:number>")
@requires("berkas.unduh")
def document_page(document_id: int, number: int) -> ResponseReturnValue:
    """One page as a picture."""
    with acting() as work:
        noted = _noted(DOCUMENT, document_id)
        _row, content = files.open_pdf(work, document_id, noted=noted)
        body = b"".join(content)
    return _drawn(body, number)


@bp.get("/dokumen/<int:document_id>/mini")
@requires("berkas.unduh")
def document_small(document_id: int) -> ResponseReturnValue:
    """The first page small; of one that names somebody protected there is none."""
    with reading() as work:
        blob = files.plain(work, document_id)
        return thumbnails.answer(
            blob.sha256, lambda: b"".join(work.store.read(blob.path, blob.wrapped_key))
        )


def _shown(kind: str, key: int, body: bytes, *, file: FileHead, **more: object) -> str:
    """The page with the pages; what cannot be drawn says so and offers the file."""
    try:
        sheets = pages.sheets_of(body) if len(body) <= pages.LARGEST else ()
    except Undrawable:
        sheets = ()
    return render_template(
        TEMPLATES[kind],
        page={"sheets": sheets, "key": key},
        ticket=_tickets().dumps(_about(kind, key)),
        file=file,
        head=file.head,
        **more,
    )


def _drawn(body: bytes, number: int) -> Response:
    try:
        drawn = pages.page_of(body, number, WIDTH)
    except Undrawable:
        abort(404)
    return Response(drawn.content, mimetype=drawn.media_type)


def _noted(kind: str, key: int) -> bool:
    """Whether this officer opened just this a moment ago, so that the entry stands already."""
    try:
        told = _tickets().loads(request.args.get("izin", ""), max_age=OPEN_FOR)
    except BadData:
        return False
    return cast(bool, told == _about(kind, key))


def _about(kind: str, key: int) -> list[object]:
    return [kind, key, actor().officer_id, actor().office_id]


def _tickets() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="bukaan")
