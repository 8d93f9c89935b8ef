"""Long lists go where a reader expects them."""

from __future__ import annotations

from typing import Any

from casework.adapters.pdf import Renderer
from tests.documents import checks
from tests.unit.papers.samples import EDITION, sample, text_of, words_of


def many(count: int) -> dict[str, Any]:
    person = {"position": "Pegawai", "region": "Kabupaten Lebong", "article": "UU 20/2023 Pasal 24"}
    people = [{"label": f"Terlapor Contoh {i}", **person} for i in range(1, count + 1)]
    return {**sample("penerusan_hukum_lainnya"), "respondents": people}


def test_thirty_eight_respondents_go_into_an_annex_that_repeats_its_header(
    renderer: Renderer,
) -> None:
    pdf = renderer.render("penerusan_hukum_lainnya", EDITION, many(38), draft=False)
    assert list(checks.faults(pdf)) == []
    letter, *annex = text_of(pdf).split("\f")
    assert "38 (tiga puluh delapan) orang" in " ".join(letter.split())
    assert len(annex) >= 2
    assert all("Ketentuan" in page for page in annex)
    text = words_of(pdf)
    assert all(f"Terlapor Contoh {i} " in text for i in range(1, 39))
