"""What is told to a respondent: data about that respondent alone.

These papers have no place for a reporter, a witness or what they said; what is not in the data
cannot be printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.engine.papers.parts import LATER, Letter


@dataclass(frozen=True, kw_only=True)
class ToldOutcome:
    """One of several outcomes: under which article, and where it is passed on."""

    article: str
    outcome: str
    destinations: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PemberitahuanTerlapor(Letter):
    """Status of the handling, told to one respondent; `destinations` may be empty.

    `several` is filled where the respondent was judged under more than one article; then
    `outcome` sums up, and article and destinations stand with each; `provisions` names their laws
    in full, once. `read` is the day on which a
    panel read out its ruling, "" where a pleno decided.
    """

    case_number: str
    matter: str
    decided: str
    outcome: str
    article: str
    destinations: tuple[str, ...]
    several: tuple[ToldOutcome, ...] = field(default=(), metadata=LATER)
    read: str = field(default="", metadata=LATER)
    provisions: tuple[str, ...] = field(default=(), metadata=LATER)


@dataclass(frozen=True, kw_only=True)
class JudgedElement:
    """A legal element and the word for how it was judged; not by which evidence."""

    text: str
    result: str


@dataclass(frozen=True, kw_only=True)
class JudgedArticle:
    """One of several articles: what was decided, and how its elements were judged."""

    article: str
    outcome: str
    elements: tuple[JudgedElement, ...]


@dataclass(frozen=True, kw_only=True)
class KutipanKajian(Letter):
    """Excerpt of the kajian about one respondent, after the pleno decided.

    `several` as for the notice; article and elements stand with each.
    """

    case_number: str
    matter: str
    respondent: str
    position: str
    decided: str
    outcome: str
    article: str
    elements: tuple[JudgedElement, ...]
    several: tuple[JudgedArticle, ...] = field(default=(), metadata=LATER)
    provisions: tuple[str, ...] = field(default=(), metadata=LATER)
