"""Papers and evidence as files; every opening of a protected one is recorded."""

from __future__ import annotations

from typing import cast
from urllib.parse import quote

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response as WerkzeugResponse

from casework.errors import BadInput
from casework.services.cases import evidence
from casework.services.cases.evidence import Upload
from casework.services.core import submissions
from casework.services.core.work import Work
from casework.services.documents import files
from webui.cases import file_page
from webui.cases.forms import EvidenceForm
from webui.core.access import requires, with_files
from webui.core.acting import CasePage, perform
from webui.core.security import FILE_POLICY, PDF_POLICY
from webui.core.storing import store, store_sent
from webui.core.transaction import acting, house, reading

bp = Blueprint("files", __name__)


@bp.get("/dokumen/<int:document_id>.pdf")
@requires("berkas.unduh")
def paper(document_id: int) -> ResponseReturnValue:
    """The PDF in the browser, or as a download with ``?unduh=1``."""
    with acting() as work:
        document, content = files.open_pdf(work, document_id)
        name = f"{document.kind}-{document.id}.pdf"
    response = Response(content, mimetype="application/pdf")
    way = "attachment" if request.args.get("unduh") else "inline"
    response.headers["Content-Disposition"] = f'{way}; filename="{name}"'
    response.headers["Content-Security-Policy"] = PDF_POLICY
    return response


@bp.get("/perkara/<int:case_id>/dokumen/keadaan")
@requires("perkara.lihat")
def states(case_id: int) -> ResponseReturnValue:
    """How many of a case's papers are ready, for the page that waits for them."""
    with reading() as work:
        _head, page = file_page.part_of(work, case_id, "dokumen")
    return cast(file_page.PaperList, page).progress.answer()


@bp.get("/bukti/<int:evidence_id>")
@requires("berkas.unduh")
def proof(evidence_id: int) -> ResponseReturnValue:
    """A piece of evidence, always as a download: nothing in it runs in our pages."""
    with acting() as work:
        name, media_type, content = evidence.open_file(work, evidence_id)
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


@bp.route("/perkara/<int:case_id>/bukti/baru", methods=["GET", "POST"])
@requires("bukti.tambah")
@with_files
def add_proof(case_id: int) -> ResponseReturnValue:
    """One more piece of evidence."""
    form, page = EvidenceForm(), CasePage(case_id, "")
    kept: list[Upload] = []

    def keep() -> None:
        if form.kiriman.data:
            with reading() as work:
                # Sent twice, as after an answer that was lost: it is there once.
                if submissions.state(work, form.kiriman.data).result is not None:
                    return
                pieces = submissions.content(work, form.kiriman.data, 0)
                name = request.form.get("nama", "")[:200]
                words = form.bukti_keterangan.data or ""
                kept.append(store_sent(pieces, name, words, sealed=form.rahasia.data))
            return
        if form.bukti.chosen is None:
            raise BadInput.one("bukti", _("Pilih berkas bukti."))
        kept.append(
            store(form.bukti.chosen, form.bukti_keterangan.data or "", sealed=form.rahasia.data)
        )

    gone: list[str] = []

    def add(work: Work) -> None:
        sent = form.kiriman.data
        if sent and submissions.state(work, sent).result is not None:
            return
        row = evidence.add(work, case_id, kept[0])
        if sent:
            gone.extend(submissions.finish(work, sent, row.id))

    answer = perform(
        form,
        add,
        template="cases/evidence.html",
        page=page,
        before=keep,
        said=_("Bukti ditambahkan."),
        done=lambda _none: url_for("cases.show", case_id=case_id, _anchor="bukti"),
    )
    if isinstance(answer, Response | WerkzeugResponse) and answer.status_code == 303:
        for path in gone:
            house().store.discard(path)
    return answer
