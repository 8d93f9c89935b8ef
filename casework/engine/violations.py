"""Classes of violation, and the articles with their legal elements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from casework.engine.basis import Basis, Mark
from casework.engine.categories import UNKNOWN
from casework.engine.period import Period
from casework.engine.provisions import Provision


@dataclass(frozen=True)
class Choice:
    """A way an office may take knowingly: its title, and why it needs to be chosen.

    `warning` is what is shown wherever it was made.
    """

    id: str
    title: str
    reason: str
    warning: str
    basis: Basis


@dataclass(frozen=True)
class Closed:
    """Why kajian, pleno and letter may not decide a class, and the choices that open it.

    With `recommended` they decide it as before; with `hearing` a panel does in a hearing of its
    own, while kajian and pleno still refuse it. Without choices the law itself gives the class to
    a panel, or nobody knows how it is decided.
    """

    reason: str
    cure: str
    recommended: Choice | None
    basis: Basis
    hearing: Choice | None = None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices that an office has."""
        return tuple(one for one in (self.recommended, self.hearing) if one is not None)


@dataclass(frozen=True)
class ViolationClass:
    """One class, e.g. `administrasi`; `violation` is false for "no violation".

    `closed` says why it may not be decided under this edition; None where it may. `path` are the
    acts of its main path in their order (`casework.engine.main_path`).
    """

    id: str
    title: str
    violation: bool
    basis: Basis
    closed: Closed | None = None
    path: tuple[str, ...] = ()


FAVOURABLE = "aturan_menguntungkan"
"""The provision of an edition on which of two penalties applies."""


@dataclass(frozen=True)
class Penalty:
    """What an article threatens for acts done within a time.

    `known` is false where what holds in that time was not read: then `text` may be "", and
    `basis.note` says why. `changed_by` is the provision that made it other than before.
    """

    text: str
    known: bool
    in_force: Period
    basis: Basis
    mark: Mark
    changed_by: Provision | None = None

    @property
    def note(self) -> str:
        """What the reader must know: of the change, else of the entry."""
        return self.changed_by.basis.note if self.changed_by else ""


@dataclass(frozen=True)
class Sanction:
    """The penalty for an act of one day, and the other one that holds on the day of judgement.

    Where both are given, the one more favourable to the respondent applies; nothing here says
    which that is, since that is for whoever judges.
    """

    at_act: Penalty
    later: Penalty | None = None


@dataclass(frozen=True)
class ProvisionKind:
    """A group of articles that the table of outcomes treats alike, e.g. `ancaman_pidana`."""

    id: str
    title: str
    basis: Basis


@dataclass(frozen=True)
class LegalElement:
    """One element of an article in the words of the law, and where those were read."""

    text: str
    basis: Basis


@dataclass(frozen=True)
class Article:
    """One article: whom it addresses, the act it forbids, its penalties, its elements as quoted.

    `subject` is "" where the source names none; `addressees` are the categories of respondents that
    it means, empty where it means anybody or nobody read whom. `elements_note` says why there are
    no elements, "" where there are. Articles that changed are several entries with the same
    `article` and other periods; the date of the act decides. `penalties` stand in the order of
    their times, without gap or overlap; there are none where no source names any. `punished_by` are
    the articles that threaten the act, where it is one that only forbids; the day of the act
    decides which.
    """

    id: str
    article: str
    title: str
    violation_class: str
    kind: str
    subject: str
    act: str
    penalties: tuple[Penalty, ...]
    legal_elements: tuple[LegalElement, ...]
    elements_note: str
    in_force: Period
    basis: Basis
    punished_by: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()

    def concerns(self, category: str) -> bool:
        """May a respondent of this category be meant? Whoever is not known may be."""
        return not self.addressees or category in (*self.addressees, UNKNOWN)

    @property
    def elements(self) -> tuple[str, ...]:
        """The elements as texts, in the order of the article."""
        return tuple(one.text for one in self.legal_elements)

    @property
    def read(self) -> bool:
        """Do we have words of the article: elements, or at least a quotation?"""
        return bool(self.legal_elements or self.basis.quote)

    @property
    def penalty_known(self) -> bool:
        """Does a source name a penalty for any time?"""
        return bool(self.penalties)

    def penalty_on(self, day: date) -> Penalty | None:
        """The penalty for an act of that day, by the article as it stood then."""
        return next((one for one in self.penalties if one.in_force.covers(day)), None)

    def sanction(self, act: date, judged: date) -> Sanction | None:
        """What an act of one day meets that is judged on another; None where nobody knows.

        The former penalty is kept: one that changed in between is named beside it.
        """
        first = self.penalty_on(act)
        if first is None:
            return None
        last = self.penalty_on(max(act, judged))
        return Sanction(first, last if last is not first else None)


@dataclass(frozen=True)
class Violations:
    """The classes, the kinds of provision and the articles of one edition."""

    classes: Mapping[str, ViolationClass]
    kinds: Mapping[str, ProvisionKind]
    articles: Mapping[str, Article]

    @cached_property
    def hearing(self) -> Choice | None:
        """What an office must choose before a panel hears a matter; None where there is nothing."""
        closed = (one.closed for one in self.classes.values() if one.closed)
        return next((one.hearing for one in closed if one.hearing), None)

    def on(self, day: date) -> tuple[Article, ...]:
        """The articles that hold for an act done on `day`."""
        return tuple(item for item in self.articles.values() if item.in_force.covers(day))
