"""Checks text that officers type: required or not, length, characters that cannot be seen."""

from __future__ import annotations

import unicodedata

from casework.errors import BadInput, Problem

_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")
_KEPT = frozenset("\n\t")


class TextChecker:
    """Collects every problem of a form before refusing, so that the officer sees all at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def refuse(self, field: str, text: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(field, text))

    def text(
        self, field: str, label: str, value: str, *, limit: int = 200, required: bool = False
    ) -> str:
        """Give the value trimmed and in NFC; notes what cannot be accepted.

        `limit` is in characters.
        """
        value = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
        value = value.strip()
        if required and not value:
            self.refuse(field, f"{label} belum diisi. Isi {label.lower()} lalu kirim kembali.")
        if len(value) > limit:
            self.refuse(
                field,
                f"{label} terlalu panjang ({len(value)} huruf; paling banyak {limit}). "
                "Singkat isinya.",
            )
        if any(char in _BIDI for char in value):
            self.refuse(
                field,
                f"{label} memuat tanda arah tulisan yang tidak terlihat (kanan-ke-kiri). "
                "Ketik ulang isinya tanpa menyalin dari tempat lain.",
            )
        elif any(unicodedata.category(c) in ("Cc", "Cs") and c not in _KEPT for c in value):
            self.refuse(
                field,
                f"{label} memuat tanda kendali yang tidak terlihat. Ketik ulang isinya.",
            )
        return value

    def done(self) -> None:
        """Raise BadInput with everything noted, if anything was."""
        if self.problems:
            raise BadInput(*self.problems)
