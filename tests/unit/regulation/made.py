"""A made regulation of 90 articles that holds the words the law data quotes, and its print.

Nothing in it is law: the quotes stand at the articles that entries cite, the rest is invented.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape

from weasyprint import HTML

from casework.adapters import rulebook
from casework.engine.regulation.targets import Target, targets
from casework.engine.regulation.text import Address, Kind, Part
from casework.engine.regulation.wording import segments

INSTRUMENTS = ("perbawaslu-8-2020", "perbawaslu-9-2020", "perbawaslu-7-2022", "perbawaslu-8-2022")
ARTICLES = 90
_OPENING = (
    "PERATURAN BADAN PENGAWAS PEMILIHAN UMUM NOMOR 1 TAHUN 2027 TENTANG CONTOH",
    "Menimbang : bahwa untuk kepastian diperlukan naskah contoh;",
    "MEMUTUSKAN: Menetapkan : PERATURAN BADAN TENTANG CONTOH.",
)
_CLOSING = ("Ditetapkan di Jakarta pada tanggal 1 Maret 2027",)
_ANNEX = (
    "LAMPIRAN PERATURAN BADAN NOMOR 1 TAHUN 2027",
    "FORMULIR CONTOH Nomor ……",
    "1. Identitas Pelapor: a. Nama; b. Alamat; c. Nomor telepon",
)
_SUBJECTS = ("Pengawas Pemilihan", "Majelis pemeriksa", "Sekretariat", "Petugas penerima")
_VERBS = ("menyusun", "menyimpan", "mengumumkan", "memutakhirkan", "memeriksa", "mencatat")
_THINGS = ("daftar hadir", "jurnal harian", "peta kerawanan", "rencana kerja", "laporan kegiatan",
           "arsip elektronik", "buku tamu", "jadwal piket")  # fmt: skip
_WAYS = ("secara berkala", "dengan saksama", "melalui sistem informasi", "sesuai kebutuhan",
         "menurut tata kearsipan", "dengan penuh pertanggungjawaban")  # fmt: skip


@dataclass
class Made:
    """The sentences of a regulation by address; a change of one is a deviation."""

    said: dict[Address, str] = field(default_factory=dict)

    @property
    def tree(self) -> tuple[Part, ...]:
        """The whole regulation as parts: three chapters of articles, and what stands around."""
        articles = [_article(str(number), self.said) for number in range(1, ARTICLES + 1)]
        chapters = [
            Part(Kind.BAB, number, title, tuple(articles[start:end]))
            for number, title, start, end in (
                ("I", "KETENTUAN UMUM", 0, 4),
                ("II", "PENANGANAN", 4, 60),
                ("III", "KETENTUAN PENUTUP", 60, ARTICLES),
            )
        ]
        return tuple(chapters)

    def words(self, article: str) -> str:
        """Everything an article says, without its labels."""
        return " ".join(text for at, text in sorted(self.said.items()) if at.article == article)

    def changed(self, at: Address, how: Callable[[str], str]) -> Made:
        """The regulation with another sentence at an address."""
        said = dict(self.said)
        said[at] = how(said[at])
        return Made(said)

    def printed(self) -> bytes:
        """The PDF in the official layout."""
        content: bytes = HTML(string=_page(self.tree)).write_pdf()
        return content


def _article(number: str, said: Mapping[Address, str]) -> Part:
    mine = sorted(at for at in said if at.article == number)
    paragraphs = list(dict.fromkeys(at.paragraph for at in mine if at.paragraph))
    if not paragraphs:
        return _part(Kind.PASAL, number, Address(number), said)
    found = tuple(_part(Kind.AYAT, one, Address(number, one), said) for one in paragraphs)
    return Part(Kind.PASAL, number, "", found)


def _part(kind: Kind, number: str, at: Address, said: Mapping[Address, str]) -> Part:
    letters = sorted(one for one in said if one.letter and at.holds(one))
    below = tuple(Part(Kind.HURUF, one.letter, said[one]) for one in letters)
    return Part(kind, number, said[at], below)


@cache
def every_target() -> tuple[Target, ...]:
    """The entries that quote one of the instruments and name its article."""
    law = rulebook.load()
    return tuple(
        one
        for name in INSTRUMENTS
        for one in targets(law, name)
        if one.quote and one.cited and all(int(at.article) <= ARTICLES for at in one.cited)
    )


@cache
def made() -> Made:
    """The regulation that says at each article what the law data quotes of it."""
    quotes: dict[Address, list[str]] = defaultdict(list)
    for target in every_target():
        quotes[target.cited[0]].append(target.quote)
    return Made(_complete(quotes))


def _complete(quotes: Mapping[Address, list[str]]) -> dict[Address, str]:
    """A sentence for every paragraph and letter up to the last one that is cited."""
    chance = random.Random(8)
    said: dict[Address, str] = {}
    for number in range(1, ARTICLES + 1):
        article = str(number)
        mine = [at for at in quotes if at.article == article]
        paragraphs = max((int(at.paragraph or 0) for at in mine), default=0)
        lettered = any(at.letter for at in mine)
        if not paragraphs and (lettered or chance.random() < 0.5):
            paragraphs = 0 if lettered else chance.choice((0, 2, 3))
        steps = [str(one) for one in range(1, paragraphs + 1)] or [""]
        if len(steps) == 1 and steps[0]:
            steps.append("2")
        for step in steps:
            at = Address(article, step)
            here = quotes.get(at, [])
            if step in ("", "1"):
                here = [*here, *(quotes.get(Address(article), []) if step else [])]
            letters_of = {step, ""} if step == "1" else {step}
            lettered_here = [one for one in mine if one.letter and one.paragraph in letters_of]
            last = max((ord(one.letter) for one in lettered_here), default=0)
            said[at] = _sentence(here, chance, ":" if last else ".")
            letters = (
                [chr(code) for code in range(ord("a"), max(last, ord("b")) + 1)] if last else []
            )
            for letter in letters:
                inner = Address(article, step, letter)
                end = "." if letter == letters[-1] else ";"
                there = [one for at in lettered_here if at.letter == letter for one in quotes[at]]
                said[inner] = _sentence(there, chance, end)
    return said


def _sentence(quotes: Iterable[str], chance: random.Random, end: str) -> str:
    words = _invented(chance)
    for quote in quotes:
        # What a quote leaves out stands there too.
        whole = " yang selanjutnya ".join(
            piece.strip() for piece in quote.replace("[...]", "...").split("...")
        )
        if whole.casefold() not in words.casefold():
            words = f"{words} dengan memperhatikan bahwa {whole.rstrip('.;:')} menurut naskah ini"
    return f"{words}{end}"


def _invented(chance: random.Random) -> str:
    parts = (chance.choice(kind) for kind in (_SUBJECTS, _VERBS, _THINGS, _WAYS))
    return " ".join(parts)


def naively_there(target: Target, said: Made) -> bool:
    """Whether the article named says the quote, by looking for its letters alone."""
    text = _letters(said.words(target.cited[0].article))
    return all(_letters(" ".join(piece)) in text for piece in segments(target.quote))


def _letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


_STYLE = """
@page { size: A4; margin: 3cm 2.5cm 2.5cm;
        @top-center { content: "- " counter(page) " -"; font: 12pt "Liberation Serif" } }
@page :first { @top-center { content: none } }
html { font: 12pt/1.4 "Liberation Serif" }
.emblem { width: 2cm; height: 2cm; border: 1pt solid; border-radius: 1cm; margin: 0 auto 12pt }
h1, h2 { font-size: 12pt; font-weight: normal; text-align: center; margin: 10pt 0 0 }
p { text-align: justify; hyphens: auto; hyphenate-character: "-"; margin: 4pt 0 }
.ayat { margin-left: 1cm; text-indent: -1cm } .huruf { margin-left: 2cm; text-indent: -1cm }
.annex { break-before: page }
"""
_FORMS = {Kind.AYAT: "({}) ", Kind.HURUF: "{}. "}


def _page(tree: Iterable[Part]) -> str:
    body = ['<div class="emblem"></div>', *(f"<h1>{escape(one)}</h1>" for one in _OPENING)]
    for part in tree:
        body += _html(part)
    body += [f"<p>{escape(one)}</p>" for one in _CLOSING]
    for number in (1, 2):
        lines = _ANNEX if number == 1 else ("2. Identitas Terlapor: a. Nama; b. Alamat",)
        body += [f'<div class="annex">{"".join(f"<p>{escape(one)}</p>" for one in lines)}</div>']
    return f'<html lang="id"><style>{_STYLE}</style>{"".join(body)}</html>'


def _html(part: Part) -> list[str]:
    inside = [line for one in part.parts for line in _html(one)]
    if part.kind is Kind.BAB:
        return [f"<h1>BAB {part.number}</h1><h1>{escape(part.words)}</h1>", *inside]
    if part.kind is Kind.PASAL:
        own = [f"<p>{escape(part.words)}</p>"] if part.words else []
        return [f"<h2>Pasal {part.number}</h2>", *own, *inside]
    label = _FORMS[part.kind].format(part.number)
    return [f'<p class="{part.kind.value}">{label}{escape(part.words)}</p>', *inside]
