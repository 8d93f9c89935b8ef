"""A file that nobody may trust is drawn page by page by a child, or is not drawn at all."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from weasyprint import HTML

from casework.adapters import pages
from casework.adapters.pages import Undrawable


def letter() -> bytes:
    """Two pages."""
    words = "<p>Undangan klarifikasi</p><p style='break-before: page'>Halaman kedua</p>"
    content: bytes = HTML(string=words).write_pdf()
    return content


def photo(**how: object) -> bytes:
    """Wider than high."""
    out = BytesIO()
    Image.new("RGB", (800, 600), (200, 30, 30)).save(out, "JPEG", **how)
    return out.getvalue()


def size(content: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(content)) as picture:
        return picture.size


def test_a_page_of_a_document_is_as_wide_as_asked_for_and_its_words_are_told() -> None:
    drawn = pages.page_of(letter(), 2, 300)
    assert drawn.media_type == "image/png"
    assert abs(size(drawn.content)[0] - 300) <= 1
    first, second = pages.sheets_of(letter())
    (line,) = second.lines
    assert [line.words for line in first.lines] == ["Undangan klarifikasi"]
    assert line.words == "Halaman kedua"
    assert 0 < line.x < line.x + line.width < second.width
    assert 0 < line.y < line.y + line.height < second.height / 4


def test_a_picture_is_turned_as_the_telephone_was_held() -> None:
    assert size(pages.page_of(photo(), 1, 400).content) == (400, 300)
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = photo(exif=exif)
    drawn = pages.page_of(turned, 1, 300)
    assert drawn.media_type == "image/jpeg"
    assert size(drawn.content) == (300, 400)
    (sheet,) = pages.sheets_of(turned)
    assert (sheet.width, sheet.height, sheet.lines) == (600, 800, ())


@pytest.mark.parametrize("content", [b"%PDF-1.7 bukti", b"\xff\xd8 bukan foto", b"", letter()])
def test_what_cannot_be_drawn_says_so(content: bytes) -> None:
    with pytest.raises(Undrawable):
        pages.page_of(content, 3, 300)
