"""The minutes of a discussion in the Sentra Gakkumdu."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.papers.parts import Paper


@dataclass(frozen=True, kw_only=True)
class Delegate:
    """Somebody who took part, with the position held in the institution."""

    name: str
    position: str


@dataclass(frozen=True, kw_only=True)
class Element:
    """One institution (`unsur`) of the centre: who came, and its opinion in its own words.

    Without `delegates` it did not come, and `opinion` is empty.
    """

    institution: str
    delegates: tuple[Delegate, ...]
    opinion: str


@dataclass(frozen=True, kw_only=True)
class BeritaAcaraPembahasan(Paper):
    """Berita Acara Pembahasan in the Sentra Gakkumdu, signed by those who came.

    `ordinal` is `pertama` or `kedua`; `absence` says why an institution did not come; `accused` are
    the respondents, each with the articles discussed where the kajian names them.
    """

    case_number: str
    matter: str
    ordinal: str
    opened: str
    venue: str
    accused: tuple[str, ...]
    elements: tuple[Element, ...]
    absence: str
    conclusion: str
    explanation: str
    place: str
    date: str
