"""Entries held against the words of a regulation, one kind of answer at a time."""

from __future__ import annotations

import pytest

from casework.engine.basis import Mark
from casework.engine.counting import Unit
from casework.engine.regulation.matching import Match, Reading, Verdict
from casework.engine.regulation.measures import measures
from casework.engine.regulation.pages import Page
from casework.engine.regulation.parser import parse
from casework.engine.regulation.targets import Target
from casework.engine.regulation.text import Address

TEXT = """Pasal 1
Hari adalah hari kalender.
Pasal 4
(1) Laporan disampaikan secara tertulis yang memuat:
a. nama dan alamat pelapor; dan
b. uraian kejadian.
(2) Laporan dilengkapi paling lama 3 (tiga) hari kerja sejak pemberitahuan.
(3) Putusan dibacakan paling lama 14 (empat belas) Hari sejak registrasi.
Pasal 5
Rekomendasi diteruskan paling lama 1 x 24 (satu kali dua puluh empat) jam sejak diputuskan.
Pasal 6
Klarifikasi dilakukan paling lama 5 (empat) hari."""


def reading(text: str = TEXT) -> Reading:
    return Reading(parse([Page(1, tuple(text.splitlines()))]).passages)


def match(
    quote: str, *cited: str, length: int | None = None, unit: Unit | None = None, said: str = ""
) -> Match:
    """What the text says of an entry with this quote, which names these articles."""
    addresses = tuple(Address(*one.split("/")) for one in cited)
    target = Target("e", "batas/x", "", "Uji", addresses, quote, Mark.SECONDARY,
                    said or quote, length, unit)  # fmt: skip
    return reading().match(target)


def at(found: Match) -> list[str]:
    return [str(one.address) for one in found.found]


def test_a_quote_with_or_without_the_labels_of_its_items_is_found() -> None:
    for quote in (
        "yang memuat: a. nama dan alamat pelapor; dan b. uraian kejadian",
        "yang memuat nama dan alamat pelapor dan uraian kejadian",
        "disampaikan secara tertulis … uraian kejadian",
    ):
        found = match(quote, "4/1")
        assert found.verdict is Verdict.VERBATIM, quote
        assert found.plain


def test_a_quote_elsewhere_gives_the_right_number() -> None:
    found = match("dilengkapi paling lama 3 (tiga) hari kerja", "5")
    assert (found.verdict, at(found)) == (Verdict.ELSEWHERE, ["Pasal 4 ayat (2)"])
    assert match("dilengkapi paling lama 3 (tiga) hari kerja").verdict is Verdict.UNNUMBERED


def test_another_word_is_shown_as_similar() -> None:
    found = match("dilengkapi paling lambat 3 (tiga) hari kerja sejak pemberitahuan", "4/2")
    assert found.verdict is Verdict.SIMILAR
    assert found.found[0].words == "dilengkapi paling lama 3 (tiga) hari kerja sejak pemberitahuan"


@pytest.mark.parametrize(
    ("quote", "cited", "length", "unit", "differs"),
    [
        # The quote ends before the word that decides: it is read on.
        ("dilengkapi paling lama 3 (tiga) hari", "4/2", 3, Unit.CALENDAR_DAYS, True),
        ("dilengkapi paling lama 3 (tiga) hari", "4/2", 3, Unit.WORKING_DAYS, False),
        ("dilengkapi paling lama 3 (tiga) hari kerja", "4/2", 2, Unit.WORKING_DAYS, True),
        ("dibacakan paling lama 14 (empat belas) Hari", "4/3", 14, Unit.CALENDAR_DAYS, False),
        # Pasal 1 says what a "Hari" is.
        ("dibacakan paling lama 14 (empat belas) Hari", "4/3", 14, Unit.WORKING_DAYS, True),
        ("diteruskan paling lama 1 x 24", "5", 24, Unit.HOURS, False),
        ("diteruskan paling lama 1 x 24", "5", 1, Unit.CALENDAR_DAYS, True),
        ("dilakukan paling lama 5 (empat) hari", "6", 5, Unit.CALENDAR_DAYS, True),
    ],
)
def test_length_and_unit_are_held_against_the_rule(
    quote: str, cited: str, length: int, unit: Unit, differs: bool
) -> None:
    found = match(quote, cited, length=length, unit=unit)
    assert found.verdict is Verdict.VERBATIM
    assert bool(found.numbers) is differs, found.numbers
    assert found.plain is not differs


def test_without_a_definition_a_day_may_be_either() -> None:
    (one,) = measures("paling lama 2 (dua) hari")
    assert not one.differs(2, Unit.CALENDAR_DAYS)
    assert not one.differs(2, Unit.WORKING_DAYS)
    assert one.differs(48, Unit.HOURS)
    assert one.differs(2, Unit.WORKING_DAYS, day=Unit.CALENDAR_DAYS)


def test_an_entry_without_words_gets_the_best_passages() -> None:
    found = match("", said="Pembacaan putusan sejak registrasi")
    assert found.verdict is Verdict.POSSIBLE
    assert at(found)[0] == "Pasal 4 ayat (3)"
    assert [one.score for one in found.found] == sorted(
        (one.score for one in found.found), reverse=True
    )
    assert match("", said="Kontra memori").verdict is Verdict.ABSENT
    assert at(match("", "6", said="Kontra memori")) == ["Pasal 6"], "what it names is shown"


def test_a_short_quote_proves_nothing_by_itself() -> None:
    found = match("uraian kejadian", "4/1/b")
    assert found.verdict is Verdict.VERBATIM
    assert not found.plain


def test_what_a_day_is_stands_in_the_first_article() -> None:
    assert reading().day is Unit.CALENDAR_DAYS
    assert [reading().passages[at].label for at in reading().definitions] == ["Pasal 1"]
    both = f"{TEXT}\nPasal 7\nHari adalah hari kerja."
    assert reading(both).day is None, "two definitions define nothing"
