"""What the template of an official paper may see: frozen dataclasses of plain values."""

from casework.engine.papers.clarification import BeritaAcaraKlarifikasi, UndanganKlarifikasi
from casework.engine.papers.codec import FORMS, from_plain, to_plain
from casework.engine.papers.ending import PemberitahuanStatus, Penerusan
from casework.engine.papers.initial import KajianAwal, PemberitahuanKelengkapan
from casework.engine.papers.parts import Letter, Paper
from casework.engine.papers.report import FormulirLaporan, TandaBukti
from casework.engine.papers.review import BeritaAcaraPleno, Kajian

__all__ = [
    "FORMS",
    "BeritaAcaraKlarifikasi",
    "BeritaAcaraPleno",
    "FormulirLaporan",
    "Kajian",
    "KajianAwal",
    "Letter",
    "Paper",
    "PemberitahuanKelengkapan",
    "PemberitahuanStatus",
    "Penerusan",
    "TandaBukti",
    "UndanganKlarifikasi",
    "from_plain",
    "to_plain",
]
