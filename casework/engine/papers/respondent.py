"""What is told to a respondent: data about that respondent alone.

These papers have no place for a reporter, a witness or what they said; what is not in the data
cannot be printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.papers.parts import Letter


@dataclass(frozen=True, kw_only=True)
class PemberitahuanTerlapor(Letter):
    """Status of the handling, told to one respondent; `destinations` may be empty."""

    case_number: str
    matter: str
    decided: str
    outcome: str
    article: str
    destinations: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class JudgedElement:
    """A legal element and the word for how it was judged; not by which evidence."""

    text: str
    result: str


@dataclass(frozen=True, kw_only=True)
class KutipanKajian(Letter):
    """Excerpt of the kajian about one respondent, after the pleno decided."""

    case_number: str
    matter: str
    respondent: str
    position: str
    decided: str
    outcome: str
    article: str
    elements: tuple[JudgedElement, ...]
