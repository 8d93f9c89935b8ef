"""Papers to and from plain JSON values; the data of an issued paper is stored this way."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from casework.engine.papers.clarification import BeritaAcaraKlarifikasi, UndanganKlarifikasi
from casework.engine.papers.closing import LaporanAkhir
from casework.engine.papers.ending import PemberitahuanStatus, Penerusan
from casework.engine.papers.finding import FormulirTemuan, LaporanHasilPengawasan
from casework.engine.papers.initial import KajianAwal, PemberitahuanKelengkapan
from casework.engine.papers.oath import KeteranganSumpah
from casework.engine.papers.parts import Paper
from casework.engine.papers.report import FormulirLaporan, TandaBukti
from casework.engine.papers.respondent import KutipanKajian, PemberitahuanTerlapor
from casework.engine.papers.review import BeritaAcaraPleno, Kajian
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
    "berita_acara_pleno": BeritaAcaraPleno,
    "penerusan_hukum_lainnya": Penerusan,
    "penerusan_administrasi": Penerusan,
    "penerusan_kode_etik": Penerusan,
    "penerusan_pidana": Penerusan,
    "pemberitahuan_status": PemberitahuanStatus,
    "pelimpahan": Transfer,
    "pengambilalihan": Transfer,
    "pemberitahuan_status_terlapor": PemberitahuanTerlapor,
    "kutipan_kajian": KutipanKajian,
    "laporan_akhir": LaporanAkhir,
}


def to_plain(paper: Paper) -> dict[str, Any]:
    """Give a paper as JSON values: strings, lists, dictionaries, null."""
    return cast("dict[str, Any]", _plain(paper))


def from_plain(form: str, data: Mapping[str, object]) -> Paper:
    """Rebuild the paper of a form; unknown, missing and ill-typed values are refused.

    Raises RenderFailed naming the form and the field, never the value.
    """
    if form not in FORMS:
        raise RenderFailed(f"Formulir {form!r} tidak dikenal. Periksa jenis dokumen perkara.")
    try:
        return cast("Paper", _build(FORMS[form], data, form))
    except _Unfit as fault:
        raise RenderFailed(
            f"Data dokumen tidak sesuai dengan formulirnya pada {fault}. "
            "Periksa isian perkara, lalu buat ulang konsepnya."
        ) from fault


class _Unfit(Exception):
    """The data does not fit at a place, given as form.field.field."""


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value):
        return {
            field.name: _plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if getattr(value, field.name) or not field.metadata.get("later")
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _build(kind: type, data: object, place: str) -> object:
    if not isinstance(data, Mapping):
        raise _Unfit(place)
    hints = get_type_hints(kind)
    if unknown := sorted(set(data) - set(hints)):
        raise _Unfit(f"{place}.{unknown[0]}")
    values = {}
    for field in dataclasses.fields(kind):
        inner = f"{place}.{field.name}"
        if field.name in data:
            values[field.name] = _value(hints[field.name], data[field.name], inner)
        elif field.default is dataclasses.MISSING:
            raise _Unfit(inner)
    return kind(**values)


def _value(hint: Any, data: object, place: str) -> object:
    if get_origin(hint) is UnionType:
        if data is None and NoneType in get_args(hint):
            return None
        hint = next(arm for arm in get_args(hint) if arm is not NoneType)
    if get_origin(hint) is tuple:
        if not isinstance(data, list | tuple):
            raise _Unfit(place)
        item = get_args(hint)[0]
        return tuple(_value(item, one, f"{place}[{i}]") for i, one in enumerate(data))
    if dataclasses.is_dataclass(hint):
        return _build(cast("type", hint), data, place)
    if not isinstance(data, hint):
        raise _Unfit(place)
    return data
