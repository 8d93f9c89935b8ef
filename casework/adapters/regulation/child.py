"""The child process that reads or draws one PDF and ends; whatever it meets, only it is hurt.

It gets an order as JSON on one line, then the PDF; it answers with a status and a body. It keeps
within limits of memory and time, and opens no file of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from casework.adapters.child import Refused, serve

MEMORY, CPU_SECONDS = 1 << 30, 60
MOST_PAGES, MOST_LETTERS = 1200, 12_000_000
FEW_LETTERS = 20
"""A page with a picture and fewer letters than this is a scan."""
PIXELS_A_POINT, MOST_PIXELS = 1.7, 2400
RECOGNISED_DPI, MOST_RECOGNISED_PIXELS = 300, 5000
"""How finely a scan is drawn for the recognition of its letters."""
TESSERACT: Final = ("tesseract", "stdin", "stdout", "-l", "ind", "--psm", "4")
MOST_SHEETS, GAP, BEHIND = 40, 14, 200
"""Of the pages in one picture: how many, and what lies between two, in pixels and as grey."""
INK = (255, 226, 120)


def main() -> None:
    """Serve one order; `-` and a name when the file is refused, another exit code when hurt."""
    serve(_WORK, memory=MEMORY, cpu_seconds=CPU_SECONDS)


def _opened(content: bytes) -> Any:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        pages = len(document)
    except pypdfium2.PdfiumError as fault:
        raise Refused("locked" if "assword" in str(fault) else "broken") from fault
    if not pages:
        raise Refused("empty")
    if pages > MOST_PAGES:
        raise Refused("long")
    return document


def _text(content: bytes, _order: dict[str, Any]) -> bytes:
    """Every page as JSON: its lines, and whether it is a picture without text."""
    import pypdfium2

    document = _opened(content)
    found: list[dict[str, Any]] = []
    letters = 0
    for number in range(len(document)):
        try:
            page = document[number]
            lines = ["".join(line) for line in _lines(page)]
        except pypdfium2.PdfiumError as fault:
            raise Refused("broken") from fault
        size = sum(len(line.strip()) for line in lines)
        letters += size
        if letters > MOST_LETTERS:
            raise Refused("long")
        found.append({"lines": lines, "scanned": size < FEW_LETTERS and _has_picture(page)})
        page.close()
    return json.dumps(found, ensure_ascii=False).encode(errors="replace")


def _lines(page: Any) -> Iterator[list[str]]:
    """The letters of each line, as PDFium finds them on the page."""
    line: list[str] = []
    for letter, _ in _letters(page):
        if letter == "\n":
            yield line
            line = []
        else:
            line.append(letter)
    yield line


def _letters(page: Any) -> Iterator[tuple[str, int]]:
    """Each letter with its index on the page; a line ends with one "\\n"."""
    from pypdfium2 import raw

    text = page.get_textpage()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        if code == ord("\r") or not code:
            continue
        yield chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd", index


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw

    return any(
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, index)) == raw.FPDF_PAGEOBJ_IMAGE
        for index in range(raw.FPDFPage_CountObjects(page))
    )


def _picture(content: bytes, order: dict[str, Any]) -> bytes:
    """One page as PNG, with its lines `first` to `last` of each mark shaded."""
    import pypdfium2
    from PIL import ImageChops, ImageDraw

    document = _opened(content)
    if not 1 <= order["page"] <= len(document):
        raise Refused("no page")
    try:
        page = document[order["page"] - 1]
        width, height = page.get_size()
        if not (width > 0 and height > 0):
            raise Refused("broken")
        scale = min(PIXELS_A_POINT, MOST_PIXELS / max(width, height))
        picture = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        boxes = _boxes(page)
    except pypdfium2.PdfiumError as fault:
        raise Refused("broken") from fault
    shade = picture.copy()
    shade.paste((255, 255, 255), (0, 0, *shade.size))
    pen = ImageDraw.Draw(shade)
    for first, last in order["marks"]:
        for left, bottom, right, top in boxes[first : last + 1]:
            if right > left:
                pen.rectangle(
                    [
                        (left * scale - 4, (height - top) * scale - 2),
                        (right * scale + 4, (height - bottom) * scale + 2),
                    ],
                    fill=INK,
                )
    out = BytesIO()
    ImageChops.multiply(picture, shade).quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _sheets(content: bytes, _order: dict[str, Any]) -> bytes:
    """All pages under one another as one grey PNG."""
    import pypdfium2
    from PIL import Image

    document = _opened(content)
    if len(document) > MOST_SHEETS:
        raise Refused("long")
    try:
        drawn = []
        for page in document:
            scale = min(PIXELS_A_POINT, MOST_PIXELS / max(page.get_size()))
            bitmap = page.render(scale=scale, may_draw_forms=False, grayscale=True)
            drawn.append(bitmap.to_pil())
    except pypdfium2.PdfiumError as fault:
        raise Refused("broken") from fault
    height = sum(one.height for one in drawn) + GAP * (len(drawn) - 1)
    whole = Image.new("L", (max(one.width for one in drawn), height), BEHIND)
    top = 0
    for one in drawn:
        whole.paste(one.convert("L"), (0, top))
        top += one.height + GAP
    out = BytesIO()
    whole.save(out, "PNG")
    return out.getvalue()


def _boxes(page: Any) -> list[tuple[float, float, float, float]]:
    """Of each line its box on the page: left, bottom, right, top; empty for a blank line."""
    import ctypes

    from pypdfium2 import raw

    text = page.get_textpage()
    sides = [ctypes.c_double() for _ in range(4)]
    found: list[tuple[float, float, float, float]] = []
    box = empty = (1e9, 1e9, -1e9, -1e9)
    for letter, index in _letters(page):
        if letter == "\n":
            found.append(box)
            box = empty
            continue
        if letter.isspace() or not raw.FPDFText_GetCharBox(text.raw, index, *sides):
            continue
        left, right, bottom, top = (one.value for one in sides)
        box = min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top)
    return [*found, box]


def _recognise(content: bytes, order: dict[str, Any]) -> bytes:
    """The lines of one page that is a picture, as tesseract reads them, as JSON.

    Tesseract gets a picture that was drawn here, and keeps within the limits of this process.
    """
    import pypdfium2

    document = _opened(content)
    try:
        page = document[order["page"] - 1]
        scale = min(RECOGNISED_DPI / 72, MOST_RECOGNISED_PIXELS / max(page.get_size()))
        picture = page.render(scale=scale, may_draw_forms=False, grayscale=True).to_pil()
    except pypdfium2.PdfiumError as fault:
        raise Refused("broken") from fault
    out = BytesIO()
    picture.convert("L").save(out, "PNG", dpi=(RECOGNISED_DPI, RECOGNISED_DPI))
    read = subprocess.run(
        TESSERACT,
        input=out.getvalue(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ.get("PATH", ""), "OMP_THREAD_LIMIT": "1"},
        timeout=order["seconds"],
        check=True,
    )
    return json.dumps(read.stdout.decode(errors="replace").splitlines()).encode()


_WORK = {"text": _text, "picture": _picture, "sheets": _sheets, "recognise": _recognise}


if __name__ == "__main__":
    main()
