"""Signing a paper, and keeping the scan of one that was signed in ink."""

from __future__ import annotations

import mimetypes
from io import BytesIO
from urllib.parse import quote

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import FileStorage

from casework.adapters import regulation
from casework.adapters import scan as scans_read
from casework.errors import BadInput, CaseworkError
from casework.models import Signature
from casework.ports import Secret, SignedPdf, StoredFile
from casework.services.documents import files, scan_kind, scans, signing
from casework.services.documents.drawing import LARGEST_PDF
from casework.services.documents.signing import Prepared
from webui.core import labels
from webui.core.access import requires, with_files
from webui.core.acting import perform
from webui.core.security import FILE_POLICY
from webui.core.storing import store
from webui.core.transaction import acting, house, reading
from webui.documents import document_page, signing_page
from webui.documents.forms import (
    EndSigningForm,
    FoundScanForm,
    ScanForm,
    SignForm,
    SignManyForm,
    TakeBackForm,
)
from webui.review import paraf_page

bp = Blueprint("signing", __name__, url_prefix="/dokumen")
Made = tuple[Prepared, SignedPdf, StoredFile]


@bp.route("/tanda-tangan", methods=["GET", "POST"])
@requires("dokumen.tandatangani")
def queue() -> ResponseReturnValue:
    """What waits for one's own signature; the ticked papers are signed one after the other."""
    with reading() as work:
        waiting = signing_page.waiting(work)
    form, ways = SignManyForm(), _ways()
    form.offer([(one.id, labels.law_title(one.title)) for one in waiting.lines], ways)
    if request.method == "POST" and form.validate():
        done = _sign_all(form)
        if not form.errors:
            flash(_signed(done), "done")
            return redirect(url_for(".queue"), code=303)
        with reading() as work:
            waiting = signing_page.waiting(work)
        form.offer([(one.id, labels.law_title(one.title)) for one in waiting.lines], ways)
        if done:
            flash(_signed(done), "done")
    status = 422 if form.errors else 200
    return render_template("documents/sign_queue.html", page=waiting, form=form, ways=ways), status


def _sign_all(form: SignManyForm) -> int:
    """How many were signed; the first refusal stands on the form and ends it."""
    done = 0
    for document_id in form.dokumen.data or []:
        try:
            made = _make(document_id, form)
            with acting() as work:
                signing.record(work, document_id, form.cara.data or "", *made)
        except CaseworkError as refusal:
            form.refuse(refusal)
            break
        done += 1
    return done


def _signed(count: int) -> str:
    text: str = ngettext(
        "%(num)d dokumen ditandatangani.", "%(num)d dokumen ditandatangani.", count
    )
    return text


@bp.get("/<int:document_id>/halaman.png")
@requires("dokumen.tandatangani")
def preview(document_id: int) -> ResponseReturnValue:
    """The pages of a document as one picture; opening a sealed one is recorded as of its PDF."""
    with acting() as work:
        _document, content = files.open_pdf(work, document_id)
        pdf = b"".join(content)
    try:
        drawn = regulation.sheets_of(pdf)
    except BadInput:
        abort(404)  # the page says that the PDF is to be read instead
    return Response(drawn, mimetype="image/png")


@bp.route("/<int:document_id>/tanda-tangan", methods=["GET", "POST"])
@requires("dokumen.tandatangani")
def sign(document_id: int) -> ResponseReturnValue:
    """Put one's own electronic signature on an issued paper."""
    form, made, ways = SignForm(), list[Made](), _ways()
    form.offer_ways(ways)
    with reading() as work:
        page = document_page.look(work, document_id)
        shown = {
            "page": page,
            "waiting": signing_page.waiting(work),
            "checks": signing_page.checks(work, page),
            "initials": paraf_page.initialling(work, "documents", document_id),
            "ways": ways,
        }
    return perform(
        form,
        lambda work: signing.record(work, document_id, form.cara.data or "", *made[0]),
        template="documents/sign.html",
        shown=shown,
        before=lambda: made.append(_make(document_id, form)),
        said=_("Dokumen ditandatangani."),
        done=lambda _row: _onward(document_id),
    )


def _onward(document_id: int) -> str:
    """The next paper that waits for the signature; the one just signed, where none does."""
    with reading() as work:
        lines = signing_page.waiting(work).lines
    if not lines:
        return url_for("documents.show", document_id=document_id)
    return url_for(".sign", document_id=lines[0].id)


def _ways() -> list[str]:
    """How the signed-in officer can sign at this server."""
    with reading() as work:
        login, office = signing.names(work)
    return [name for name, one in house().signers.items() if one.ready(login, office)]


def _make(document_id: int, form: SignForm) -> Made:
    """Sign outside any transaction; what is lost in a crash is a file nobody refers to."""
    way = form.cara.data or ""
    with reading() as work:
        prepared = signing.prepare(work, document_id, subscriber=form.nik.data or "")
    secret = Secret(form.frasa_sandi.data or "")
    signed = house().signers[way].sign(prepared.content, prepared.order, secret)
    file = house().store.put(BytesIO(signed.content), sealed=prepared.sealed, limit=LARGEST_PDF)
    return prepared, signed, file


@bp.route("/<int:document_id>/pindaian", methods=["GET", "POST"])
@requires("dokumen.pindai")
@with_files
def scan(document_id: int) -> ResponseReturnValue:
    """Keep the scan of this paper."""
    form, kept = ScanForm(), list[tuple[StoredFile, str]]()
    return perform(
        form,
        lambda work: signing.attach_scan(work, document_id, *kept[0]),
        template="documents/scan.html",
        shown=_shown(document_id),
        before=lambda: kept.append(_keep(document_id, form)),
        said=_("Pindaian disimpan di samping dokumen aslinya."),
        done=lambda _row: url_for("documents.show", document_id=document_id),
    )


@bp.route("/pindaian", methods=["GET", "POST"])
@requires("dokumen.pindai")
@with_files
def find_scan() -> ResponseReturnValue:
    """Keep a scan of the paper whose code is typed, or stands in the scan."""
    form, kept = FoundScanForm(), list[tuple[int, StoredFile, str]]()

    def keep() -> None:
        typed, file = form.kode.data or "", _uploaded(form)
        # Read outside of any transaction: it may take long.
        text = "" if typed.strip() else scans_read.text_of(file.stream.read(LARGEST_PDF))
        with reading() as work:
            document_id = scans.find(work, typed, text)
        kept.append((document_id, *_keep(document_id, form)))

    return perform(
        form,
        lambda work: signing.attach_scan(work, *kept[0]),
        template="documents/find_scan.html",
        before=keep,
        said=_("Pindaian disimpan di samping dokumen aslinya."),
        done=lambda row: url_for("documents.show", document_id=row.document_id),
    )


@bp.route("/<int:document_id>/tanda-tangan/akhiri", methods=["GET", "POST"])
@requires("dokumen.tandatangani")
def end(document_id: int) -> ResponseReturnValue:
    """A paper that will not be signed any more; it leaves the desk of its signatory."""
    return perform(
        form := EndSigningForm(),
        lambda work: signing.end(work, document_id, form.alasan.data or ""),
        template="documents/end_signing.html",
        shown=_shown(document_id),
        said=_("Tanda tangannya diakhiri; alasannya tercatat."),
        done=lambda row: url_for("documents.show", document_id=row.id),
    )


@bp.route("/salinan/<int:signature_id>/cabut", methods=["GET", "POST"])
@requires("dokumen.pindai")
def take_back(signature_id: int) -> ResponseReturnValue:
    """A scan that was put beside the wrong paper."""
    with reading() as work:
        shown = {"page": document_page.of_copy(work, signature_id)}
    return perform(
        form := TakeBackForm(),
        lambda work: signing.take_back(work, signature_id, form.alasan.data or ""),
        template="documents/take_back.html",
        shown=shown,
        said=_("Pindaian dicabut; alasannya tercatat."),
        done=lambda row: url_for("documents.show", document_id=row.document_id),
    )


@bp.get("/salinan/<int:signature_id>")
@requires("berkas.unduh")
def copy(signature_id: int) -> ResponseReturnValue:
    """A signed copy, as a download."""
    with acting() as work:
        row, media_type, content = files.open_copy(work, signature_id)
        name = _name(row, media_type)
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


def _name(row: Signature, media_type: str) -> str:
    ending = mimetypes.guess_extension(media_type) or ""
    return f"dokumen-{row.document_id}-ttd-{row.ordinal}{ending}"


def _shown(document_id: int) -> dict[str, object]:
    with reading() as work:
        return {"page": document_page.look(work, document_id)}


def _uploaded(form: ScanForm) -> FileStorage:
    if form.berkas.chosen is None:
        raise BadInput.one("berkas", _("Pilih berkas pindaian."))
    return form.berkas.chosen


def _keep(document_id: int, form: ScanForm) -> tuple[StoredFile, str]:
    chosen = _uploaded(form)
    media_type = mimetypes.guess_type(chosen.filename or "")[0] or ""
    chosen.stream.seek(0)
    head = chosen.stream.read(scan_kind.LONGEST)
    with reading() as work:
        sealed = scans.expected(work, document_id, media_type, head)
    upload = store(chosen, "", sealed=sealed)
    return upload.file, media_type
