"""Reference pictures of every sample: small grey PNGs, compared with a tolerance.

`python -m tests.documents.pictures` makes them anew; look at what changed before keeping it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from tests.unit.papers.samples import LAYOUTS, sample

FOLDER = Path(__file__).parent / "pictures"
# Dots per inch: letters are shapes, lines and blocks can be told apart.
DPI = 45
GREYS = 16
# A pixel differs when its soft neighbourhood does by so much of 255; so many of a thousand may.
DIFFERENT, PER_THOUSAND = 60, 2.0


def drawn(pdf: bytes) -> Iterator[Image.Image]:
    """Each page as a small grey picture."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    for page in document:
        picture = page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
        yield picture
        page.close()
    document.close()


def files(edition: str, form: str) -> list[Path]:
    """The reference pictures of a form, page by page."""
    return sorted(FOLDER.glob(f"{edition}.{form}.*.png"))


def faults(pdf: bytes, edition: str, form: str) -> Iterator[str]:
    """How the pages of a sample differ from their reference pictures."""
    kept = files(edition, form)
    pages = list(drawn(pdf))
    if len(pages) != len(kept):
        yield f"{len(pages)} pages, and {len(kept)} reference pictures"
    for number, (page, file) in enumerate(zip(pages, kept, strict=False), start=1):
        with Image.open(file) as picture:
            share = difference(page, picture.convert("L"))
        if share > PER_THOUSAND:
            yield f"page {number}: {share:.1f} of 1,000 pixels differ from {file.name}"


def difference(page: Image.Image, picture: Image.Image) -> float:
    """How many of a thousand pixels differ; all of them when the sizes do."""
    if page.size != picture.size:
        return 1000.0
    soft = [one.filter(ImageFilter.GaussianBlur(1.2)) for one in (page, picture)]
    counts = ImageChops.difference(*soft).histogram()
    return 1000 * sum(counts[DIFFERENT:]) / (page.width * page.height)


def main() -> None:
    """Draw every sample and keep its pictures."""
    from casework.adapters.pdf import Renderer

    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    renderer = Renderer()
    for edition, form in LAYOUTS:
        pdf = renderer.render(form, edition, sample(form, edition), draft=False)
        for number, page in enumerate(drawn(pdf), start=1):
            small = page.quantize(GREYS, dither=Image.Dither.NONE)
            small.save(FOLDER / f"{edition}.{form}.{number:02}.png", optimize=True)
    renderer.close()
    size = sum(file.stat().st_size for file in FOLDER.glob("*.png"))
    print(f"{len(list(FOLDER.glob('*.png')))} pictures, {size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
