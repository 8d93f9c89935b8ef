"""No mark, no note to lawyers, no id and no button of ours stands on a paper."""

from __future__ import annotations

import pytest

from tests.documents.notes import notes
from tests.unit.papers.conftest import Drawn
from tests.unit.papers.samples import FOLDERS, text_of


@pytest.mark.parametrize(("edition", "form"), FOLDERS)
def test_a_paper_says_nothing_of_our_research(drawn: Drawn, edition: str, form: str) -> None:
    assert list(notes(text_of(drawn(form, edition)), form)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pasal 33 (belum terverifikasi)", ["belum terverifikasi"]),
        ("Dasar: Pasal belum\ndiketahui", ["Pasal belum diketahui"]),
        ("lihat ketentuan skb_netralitas_2020", ["lihat ketentuan", "skb_netralitas_2020"]),
        ("aturan skb-netralitas-2022.", ["skb-netralitas-2022"]),
        ("Objek tanpa orang (misalnya lokasi)", ["(misalnya"]),
        ("Menurut fakta perkara: terpenuhi.", ["Menurut fakta perkara"]),
        ("Nama terlapor 1: terisi (isian Terlapor)", ["(isian "]),
        ("Oleh: Undang klarifikasi", ["Undang klarifikasi"]),
        ("https://x/verifikasi/a_b sekretariat@ben_gkulu.example Pasal 26 ayat (5)", []),
    ],
)
def test_what_is_looked_for_is_found(text: str, found: list[str]) -> None:
    assert list(notes(text, "kajian")) == found
