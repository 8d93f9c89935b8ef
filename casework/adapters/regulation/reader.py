"""The door to reading a regulation's PDF: lends a child process to a file nobody may trust."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from casework.adapters import child
from casework.adapters.regulation.child import MOST_PAGES
from casework.engine.regulation.pages import Page
from casework.errors import BadInput

SECONDS: Final = 90.0
FIELD: Final = "naskah"
_SAID: Final = {
    "locked": "PDF ini dikunci dengan kata sandi, jadi tidak dapat dibaca. Simpan salinan tanpa "
    "kata sandi, lalu pilih salinan itu.",
    "broken": "PDF ini rusak atau bukan PDF yang utuh, jadi tidak dapat dibaca. Unduh kembali "
    "dari JDIH, lalu pilih kembali.",
    "empty": "PDF ini tidak berisi halaman. Pilih naskah peraturannya.",
    "long": f"PDF ini terlalu panjang untuk sebuah peraturan (paling banyak {MOST_PAGES} halaman). "
    "Pilih naskah peraturannya saja, tanpa kumpulan atau lampiran lain.",
    "no page": "Halaman itu tidak ada dalam naskah.",
}
_NO_PDF: Final = "Berkas ini bukan PDF. Pilih naskah peraturan dalam bentuk PDF."
_HURT: Final = (
    "PDF ini tidak selesai dibaca dalam batas waktu dan memori, jadi ditolak; tidak ada yang "
    "disimpan. Unduh kembali dari JDIH atau simpan ulang sebagai PDF biasa, lalu pilih kembali."
)
_SCANS: Final = (
    "Semua halaman PDF ini berupa gambar pindaian tanpa teks, jadi tidak ada yang dapat "
    "dicocokkan. Pilih naskah dengan teks (salinan JDIH), atau kenali teksnya dahulu (OCR), lalu "
    "pilih hasilnya."
)


class Mark(NamedTuple):
    """Lines of the page to shade, both ends included, counted from 0."""

    first: int
    last: int


def pages_of(content: bytes, *, seconds: float = SECONDS) -> tuple[Page, ...]:
    """Every page with its lines; pages that are pictures are named by their `scanned`.

    `seconds` is how long the child may take. Raises BadInput ("naskah") for a file that is no PDF,
    broken, locked, too long, takes too much, or holds no text at all.
    """
    found = json.loads(_ask(content, {"work": "text"}, seconds))
    pages = tuple(
        Page(number, tuple(one["lines"]), bool(one["scanned"]))
        for number, one in enumerate(found, start=1)
    )
    if all(page.scanned or page.blank for page in pages):
        raise BadInput.one(FIELD, _SCANS if any(one.scanned for one in pages) else _SAID["empty"])
    return pages


def picture_of(
    content: bytes, page: int, marks: Sequence[Mark] = (), *, seconds: float = SECONDS
) -> bytes:
    """One page, counted from 1, as PNG with lines shaded. Raises BadInput ("naskah")."""
    order = {"work": "picture", "page": page, "marks": [list(one) for one in marks]}
    return _ask(content, order, seconds)


def sheets_of(content: bytes, *, seconds: float = SECONDS) -> bytes:
    """All pages of a document under one another as PNG.

    Raises BadInput ("naskah") for one that cannot be drawn or has more than `MOST_SHEETS` pages.
    """
    return _ask(content, {"work": "sheets"}, seconds)


def _ask(content: bytes, order: dict[str, Any], seconds: float) -> bytes:
    if not content.startswith(b"%PDF"):
        raise BadInput.one(FIELD, _NO_PDF)
    try:
        return child.ask("casework.adapters.regulation.child", order, content, seconds)
    except child.Hurt as hurt:
        raise BadInput.one(FIELD, _HURT) from hurt
    except child.Refused as refusal:
        raise BadInput.one(FIELD, _SAID[str(refusal)]) from refusal
