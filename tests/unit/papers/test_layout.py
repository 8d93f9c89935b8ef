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
    assert all("Jabatan" in page for page in annex)
    text = words_of(pdf)
    assert text.count("UU 20/2023 Pasal 24") == 1  # what is the same for all is said once
    assert all(f"Terlapor Contoh {i} " in text for i in range(1, 39))


def test_a_letter_that_goes_on_takes_its_closing_words_to_who_signs(renderer: Renderer) -> None:
    form = "penerusan_hukum_lainnya"
    for lines in range(1, 14):
        letter = {**sample(form), "request": "\n".join(["Permintaan yang panjang."] * lines)}
        pages = text_of(renderer.render(form, EDITION, letter, draft=False)).split("\f")
        last = " ".join(pages[-1].split())
        signed = last.index(letter["signatory"]["name"])
        assert last.index("Demikian kami sampaikan") < signed, lines
        assert "salinan bukti" in last.lower(), lines


def test_minutes_with_the_longest_reason_are_drawn(renderer: Renderer) -> None:
    """A cell whose width follows from four thousand letters took the drawing process its minute."""
    reason = ("Menimbang bahwa keterangan para pihak saling menguatkan. " * 80)[:4000].strip()
    data = {**sample("berita_acara_pleno"), "reason": reason}
    pdf = renderer.render("berita_acara_pleno", EDITION, data, draft=False)
    assert list(checks.faults(pdf)) == []
    assert words_of(pdf).count("saling menguatkan") == reason.count("saling menguatkan")
