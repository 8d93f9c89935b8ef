"""What the layouts of letters make of their values."""

from __future__ import annotations

import pytest

from casework.adapters.pdf import Renderer
from tests.unit.papers.samples import EDITION, FOLDERS, sample, text_of, words_of


def test_the_form_for_what_is_passed_on_is_not_claimed_for_what_is_settled_here(
    renderer: Renderer,
) -> None:
    form, law = "penerusan_kode_etik", "Peraturan Bawaslu Nomor 8 Tahun 2020"
    for paragraph, printed in (("(1)", True), ("(2)", True), ("(3)", True), ("(6)", False)):
        letter = sample(form) | {"legal": [f"Pasal 33 ayat {paragraph} {law}"]}
        text = words_of(renderer.render(form, "pemilihan-2024", letter, draft=False))
        assert ("Formulir Model A.13" in text) is printed, paragraph


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ("penerusan_hukum_lainnya", "request"),
        ("pemberitahuan_status", "explanation"),
        ("pelimpahan", "reason"),
    ],
)
def test_a_text_of_two_paragraphs_prints_as_two(renderer: Renderer, form: str, field: str) -> None:
    values = sample(form) | {field: "Alinea kesatu.\n\nAlinea kedua."}
    lines = text_of(renderer.render(form, EDITION, values, draft=False)).splitlines()
    assert any(line.strip().endswith("Alinea kesatu.") for line in lines)
    assert any(line.strip() == "Alinea kedua." for line in lines)


@pytest.mark.parametrize("edition", ["pemilihan-2020", "pemilihan-2025"])
def test_objects_are_not_counted_as_people(renderer: Renderer, edition: str) -> None:
    form = "penerusan_administrasi"
    values = sample(form, edition)
    values["respondents"] = [values["respondents"][0]] * 4
    text = words_of(renderer.render(form, edition, values, draft=False))
    assert "Pihak dan objek sebanyak 4 (empat) tercantum dalam lampiran" in text
    assert "DAFTAR PIHAK DAN OBJEK" in text
    assert "(empat) orang" not in text


def test_the_number_of_a_civil_servant_has_a_column_where_one_is_known(
    renderer: Renderer,
) -> None:
    form = "penerusan_hukum_lainnya"
    values = sample(form)
    first, *others = values["respondents"]
    without = words_of(renderer.render(form, EDITION, values, draft=False))
    values["respondents"] = [first | {"nip": "19800101 200501 1 001"}, *others, first, first]
    text = words_of(renderer.render(form, EDITION, values, draft=False))
    assert "No. Nama Jabatan Wilayah" in without
    assert "No. Nama NIP Jabatan Wilayah" in text
    assert f"1 {first['label']} 19800101 200501 1 001 {first['position']}" in text


def test_letters_of_one_matter_fill_one_page(renderer: Renderer) -> None:
    """Each law once in full: what a letter says fits above its signature."""
    for edition, form in FOLDERS:
        values = sample(form, edition)
        if "block" in values and len(values.get("respondents", ())) <= 3:
            pdf = renderer.render(form, edition, values, draft=False)
            assert "Halaman 1 dari 1" in words_of(pdf), (edition, form)
