"""The folders of forms and the law data say the same about every form."""

from __future__ import annotations

import pytest
import yaml

from casework.adapters import rulebook
from casework.adapters.pdf.forms import Forms
from casework.engine.law import Law
from casework.engine.papers import FORMS, from_plain, to_plain
from tests.unit.papers.samples import DOCUMENTS, KINDS, sample

EDITIONS = ("pemilihan-2020", "pemilihan-2024", "pemilihan-2025")


@pytest.fixture(scope="module")
def law() -> Law:
    return rulebook.load()


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("form", KINDS)
def test_code_title_and_marks_are_those_of_the_law(law: Law, edition: str, form: str) -> None:
    entry = law.edition(edition).forms[form]
    metadata = Forms().get(form, edition).metadata
    assert metadata["title"] == entry.title
    assert metadata["code"] == entry.code
    assert metadata["mark"] == entry.basis.mark
    assert metadata["code_mark"] == entry.code_basis.mark
    assert metadata["citation"] == entry.basis.citation
    assert tuple(metadata["signatories"]) == entry.signatories


@pytest.mark.parametrize("form", KINDS)
def test_a_paper_survives_storing(form: str) -> None:
    paper = from_plain(form, sample(form))
    assert from_plain(form, to_plain(paper)) == paper
    assert isinstance(paper, FORMS[form])


@pytest.mark.parametrize("form", KINDS)
def test_a_confirmed_form_quotes_its_words_and_its_source(form: str) -> None:
    for edition in EDITIONS:
        metadata = Forms().get(form, edition).metadata
        if metadata["mark"] == "confirmed":
            assert metadata["quote"]
            assert metadata["source"].startswith("https://")


@pytest.mark.parametrize("form", KINDS)
def test_required_fields_exist_in_the_sample(form: str) -> None:
    entry = yaml.safe_load((DOCUMENTS / form / "metadata.yaml").read_text("utf-8"))
    for path in entry["required"]:
        value = sample(form)
        for part in path.split("."):
            value = value[part]
        assert value
