"""Whether a picture may stand on a letterhead: a plain PNG, or an SVG that only draws."""

from __future__ import annotations

import struct
import zlib
from xml.parsers import expat

from casework.errors import BadInput

PNG, SVG = "image/png", "image/svg+xml"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_WIDEST, _NARROWEST = 4000, 64
_DRAWING = frozenset(
    {
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title",
        "desc", "defs", "linearGradient", "radialGradient", "stop", "clipPath", "metadata",
    }
)  # fmt: skip
_BOTH = "Unggah PNG atau SVG lambang kantor."


def media_type(data: bytes) -> str:
    """The media type of an emblem that may be used; raises BadInput saying what is wrong."""
    if data.startswith(_SIGNATURE):
        _check_png(data)
        return PNG
    if b"<svg" in data[:4096]:
        _check_svg(data)
        return SVG
    raise _refusal(f"Berkas ini bukan PNG dan bukan SVG. {_BOTH}")


def _check_png(data: bytes) -> None:
    place, seen = len(_SIGNATURE), []
    while place < len(data):
        head = data[place : place + 8]
        if len(head) < 8:
            raise _refusal("PNG ini terpotong. Simpan ulang gambarnya, lalu unggah kembali.")
        size, kind = struct.unpack(">I4s", head)
        body, check = data[place + 8 : place + 8 + size], data[place + 8 + size : place + 12 + size]
        if len(check) < 4 or zlib.crc32(kind + body) != struct.unpack(">I", check)[0]:
            raise _refusal("PNG ini rusak. Simpan ulang gambarnya, lalu unggah kembali.")
        if kind == b"IHDR":
            _check_size(*struct.unpack(">II", body[:8]))
        seen.append(kind)
        place += 12 + size
        if kind == b"IEND":
            break
    if place != len(data) or seen[:1] != [b"IHDR"] or seen[-1:] != [b"IEND"]:
        raise _refusal("PNG ini memuat data lain di belakang gambar. Simpan ulang gambarnya.")


def _check_size(width: int, height: int) -> None:
    if not (_NARROWEST <= width <= _WIDEST and _NARROWEST <= height <= _WIDEST):
        raise _refusal(
            f"Ukuran gambar {width} × {height} titik; yang dapat dipakai {_NARROWEST} sampai "
            f"{_WIDEST} titik tiap sisi."
        )


def _check_svg(data: bytes) -> None:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = _check_element
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise _refusal(
            f"SVG ini tidak dapat dibaca (baris {fault.lineno}). Simpan ulang gambarnya."
        ) from fault


def _check_element(name: str, attributes: dict[str, str]) -> None:
    tag = name.rpartition("}")[2]
    if tag not in _DRAWING and "inkscape" not in name and "sodipodi" not in name:
        raise _refusal(
            f"SVG ini memuat bagian “{tag}” yang bukan gambar garis biasa. Simpan sebagai SVG "
            "biasa (plain SVG) tanpa skrip, gaya, teks, dan gambar di dalamnya, atau unggah PNG."
        )
    for full, value in attributes.items():
        key, text = full.rpartition("}")[2].lower(), value.lower().replace(" ", "")
        outside = "url(" in text and "url(#" not in text
        if key.startswith("on") or key in {"href", "src"} or outside or "script:" in text:
            raise _refusal(
                f"SVG ini menunjuk ke luar atau memuat perintah ({key}). Simpan sebagai SVG biasa "
                "(plain SVG), atau unggah PNG."
            )


def _no_doctype(*_declared: object) -> None:
    raise _refusal("SVG ini memuat deklarasi DOCTYPE. Simpan sebagai SVG biasa, atau unggah PNG.")


def _refusal(text: str) -> BadInput:
    return BadInput.one("lambang", text)
