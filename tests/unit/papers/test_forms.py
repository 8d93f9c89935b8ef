"""The folders of forms and the law data say the same about every form."""

from __future__ import annotations

import pytest

from casework.adapters import rulebook
from casework.adapters.pdf.forms import Forms
from casework.document_data import FORMS, from_plain, to_plain
from casework.engine.law import Law
from tests.unit.papers.samples import EDITIONS, FOLDERS, LAYOUTS, sample

# What has no layout: a form of which only the code is known; the papers of the hearings of editions
# that take no case yet.
CODE_ONLY = {"formulir_a12", "keterangan_tertulis_mk"}
HEARINGS = {
    "putusan",
    "memori_keberatan",
    "kontra_memori",
    "penerusan_laporan",
}
PAPERS = tuple((edition, form) for edition in EDITIONS for form in sorted(Forms().names(edition)))


@pytest.fixture(scope="module")
def law() -> Law:
    return rulebook.load()


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_form_the_law_names_can_be_drawn(law: Law, edition: str) -> None:
    named = set(law.edition(edition).forms)
    undrawn = CODE_ONLY | HEARINGS if law.edition(edition).no_cases else CODE_ONLY
    assert Forms().names(edition) == named - undrawn


@pytest.mark.parametrize(("edition", "form"), PAPERS)
def test_code_title_and_marks_are_those_of_the_law(law: Law, edition: str, form: str) -> None:
    entry = law.edition(edition).forms[form]
    metadata = Forms().get(form, edition).metadata
    assert metadata["title"] == entry.title
    assert metadata["code"] == entry.code
    assert metadata["mark"] == entry.basis.mark
    assert metadata["code_mark"] == entry.code_basis.mark
    assert metadata["citation"] == entry.basis.citation
    assert tuple(metadata["signatories"]) == entry.signatories


@pytest.mark.parametrize(("edition", "form"), LAYOUTS)
def test_a_paper_survives_storing(edition: str, form: str) -> None:
    paper = from_plain(form, sample(form, edition))
    assert from_plain(form, to_plain(paper)) == paper
    assert isinstance(paper, FORMS[form])


@pytest.mark.parametrize(("edition", "form"), FOLDERS)
def test_a_confirmed_form_quotes_its_words_and_its_source(edition: str, form: str) -> None:
    metadata = Forms().get(form, edition).metadata
    if metadata["mark"] == "confirmed":
        assert metadata["quote"]
        assert metadata["source"].startswith("https://")


@pytest.mark.parametrize(("edition", "form"), LAYOUTS)
def test_required_fields_exist_in_the_sample(edition: str, form: str) -> None:
    required = Forms().get(form, edition).metadata["required"]
    assert required
    for path in required:
        value = sample(form, edition)
        for part in path.split("."):
            value = value[part]
        assert value


def test_every_kind_of_paper_has_a_layout() -> None:
    assert {form for _, form in LAYOUTS} == set(FORMS)
