"""No signature page of a form stands alone, without a sentence of the paper."""

from __future__ import annotations

import pytest

from casework.adapters.pdf import Renderer
from tests.unit.papers.samples import sample, text_of


@pytest.mark.parametrize("form", ["berita_acara_klarifikasi", "kajian_awal"])
@pytest.mark.parametrize("edition", ["pemilihan-2020", "pemilihan-2024"])
def test_the_last_page_begins_with_a_sentence_of_the_paper(
    renderer: Renderer, form: str, edition: str
) -> None:
    pages = text_of(renderer.render(form, edition, sample(form, edition), draft=False)).split("\f")
    assert len(pages) > 1
    assert pages[-1].split()[0] in {"Setelah", "Memberitahukan", "No.", "Apakah", "B."}
