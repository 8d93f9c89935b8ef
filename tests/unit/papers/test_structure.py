"""The PDF itself: PDF/A-2, tagged, Indonesian, fonts inside, no name in its description."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from tests.unit.papers.conftest import Drawn
from tests.unit.papers.samples import LAYOUTS


@pytest.fixture(params=LAYOUTS, ids="-".join)
def pdf(request: pytest.FixtureRequest, drawn: Drawn) -> Any:
    with pikepdf.open(BytesIO(drawn(*reversed(request.param)))) as opened:
        yield opened


def test_it_is_tagged_and_in_indonesian(pdf: Any) -> None:
    assert pdf.Root.Lang == "id"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.StructTreeRoot.K
    kinds = {
        str(one.get("/S"))
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem"
    }
    assert "/P" in kinds
    assert "/Figure" in kinds


def test_it_claims_archival_form_and_brings_its_colours(pdf: Any) -> None:
    xmp = pdf.Root.Metadata.read_bytes().decode()
    assert 'pdfaid:part="2"' in xmp
    assert 'pdfaid:conformance="U"' in xmp
    assert pdf.Root.OutputIntents[0].DestOutputProfile
    assert "/AF" not in pdf.Root
    assert "/JavaScript" not in pdf.Root.get("/Names", {})


def test_every_font_is_a_liberation_font_and_embedded(pdf: Any) -> None:
    fonts = [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
    ]
    assert fonts
    for font in fonts:
        assert "Liberation" in str(font.FontName)
        assert "/FontFile2" in font or "/FontFile3" in font


def test_every_picture_has_a_text_in_its_place(pdf: Any) -> None:
    figures = [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
    ]
    assert figures
    assert all(str(one.get("/Alt", "")) for one in figures)


def test_its_description_names_the_office_and_no_person(pdf: Any) -> None:
    info = " ".join(str(value) for value in pdf.docinfo.values())
    info += pdf.Root.Metadata.read_bytes().decode()
    assert "BADAN PENGAWAS PEMILIHAN UMUM" in info
    for name in ("Ratna", "Petugas", "Ketua Bawaslu", "Kepala Desa"):
        assert name not in info
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20240921")
