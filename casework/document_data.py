"""Documents to and from plain JSON values; the data of an issued document is stored this way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from casework.engine.papers.clarification import (
    BeritaAcaraKetidakhadiran,
    BeritaAcaraKlarifikasi,
    UndanganKlarifikasi,
)
from casework.engine.papers.closing import LaporanAkhir
from casework.engine.papers.crime_file import BerkasList, SuratTugas
from casework.engine.papers.election import LaporanPemilihan
from casework.engine.papers.ending import (
    PemberitahuanStatus,
    Penerusan,
    PenerusanKepolisian,
    PengumumanStatus,
)
from casework.engine.papers.finding import FormulirTemuan, LaporanHasilPengawasan
from casework.engine.papers.gakkumdu import BeritaAcaraPembahasan
from casework.engine.papers.hearing import (
    BeritaAcaraSidang,
    PanggilanSidang,
    PenetapanMajelis,
    PutusanAdministrasi,
)
from casework.engine.papers.initial import KajianAwal, PemberitahuanKelengkapan
from casework.engine.papers.kerawanan import BukuRakor
from casework.engine.papers.oath import KeteranganSumpah
from casework.engine.papers.parts import Paper
from casework.engine.papers.report import (
    BeritaAcaraPencabutan,
    FormulirLaporan,
    TandaBukti,
    TandaTerimaKelengkapan,
    TandaTerimaSurat,
)
from casework.engine.papers.respondent import KutipanKajian, PemberitahuanTerlapor
from casework.engine.papers.review import BeritaAcaraPleno, BeritaAcaraRalat, Kajian
from casework.engine.papers.transfer import Transfer
from casework.errors import RenderFailed

FORMS: Mapping[str, type[Paper]] = {
    "formulir_laporan": FormulirLaporan,
    "formulir_temuan": FormulirTemuan,
    "laporan_hasil_pengawasan": LaporanHasilPengawasan,
    "tanda_bukti": TandaBukti,
    "kajian_awal": KajianAwal,
    "pemberitahuan_kelengkapan": PemberitahuanKelengkapan,
    "undangan_klarifikasi": UndanganKlarifikasi,
    "keterangan_sumpah": KeteranganSumpah,
    "keterangan_sumpah_ahli": KeteranganSumpah,
    "berita_acara_klarifikasi": BeritaAcaraKlarifikasi,
    "kajian": Kajian,
    "berita_acara_gakkumdu_1": BeritaAcaraPembahasan,
    "berita_acara_gakkumdu_2": BeritaAcaraPembahasan,
    "berita_acara_pleno": BeritaAcaraPleno,
    "berita_acara_ralat": BeritaAcaraRalat,
    "penerusan_hukum_lainnya": Penerusan,
    "penerusan_administrasi": Penerusan,
    "penerusan_kode_etik": Penerusan,
    "penerusan_pidana": Penerusan,
    "penerusan_pidana_kepolisian": PenerusanKepolisian,
    "pemberitahuan_status": PemberitahuanStatus,
    "pelimpahan": Transfer,
    "pengambilalihan": Transfer,
    "pemberitahuan_status_terlapor": PemberitahuanTerlapor,
    "kutipan_kajian": KutipanKajian,
    "laporan_akhir": LaporanAkhir,
    "laporan_pemilihan": LaporanPemilihan,
    "buku_rakor": BukuRakor,
    "surat_tugas": SuratTugas,
    "daftar_isi_berkas": BerkasList,
    "daftar_saksi_ahli": BerkasList,
    "daftar_terlapor": BerkasList,
    "daftar_barang_bukti": BerkasList,
    "penetapan_majelis": PenetapanMajelis,
    "panggilan_sidang": PanggilanSidang,
    "berita_acara_sidang": BeritaAcaraSidang,
    "putusan_administrasi": PutusanAdministrasi,
    "berita_acara_ketidakhadiran": BeritaAcaraKetidakhadiran,
    "berita_acara_pencabutan": BeritaAcaraPencabutan,
    "tanda_terima_kelengkapan": TandaTerimaKelengkapan,
    "tanda_terima_surat": TandaTerimaSurat,
    "pengumuman_status": PengumumanStatus,
}
_ADAPTERS = {kind: TypeAdapter(kind) for kind in FORMS.values()}  # each is built when first used


def to_plain(paper: Paper) -> dict[str, Any]:
    """Give a paper as JSON values: strings, truth values, lists, dictionaries, null."""
    plain: dict[str, Any] = _ADAPTERS[type(paper)].dump_python(paper, mode="json")
    return plain


def from_plain(form: str, data: Mapping[str, object]) -> Paper:
    """Rebuild the paper of a form; unknown, missing and ill-typed values are refused.

    Raises RenderFailed naming the form and the field, never the value.
    """
    if form not in FORMS:
        raise RenderFailed(f"Formulir {form!r} tidak dikenal. Periksa jenis dokumen perkara.")
    try:
        return _ADAPTERS[FORMS[form]].validate_json(json.dumps(data), strict=True)
    except ValidationError as fault:
        raise RenderFailed(
            "Data dokumen tidak sesuai dengan formulirnya pada "
            f"{_place(form, fault)}. Periksa isian perkara, lalu buat ulang konsepnya."
        ) from None  # its own text would show the value


def _place(form: str, fault: ValidationError) -> str:
    """Where the first value stands that does not fit, as `form.field[0].field`."""
    place = fault.errors(include_url=False, include_context=False, include_input=False)[0]["loc"]
    return form + "".join(f"[{one}]" if isinstance(one, int) else f".{one}" for one in place)
