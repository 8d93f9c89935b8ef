"""A made regulation in the official layout, and one with forty deviations planted in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from io import BytesIO

import pypdfium2
import pytest
from rapidfuzz import fuzz

from casework.adapters.regulation import pages_of, recognises
from casework.engine.regulation.matching import Match, Reading, Verdict
from casework.engine.regulation.parser import parse
from casework.engine.regulation.text import Address, Kind, Passage, Regulation
from casework.engine.spelling import cardinal
from casework.errors import BadInput
from tests.unit.regulation.made import ARTICLES, Made, every_target, made, naively_there

DEVIATIONS = 40


def read(pdf: bytes) -> Regulation:
    return parse(pages_of(pdf))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return made().printed()


@pytest.fixture(scope="module")
def regulation(pdf: bytes) -> Regulation:
    return read(pdf)


def said(regulation: Regulation) -> dict[Address, str]:
    return {one.address: one.words for one in regulation.passages if one.enacting and one.words}


def test_every_article_is_read_at_its_address(regulation: Regulation) -> None:
    assert regulation.doubts == ()
    assert said(regulation) == made().said
    assert len({at.article for at in said(regulation)}) == ARTICLES
    annex = [one.page for one in regulation.passages if one.kind is Kind.ANNEX]
    assert len(annex) == 2
    assert annex[1] == annex[0] + 1


def test_every_entry_finds_its_words_in_the_article_it_names(regulation: Regulation) -> None:
    reading = Reading(regulation.passages)
    verdicts = {one.key: reading.match(one).verdict for one in every_target()}
    assert len(verdicts) > 150
    assert set(verdicts.values()) == {Verdict.VERBATIM}


def scan(pdf: bytes, pages: int) -> bytes:
    """The first pages as pictures."""
    document = pypdfium2.PdfDocument(pdf)
    first, *more = [document[at].render(scale=200 / 72).to_pil() for at in range(pages)]
    out = BytesIO()
    first.save(out, "PDF", save_all=True, append_images=more, resolution=200)
    return out.getvalue()


def test_a_scan_of_it_is_refused_where_letters_are_not_recognised(
    pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BadInput, match=r"pindaian.*tidak terpasang.*ketik bunyi pasalnya"):
        pages_of(scan(pdf, 1))


def test_a_scan_of_it_is_read_and_never_taken_for_sure(pdf: bytes) -> None:
    if not recognises():
        pytest.skip("tesseract with Indonesian is not installed")
    regulation = read(scan(pdf, 2))
    assert regulation.recognised == {1, 2}
    assert "pengenalan huruf (OCR)" in regulation.doubts[0]
    articles = [one for one in regulation.passages if one.enacting and one.words]
    assert len(articles) > 10
    assert all(one.recognised for one in articles)
    assert all(Passage.from_json(one.to_json()).recognised for one in articles)
    truly = made().said
    alike = [fuzz.ratio(one.words, truly.get(one.address, "")) for one in articles]
    assert sorted(alike)[len(alike) // 2] > 97
    with pytest.raises(BadInput, match="kehabisan waktu pada halaman 1 dari 2"):
        pages_of(scan(pdf, 2), patience=0)


_TIME = re.compile(r"\b(\d{1,2})( \([a-z ]+\))? ([Hh]ari)( kerja)?\b(?! kalender)")


def other_number(text: str) -> str:
    """Another number, in figures and in words."""

    def more(found: re.Match[str]) -> str:
        number = int(found[1]) + 3
        words = f" ({cardinal(number)})" if found[2] else ""
        return f"{number}{words} {found[3]}{found[4] or ''}"

    return _TIME.sub(more, text, count=1)


def other_unit(text: str) -> str:
    """Days of work for days, and days of the calendar for days of work."""

    def other(found: re.Match[str]) -> str:
        unit = "kalender" if found[4] else "kerja"
        return f"{found[1]}{found[2] or ''} {found[3]} {unit}"

    return _TIME.sub(other, text, count=1)


def inside(quote: str, change: Callable[[str], str]) -> Callable[[str], str]:
    """A change within the words that an entry quotes."""

    def made_of(text: str) -> str:
        at = text.casefold().find(quote.casefold())
        if at < 0:
            return text
        here = text[at : at + len(quote)]
        return text[:at] + change(here) + text[at + len(quote) :]

    return made_of


def other_word(quote: str) -> str:
    """Its longest word is another one."""
    longest = max(re.findall(r"[A-Za-z]+", quote), key=len)
    return quote.replace(longest, "pemberitahuan" if longest != "pemberitahuan" else "keputusan", 1)


def lost_letter(quote: str) -> str:
    """Its longest word lacks a letter."""
    longest = max(re.findall(r"[A-Za-z]+", quote), key=len)
    return quote.replace(longest, longest[:2] + longest[3:], 1)


def planted() -> tuple[Made, dict[str, str]]:
    """The regulation with forty deviations, and the entries each was planted for, by its kind."""
    now, done, touched = made(), dict[str, str](), set[Address]()
    free = [str(number) for number in range(ARTICLES, 60, -1)]
    for target in sorted(every_target(), key=lambda one: (not _TIME.search(one.quote), one.key)):
        mine = [at for at in now.said if at.article == target.cited[0].article]
        at = next(
            (one for one in mine if target.quote.casefold() in now.said[one].casefold()), None
        )
        if at is None or at in touched or len(done) == DEVIATIONS:
            continue
        for kind in _kinds(target.quote, len(done)):
            then = _planted(now, at, target.quote, kind, free)
            if then is not None and naively_there(target, now) and not naively_there(target, then):
                now, done[target.key] = then, kind
                touched.add(at)
                break
    return now, done


def _kinds(quote: str, turn: int) -> tuple[str, ...]:
    kinds = ("moved", "word", "letter")
    turned = (*kinds[turn % 3 :], *kinds[: turn % 3])
    if not _TIME.search(quote):
        return turned
    return ("number", "unit") if turn % 2 else ("unit", "number")


def _planted(now: Made, at: Address, quote: str, kind: str, free: list[str]) -> Made | None:
    if kind == "moved":
        if len(quote.split()) < 4:
            return None
        there = Address(free.pop())
        there = there if there in now.said else Address(there.article, "1")
        gone = now.changed(at, inside(quote, lambda _: "hal lain"))
        return gone.changed(there, lambda text: f"{text[:-1]} dan {quote}.")
    change = {"number": other_number, "unit": other_unit, "word": other_word,
              "letter": lost_letter}[kind]  # fmt: skip
    then = now.changed(at, inside(quote, change))
    return None if then.said[at] == now.said[at] else then


def reported(match: Match) -> bool:
    """Whether the lawyer is told that the words are not those of the entry."""
    return match.verdict is not Verdict.VERBATIM or bool(match.numbers)


def test_forty_planted_deviations_are_reported_and_none_invented() -> None:
    deviant, planted_for = planted()
    counted = Counter(planted_for.values())
    assert sum(counted.values()) == DEVIATIONS
    assert all(counted[kind] >= 3 for kind in ("number", "unit", "moved", "word", "letter")), (
        counted
    )
    reading = Reading(read(deviant.printed()).passages)
    matches = {one.key: reading.match(one) for one in every_target()}
    assert not [key for key in planted_for if not reported(matches[key])]
    expected = {one.key for one in every_target() if not naively_there(one, deviant)}
    assert expected >= set(planted_for)
    assert {key for key, one in matches.items() if reported(one)} == expected
    for key, kind in planted_for.items():
        match = matches[key]
        if kind == "moved":
            assert match.verdict is Verdict.ELSEWHERE, (key, match)
        if kind == "number" and match.target.length is not None:
            assert match.numbers, (key, match)
