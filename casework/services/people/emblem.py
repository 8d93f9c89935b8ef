"""Whether a picture may stand on a letterhead: a plain PNG, or an SVG that only draws."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

from casework.errors import BadInput, EmblemUnusable, IntegrityFault
from casework.ports import Store

PNG, SVG = "image/png", "image/svg+xml"
KINDS = {PNG: "png", SVG: "svg"}
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_WIDEST, _NARROWEST = 4000, 64
_PIECE = 1 << 20
# Values a point has, by colour type: grey, colours, palette, grey and colours with alpha.
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_ROOT = "http://www.w3.org/2000/svg}svg"
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


def of_paper(store: Store, data: Mapping[str, Any]) -> bytes:
    """The picture that the plain values of a paper name, b"" for none. Raises EmblemUnusable."""
    named = data["letterhead"]["emblem"]
    if named is None:
        return b""
    try:
        content = b"".join(store.read(named["path"], None))
        media_type(content)  # one that an older version took is refused here at the latest
    except (IntegrityFault, BadInput) as fault:
        raise EmblemUnusable from fault
    if hashlib.sha256(content).hexdigest() != named["sha256"]:
        raise EmblemUnusable
    return content


def _check_png(data: bytes) -> None:
    place, drawing = len(_SIGNATURE), zlib.decompressobj()
    seen: list[bytes] = []
    wanted = points = 0
    while place < len(data):
        head = data[place : place + 8]
        if len(head) < 8:
            raise _refusal("PNG ini terpotong. Simpan ulang gambarnya, lalu unggah kembali.")
        size, kind = struct.unpack(">I4s", head)
        body, check = data[place + 8 : place + 8 + size], data[place + 8 + size : place + 12 + size]
        if len(check) < 4 or zlib.crc32(kind + body) != struct.unpack(">I", check)[0]:
            raise _refusal("PNG ini rusak. Simpan ulang gambarnya, lalu unggah kembali.")
        if kind == b"IHDR":
            wanted = _points(body)
        if kind == b"IDAT" and seen:
            points += _unpacked(drawing, body)
        seen.append(kind)
        place += 12 + size
        if kind == b"IEND":
            break
    if not drawing.eof or points < wanted:
        raise _refusal("PNG ini tidak lengkap. Simpan ulang gambarnya, lalu unggah kembali.")
    if place != len(data) or seen[:1] != [b"IHDR"] or seen[-1:] != [b"IEND"]:
        raise _refusal("PNG ini memuat data lain di belakang gambar. Simpan ulang gambarnya.")


def _points(header: bytes) -> int:
    """How many bytes the points of a PNG take at least."""
    if len(header) != 13:
        raise _refusal("PNG ini rusak. Simpan ulang gambarnya, lalu unggah kembali.")
    width, height, depth, colours, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    _check_size(width, height)
    line = (width * depth * _CHANNELS.get(colours, 1) + 7) // 8
    return int(height * (line if interlaced else line + 1))


def _unpacked(drawing: zlib._Decompress, body: bytes) -> int:
    size = 0
    try:
        while body:  # in pieces: what is packed tightly must not fill the memory
            size += len(drawing.decompress(body, _PIECE))
            body = drawing.unconsumed_tail
    except zlib.error as fault:
        raise _refusal("PNG ini rusak. Simpan ulang gambarnya, lalu unggah kembali.") from fault
    return size


def _check_size(width: int, height: int) -> None:
    if not (_NARROWEST <= width <= _WIDEST and _NARROWEST <= height <= _WIDEST):
        raise _refusal(
            f"Ukuran gambar {width} × {height} titik; yang dapat dipakai {_NARROWEST} sampai "
            f"{_WIDEST} titik tiap sisi."
        )


def _check_svg(data: bytes) -> None:
    parser = expat.ParserCreate(namespace_separator="}")
    names: list[str] = []

    def seen(name: str, attributes: dict[str, str]) -> None:
        names.append(name)
        _check_element(name, attributes)

    parser.StartElementHandler = seen
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.ProcessingInstructionHandler = _no_instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise _refusal(
            f"SVG ini tidak dapat dibaca (baris {fault.lineno}). Simpan ulang gambarnya."
        ) from fault
    if names[0] != _ROOT:
        raise _refusal(
            "Berkas ini bukan SVG. Simpan sebagai SVG biasa (plain SVG), atau unggah PNG."
        )


def _check_element(name: str, attributes: dict[str, str]) -> None:
    tag = name.rpartition("}")[2]
    if tag not in _DRAWING and "inkscape" not in name and "sodipodi" not in name:
        raise _refusal(
            f"SVG ini memuat bagian “{tag}” yang bukan gambar garis biasa. Simpan sebagai SVG "
            "biasa (plain SVG) tanpa skrip, gaya, teks, dan gambar di dalamnya, atau unggah PNG."
        )
    for full, value in attributes.items():
        key, text = full.rpartition("}")[2].lower(), value.lower().replace(" ", "")
        outside = text.count("url(") != text.count("url(#")
        # A backslash would hide an address in what is read as style.
        outside = outside or ("}" not in full and "\\" in text)
        if key.startswith("on") or key in {"href", "src"} or outside or "script:" in text:
            raise _refusal(
                f"SVG ini menunjuk ke luar atau memuat perintah ({key}). Simpan sebagai SVG biasa "
                "(plain SVG), atau unggah PNG."
            )


def _no_doctype(*_declared: object) -> None:
    raise _refusal("SVG ini memuat deklarasi DOCTYPE. Simpan sebagai SVG biasa, atau unggah PNG.")


def _no_instruction(*_given: object) -> None:
    raise _refusal(
        "SVG ini memuat perintah pengolah (<?…?>). Simpan sebagai SVG biasa (plain SVG)."
    )


def _refusal(text: str) -> BadInput:
    return BadInput.one("lambang", text)
