"""Where a matter goes, by class, category, level and date of dispatch."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from casework.engine.categories import CATEGORIES, VIOLATION_CLASSES
from casework.engine.law import Law
from casework.engine.office import Level
from casework.engine.refusals import RuleUnknown
from casework.engine.routing import Routing, destinations

AUTUMN = date(2024, 10, 16)


def _route(
    law: Law,
    violation: str = "hukum_lainnya",
    category: str = "asn",
    level: str = "kabupaten",
    on: date = AUTUMN,
    region: str | None = "lebong",
) -> Routing:
    return destinations(
        law,
        law.edition("pemilihan-2024"),
        violation_class=violation,
        category=category,
        level=level,
        on=on,
        region=region,
    )


def _names(routing: Routing) -> list[str]:
    assert routing.known, routing.note
    return [one.name for one in routing.agencies]


@pytest.mark.parametrize(
    ("on", "agency"), [("2024-08-23", "kasn"), ("2024-08-24", "bkn"), ("2024-10-16", "bkn")]
)
def test_the_day_of_dispatch_chooses_kasn_or_bkn(law: Law, on: str, agency: str) -> None:
    assert [one.agency_id for one in _route(law, on=date.fromisoformat(on)).agencies] == [agency]


@pytest.mark.parametrize("category", ["kepala_desa", "perangkat_desa", "bpd"])
def test_village_officers_from_a_regency_go_to_its_regent(law: Law, category: str) -> None:
    found = _route(law, category=category)
    assert _names(found) == ["Bupati Lebong"]
    assert found.agencies[0].region == "lebong"
    assert found.form == "penerusan_hukum_lainnya"


def test_village_heads_from_the_province_go_to_four_desks(law: Law) -> None:
    names = _names(_route(law, category="kepala_desa", level="provinsi", region="seluma"))
    assert names[0].endswith("Direktorat Jenderal Bina Pemerintahan Desa")
    assert names[1].endswith("Direktorat Jenderal Otonomi Daerah")
    assert names[2:] == ["Gubernur Bengkulu", "Bupati Seluma"]


def test_only_the_addressee_of_a_region_carries_the_region(law: Law) -> None:
    found = _route(law, category="kepala_desa", level="provinsi", region="seluma")
    assert [one.region for one in found.agencies] == ["", "", "", "seluma"]


def test_a_city_has_a_mayor(law: Law) -> None:
    found = _route(law, category="kepala_desa", level="kota", region="kota_bengkulu")
    assert _names(found) == ["Wali Kota Bengkulu"]


def test_a_region_may_be_named_by_its_code(law: Law) -> None:
    found = _route(law, category="kepala_desa", region="07.05")
    assert _names(found) == ["Bupati Kepahiang"]


def test_honorary_staff_go_to_the_regional_government(law: Law) -> None:
    found = _route(law, category="honorer")
    assert _names(found) == ["Pemerintah Kabupaten Lebong"]
    assert found.agencies[0].address_to == "Bupati Lebong"


@pytest.mark.parametrize("category", ["tidak_diketahui", "rt_rw"])
def test_some_have_no_known_destination(law: Law, category: str) -> None:
    found = _route(law, category=category)
    assert not found.known
    assert found.agencies == ()
    assert found.note


def test_without_a_region_the_regent_is_not_known(law: Law) -> None:
    found = _route(law, category="kepala_desa", region=None)
    assert not found.known
    assert "Wilayah terlapor" in found.note


@pytest.mark.parametrize(
    ("level", "name"),
    [
        ("ri", "Komisi Pemilihan Umum"),
        ("provinsi", "KPU Provinsi Bengkulu"),
        ("kabupaten", "KPU Kabupaten Lebong"),
    ],
)
def test_administrative_matters_go_to_kpu_of_the_level(law: Law, level: str, name: str) -> None:
    assert _names(_route(law, "administrasi", "objek", level)) == [name]


def test_the_province_needs_no_region_for_its_kpu(law: Law) -> None:
    assert _names(_route(law, "administrasi", "objek", "provinsi", region=None)) == [
        "KPU Provinsi Bengkulu"
    ]


@pytest.mark.parametrize(
    ("category", "level", "agency"),
    [
        ("penyelenggara_kpu", "provinsi", "dkpp"),
        ("penyelenggara_bawaslu", "provinsi", "dkpp"),
        ("ppk_pps_kpps", "kabupaten", "kpu_kabkota"),
        ("ppk_pps_kpps", "provinsi", "bawaslu_kabkota"),
        ("panwascam_pkd_ptps", "kabupaten", "bawaslu_kabkota"),
    ],
)
def test_ethics_follow_article_33(law: Law, category: str, level: str, agency: str) -> None:
    found = _route(law, "kode_etik", category, level)
    assert [one.agency_id for one in found.agencies] == [agency]
    assert found.form == "penerusan_kode_etik"
    assert found.basis.citation.startswith("Perbawaslu 8/2020 Pasal 33")


def test_no_violation_goes_nowhere(law: Law) -> None:
    found = _route(law, "bukan_pelanggaran")
    assert found.known
    assert found.agencies == ()
    assert found.form == ""


@pytest.mark.parametrize("edition", ["pemilihan-2020", "pemilihan-2024", "pemilihan-2025"])
def test_every_combination_has_an_answer(law: Law, edition: str) -> None:
    for violation, category, level in product(VIOLATION_CLASSES, CATEGORIES, Level):
        found = destinations(
            law,
            law.edition(edition),
            violation_class=violation,
            category=category,
            level=level,
            on=AUTUMN,
            region="lebong",
        )
        assert found.known or found.note
        assert "{" not in "".join(one.name + one.address_to for one in found.agencies)


def test_an_unknown_combination_is_refused(law: Law) -> None:
    with pytest.raises(RuleUnknown, match="tidak punya tujuan"):
        _route(law, category="raja")


@pytest.mark.parametrize(
    ("violation_class", "category"),
    [("kode_etik", "ppk_pps_kpps"), ("kode_etik", "panwascam_pkd_ptps"),
     ("hukum_lainnya", "kepala_desa")],
)  # fmt: skip
def test_a_province_is_no_place_for_what_only_a_regency_has(
    law: Law, violation_class: str, category: str
) -> None:
    found = destinations(
        law,
        law.edition("pemilihan-2024"),
        violation_class=violation_class,
        category=category,
        level="provinsi",
        on=date(2024, 10, 7),
        region="bengkulu",
    )
    assert (found.known, found.agencies) == (False, ())
    assert "kabupaten/kotanya" in found.note
