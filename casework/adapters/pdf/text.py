"""Makes any text printable in the letter fonts, on every machine in the same way.

What a fallback font would draw differs from machine to machine and may not be embeddable, and a
direction mark can turn a line around. So invisible format characters are left out, and control
characters and those outside the letter fonts print as their code, `[U+1F600]`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Set as AbstractSet


def printable(value: object, coverage: AbstractSet[int]) -> object:
    """Clean every string inside plain JSON values; `coverage` holds the drawable code points."""
    if isinstance(value, str):
        return clean(value, coverage)
    if isinstance(value, dict):
        return {key: printable(item, coverage) for key, item in value.items()}
    if isinstance(value, list):
        return [printable(item, coverage) for item in value]
    return value


def clean(text: str, coverage: AbstractSet[int]) -> str:
    """Clean one string.

    >>> clean("Budi\\u202e \\x00 \\U0001f600", frozenset(range(0x20, 0x7F)))
    'Budi [U+0000] [U+1F600]'
    """
    if text.isascii() and text.isprintable():
        return text
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(_glyph(char, coverage) for char in plain)


def _glyph(char: str, coverage: AbstractSet[int]) -> str:
    if char in "\n\t":
        return char
    category = unicodedata.category(char)
    if category == "Cf" or "\ufe00" <= char <= "\ufe0f":
        return ""
    if category in {"Zl", "Zp"}:
        return "\n"
    # Some fonts have a glyph for a control character; none is ever drawn.
    drawable = category not in {"Cc", "Cs", "Cn"} and ord(char) in coverage
    return char if drawable else f"[U+{ord(char):04X}]"
