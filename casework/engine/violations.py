"""Classes of violation, and the articles with their legal elements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casework.engine.basis import Basis
from casework.engine.period import Period


@dataclass(frozen=True)
class ViolationClass:
    """One class, e.g. `administrasi`; `violation` is false for "no violation"."""

    id: str
    title: str
    violation: bool
    basis: Basis


@dataclass(frozen=True)
class Article:
    """One article: whom it addresses, the act it forbids, its penalty, its elements as quoted.

    `subject` is "" where the source names none. Articles that changed are several entries with
    the same `article` and other periods; the date of the act decides.
    """

    id: str
    article: str
    title: str
    violation_class: str
    subject: str
    act: str
    penalty: str
    penalty_known: bool
    elements: tuple[str, ...]
    in_force: Period
    basis: Basis


@dataclass(frozen=True)
class Violations:
    """The classes and articles of one edition."""

    classes: Mapping[str, ViolationClass]
    articles: Mapping[str, Article]

    def on(self, day: date) -> tuple[Article, ...]:
        """The articles that hold for an act done on `day`."""
        return tuple(item for item in self.articles.values() if item.in_force.covers(day))
