"""A PDF that nobody may trust is read by a child, or refused with a text that helps."""

from __future__ import annotations

import zlib
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageDraw
from weasyprint import HTML

from casework.adapters.regulation import Mark, pages_of, picture_of, sheets_of
from casework.adapters.regulation.child import GAP, MOST_PAGES, MOST_SHEETS
from casework.errors import BadInput

ARTICLE = """<style>p {{ text-align: justify; hyphens: manual; width: {width} }}</style>
<h3>Pasal 1</h3>
<p>Pengawas Pemilihan melakukan pemeriksaan dugaan pe&shy;lang&shy;gar&shy;an.</p>"""


def printed(width: str = "12cm") -> bytes:
    content: bytes = HTML(string=ARTICLE.format(width=width)).write_pdf()
    return content


def scan(pages: int = 1) -> bytes:
    """Pages that are pictures of text."""
    picture = Image.new("L", (400, 560), 255)
    ImageDraw.Draw(picture).text((40, 40), "Pasal 1 Laporan disampaikan")
    out = BytesIO()
    picture.save(out, "PDF", save_all=True, append_images=[picture] * (pages - 1))
    return out.getvalue()


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    out = BytesIO()
    pdf.save(out, **how)  # type: ignore[arg-type]  # pikepdf takes many kinds
    return out.getvalue()


def locked(user: str) -> bytes:
    pdf = pikepdf.open(BytesIO(printed()))
    return saved(pdf, encryption=pikepdf.Encryption(user=user, owner="pemilik"))


def blank(pages: int) -> bytes:
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    return saved(pdf)


def with_content(raw: bytes) -> bytes:
    """One page whose content is this compressed stream."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.Contents = pikepdf.Stream(pdf, raw, Filter=pikepdf.Name.FlateDecode)
    return saved(pdf, compress_streams=False)


def bomb() -> bytes:
    """A few megabytes that unpack to three thousand."""
    packer = zlib.compressobj(9)
    piece = b" " * (1 << 24)
    return with_content(b"".join([*(packer.compress(piece) for _ in range(180)), packer.flush()]))


def circle() -> bytes:
    """A page tree that holds itself."""
    pdf = pikepdf.open(BytesIO(blank(1)))
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)
    pdf.Root.Pages.Count = 1_000_000
    return saved(pdf)


def nested() -> bytes:
    """Arrays in arrays, a hundred thousand deep."""
    return (
        b"%PDF-1.7\n1 0 obj\n"
        + b"[" * 100_000
        + b"]" * 100_000
        + b"\nendobj\ntrailer<</Root 1 0 R>>"
    )


def refusal(content: bytes, seconds: float = 60.0) -> str:
    with pytest.raises(BadInput) as found:
        pages_of(content, seconds=seconds)
    assert [problem.field for problem in found.value.problems] == ["naskah"]
    return str(found.value)


@pytest.mark.parametrize("width", ["5cm", "12cm"])
def test_a_word_that_the_line_broke_is_read(width: str) -> None:
    from casework.engine.regulation.parser import parse

    (passage,) = parse(pages_of(printed(width))).passages
    assert passage.words == "Pengawas Pemilihan melakukan pemeriksaan dugaan pelanggaran."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"MZ not a pdf", "bukan PDF"),
        (b"", "bukan PDF"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 200, "rusak"),
        (printed()[:900], "rusak"),
        (nested(), "rusak"),
        (locked("rahasia"), "kata sandi"),
        (blank(3), "tidak berisi halaman"),
        (scan(3), "pindaian"),
    ],
    ids=["program", "nothing", "noise", "cut", "nested", "locked", "blank", "scan"],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(
    content: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # no letter is recognised
    assert said in refusal(content)


def test_two_thousand_pages_are_no_regulation() -> None:
    assert f"paling banyak {MOST_PAGES} halaman" in refusal(blank(2000))


@pytest.mark.parametrize("content", [bomb(), circle()], ids=["bomb", "circle"])
def test_a_hostile_file_hurts_only_the_child(content: bytes) -> None:
    assert refusal(content)


def test_one_that_takes_too_long_is_ended() -> None:
    assert "batas waktu" in refusal(printed(), seconds=0.01)


def test_a_scanned_page_among_others_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    pdf = pikepdf.open(BytesIO(printed()))
    pdf.pages.extend(pikepdf.open(BytesIO(scan())).pages)
    pages = pages_of(saved(pdf))
    assert [(page.number, page.scanned) for page in pages] == [(1, False), (2, True)]


def test_a_regulation_that_only_its_owner_may_change_is_read() -> None:
    assert pages_of(locked(""))[0].lines[0] == "Pasal 1"


def test_a_page_is_drawn_with_its_passage_shaded() -> None:
    def yellow(content: bytes) -> int:
        picture = Image.open(BytesIO(content)).convert("RGB").tobytes()
        return sum(
            red > 200 > 160 > blue for red, blue in zip(picture[::3], picture[2::3], strict=True)
        )

    plain, marked = (picture_of(printed(), 1, marks) for marks in ([], [Mark(1, 1)]))
    assert yellow(plain) == 0
    assert yellow(marked) > 1000
    with pytest.raises(BadInput, match="Halaman itu tidak ada"):
        picture_of(printed(), 7)


def test_all_pages_of_a_document_are_drawn_as_one_picture() -> None:
    def height(pages: int) -> int:
        return Image.open(BytesIO(sheets_of(blank(pages)))).height

    assert height(3) == 3 * height(1) + 2 * GAP
    with pytest.raises(BadInput, match="terlalu panjang"):
        sheets_of(blank(MOST_SHEETS + 1))
