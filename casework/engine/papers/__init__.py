"""What the template of an official paper may see: frozen dataclasses of plain values."""

from casework.engine.papers.clarification import BeritaAcaraKlarifikasi, UndanganKlarifikasi
from casework.engine.papers.closing import LaporanAkhir
from casework.engine.papers.ending import PemberitahuanStatus, Penerusan
from casework.engine.papers.finding import FormulirTemuan, LaporanHasilPengawasan
from casework.engine.papers.gakkumdu import BeritaAcaraPembahasan
from casework.engine.papers.hearing import (
    BeritaAcaraSidang,
    PanggilanSidang,
    PenetapanMajelis,
    PutusanAdministrasi,
)
from casework.engine.papers.initial import KajianAwal, PemberitahuanKelengkapan
from casework.engine.papers.oath import KeteranganSumpah
from casework.engine.papers.parts import Letter, Paper
from casework.engine.papers.report import FormulirLaporan, TandaBukti
from casework.engine.papers.respondent import KutipanKajian, PemberitahuanTerlapor
from casework.engine.papers.review import BeritaAcaraPleno, BeritaAcaraRalat, Kajian
from casework.engine.papers.transfer import Transfer

__all__ = [
    "BeritaAcaraKlarifikasi",
    "BeritaAcaraPembahasan",
    "BeritaAcaraPleno",
    "BeritaAcaraRalat",
    "BeritaAcaraSidang",
    "FormulirLaporan",
    "FormulirTemuan",
    "Kajian",
    "KajianAwal",
    "KeteranganSumpah",
    "KutipanKajian",
    "LaporanAkhir",
    "LaporanHasilPengawasan",
    "Letter",
    "PanggilanSidang",
    "Paper",
    "PemberitahuanKelengkapan",
    "PemberitahuanStatus",
    "PemberitahuanTerlapor",
    "Penerusan",
    "PenetapanMajelis",
    "PutusanAdministrasi",
    "TandaBukti",
    "Transfer",
    "UndanganKlarifikasi",
]
