"""Holds the law data against the words of a regulation: found, elsewhere, similar, or not there."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Final

import snowballstemmer

from casework.engine.counting import Unit
from casework.engine.regulation.measures import measures
from casework.engine.regulation.targets import Target
from casework.engine.regulation.text import Address, Passage
from casework.engine.regulation.wording import Run, Stream, segments, tokens


class Verdict(StrEnum):
    """How an entry stands to the words of the regulation."""

    VERBATIM = "sama"
    ELSEWHERE = "pasal_lain"
    UNNUMBERED = "tanpa_pasal"
    SIMILAR = "serupa"
    POSSIBLE = "calon"
    ABSENT = "tidak_ada"


@dataclass(frozen=True)
class Found:
    """Words of the regulation that may be those of an entry.

    `words` as printed, `passages` by their place in the regulation, `score` from 0 to 100.
    """

    address: Address
    words: str
    passages: tuple[int, ...]
    score: int


@dataclass(frozen=True)
class Match:
    """What the regulation says of one target; `found` best first, empty where it says nothing.

    `numbers` tells of lengths and units that the words give otherwise than the entry. `short` is
    true where the quote is too short to prove anything by itself.
    """

    target: Target
    verdict: Verdict
    found: tuple[Found, ...] = ()
    numbers: tuple[str, ...] = ()
    short: bool = False

    @property
    def plain(self) -> bool:
        """Whether the quote stands word for word in the article named, and nothing differs."""
        return self.verdict is Verdict.VERBATIM and not self.numbers and not self.short


SIMILAR, SIMILAR_ELSEWHERE, POSSIBLE = 72, 80, 35
SHORT, OFFERED = 3, 3
_DAY: Final = re.compile(r"\bhari\s+adalah\s+(?:hari\s+)?(kalender|kerja)\b", re.IGNORECASE)
_FIRST_DAY: Final = re.compile(
    r"hari pertama|hari berikutnya|tidak dihitung|terhitung (?:sejak|mulai) (?:hari|tanggal)"
    r"|dihitung (?:sejak|mulai)",
    re.IGNORECASE,
)


class Reading:
    """A regulation that entries are held against."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.passages = tuple(passages)
        self._places = [at for at, one in enumerate(self.passages) if one.enacting]
        enacting = [self.passages[at] for at in self._places]
        # A quote may give the labels of its items or leave them out.
        self._streams = tuple(Stream(enacting, labelled=both) for both in (True, False))
        self._enacting = enacting

    @cached_property
    def day(self) -> Unit | None:
        """What the regulation defines a "hari" to be, where it does."""
        found = {at[1].casefold() for one in self._enacting for at in _DAY.finditer(one.words)}
        if len(found) != 1:
            return None
        return Unit.WORKING_DAYS if "kerja" in found else Unit.CALENDAR_DAYS

    @cached_property
    def definitions(self) -> tuple[int, ...]:
        """The passages that say what a "hari" is."""
        return self._saying(_DAY)

    @cached_property
    def first_days(self) -> tuple[int, ...]:
        """The passages that may say whether the first day counts."""
        return self._saying(_FIRST_DAY)

    def _saying(self, form: re.Pattern[str]) -> tuple[int, ...]:
        return tuple(
            self._places[at] for at, one in enumerate(self._enacting) if form.search(one.words)
        )

    def match(self, target: Target) -> Match:
        """What the regulation says of a target."""
        words = segments(target.quote)
        flat = tuple(word for piece in words for word in piece)
        runs = self._exact(words) if words else []
        named = [(s, r) for s, r in runs if _names(target.cited, self._streams[s].address(r))]
        if named:
            return self._made(target, Verdict.VERBATIM, named[:1], short=len(flat) < SHORT)
        if runs and len(flat) >= SHORT:
            verdict = Verdict.ELSEWHERE if target.cited else Verdict.UNNUMBERED
            return self._made(target, verdict, runs[:OFFERED])
        if len(flat) >= SHORT and (close := self._similar(target, flat)):
            score, run = close
            return self._made(target, Verdict.SIMILAR, [(0, run)], score)
        return self._possible(target)

    def _exact(self, pieces: Sequence[tuple[str, ...]]) -> list[tuple[int, Run]]:
        """Every place of a quote, each article once; of one with omissions, its first piece."""
        for number, stream in enumerate(self._streams):
            places = [list(stream.find(piece)) for piece in pieces]
            articles = [
                {stream.address(run).article for run in runs} if runs else set() for runs in places
            ]
            common = set.intersection(*articles)
            kept = [(number, run) for run in places[0] if stream.address(run).article in common]
            if kept:
                once = {str(stream.address(run)): (number, run) for number, run in reversed(kept)}
                return list(reversed(once.values()))
        return []

    def _similar(self, target: Target, words: Sequence[str]) -> tuple[float, Run] | None:
        stream = self._streams[0]
        spans = self._articles
        near = [spans[one.article] for one in target.cited if one.article in spans]
        close = [stream.nearest(words, within) for within in near]
        best = max(close, key=lambda one: one[0], default=(0.0, Run(0, 0)))
        if best[0] >= SIMILAR:
            return best
        # Only articles that share most of the words are worth the longer comparison.
        wanted = set(words)
        likely = sorted(
            (
                (len(wanted & set(stream.words[within.start : within.end])), article)
                for article, within in spans.items()
            ),
            reverse=True,
        )[:OFFERED]
        close = [stream.nearest(words, spans[article]) for _, article in likely]
        best = max(close, key=lambda one: one[0], default=(0.0, Run(0, 0)))
        return best if best[0] >= SIMILAR_ELSEWHERE else None

    @cached_property
    def _articles(self) -> Mapping[str, Run]:
        """Where the words of each article stand in the labelled stream."""
        found: dict[str, Run] = {}
        stream = self._streams[0]
        for place, token in enumerate(stream.tokens):
            article = stream.passages[token.passage].address.article
            start = found[article].start if article in found else place
            found[article] = Run(start, place + 1)
        return found

    def _made(
        self, target: Target, verdict: Verdict, runs: Sequence[tuple[int, Run]],
        score: float = 100.0, *, short: bool = False,
    ) -> Match:  # fmt: skip
        found = []
        for number, run in runs:
            stream = self._streams[number]
            owners = tuple(self._places[one] for one in stream.owners(run))
            found.append(Found(stream.address(run), stream.text(run), owners, round(score)))
        number, run = runs[0]
        around = self._streams[number].around(run)
        return Match(target, verdict, tuple(found), self._numbers(target, around), short)

    def _numbers(self, target: Target, around: Sequence[tuple[str, int, int]]) -> tuple[str, ...]:
        """What the words and what stands right at them say otherwise of a length."""
        if target.length is None or target.unit is None:
            return ()
        said = [
            one
            for text, start, end in around
            for one in measures(text)
            if one.start < end and one.end > start
        ]
        told = [one.differs(target.length, target.unit, self.day) for one in said]
        return () if not all(told) else tuple(dict.fromkeys(told))

    def _possible(self, target: Target) -> Match:
        """The passages that share the rarest words with an entry, those it names before others."""
        asked = self._stems(target.said)
        scored = []
        for at, one in enumerate(self._enacting):
            named = any(cite.holds(one.address) for cite in target.cited)
            score = self._share(asked, at)
            if score >= POSSIBLE or (named and one.words):
                scored.append((named, score, -at))
        best = sorted(scored, reverse=True)[:OFFERED]
        if not best:
            return Match(target, Verdict.ABSENT)
        found = []
        for _, score, at in best:
            one = self._enacting[-at]
            found.append(Found(one.address, one.words, (self._places[-at],), score))
        return Match(target, Verdict.POSSIBLE, tuple(found))

    def _share(self, asked: frozenset[str], at: int) -> int:
        """How much of what is asked stands there, the rare words counting more."""
        weight = sum(self._weights.get(one, 0.0) for one in asked)
        shared = sum(self._weights[one] for one in asked & self._contents[at])
        return round(100 * shared / weight) if weight else 0

    def _stems(self, text: str) -> frozenset[str]:
        return frozenset(_stem(one) for one in tokens(text) if one.isalpha())

    @cached_property
    def _contents(self) -> tuple[frozenset[str], ...]:
        return tuple(self._stems(one.words) for one in self._enacting)

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        counted = Counter(one for content in self._contents for one in content)
        total = len(self._contents)
        return {one: math.log(1 + total / times) for one, times in counted.items()}

    def uncited(self, cited: Iterable[Address]) -> tuple[int, ...]:
        """The passages of articles that none of these addresses names."""
        articles = {one.article for one in cited}
        return tuple(
            at
            for at, one in zip(self._places, self._enacting, strict=True)
            if one.address.article not in articles
        )


def _names(cited: Sequence[Address], at: Address) -> bool:
    """Whether words stand where an entry says, or reach around it."""
    return any(one.holds(at) or (at.article and at.holds(one)) for one in cited)


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    # A stemmer keeps its word while it works on it, so no two threads may share one.
    return str(snowballstemmer.stemmer("indonesian").stemWord(word))
