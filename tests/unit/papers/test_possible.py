"""What the samples tell could have happened: dates in their order, within the deadlines, lawful."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from casework.engine.law import Law
from casework.services.documents import samples
from casework.services.documents.data import citing
from tests.unit.papers.samples import EDITIONS, FOLDERS, sample

Sample = dict[str, Any]
DAY = date(2024, 10, 1)
ACTS = {
    "pemberitahuan_kelengkapan": "minta_kelengkapan",
    "undangan_klarifikasi": "undang_klarifikasi",
    "pemberitahuan_status": "beritahukan_status",
    "pemberitahuan_status_terlapor": "beritahukan_status",
    "pelimpahan": "limpahkan",
    "pengambilalihan": "ambil_alih",
}
CLASSES = ("administrasi", "kode_etik", "pidana", "hukum_lainnya")


def told(law: Law, form: str, data: Sample, edition: str = "pemilihan-2020") -> list[str]:
    """What the proof says of one sample."""
    found = samples.faults(law, law.edition(edition), {form: data})
    return [f"{fault.where}: {fault.story}" for fault in found]


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_sample_could_have_happened(law: Law, edition: str) -> None:
    own = [form for one, form in FOLDERS if one == edition]
    assert own
    for form in own:
        assert told(law, form, sample(form, edition), edition) == []


def _put(*path: str | int, value: Any) -> Callable[[Sample], None]:
    def change(data: Sample) -> None:
        inner: Any = data
        for key in path[:-1]:
            inner = inner[key]
        assert path[-1] in inner if isinstance(inner, dict) else True
        inner[path[-1]] = value

    return change


def _unproven(data: Sample) -> None:
    guilty = [one for one in data["findings"] if one["violation"] != "Bukan pelanggaran"]
    guilty[0]["elements"][0]["result"] = "Tidak terbukti"


def _all_proven(data: Sample) -> None:
    for one in data["findings"]:
        for part in one.get("elements") or ():
            part["result"] = "Terbukti"
        one["violation"] = "Bukan pelanggaran"


@pytest.mark.parametrize(
    ("form", "change", "story"),
    [
        ("kajian", _put("submitted", value="Rabu, 19 September 2024 pukul 10.15 WIB"), '"Rabu"'),
        ("kajian", _put("date", value="1 Agustus 2024"), "Urutannya tidak mungkin: "),
        ("kajian", _put("event", "known", value="Rabu, 21 Agustus 2024"), "sesudah batasnya"),
        ("kajian", _put("limit", "due", value="Rabu, 2 Oktober 2024 pukul 24.00 WIB"), "Menyebut"),
        ("kajian_awal", _put("limit", "due", value="Rabu, 2 Oktober 2024"), "menurut edisinya"),
        ("kajian", _put("date", value="31 Desember 2024"), "Bertanggal 2024-12-31"),
        ("keterangan_sumpah", _put("date", value="26 September 2024"), "tetapi bertanggal"),
        ("kajian_awal", _put("conclusion", value="Laporan memenuhi syarat."), "setiap syaratnya"),
        ("kajian", _unproven, "ada unsur yang tidak terbukti"),
        ("kajian", _all_proven, "tidak ada unsur yang tidak terbukti"),
    ],
)
def test_a_sample_that_could_not_have_happened_is_told(
    law: Law, form: str, change: Callable[[Sample], None], story: str
) -> None:
    data = deepcopy(sample(form))
    change(data)
    assert any(one.startswith(f"contoh {form}: ") and story in one for one in told(law, form, data))


def test_a_report_of_supervision_is_not_its_own_source() -> None:
    for edition in EDITIONS:
        if (edition, "laporan_hasil_pengawasan") in FOLDERS:
            assert "LHP" not in sample("laporan_hasil_pengawasan", edition)["source"]


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)


@pytest.mark.parametrize(("edition", "form"), FOLDERS)
def test_a_letter_rests_on_the_law_of_its_edition(law: Law, edition: str, form: str) -> None:
    """Of an edition that amends another, whose sample it shares, the base is compared."""
    data = sample(form, edition)
    base = edition if edition in ("pemilu-2022", "pemilihan-2025") else "pemilihan-2020"
    found = law.edition(base)
    kind = form.removeprefix("penerusan_")
    # What the letter calls a law from then on is no part of its title.
    told = tuple(one.partition(" (selanjutnya disebut ")[0] for one in data.get("legal", ()))
    if form in ACTS:
        tabled = [one.basis for one in found.requirements.values()] if "missing" in data else ()
        basis = found.acts[ACTS[form]].basis
        assert told == citing.legal(law, found, DAY, basis, tabled=tabled)
    elif kind in CLASSES and form != kind:
        duty = found.violations.classes[kind].basis
        assert told in {
            citing.legal(law, found, DAY, duty, route.basis)
            for route in found.routes
            if route.violation_class == kind
        }
    if edition == "pemilu-2022":
        text = " ".join(texts(data))
        assert "Tahun 2015" not in text
        assert "Nomor 8 Tahun 2020" not in text
        assert "/PG/" not in text
        assert "/PB/" not in text
        assert "Pemilu Umum" not in text
