"""Pictures as an office uploads them, for tests: one plain colour, so that it is found again."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pypdfium2

GREEN = (12, 200, 34)


def png(
    colour: tuple[int, int, int] = GREEN,
    width: int = 128,
    height: int = 64,
    lines: int | None = None,
) -> bytes:
    """A PNG of one colour; with fewer `lines` than its height it is cut off."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    points = zlib.compress((b"\x00" + bytes(colour) * width) * (lines or height))
    chunks = ((b"IHDR", head), (b"IDAT", points), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def svg(inside: str = "", size: str = 'viewBox="0 0 90 90"') -> bytes:
    """A drawing filled with the colour, with something added."""
    fill = "#{:02x}{:02x}{:02x}".format(*GREEN)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'{size}><path fill="{fill}" d="M0 0h90v90h-90z"/>{inside}</svg>'
    ).encode()


def share(pdf: bytes, colour: tuple[int, int, int] = GREEN) -> float:
    """How much of the emblem's place (22 mm square, top left) a colour covers, from 0 to 1."""
    page = pypdfium2.PdfDocument(BytesIO(pdf))[0]
    picture = page.render(scale=2).to_pil().convert("RGB")
    seen = picture.getcolors(picture.width * picture.height)
    hits: int = sum(count for count, point in seen if _near(point, colour))
    return hits / (22 * 72 / 25.4 * 2) ** 2


def _near(point: tuple[int, ...], colour: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 8 for a, b in zip(point, colour, strict=True))
