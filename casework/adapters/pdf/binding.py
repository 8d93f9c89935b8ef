"""Keeps on one line what is read as one: numbers, dates, hours, units, articles."""

from __future__ import annotations

import re
from typing import Final

# A line ends at no such space, unless the line is shorter than the whole.
_FAST: Final = "\u00a0"
_MONTHS: Final = (
    "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
)
_UNITS: Final = "hari|jam|menit|orang|anggota|rangkap|berkas|lembar|buah|terlapor|objek"
_SPACES: Final = re.compile(
    "|".join(
        (
            rf"(?<=\d) (?=(?:{_MONTHS})\b)",
            *(rf"(?<=\b{month}) (?=\d{{4}}\b)" for month in _MONTHS.split("|")),
            r"(?<=\bpukul) (?=\d)",
            r"(?<=\d\.\d\d) (?=WI(?:B|TA|T)\b)",
            r"(?<=\d) (?=\([a-z])",
            rf"(?<=\)) (?=(?:{_UNITS})\b)",
            rf"(?<=\d) (?=(?:{_UNITS})\b)",
            # A long number may begin a line: tied to its word it would tear the line before open.
            r"(?<=\bNomor) (?=\d{1,4}\b(?!/))",
            *(rf"(?<=\b{word}) (?=\d)" for word in ("Pasal", "Tahun", "angka", "Rp")),
            r"(?<=\bhuruf) (?=[a-z]\b)",
            r"(?<=\bayat) (?=\()",
        )
    )
)
# The number of a case, a letter or a judgment: parts between two slashes or more.
_NUMBER: Final = re.compile(
    r"(?<![\w/:.])(?=[^\s<]*\d)\w[\w.-]{0,11}(?:/\w[\w.-]{0,11}){1,6}/[\w.-]{0,11}\w(?![\w/])"
)
# A sheet within the page is no text either.
_TAG: Final = re.compile(r"(<style\b.*?</style>|<[^>]*>)", re.DOTALL)


def bound(html: str) -> str:
    """Bind what is read as one in the text of a page; its tags and its head stay as they are.

    >>> bound("<title>15 September</title><body><p>15 September 2024</p>").count("\\u00a0")
    2
    """
    head, body, rest = html.partition("<body")
    parts = _TAG.split(body + rest)
    parts[::2] = map(_bound_text, parts[::2])
    return head + "".join(parts)


def _bound_text(text: str) -> str:
    fast = _SPACES.sub(_FAST, text)
    return _NUMBER.sub(lambda found: f'<span class="number">{found[0]}</span>', fast)
