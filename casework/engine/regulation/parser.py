"""Reads the lines of an Indonesian regulation into its parts.

The layout is that of UU 12/2011, Lampiran II: BAB, Bagian, Paragraf and Pasal on lines of their
own; inside an article (1), a., 1., a) and 1). A label counts where it is the next one of an open
list and the words before it do not lead into it ("sebagaimana dimaksud pada ayat").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from casework.engine.regulation.pages import Page, Row, joined, rows, vocabulary
from casework.engine.regulation.text import HEADINGS, OUTSIDE, ROMAN, Kind, Part, Place, Regulation

_PASAL: Final = re.compile(r"Pasal (\d+\s?[A-Z]{0,2}|[IVX]+)")
_TITLES: Final = (
    (Kind.BAB, re.compile(r"BAB ([IVXLC]+[A-Z]?)(?: ([A-Z][^a-z]+))?")),
    (
        Kind.BAGIAN,
        re.compile(
            r"Bagian (Pertama|Ke[a-z]+(?: (?:[Bb]elas|[Pp]uluh)(?: [A-Za-z]+)?)?)"
            r"(?: ([A-Z].+))?"
        ),
    ),
    (Kind.PARAGRAF, re.compile(r"Paragraf (\d+[A-Z]?)(?: ([A-Z].+))?")),
)
_LABELS: Final = (
    (Kind.AYAT, re.compile(r"\(\s?(\d{1,2}[a-z]?)\s?\)(?:\s+(.*))?")),
    (Kind.HURUF, re.compile(r"([a-z]{1,2})\.(?:\s+(.*))?")),
    (Kind.ANGKA, re.compile(r"(\d{1,3}[a-z]?)\.(?:\s+(.*))?")),
    (Kind.SUBHURUF, re.compile(r"([a-z]{1,2})\)(?:\s+(.*))?")),
    (Kind.SUBANGKA, re.compile(r"(\d{1,3})\)(?:\s+(.*))?")),
)
_CLOSES: Final = re.compile(r"Agar setiap orang mengetahuinya|Ditetapkan di\b")
_EXPLAINS: Final = re.compile(r"PENJELASAN(?: ATAS)?")
_ANNEX: Final = re.compile(r"LAMPIRAN\b.*")
_INSTRUCTS: Final = re.compile(
    r"(?:Ketentuan|Di antara|Setelah|Sesudah|Pasal|Judul|Bab|BAB|Bagian|Paragraf|Lampiran|"
    r"Penjelasan|Beberapa|Menambah|Mengubah|Menghapus)\b"
)
# After these words a number belongs to the sentence.
_LEADS_IN: Final = frozenset(
    {
        "ayat", "huruf", "angka", "pasal", "nomor", "tahun", "butir", "model", "bab", "bagian",
        "paragraf", "sampai", "dengan", "dalam", "pada", "no", "jo", "lampiran", "dari",
        "ketentuan", "yakni", "tanggal", "pukul",
    }
)  # fmt: skip
_OR: Final = frozenset({"dan", "atau", "dan/atau", "serta"})
_ENDS: Final = (".", ";", ":", "; dan", "; atau", "; dan/atau", ", dan", ", atau", ", dan/atau")


@dataclass
class _Open:
    """A part that still takes lines."""

    kind: Kind
    number: str
    lines: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    parts: list[_Open] = field(default_factory=list)

    def take(self, text: str, row: Row) -> None:
        """Add a line, or the rest of one behind a label."""
        if text:
            self.lines.append(text)
        last = self.places[-1] if self.places else None
        if last and last.page == row.page:
            self.places[-1] = Place(row.page, last.first, row.line)
        else:
            self.places.append(Place(row.page, row.line, row.line))

    def close(self, known: frozenset[str]) -> Part:
        """The part as it was read."""
        return Part(
            self.kind,
            self.number,
            joined(self.lines, known),
            tuple(one.close(known) for one in self.parts),
            tuple(self.places),
        )


class _Reader:
    """Goes through the lines once; `chain` are the open parts, the outermost first."""

    def __init__(self) -> None:
        self.top: list[_Open] = [_Open(Kind.OPENING, "")]
        self.chain: list[_Open] = [self.top[0]]
        self.doubts: list[str] = []
        self.amends = False

    def read(self, row: Row) -> None:
        """Put one line where it belongs."""
        deepest = self.chain[-1]
        if self._outside(row):
            return
        if deepest.kind in OUTSIDE and deepest.kind is not Kind.OPENING:
            deepest.take(row.text, row)
            return
        if self._title(row) or self._article(row):
            return
        if deepest.kind is not Kind.OPENING and self._label(row):
            return
        deepest.take(row.text, row)

    def _outside(self, row: Row) -> bool:
        """Closing words, explanation and annex stand by themselves."""
        here = self.chain[0].kind
        after = here in OUTSIDE and here is not Kind.OPENING
        if _EXPLAINS.fullmatch(row.text) and here is not Kind.OPENING:
            self._start(_Open(Kind.EXPLANATION, ""), row)
        elif _ANNEX.fullmatch(row.text) and after and here is not Kind.ANNEX:
            self._start(_Open(Kind.ANNEX, "1"), row)
        elif here is Kind.ANNEX and self.chain[0].places[-1].page != row.page:
            self._start(_Open(Kind.ANNEX, str(int(self.chain[0].number) + 1)), row)
        elif _CLOSES.match(row.text) and not after and here is not Kind.OPENING:
            self._start(_Open(Kind.CLOSING, ""), row)
        else:
            return False
        return True

    def _start(self, one: _Open, row: Row) -> None:
        one.take(row.text, row)
        self.top.append(one)
        self.chain = [one]

    def _title(self, row: Row) -> bool:
        """A chapter, section or subsection, whose title follows."""
        for kind, form in _TITLES:
            found = form.fullmatch(row.text)
            if found is None or _leads_in(self.chain[-1].lines, ","):
                continue
            above = [one for one in self.chain if one.kind in HEADINGS and _rank(one) < _RANK[kind]]
            one = _Open(kind, found[1])
            one.take(found[2] or "", row)
            self._hang(above, one)
            return True
        return False

    def _article(self, row: Row) -> bool:
        found = _PASAL.fullmatch(row.text)
        if found is None or _leads_in(self.chain[-1].lines, ","):
            return False
        number = found[1].replace(" ", "")
        if ROMAN.fullmatch(number):
            self.amends = True
            above: list[_Open] = []
        elif self.amends:
            # The new wording of an article stands under the instruction that gives it.
            roman = [one for one in self.chain[:2] if one.kind in (Kind.PASAL, Kind.ANGKA)]
            above = roman or [one for one in self.chain if one.kind in HEADINGS]
        else:
            above = [one for one in self.chain if one.kind in HEADINGS]
        one = _Open(Kind.PASAL, number)
        one.take("", row)
        self._hang(above, one)
        return True

    def _label(self, row: Row) -> bool:
        """The next item of an open list, or the first of a new one inside the deepest part."""
        for kind, form in _LABELS:
            found = form.fullmatch(row.text)
            if found is None:
                continue
            number, rest = found[1], found[2] or ""
            at = self._item(kind, number, rest)
            if at is None:
                continue
            one = _Open(kind, number)
            one.take(rest, row)
            self._hang(self.chain[:at], one)
            return True
        return False

    def _item(self, kind: Kind, number: str, rest: str) -> int | None:
        """How many open parts stay above the new item; None where this is no item."""
        lines = self.chain[-1].lines
        if _leads_in(lines):
            return None
        same = [at for at, one in enumerate(self.chain) if one.kind is kind]
        if kind is Kind.ANGKA and self.amends and len(same) > 1 and _INSTRUCTS.match(rest):
            same = same[:1]
        for at in reversed(same):
            if _follows(self.chain[at].number, number):
                return at
        if self._first(kind, number, same):
            return len(self.chain)
        for at in reversed(same):
            # A label was not read, e.g. in a poor scan: the gap is told, the item kept.
            if _after(self.chain[at].number, number) and _ended(lines):
                self.doubts.append(
                    f"{self._place()}: sesudah {kind.value} {self.chain[at].number} langsung "
                    f"{kind.value} {number}."
                )
                return at
        return None

    def _first(self, kind: Kind, number: str, same: list[int]) -> bool:
        deepest = self.chain[-1]
        articles = [at for at, one in enumerate(self.chain) if one.kind is Kind.PASAL]
        if number not in ("1", "a") or not articles or any(at > articles[-1] for at in same):
            return False
        if kind is Kind.AYAT:
            return deepest.kind is Kind.PASAL and not deepest.lines
        return deepest.kind not in HEADINGS and not deepest.parts

    def _hang(self, above: Sequence[_Open], one: _Open) -> None:
        (above[-1].parts if above else self.top).append(one)
        self.chain = [*above, one]

    def _place(self) -> str:
        article = next((one for one in reversed(self.chain) if one.kind is Kind.PASAL), None)
        return f"Pasal {article.number}" if article else "Pembukaan"


def parse(pages: Iterable[Page]) -> Regulation:
    """Read a regulation from its pages; what could not be read for sure is told in `doubts`."""
    read = list(pages)
    lines = rows(read)
    reader = _Reader()
    for row in lines:
        reader.read(row)
    known = vocabulary(lines)
    parts = tuple(one.close(known) for one in reader.top if one.lines or one.parts or one.number)
    scanned = [str(page.number) for page in read if page.scanned]
    doubts = list(reader.doubts)
    if scanned:
        doubts.insert(0, f"Halaman tanpa teks (pindaian) tidak dibaca: {', '.join(scanned)}.")
    recognised = frozenset(page.number for page in read if page.recognised)
    if recognised:
        doubts.insert(
            0,
            "Dibaca dari gambar dengan pengenalan huruf (OCR), jadi hurufnya dapat keliru: halaman "
            f"{', '.join(map(str, sorted(recognised)))}. Bandingkan setiap bunyi dengan gambarnya.",
        )
    return Regulation(parts, (*doubts, *_gaps(parts)), recognised)


def _gaps(parts: Iterable[Part]) -> Iterator[str]:
    """Articles that are missing between two others, or stand twice."""
    articles = [one.number for one in _articles(parts)]
    if any(ROMAN.fullmatch(one) for one in articles):
        return
    before = 0
    seen: set[str] = set()
    for number in articles:
        if number in seen:
            yield f"Pasal {number} terbaca dua kali."
        seen.add(number)
        value = _value(number)[0]
        if value > before + 1:
            missing = range(before + 1, value)
            yield f"Tidak terbaca: {', '.join(f'Pasal {one}' for one in missing)}."
        before = max(before, value)


def _articles(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        if part.kind is Kind.PASAL:
            yield part
        elif part.kind in HEADINGS:
            yield from _articles(part.parts)


_RANK: Final = {Kind.BAB: 0, Kind.BAGIAN: 1, Kind.PARAGRAF: 2}


def _rank(one: _Open) -> int:
    return _RANK[one.kind]


def _leads_in(lines: Sequence[str], open_end: str = "\0") -> bool:
    """Whether the words before lead into a number: "sebagaimana dimaksud pada ayat"."""
    if not lines:
        return False
    words = lines[-1].casefold().split()
    if not words:
        return False
    if words[-1] in _LEADS_IN:
        return True
    if words[-1] in _OR:
        return len(words) > 1 and not words[-2].endswith((";", ",", ":"))
    return words[-1].endswith(open_end)


def _ended(lines: Sequence[str]) -> bool:
    return not lines or lines[-1].endswith(_ENDS)


def _value(number: str) -> tuple[int, str]:
    """A number and the letters behind it; a letter counts from 1, "aa" after "z"."""
    digits = re.match(r"\d+", number)
    if digits:
        return int(digits[0]), number[digits.end() :]
    return (len(number) - 1) * 26 + ord(number[0]) - 96, ""


def _follows(before: str, number: str) -> bool:
    """Whether a label is the one after another.

    >>> _follows("2", "3"), _follows("2", "2a"), _follows("z", "aa"), _follows("a", "c")
    (True, True, True, False)
    """
    (one, mine), (other, theirs) = _value(before), _value(number)
    if other == one + 1:
        return not theirs
    return other == one and bool(theirs) and theirs == (chr(ord(mine) + 1) if mine else "a")


def _after(before: str, number: str) -> bool:
    return _value(number) > _value(before)
