"""Nothing runs out of the page or over other text, however long the names."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest

from casework.adapters.pdf import Renderer
from tests.unit.papers.conftest import Drawn
from tests.unit.papers.samples import EDITION, LAYOUTS, filled, sample, text_of, words_of

POINTS = 72 / 25.4
LEFT, RIGHT, WIDTH = 28 * POINTS, 20 * POINTS, 210 * POINTS
LONG = "Muhammad-Sangat-Panjang-" * 12 + "Namanya" * 2


def boxes(pdf: bytes) -> list[list[tuple[float, float, float, float]]]:
    """Left, bottom, right, top (points) of every run of text, by page."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append([text.get_rect(i) for i in range(text.count_rects())])
        text.close()
        page.close()
    document.close()
    return pages


def assert_inside(pdf: bytes) -> None:
    for page in boxes(pdf):
        for left, bottom, right, top in page:
            assert left >= LEFT - 1
            assert right <= WIDTH - RIGHT + 1.5
            assert bottom >= 5 * POINTS
            assert top <= (297 - 8) * POINTS


def assert_no_overprint(pdf: bytes) -> None:
    for page in boxes(pdf):
        rows = sorted(page, key=lambda box: (-box[3], box[0]))
        for first, second in pairwise(rows):
            wide = min(first[2], second[2]) - max(first[0], second[0])
            high = min(first[3], second[3]) - max(first[1], second[1])
            lower = min(first[3] - first[1], second[3] - second[1])
            assert wide <= 1 or high <= 0.6 * lower


@pytest.mark.parametrize(("edition", "form"), LAYOUTS)
def test_the_sample_stays_within_its_margins(drawn: Drawn, edition: str, form: str) -> None:
    assert_inside(drawn(form, edition))
    assert_no_overprint(drawn(form, edition))


@pytest.mark.parametrize(("edition", "form"), LAYOUTS)
def test_three_hundred_letters_in_every_field_wrap(
    renderer: Renderer, edition: str, form: str
) -> None:
    pdf = renderer.render(form, edition, filled(sample(form, edition), LONG), draft=False)
    assert_inside(pdf)
    assert_no_overprint(pdf)


@pytest.mark.parametrize(("edition", "form"), LAYOUTS)
def test_optional_fields_may_be_empty(renderer: Renderer, edition: str, form: str) -> None:
    assert_inside(renderer.render(form, edition, filled(sample(form, edition), ""), draft=True))


def many(count: int) -> dict[str, Any]:
    person = {"position": "Pegawai", "region": "Kabupaten Lebong", "article": "UU 20/2023 Pasal 24"}
    people = [{"label": f"Terlapor Contoh {i}", **person} for i in range(1, count + 1)]
    return {**sample("penerusan_hukum_lainnya"), "respondents": people}


def test_thirty_eight_respondents_go_into_an_annex_that_repeats_its_header(
    renderer: Renderer,
) -> None:
    pdf = renderer.render("penerusan_hukum_lainnya", EDITION, many(38), draft=False)
    assert_inside(pdf)
    letter, *annex = text_of(pdf).split("\f")
    assert "38 (tiga puluh delapan) orang" in " ".join(letter.split())
    assert len(annex) >= 2
    assert all("Ketentuan" in page for page in annex)
    text = words_of(pdf)
    assert all(f"Terlapor Contoh {i} " in text for i in range(1, 39))
