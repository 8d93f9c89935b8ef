"""The child process that draws one page of a document or picture, or tells its pages, and ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from casework.adapters.child import Refused, serve

MEMORY, CPU_SECONDS = 1 << 30, 30
MOST_PAGES, MOST_PIXELS = 60, 2400
FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
QUALITY = 80
TINY = 2
"""A line that is lower than this, in points, is no line to select."""


def main() -> None:
    """Serve one order."""
    serve({"page": _page, "sheets": _sheets}, memory=MEMORY, cpu_seconds=CPU_SECONDS)


def _page(content: bytes, order: dict[str, Any]) -> bytes:
    """One page, counted from 1, as wide as wanted: JPEG of a picture, PNG of a document."""
    number, width = int(order["page"]), int(order["width"])
    out = BytesIO()
    if content.startswith(b"%PDF"):
        page = _pages(content, number)[number - 1]
        wide, high = page.get_size()
        if not (wide > 0 and high > 0):
            raise Refused("broken")
        scale = min(width / wide, MOST_PIXELS / max(wide, high))
        drawn = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        drawn.quantize(64).save(out, "PNG")
        return out.getvalue()
    from PIL import ImageOps

    picture = _picture(content)
    if not 1 <= number <= getattr(picture, "n_frames", 1):
        raise Refused("no page")
    picture.seek(number - 1)
    try:
        whole = ImageOps.exif_transpose(picture)
        if whole.mode in ("RGBA", "LA", "P"):
            from PIL import Image

            clear = whole.convert("RGBA")
            whole = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
        whole = whole.convert("RGB")
    except (OSError, SyntaxError, ValueError) as fault:
        raise Refused("broken") from fault
    whole.thumbnail((min(width, MOST_PIXELS), MOST_PIXELS))
    whole.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def _sheets(content: bytes, _order: dict[str, Any]) -> bytes:
    """Every page as JSON: width, height, and its lines with the box of each, in points from above.

    A picture has no lines.
    """
    if not content.startswith(b"%PDF"):
        picture = _picture(content)
        count = min(getattr(picture, "n_frames", 1), MOST_PAGES)
        width, height = picture.size
        if picture.getexif().get(0x0112, 1) >= 5:  # turned on its side by the telephone
            width, height = height, width
        return json.dumps([[width, height, []]] * count).encode()
    found = []
    for page in _pages(content, 1):
        width, height = page.get_size()
        found.append([width, height, list(_lines(page, height))])
    return json.dumps(found, ensure_ascii=False).encode(errors="replace")


def _lines(page: Any, height: float) -> Iterator[tuple[float, float, float, float, str]]:
    """Left, top, width, height and words of each piece of text on a line."""
    text = page.get_textpage()
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        words = text.get_text_bounded(left, bottom, right, top).strip()
        if words and top - bottom >= TINY and right > left:
            place = (left, height - top, right - left, top - bottom)
            yield (*(round(one, 1) for one in place), " ".join(words.split()))


def _pages(content: bytes, wanted: int) -> Any:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        pages = len(document)
        if not 1 <= wanted <= min(pages, MOST_PAGES):
            raise Refused("no page")
        return [document[number] for number in range(min(pages, MOST_PAGES))]
    except pypdfium2.PdfiumError as fault:
        raise Refused("locked" if "assword" in str(fault) else "broken") from fault


def _picture(content: bytes) -> Any:
    from PIL import Image

    try:
        return Image.open(BytesIO(content), formats=FORMATS)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fault:
        raise Refused("broken") from fault


if __name__ == "__main__":
    main()
