"""Twenty ways in which the data of a form can be hard to print, made from its sample.

Each is a function from the plain values of the sample to other plain values; a draft is drawn for
those in `DRAFTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from tests.unit.papers.samples import KEPT, filled

Data = Any
"""Plain values as `to_plain` gives them: a dictionary at the top."""
MANY = 40
PAGES = 12
LONG_NAME = ("Muhammad-Sangat-Panjang-" * 12 + "Namanya" * 2)[:300]
WORDS = (
    "Pada hari kejadian para pihak hadir di tempat itu dan menyatakan dukungan secara terbuka "
    "sehingga peristiwa tersebut dicatat, dipotret, dan dilaporkan kepada kantor. "
)
HOSTILE = (
    '<b>tebal</b><script>alert(1)</script><img src="http://127.0.0.1:9/x">',
    "{{7*7}} {% raw %} {{ cycler.__init__.__globals__ }} ${7*7} #{7*7}",
    "file:///etc/passwd http://169.254.169.254/ data:text/html,x url(paper:emblem.svg)",
    "</style><style>body{display:none}</style> --><!-- ]]> &amp; &#65;",
)
FOREIGN = "Budi \u202eibuD\u202c \u2066x\u2069 \U0001f600 \u0627\u0644 \x00\x07 Ünï ﷺ"


def shortest(data: Data) -> Data:
    """One letter in every field and one row in every list."""
    return filled(_rows(data, 1), "A")


def empty(data: Data) -> Data:
    """Nothing in any field, and no rows where there may be none."""
    return filled(_rows(data, 1), "")


def no_rows(data: Data) -> Data:
    """Lists that may be empty are empty."""
    return _rows(data, 0)


def long_names(data: Data) -> Data:
    """Three hundred letters without a space in every field."""
    return filled(data, LONG_NAME)


def long_words(data: Data) -> Data:
    """Three hundred letters of ordinary words in every field."""
    return filled(data, (WORDS * 3)[:300].strip())


def forty_rows(data: Data) -> Data:
    """Forty respondents, and forty of everything else that is listed."""
    return _rows(data, MANY)


def forty_long_rows(data: Data) -> Data:
    """Forty rows whose cells wrap."""
    return _rows(filled(data, "Kepala Desa Contoh Yang Bernama Panjang, S.Sos., M.Si."), MANY)


def narrative(data: Data) -> Data:
    """Twelve pages of account in the texts that are prose."""
    return _prose(data, "\n".join([WORDS * 4] * (PAGES * 7)))


def one_paragraph(data: Data) -> Data:
    """Prose of several pages without a single new line."""
    return _prose(data, WORDS * 90)


def many_lines(data: Data) -> Data:
    """Prose of a hundred short lines with blank ones between."""
    return _prose(data, "\r\n\r\n".join(f"Baris {n}" for n in range(100)))


def hostile(data: Data) -> Data:
    """Markup, template code and addresses in every field."""
    return filled(data, " ".join(HOSTILE))


def foreign(data: Data) -> Data:
    """Right-to-left marks, emoji, control characters; half a surrogate is no data at all."""
    return filled(data, FOREIGN)


def long_address(data: Data) -> Data:
    """An address of six lines in one."""
    place = (
        "Jalan Jenderal Sudirman Gang Melati Nomor 1234 Blok ZZ RT 003 RW 001 Kelurahan Contoh "
        "Sangat Panjang Sekali Kecamatan Contoh Kabupaten Bengkulu Selatan Provinsi Bengkulu 38511"
    )
    return _named(data, {"address", "place", "venue"}, place)


def titled_names(data: Data) -> Data:
    """Names with titles before and after."""
    return _named(
        data, {"name", "label", "respondent"}, "Prof. Dr. H. Contoh Nama, S.H., M.H., Ph.D."
    )


def unbreakable(data: Data) -> Data:
    """A web address longer than a line."""
    return filled(data, "https://contoh.example/" + "jalan" * 40 + "?a=" + "1" * 60)


def capitals(data: Data) -> Data:
    """Everything in capitals, the widest letters there are."""
    return filled(data, "WWWW MMMM WWWW MMMM KEPALA DESA CONTOH")


def digits(data: Data) -> Data:
    """Numbers that look like other numbers."""
    return filled(data, "001/LP/PG/Prov/07.00/XII/2024; Rp1.500.000.000,00; 3,5 %")


def quotes(data: Data) -> Data:
    """Quotation marks, dashes and special signs of ordinary typing."""
    return filled(data, "“Saya” ‘ikut’ – dan — ‹juga› … “100%” 1/2 ½ § 5° A&B C<D E>F \\ ` ´")


def draft(data: Data) -> Data:
    """The sample as a draft: no number, no date, the watermark."""
    return _named(data, {"nomor", "tanggal", "date"}, "")


def draft_of_forty(data: Data) -> Data:
    """Forty rows as a draft."""
    return _rows(draft(data), MANY)


SETS: Mapping[str, Callable[[Data], Data]] = {
    one.__name__: one
    for one in (
        shortest, empty, no_rows, long_names, long_words, forty_rows, forty_long_rows, narrative,
        one_paragraph, many_lines, hostile, foreign, long_address, titled_names, unbreakable,
        capitals, digits, quotes, draft, draft_of_forty,
    )
}  # fmt: skip
DRAFTS = frozenset({"draft", "draft_of_forty"})
# What must be found again letter by letter.
LITERAL: Mapping[str, tuple[str, ...]] = {
    "hostile": HOSTILE,
    "foreign": ("BudiibuDx[U+1F600][U+0627][U+0644][U+0000][U+0007]Ünï[U+FDFA]",),
}
# Those that `make test` draws too.
IN_THE_GATE = ("long_names", "hostile", "empty")
# Where an empty list has no meaning: who takes part, who signs.
_NEVER_EMPTY = frozenset({"institution", "address", "examiners", "groups", "attendance"})
# What officers and reporters write at length; the first one a form has is made long.
_PROSE = ("account", "analysis", "result", "explanation", "reason", "closing", "request")
_ANSWERS = "answers"


def make(name: str, sample: Data) -> tuple[dict[str, Any], bool]:
    """The data of a set and whether they are drawn as a draft; the sample stays as it is."""
    return SETS[name](deepcopy(sample)), name in DRAFTS


def _rows(value: Any, count: int, key: str = "") -> Any:
    """Every list at that length: its rows over and over."""
    if isinstance(value, dict):
        return {
            name: item if name in KEPT else _rows(item, count, name) for name, item in value.items()
        }
    if not isinstance(value, list):
        return value
    if count == 0 and key in _NEVER_EMPTY:
        return [_rows(item, count) for item in value]
    if key in ("address", "institution", "days"):
        return value[: max(1, count)]
    # A list within a list keeps its length: forty times forty is no paper.
    return [_rows(value[i % len(value)], min(count, 1)) for i in range(count)] if value else value


def _prose(data: Data, text: str) -> Data:
    """The text in the first field that is prose, or in the first answer of minutes."""
    if _ANSWERS in data:
        first, *others = data[_ANSWERS]
        return {**data, _ANSWERS: [{**first, "answer": text}, *others]}
    for name in _PROSE:
        if isinstance(data.get(name), str):
            return {**data, name: text}
    return data


def _named(value: Any, names: set[str], text: str) -> Any:
    """The text in every string field with one of these names."""
    if isinstance(value, dict):
        return {
            name: item
            if name in KEPT
            else [text]
            if name in names and isinstance(item, list) and name == "address"
            else text
            if name in names and isinstance(item, str)
            else _named(item, names, text)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [_named(item, names, text) for item in value]
    return value
