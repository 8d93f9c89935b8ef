"""Charts drawn on the server: numbers and their places in a picture; every chart has its table.

Three kinds, drawn by `webui/templates/core/parts/charts.html`: horizontal bars whose table is the
chart, a short series as columns or a line, and small multiples of such series on one scale.
Numbers stand beside the picture, so nothing is said by length or colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

TONES = frozenset({"act", "late", "today", "soon", "calm", "info", "plain"})


@dataclass(frozen=True)
class Kind:
    """What one part of every bar counts, and its tone (one of `TONES`)."""

    words: str
    tone: str = "act"

    def __post_init__(self) -> None:
        if self.tone not in TONES:
            raise ValueError(f"unknown tone {self.tone!r}")


@dataclass(frozen=True)
class Bar:
    """One line of a bar chart: its words, a count for each kind, and an address where it leads.

    `links` is an address for each count, where the counts lead somewhere; empty for one that does
    not. A count that is zero never does.
    """

    words: str
    counts: tuple[int, ...]
    url: str = ""
    links: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """All kinds together."""
        return sum(self.counts)


@dataclass(frozen=True)
class Piece:
    """A part of a bar as SVG writes it: where it begins and how long it is, in percent."""

    x: str
    width: str
    tone: str


@dataclass(frozen=True)
class Bars:
    """A horizontal bar chart. `most` is the number that fills the width: the largest, or one given.

    `whole` is the heading of the column of sums where there are several kinds; empty hides it.
    """

    title: str
    heading: str
    kinds: tuple[Kind, ...]
    bars: tuple[Bar, ...]
    whole: str = ""
    scale: int = 0

    @property
    def most(self) -> int:
        """The number a full bar stands for; at least one."""
        return max(self.scale, *(one.total for one in self.bars), 1)

    def pieces(self, bar: Bar) -> list[Piece]:
        """The parts of one bar from the left, without those that count nothing."""
        found, at = [], 0.0
        for kind, count in zip(self.kinds, bar.counts, strict=True):
            width = 100 * count / self.most
            if count:
                found.append(Piece(f"{at:.1f}%", f"{width:.1f}%", kind.tone))
            at += width
        return found


@dataclass(frozen=True)
class Point:
    """One number of a series, and of when it is: shortly for the picture, fully for the table.

    `url` is where the number leads in the table, if anywhere.
    """

    words: str
    count: int
    full: str = ""
    url: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a series in percent of its picture, with the number it stands for."""

    x: str
    y: str
    width: str
    height: str
    middle: str
    top: bool


@dataclass(frozen=True)
class Series:
    """Numbers in their order of time; `scale` is at the top: the largest number, or one given."""

    title: str
    points: tuple[Point, ...]
    tone: str = "act"
    scale: int = 0

    @property
    def most(self) -> int:
        """The number at the top of the picture; at least one."""
        return max(self.scale, *(one.count for one in self.points), 1)

    @property
    def last(self) -> int:
        """The newest number; zero where there is none."""
        return self.points[-1].count if self.points else 0

    @property
    def highest(self) -> int:
        """The place of the highest number, the newest of equals; -1 where all are zero."""
        counts = [one.count for one in self.points]
        if not any(counts):
            return -1
        return len(counts) - 1 - counts[::-1].index(max(counts))

    @property
    def columns(self) -> list[Column]:
        """The columns from left to right; a number that is zero keeps a hair of height."""
        step = 100 / max(len(self.points), 1)
        found = []
        for n, one in enumerate(self.points):
            height = max(100 * one.count / self.most, 1.5)
            found.append(
                Column(
                    x=f"{n * step + step * 0.14:.2f}%",
                    y=f"{100 - height:.1f}%",
                    width=f"{step * 0.72:.2f}%",
                    height=f"{height:.1f}%",
                    middle=f"{(n + 0.5) * step:.2f}%",
                    top=n == self.highest,
                )
            )
        return found

    @property
    def line(self) -> str:
        """The points of a line through all numbers, in a field of 100 by 24."""
        step = 100 / max(len(self.points) - 1, 1)
        return " ".join(
            f"{n * step:.1f},{23 - 22 * one.count / self.most:.1f}"
            for n, one in enumerate(self.points)
        )

    @property
    def sentence(self) -> str:
        """The series in one sentence, for whoever does not see the picture."""
        if not self.points:
            return str(_("%(title)s: belum ada angka", title=self.title))
        first, last = self.points[0], self.points[-1]
        said: str = _(
            "%(title)s: dari %(first)s (%(since)s) menjadi %(last)s (%(until)s)",
            title=self.title,
            first=first.count,
            since=first.full or first.words,
            last=last.count,
            until=last.full or last.words,
        )
        if self.highest < 0:
            return said
        top = self.points[self.highest]
        full: str = _(
            "%(said)s; tertinggi %(count)s (%(when)s)",
            said=said,
            count=top.count,
            when=top.full or top.words,
        )
        return full


@dataclass(frozen=True)
class Multiples:
    """Several series over the same time, drawn small side by side on one scale."""

    title: str
    series: tuple[Series, ...]

    @property
    def same(self) -> list[Series]:
        """The series on the scale of the largest, so that they can be compared by eye."""
        most = max((one.most for one in self.series), default=1)
        return [Series(one.title, one.points, one.tone, most) for one in self.series]


def series(title: str, counted: Sequence[tuple[str, str, int]], tone: str = "act") -> Series:
    """A series of (short words, full words, count), oldest first."""
    return Series(title, tuple(Point(short, count, full) for short, full, count in counted), tone)
