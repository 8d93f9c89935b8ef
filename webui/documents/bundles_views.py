"""Many papers in one go: how far they are, one file to print, single files, stop and go on."""

from __future__ import annotations

import zipfile
from io import BytesIO

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.models import Blob
from casework.services.documents import bundle_files, bundles, files
from webui.core.access import requires
from webui.core.acting import CasePage, perform
from webui.core.options import options
from webui.core.progress import Progress
from webui.core.security import FILE_POLICY, PDF_POLICY
from webui.core.transaction import acting, reading
from webui.documents import bundle_page
from webui.documents.forms import BundleForm

bp = Blueprint("bundles", __name__, url_prefix="/perkara/<int:case_id>/cetak")


@bp.route("", methods=["GET", "POST"])
@requires("dokumen.cetak")
def ask(case_id: int) -> ResponseReturnValue:
    """Choose papers to print in one go."""
    page = CasePage(case_id, "", bundle_page.printable)
    form = BundleForm(data={"dokumen": page.shown["ticked"]})
    form.dokumen.choices = options(page.shown["papers"])
    return perform(
        form,
        lambda work: bundles.request(work, case_id, form.dokumen.data or []),
        template="documents/bundle_ask.html",
        page=page,
        done=lambda made: url_for(".show", case_id=case_id, bundle_id=made.id),
        said=_("Berkas cetak disiapkan."),
    )


@bp.get("/<int:bundle_id>")
@requires("dokumen.cetak")
def show(case_id: int, bundle_id: int) -> ResponseReturnValue:
    """How far a bundle is, and its files once they are there."""
    with reading() as work:
        page = bundle_page.look(work, case_id, bundle_id)
    return render_template("documents/bundle_show.html", page=page, head=page.head)


@bp.get("/<int:bundle_id>/keadaan")
@requires("dokumen.cetak")
def progress(case_id: int, bundle_id: int) -> ResponseReturnValue:
    """How far a bundle is, as figures for the page that waits for it."""
    with reading() as work:
        page = bundle_page.look(work, case_id, bundle_id)
    return Progress(page.done, page.total, page.state).answer()


@bp.post("/<int:bundle_id>/hentikan")
@requires("dokumen.cetak")
def cancel(case_id: int, bundle_id: int) -> ResponseReturnValue:
    """Stop what is not drawn yet."""
    with acting() as work:
        bundles.cancel(work, case_id, bundle_id)
    flash(_("Dihentikan. Dokumen yang sudah jadi tetap ada; sisanya menunggu dilanjutkan."), "done")
    return redirect(url_for(".show", case_id=case_id, bundle_id=bundle_id), code=303)


@bp.post("/<int:bundle_id>/lanjutkan")
@requires("dokumen.cetak")
def resume(case_id: int, bundle_id: int) -> ResponseReturnValue:
    """Go on with what is left."""
    with acting() as work:
        bundles.resume(work, case_id, bundle_id)
    flash(_("Dilanjutkan."), "done")
    return redirect(url_for(".show", case_id=case_id, bundle_id=bundle_id), code=303)


@bp.get("/<int:bundle_id>/gabungan.pdf")
@requires("dokumen.cetak")
def merged(case_id: int, bundle_id: int) -> ResponseReturnValue:
    """The one file to print."""
    with acting() as work:
        _documents, made = files.open_bundle(work, case_id, bundle_id)
        blob = work.session.get_one(Blob, made.blob_id)
        content = work.store.read(blob.path, blob.wrapped_key)
    response = Response(content, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="cetak-{bundle_id}.pdf"'
    response.headers["Content-Security-Policy"] = PDF_POLICY
    return response


@bp.get("/<int:bundle_id>/satuan.zip")
@requires("dokumen.cetak")
def singles(case_id: int, bundle_id: int) -> ResponseReturnValue:
    """Every paper as a file of its own; put together in memory, kept nowhere."""
    whole = BytesIO()
    with acting() as work, zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        documents, _made = files.open_bundle(work, case_id, bundle_id)
        for index, one in enumerate(documents, start=1):
            blob = bundle_files.newest(work, one)
            content = b"".join(work.store.read(blob.path, blob.wrapped_key))
            archive.writestr(f"{index:03d}-{one.kind}-{one.id}.pdf", content)
    response = Response(whole.getvalue(), mimetype="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="cetak-{bundle_id}.zip"'
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response
