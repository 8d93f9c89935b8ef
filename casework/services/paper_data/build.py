"""One builder a kind of document."""

from __future__ import annotations

from collections.abc import Callable

from casework.engine.papers import Paper
from casework.errors import RenderFailed
from casework.models import Case, Document
from casework.services import free_texts
from casework.services.paper_data import clarification, ending, initial, pleno, report, review
from casework.services.paper_data.source import Source
from casework.services.work import Work

BUILDERS: dict[str, Callable[[Source], Paper]] = {
    "formulir_laporan": report.formulir_laporan,
    "tanda_bukti": report.tanda_bukti,
    "kajian_awal": initial.kajian_awal,
    "pemberitahuan_kelengkapan": initial.pemberitahuan_kelengkapan,
    "undangan_klarifikasi": clarification.undangan,
    "berita_acara_klarifikasi": clarification.berita_acara,
    "kajian": review.kajian,
    "berita_acara_pleno": pleno.berita_acara,
    "penerusan_hukum_lainnya": ending.penerusan,
    "penerusan_administrasi": ending.penerusan,
    "penerusan_kode_etik": ending.penerusan,
    "penerusan_pidana": ending.penerusan,
    "pemberitahuan_status": ending.pemberitahuan_status,
}


def build(work: Work, document: Document) -> Paper:
    """Give the paper of a document as the case stands now.

    Reporter and witnesses appear by name only where the form must name them. Raises RenderFailed
    for a kind without a form.
    """
    builder = BUILDERS.get(document.kind)
    if builder is None:
        raise RenderFailed(f"Jenis dokumen {document.kind} tidak mempunyai formulir.")
    case = work.session.get_one(Case, document.case_id)
    return free_texts.laid_over(work, document, builder(Source(work, case, document)))
