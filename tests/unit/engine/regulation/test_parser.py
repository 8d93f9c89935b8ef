"""What is drawn is read back, part for part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.engine.regulation.pages import Page
from casework.engine.regulation.parser import parse
from casework.engine.regulation.text import HEADINGS, Address, Kind, Part, Regulation
from tests.regulations import Print, draw

WORDS = (
    "laporan", "pelapor", "terlapor", "saksi-saksi", "pemeriksaan", "kelengkapan", "sebagaimana",
    "dimaksud", "penyelenggara", "Pemilihan", "dan/atau", "Bawaslu", "Provinsi", "rekomendasi",
    "sekurang-kurangnya", "klarifikasi", "dilakukan", "oleh", "Pengawas", "mempertimbangkan",
    "Kabupaten/Kota", "menyampaikan", "bukti", "dugaan", "pelanggaran", "ketentuan", "dalam",
)  # fmt: skip
REFERENCES = (
    "sebagaimana dimaksud pada ayat (1)", "sebagaimana dimaksud pada ayat (2) huruf a",
    "sebagaimana dimaksud dalam Pasal 5", "paling lama 2 (dua) hari", "huruf a dan huruf b",
    "dalam waktu 1 x 24 (satu kali dua puluh empat) jam", "ayat (1), ayat (2), dan ayat (3)",
    "Formulir Model A.7", "Peraturan Badan Nomor 8 Tahun 2020",
)  # fmt: skip
run = st.lists(st.sampled_from((*WORDS, *WORDS, *REFERENCES)), min_size=2, max_size=14)


@st.composite
def sentence(draw_: st.DrawFn, end: str = ".") -> str:
    """A sentence that begins as one."""
    return f"Setiap {' '.join(draw_(run))}{end}"


LOWER = (Kind.HURUF, Kind.ANGKA, Kind.SUBHURUF, Kind.SUBANGKA)


@st.composite
def items(draw_: st.DrawFn, level: int = 0) -> tuple[Part, ...]:
    """A list of items: letters, in them numbers, and so on down."""
    kind = LOWER[level]
    count = draw_(st.sampled_from((2, 3, 5) if level else (2, 3, 3, 4, 28)))
    letters = kind in (Kind.HURUF, Kind.SUBHURUF)
    found = []
    for number in range(1, count + 1):
        below: tuple[Part, ...] = ()
        if level < len(LOWER) - 1 and draw_(st.integers(0, 5)) == 0:
            below = draw_(items(level + 1))
        last = number == count and not level
        end = ":" if below else "." if last else "; dan" if number == count - 1 else ";"
        name = letter(number) if letters else str(number)
        found.append(Part(kind, name, " ".join(draw_(run)) + end, below))
    return tuple(found)


def letter(number: int) -> str:
    """a … z, aa, bb …

    >>> letter(1), letter(27)
    ('a', 'aa')
    """
    times, rest = divmod(number - 1, 26)
    return chr(97 + rest) * (times + 1)


@st.composite
def article(draw_: st.DrawFn, number: str) -> Part:
    """One article: plain, with a list, or of paragraphs."""
    shape = draw_(st.sampled_from(("plain", "list", "ayat")))
    if shape == "plain":
        return Part(Kind.PASAL, number, draw_(sentence()))
    if shape == "list":
        return Part(Kind.PASAL, number, draw_(sentence(":")), draw_(items()))
    numbers = draw_(st.sampled_from((("1", "2"), ("1", "2", "2a", "3"), ("1", "2", "3", "4", "5"))))
    found = []
    for one in numbers:
        below = draw_(st.one_of(st.just(()), items()))
        found.append(Part(Kind.AYAT, one, draw_(sentence(":" if below else ".")), below))
    return Part(Kind.PASAL, number, "", tuple(found))


@st.composite
def regulation(draw_: st.DrawFn) -> tuple[Part, ...]:
    """Chapters of articles, some with sections and subsections, and what stands before and after.

    Articles count through, and some are inserted: 17A.
    """
    count = 0

    def next_articles() -> tuple[Part, ...]:
        nonlocal count
        found = []
        for _ in range(draw_(st.integers(1, 2))):
            count += 1
            found.append(draw_(article(str(count))))
            if draw_(st.integers(0, 6)) == 0:
                found.append(draw_(article(f"{count}A")))
        return tuple(found)

    def part(kind: Kind, number: str, make: Callable[[], tuple[Part, ...]]) -> Part:
        title = draw_(st.sampled_from(("Umum", "Penanganan Laporan", "Tata Cara")))
        said = title.upper() if kind is Kind.BAB else title
        return Part(kind, number, said, make())

    def sections() -> tuple[Part, ...]:
        shape = draw_(st.integers(0, 2))
        if shape == 0:
            return next_articles()
        if shape == 1:
            return tuple(part(Kind.BAGIAN, one, next_articles) for one in ("Kesatu", "Kedua"))
        return (
            part(
                Kind.BAGIAN,
                "Kesatu",
                lambda: tuple(part(Kind.PARAGRAF, one, next_articles) for one in ("1", "2")),
            ),
        )

    opening = Part(Kind.OPENING, "", "PERATURAN BADAN TENTANG PENANGANAN MEMUTUSKAN: Menetapkan:")
    closing = Part(Kind.CLOSING, "", "Ditetapkan di Jakarta pada tanggal 30 September 2024")
    chapters = draw_(st.sampled_from(((), ("I",), ("I", "II", "III"))))
    if not chapters:
        return (opening, *next_articles(), closing)
    return (opening, *(part(Kind.BAB, one, sections) for one in chapters), closing)


def told_apart(parts: tuple[Part, ...], count: Iterator[int]) -> tuple[Part, ...]:
    """The tree with a word of its own in every few words: no line of it stands on most pages."""
    found = []
    for part in parts:
        words = part.words
        if part.kind not in HEADINGS:
            every = words.split(" ")
            mixed = [
                f"{word} {code(next(count))}" if at % 3 == 2 and len(every[at + 1]) > 3 else word
                for at, word in enumerate(every[:-2])
            ]
            words = " ".join([*mixed, *every[-2:]])
        found.append(replace(part, words=words, parts=told_apart(part.parts, count)))
    return tuple(found)


def code(number: int) -> str:
    """A word for a number: letters only.

    >>> code(27)
    'kodebb'
    """
    text = ""
    while number or not text:
        number, rest = divmod(number, 26)
        text += chr(97 + rest)
    return f"kode{text}"


prints = st.builds(
    Print,
    width=st.integers(44, 90),
    height=st.integers(5, 40),
    breaks=st.sampled_from((0.0, 0.3, 1.0)),
    head=st.sampled_from(("", "2020, No.1112", "www.peraturan.go.id")),
    seed=st.integers(0, 1000),
)


@settings(max_examples=40)
@given(regulation(), prints)
def test_what_is_drawn_is_read_back(tree: tuple[Part, ...], how: Print) -> None:
    text = told_apart(tree, count())
    found = parse(draw(text, how))
    assert found.parts == text
    assert found.doubts == ()


def read(*lines: str) -> Regulation:
    """What one page says."""
    return parse([Page(1, lines)])


def words_at(found: Regulation) -> dict[str, str]:
    """The words by their address as people write it."""
    return {str(one.address): one.words for one in found.passages}


def test_a_number_that_begins_a_line_within_a_sentence_is_no_label() -> None:
    found = read(
        "Pasal 9",
        "(1) Laporan sebagaimana dimaksud dalam Pasal 8 ayat",
        "(2) huruf",
        "a. yang disampaikan sesuai Peraturan Nomor",
        "1. Tahun 2020 memuat:",
        "a. identitas; dan",
        "b. bukti.",
        "(2) Kajian awal dilakukan.",
    )
    assert words_at(found) == {
        "Pasal 9 ayat (1)": "Laporan sebagaimana dimaksud dalam Pasal 8 ayat (2) huruf a. yang "
        "disampaikan sesuai Peraturan Nomor 1. Tahun 2020 memuat:",
        "Pasal 9 ayat (1) huruf a": "identitas; dan",
        "Pasal 9 ayat (1) huruf b": "bukti.",
        "Pasal 9 ayat (2)": "Kajian awal dilakukan.",
    }


def test_the_new_wording_of_an_article_stands_under_its_own_number() -> None:
    found = read(
        "Pasal I",
        "Beberapa ketentuan diubah sebagai berikut:",
        "1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:",
        "Pasal 1",
        "Dalam Peraturan Badan ini yang dimaksud dengan:",
        "1. Pemilihan adalah kedaulatan.",
        "2. Hari adalah hari kalender.",
        "2. Ketentuan Pasal 9 ayat (2) diubah sehingga berbunyi sebagai berikut:",
        "Pasal 9",
        "(1) Pelapor menyampaikan laporan.",
        "(2) Laporan dilengkapi paling lama 3 (tiga) hari.",
        "3. Di antara Pasal 9 dan Pasal 10 disisipkan 1 (satu) pasal, yakni",
        "Pasal 9A sehingga berbunyi sebagai berikut:",
        "Pasal 9A",
        "Laporan dapat disampaikan secara daring.",
        "Pasal II",
        "Peraturan Badan ini mulai berlaku pada tanggal diundangkan.",
    )
    amended = {str(one.address): one.amending for one in found.passages if one.amending}
    assert amended == {
        "Pasal 1": "1",
        "Pasal 1 angka 1": "1",
        "Pasal 1 angka 2": "1",
        "Pasal 9 ayat (1)": "2",
        "Pasal 9 ayat (2)": "2",
        "Pasal 9A": "3",
    }
    assert words_at(found)["Pasal I angka 3"].endswith(
        "yakni Pasal 9A sehingga berbunyi sebagai berikut:"
    )
    assert found.doubts == ()


def test_explanation_and_annex_are_no_articles() -> None:
    found = parse(
        [
            Page(1, ("Pasal 1", "Hari adalah hari kalender.", "Ditetapkan di Jakarta")),
            Page(2, ("PENJELASAN", "ATAS", "Pasal 1", "Cukup jelas.")),
            Page(3, ("LAMPIRAN I", "FORMULIR LAPORAN", "1. Identitas Pelapor")),
            Page(4, ("2. Identitas Terlapor",)),
        ]
    )
    kinds = [(one.kind, one.page) for one in found.passages]
    assert kinds == [
        (Kind.PASAL, 1), (Kind.CLOSING, 1), (Kind.EXPLANATION, 2), (Kind.ANNEX, 3), (Kind.ANNEX, 4),
    ]  # fmt: skip


def test_what_was_not_read_is_told() -> None:
    found = parse(
        [
            Page(
                1, ("Pasal 1", "(1) Laporan diterima.", "(3) Laporan dikaji.", "Pasal 2", "Cukup.")
            ),
            Page(2, (), scanned=True),
            Page(3, ("Pasal 5", "a. satu;", "c. tiga.", "Pasal 5", "Dua kali.")),
        ]
    )
    assert found.doubts == (
        "Halaman tanpa teks (pindaian) tidak dibaca: 2.",
        "Pasal 1: sesudah ayat 1 langsung ayat 3.",
        "Pasal 5: sesudah huruf a langsung huruf c.",
        "Tidak terbaca: Pasal 3, Pasal 4.",
        "Pasal 5 terbaca dua kali.",
    )


def test_running_heads_and_catchwords_are_not_words_of_the_law() -> None:
    pages = [
        Page(
            number,
            ("MENTERI HUKUM REPUBLIK INDONESIA", f"- {number} -", f"Pasal {number}",
             f"Isi pasal {number} panjang.", f"Pasal {number + 1} . . ."),
        )
        for number in range(1, 7)
    ]  # fmt: skip
    found = parse(pages)
    assert [one.words for one in found.passages][:-1] == [
        f"Isi pasal {number} panjang." for number in range(1, 6)
    ]


def test_an_address_holds_what_is_inside_it() -> None:
    ayat = Address("9", "4")
    assert ayat.holds(Address("9", "4", "c"))
    assert not ayat.holds(Address("9", "5", "c"))
    assert Address("9", "4", "a").common(Address("9", "4", "c")) == ayat
    assert Address("9", "4", "a").common(Address("9", "5", "a")) == Address("9")
