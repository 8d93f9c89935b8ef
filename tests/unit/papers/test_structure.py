"""What a reader of the file itself sees: an outline, a watermark, no name in its description."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from casework.adapters.pdf import Renderer
from tests.unit.papers.conftest import Drawn
from tests.unit.papers.samples import EDITION, LAYOUTS, sample, words_of


@pytest.fixture(params=LAYOUTS, ids="-".join)
def pdf(request: pytest.FixtureRequest, drawn: Drawn) -> Any:
    with pikepdf.open(BytesIO(drawn(*reversed(request.param)))) as opened:
        yield opened


def test_its_description_names_the_office_and_no_person(pdf: Any) -> None:
    info = " ".join(str(value) for value in pdf.docinfo.values())
    info += pdf.Root.Metadata.read_bytes().decode()
    assert "BADAN PENGAWAS PEMILIHAN UMUM" in info
    for name in ("Ratna", "Petugas", "Ketua Bawaslu", "Kepala Desa Contoh", "Saksi Contoh"):
        assert name not in info
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20240921")


def test_the_outline_leads_to_every_part_of_a_form(drawn: Drawn) -> None:
    with pikepdf.open(BytesIO(drawn("kajian_awal"))) as opened, opened.open_outline() as outline:
        (title,) = outline.root
        assert title.title == "KAJIAN AWAL DUGAAN PELANGGARAN"
        parts = [one.title for one in title.children]
    assert parts[0] == "I. Laporan"
    assert parts[-1] == "VII. Kesimpulan dan rekomendasi"


def test_only_a_draft_carries_the_watermark(renderer: Renderer) -> None:
    form = "undangan_klarifikasi"
    grey = {}
    for draft in (True, False):
        pdf = renderer.render(form, EDITION, sample(form), draft=draft)
        with pikepdf.open(BytesIO(pdf)) as opened:
            shapes = [
                one for one in opened.objects
                if isinstance(one, pikepdf.Stream) and b"0.921569" in one.read_bytes()
            ]  # fmt: skip
        grey[draft] = bool(shapes)
    assert grey == {True: True, False: False}


def test_a_head_of_secretariat_signs_with_nip_and_a_chair_without(renderer: Renderer) -> None:
    form = "undangan_klarifikasi"
    chair = words_of(renderer.render(form, EDITION, sample(form), draft=False))
    head = {"position": "Kepala Sekretariat", "name": "Kepala Contoh", "nip": "197001011990031001"}
    other = {**sample(form), "signatory": head}
    assert "NIP" not in chair
    assert "Kepala Contoh NIP 197001011990031001" in words_of(
        renderer.render(form, EDITION, other, draft=False)
    )
