"""One builder a kind of document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from casework.engine.papers import Letter, Paper
from casework.errors import RenderFailed, wording
from casework.models import Case, Document
from casework.services.core.work import Work
from casework.services.documents import free_texts
from casework.services.documents.data import (
    brief,
    clarification,
    closing,
    crime_file,
    ending,
    finding,
    gakkumdu,
    hearing,
    initial,
    pleno,
    police_copy,
    receipt,
    report,
    respondent,
    review,
    status,
    transfer,
    unnamed,
)
from casework.services.documents.data.source import Source

BUILDERS: dict[str, Callable[[Source], Paper]] = {
    "formulir_laporan": report.formulir_laporan,
    "tanda_bukti": report.tanda_bukti,
    "laporan_hasil_pengawasan": finding.laporan_hasil_pengawasan,
    "formulir_temuan": finding.formulir_temuan,
    "kajian_awal": initial.kajian_awal,
    "pemberitahuan_kelengkapan": initial.pemberitahuan_kelengkapan,
    "undangan_klarifikasi": clarification.undangan,
    "berita_acara_klarifikasi": clarification.berita_acara,
    "keterangan_sumpah": clarification.keterangan_sumpah,
    "keterangan_sumpah_ahli": clarification.keterangan_sumpah,
    "kajian": review.kajian,
    "berita_acara_gakkumdu_1": gakkumdu.berita_acara,
    "berita_acara_gakkumdu_2": gakkumdu.berita_acara,
    "berita_acara_pleno": pleno.berita_acara,
    "berita_acara_ralat": pleno.ralat,
    "penerusan_hukum_lainnya": ending.penerusan,
    "penerusan_administrasi": ending.penerusan,
    "penerusan_kode_etik": ending.penerusan,
    "penerusan_pidana": ending.penerusan,
    "penerusan_pidana_kepolisian": police_copy.penerusan,
    "pemberitahuan_status": status.pemberitahuan_status,
    "pemberitahuan_status_terlapor": respondent.pemberitahuan,
    "kutipan_kajian": respondent.kutipan_kajian,
    "pelimpahan": transfer.pelimpahan,
    "pengambilalihan": transfer.pengambilalihan,
    "laporan_akhir": closing.laporan_akhir,
    "surat_tugas": crime_file.surat_tugas,
    "daftar_isi_berkas": crime_file.daftar_isi,
    "daftar_saksi_ahli": crime_file.daftar_saksi_ahli,
    "daftar_terlapor": crime_file.daftar_terlapor,
    "daftar_barang_bukti": crime_file.daftar_barang_bukti,
    "penetapan_majelis": hearing.penetapan,
    "panggilan_sidang": hearing.panggilan,
    "berita_acara_sidang": hearing.berita_acara,
    "putusan_administrasi": hearing.putusan,
    "berita_acara_ketidakhadiran": clarification.ketidakhadiran,
    "berita_acara_pencabutan": report.pencabutan,
    "tanda_terima_kelengkapan": receipt.kelengkapan,
    "tanda_terima_surat": receipt.surat,
    "pengumuman_status": status.pengumuman,
}

# What is told to a respondent or to all; nobody protected may stand in it, whoever typed what.
NAMELESS = frozenset({"pemberitahuan_status_terlapor", "kutipan_kajian", "pengumuman_status"})


def build(work: Work, document: Document) -> Paper:
    """Give the paper of a document as the case stands now.

    Reporter and witnesses appear by name only where the form must name them. Raises RenderFailed
    for a kind without a form, and for a paper to a respondent that would name one of them.
    """
    builder = BUILDERS.get(document.kind)
    if builder is None:
        raise RenderFailed(
            wording("Jenis dokumen %(kind)s tidak mempunyai formulir.", kind=document.kind)
        )
    case = work.session.get_one(Case, document.case_id)
    source = Source(work, case, document)
    paper = builder(source)
    if isinstance(paper, Letter):
        paper = brief.shortened(source, paper)
    paper = free_texts.laid_over(work, document, paper)
    if isinstance(paper, Letter) and not document.number:
        paper = replace(paper, initials=_initials(work, document))
    return unnamed.checked(source, paper) if document.kind in NAMELESS else paper


def _initials(work: Work, document: Document) -> tuple[str, ...]:
    """Who puts initials on the draft of a letter, in the order of the office."""
    route = work.law.practice.route("documents", document.kind)
    return tuple(one.title[:1].upper() + one.title[1:] for one in route.steps) if route else ()
