"""The door to reading a regulation's PDF: lends a child process to a file nobody may trust."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from time import monotonic
from typing import Any, Final, NamedTuple

from casework.adapters import child
from casework.adapters.regulation.child import MOST_PAGES, TESSERACT
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
    "dicocokkan. Pilih naskah dengan teks (salinan JDIH)"
)
_UNRECOGNISED: Final = (
    ". Pengenalan huruf (tesseract dengan bahasa Indonesia) tidak terpasang di peladen ini: minta "
    "administrator memasangnya, atau ketik bunyi pasalnya pada entri yang hendak disahkan "
    "(Aturan → Belum terverifikasi)."
)
_UNREADABLE: Final = (
    "; pengenalan huruf tidak menemukan teks pada gambarnya. Atau ketik bunyi pasalnya pada entri "
    "yang hendak disahkan (Aturan → Belum terverifikasi)."
)
PATIENCE: Final = 240.0
"""How long a request waits for letters to be recognised, in seconds; a command waits longer."""


class Mark(NamedTuple):
    """Lines of the page to shade, both ends included, counted from 0."""

    first: int
    last: int


def recognises() -> bool:
    """Can letters be read from a picture here: is tesseract there, with Indonesian?"""
    program = shutil.which(TESSERACT[0])
    if program is None:
        return False
    try:
        told = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return b"ind" in told.stdout.split()


def pages_of(
    content: bytes, *, seconds: float = SECONDS, patience: float = PATIENCE
) -> tuple[Page, ...]:
    """Every page with its lines; pages that are pictures are named by their `scanned`.

    Where letters can be recognised, such a page is `recognised` instead. `seconds` is how long the
    child may take, `patience` how long all recognition may. Raises BadInput ("naskah") for a file
    that is no PDF, broken, locked, too long, takes too much, or holds no text at all.
    """
    found = json.loads(_ask(content, {"work": "text"}, seconds))
    pages = tuple(
        Page(number, tuple(one["lines"]), bool(one["scanned"]))
        for number, one in enumerate(found, start=1)
    )
    scans = any(page.scanned for page in pages)
    able = scans and recognises()
    if able:
        pages = _recognised(content, pages, seconds, patience)
    if all(page.scanned or page.blank for page in pages):
        told = f"{_SCANS}{_UNREADABLE if able else _UNRECOGNISED}" if scans else _SAID["empty"]
        raise BadInput.one(FIELD, told)
    return pages


def _recognised(
    content: bytes, pages: Sequence[Page], seconds: float, patience: float
) -> tuple[Page, ...]:
    """The pages, those that are pictures with the letters recognised in them."""
    end, found = monotonic() + patience, list[Page]()
    for page in pages:
        left = end - monotonic()
        if not page.scanned:
            found.append(page)
        elif left <= 0:
            raise BadInput.one(
                FIELD,
                f"Pengenalan huruf kehabisan waktu pada halaman {page.number} dari {len(pages)}; "
                "tidak ada yang disimpan. Baca naskah pindaian sepanjang ini dengan perintah "
                "casework law read di peladen, atau potong dahulu menjadi beberapa berkas.",
            )
        else:
            limit = min(seconds, left)
            order = {"work": "recognise", "page": page.number, "seconds": limit}
            lines = tuple(json.loads(_ask(content, order, limit)))
            read = Page(page.number, lines, recognised=True)
            found.append(page if read.blank else read)
    return tuple(found)


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
