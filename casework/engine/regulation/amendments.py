"""What an amending regulation changes in the law data: a proposal that a human takes or leaves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

import yaml

from casework.engine.edition import Edition
from casework.engine.regulation.matching import Match, Reading, Verdict
from casework.engine.regulation.measures import measures
from casework.engine.regulation.targets import Target
from casework.engine.regulation.text import ROMAN, Address, Passage
from casework.engine.regulation.wording import tokens

_DROPPED: Final = re.compile(
    r"(?:ayat \((?P<first>\d+[a-z]?)\) )?Pasal (?P<article>\d+[A-Z]*)"
    r"(?: ayat \((?P<paragraph>\d+[a-z]?)\))?(?: huruf (?P<letter>[a-z]))?"
    r"(?: \([^)]*\))?,?(?: [^.;]*?)? dihapus",
)
# The list of an edition's files that holds the entries of a kind, and its file.
_FILES: Final[Mapping[str, tuple[str, str]]] = {
    "batas": ("deadlines.yaml", "deadlines"),
    "syarat": ("requirements.yaml", "requirements"),
    "pelapor": ("requirements.yaml", "reporters"),
    "pasal": ("violations.yaml", "articles"),
    "golongan": ("violations.yaml", "classes"),
    "tujuan": ("routing.yaml", "routes"),
    "tahap": ("lifecycle.yaml", "stages"),
    "tindakan": ("lifecycle.yaml", "acts"),
    "ketentuan": ("provisions.yaml", "provisions"),
    "formulir": ("forms.yaml", "forms"),
    "fakta": ("facts.yaml", "facts"),
}
_NOTE: Final = (
    "Usulan dari pembandingan naskah, belum diperiksa; penelaah hukum menerima, mengubah, atau "
    "membuangnya."
)


class Change(StrEnum):
    """What happens to an article or an entry."""

    AMENDED = "berubah"
    ADDED = "baru"
    REMOVED = "dihapus"
    SAME = "tetap"


@dataclass(frozen=True)
class ArticleChange:
    """One article the amendment touches: its words before and after, "" where there are none."""

    at: Address
    change: Change
    before: str
    after: str
    page: int


@dataclass(frozen=True)
class EntryChange:
    """One entry that cites the amended regulation, and what the amendment would make of it.

    `match` holds it against the new wording of its article, None where that stays.
    """

    target: Target
    change: Change
    match: Match | None
    page: int = 0

    @property
    def by_hand(self) -> bool:
        """Whether no difference of an edition can say it: a part of an entry, or a counting."""
        kind = self.target.name.partition("/")[0]
        return bool(self.target.part) or kind not in _FILES


@dataclass(frozen=True)
class Answer:
    """What a lawyer said to the change of one entry: who, on which day in words, and why."""

    accepted: bool
    by: str
    on: str
    reason: str

    @property
    def told(self) -> str:
        """In a note or a comment of the proposed files."""
        verb = "Diterima" if self.accepted else "Ditolak"
        return f"{verb} {self.by}, {self.on}: {self.reason}"


def articles(base: Sequence[Passage], new: Sequence[Passage]) -> tuple[ArticleChange, ...]:
    """What the amendment does to the articles of the regulation it amends, in its own order."""
    before = _by_article(one for one in base if one.enacting)
    after = _by_article(one for one in new if one.amending)
    found = []
    for article, passages in after.items():
        old, text = _words(before.get(article, [])), _words(passages)
        change = Change.ADDED if article not in before else (
            Change.SAME if tokens(old) == tokens(text) else Change.AMENDED
        )  # fmt: skip
        found.append(ArticleChange(Address(article), change, old, text, passages[0].page))
    for one in new:
        if ROMAN.fullmatch(one.address.article):
            for dropped in _dropped(one.words):
                inside = [each for each in base if dropped.holds(each.address) and each.enacting]
                found.append(ArticleChange(dropped, Change.REMOVED, _words(inside), "", one.page))
    return tuple(found)


def entries(
    targets: Iterable[Target], changed: Sequence[ArticleChange], new: Sequence[Passage]
) -> tuple[EntryChange, ...]:
    """What the amendment would make of every entry that names an article of the regulation."""
    reading = Reading(one for one in new if one.amending)
    return tuple(_entry(one, changed, reading) for one in targets if one.cited)


def _entry(target: Target, changed: Sequence[ArticleChange], reading: Reading) -> EntryChange:
    for one in changed:
        if one.change is Change.REMOVED and any(one.at.holds(cite) for cite in target.cited):
            return EntryChange(target, Change.REMOVED, None, one.page)
    touched = {one.at.article: one for one in changed if one.change is Change.AMENDED}
    mine = [touched[cite.article] for cite in target.cited if cite.article in touched]
    if not mine:
        return EntryChange(target, Change.SAME, None)
    match = reading.match(target)
    if match.verdict is Verdict.VERBATIM and not match.numbers:
        return EntryChange(target, Change.SAME, match, mine[0].page)
    return EntryChange(target, Change.AMENDED, match, mine[0].page)


def proposal(
    base: Edition, edition_id: str, instrument: str, since: date, source: str,
    changed: Sequence[ArticleChange], found: Sequence[EntryChange],
    answers: Mapping[str, Answer] = MappingProxyType({}),
) -> dict[str, str]:  # fmt: skip
    """The files of an edition that says these changes, by their names.

    It takes no cases and every mark is unverified: what a machine compared is no law yet. What no
    difference can say, articles that are new, and what a lawyer declined stand as comments;
    `answers` are by key of the entry.
    """
    texts: dict[str, list[str]] = {
        "edition.yaml": [_head(base, edition_id, instrument, since, source)]
    }
    lists: dict[tuple[str, str], list[str]] = {}
    for one in found:
        if one.change is Change.SAME:
            continue
        told = f"# {one.target.name}: {one.target.quote or 'tanpa kutipan'}"
        answer = answers.get(one.target.key)
        name = f"{one.target.name} {one.target.part}".rstrip()
        if answer is not None and not answer.accepted:
            texts["edition.yaml"].append(_line(f"# {name}: {answer.told}") + "\n")
            continue
        if one.by_hand:
            said = f" ({answer.told})" if answer else ""
            texts["edition.yaml"].append(_line(f"# Ubah dengan tangan: {name}{said}") + "\n")
            continue
        body = yaml.safe_dump(
            [difference(one, instrument, source, answer)],
            allow_unicode=True,
            sort_keys=False,
            width=100,
        )
        place = _FILES[one.target.name.partition("/")[0]]
        lists.setdefault(place, []).append(_inside(f"{_line(told)}\n{body}"))
    texts["edition.yaml"] += [
        _line(f"# {one.at} {one.change}, belum ada entrinya: {one.after}") + "\n"
        for one in changed
        if one.change is Change.ADDED
    ]
    for (file, name), items in lists.items():
        texts.setdefault(file, []).append(f"{name}:\n{''.join(items)}")
    return {file: "".join(parts) for file, parts in texts.items()}


def difference(
    one: EntryChange, instrument: str, source: str, answer: Answer | None = None
) -> dict[str, Any]:
    """One entry of the proposed edition; its note says who accepted it, or that nobody did yet."""
    note = answer.told if answer else _NOTE
    where = f"{source}, halaman {one.page}"
    said: dict[str, Any] = {"id": one.target.name.partition("/")[2]}
    if one.change is Change.REMOVED:
        cite: dict[str, Any] = {"law": instrument, "part": "Pasal I"}
        return {**said, "change": "remove", "citation": cite, "verification": "unverified",
                "source": where, "note": note}  # fmt: skip
    match = one.match
    # Words that are only possible are for a human to choose among: none is put into the file.
    sure = match is not None and match.verdict not in (Verdict.POSSIBLE, Verdict.ABSENT)
    best = match.found[0] if match and sure else None
    at = best.address if best else one.target.cited[0]
    cite = {"law": instrument, "article": at.article, "paragraph": at.paragraph,
            "letter": at.letter}  # fmt: skip
    said |= {"change": "amend", "citation": {key: text for key, text in cite.items() if text}}
    if best:
        said["quote"] = best.words
        said |= _length(one, best.words) if match and match.numbers else {}
    return {**said, "verification": "unverified", "source": where, "note": note}


def _length(one: EntryChange, words: str) -> dict[str, Any]:
    """The length the new words say, where they say one; its examples are to be worked anew."""
    said = [each for each in measures(words) if each.spelled]
    if len(said) != 1:
        return {}
    unit = said[0].unit or one.target.unit
    return {"length": said[0].length, **({"unit": unit.value} if unit else {})}


def _head(base: Edition, edition_id: str, instrument: str, since: date, source: str) -> str:
    def basis() -> dict[str, Any]:
        cite = {"law": instrument}
        return {"citation": cite, "verification": "unverified", "source": source, "note": _NOTE}

    text: str = yaml.safe_dump(
        {
            "id": edition_id,
            "title": f"USULAN: {base.title}",
            "regime": base.regime,
            "revision": "1",
            "amends": base.id,
            "instruments": [*base.instruments, instrument],
            "in_force": {"from": since, "from_basis": basis()},
            "no_cases": "Usulan yang belum diterima penelaah hukum.",
            **basis(),
        },
        allow_unicode=True,
        sort_keys=False,
        width=100,
    )
    return text


def _inside(text: str) -> str:
    """The lines of an entry as they stand in their list."""
    return "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())


def _line(text: str) -> str:
    return " ".join(text.split())


def _words(passages: Iterable[Passage]) -> str:
    return " ".join(one.words for one in passages if one.words)


def _by_article(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    for one in passages:
        found.setdefault(one.address.article, []).append(one)
    return found


def _dropped(words: str) -> Iterator[Address]:
    """What an instruction takes away: an article, a paragraph, a letter."""
    for found in _DROPPED.finditer(words):
        paragraph = found["paragraph"] or found["first"] or ""
        yield Address(found["article"], paragraph, found["letter"] or "")
