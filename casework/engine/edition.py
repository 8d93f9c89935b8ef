"""One edition of the law: one regime at one time, under one revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from casework.engine.act import Act, Stage
from casework.engine.basis import Basis, Mark, weakest
from casework.engine.criminal_file import FileItem
from casework.engine.facts import Fact
from casework.engine.forms import FormEntry
from casework.engine.numbering import Numbering
from casework.engine.outcomes import OutcomeRow
from casework.engine.period import Period
from casework.engine.provisions import Provision
from casework.engine.refusals import RuleUnknown
from casework.engine.requirements import Reporter, Requirement
from casework.engine.route import Route
from casework.engine.rule import DeadlineRule
from casework.engine.violations import Article, Penalty, Violations
from casework.engine.words import long_date

LETTER_UNRECORDED = "huruf tidak dicatat"
"""What is said of an article that was split after a decision named it."""


@dataclass(frozen=True)
class Amendment:
    """What changed an instrument, and since when; `until` another act took its place."""

    since: date
    by: str
    until: date | None = None

    def on(self, day: date) -> bool:
        """Was it in force on a day?"""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Instrument:
    """A statute, regulation, judgment or decree that entries cite.

    `name` is its title without what amended it, `brief` what a letter calls it once it has been
    cited in full ("" where it always stands with its number).
    """

    id: str
    short: str
    name: str
    gazette: str
    signed: date | None
    basis: Basis
    amended: tuple[Amendment, ...] = ()
    brief: str = ""

    @property
    def title(self) -> str:
        """The full title with the newest amendment, as a letter of today prints it."""
        return f"{self.name}{as_amended([one.by for one in self.amended if one.until is None])}"

    def titled(self, day: date) -> str:
        """The full title with what had amended it on a day."""
        return f"{self.name}{as_amended([one.by for one in self.amended if one.on(day)])}"


def as_amended(amending: Sequence[str]) -> str:
    """How a title goes on where the instrument was amended once, or several times.

    >>> as_amended(["Peraturan A", "Peraturan B"])
    ' sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan B'
    """
    if not amending:
        return ""
    often = "telah beberapa kali diubah, terakhir" if amending[1:] else "telah diubah"
    return f" sebagaimana {often} dengan {amending[-1]}"


@dataclass(frozen=True)
class Edition:
    """Everything one edition prescribes. `amends` names the edition it was written against.

    `no_cases` says why the edition answers questions but takes no case yet; "" when it does.
    """

    id: str
    title: str
    regime: str
    revision: str
    amends: str | None
    in_force: Period
    basis: Basis
    instruments: Mapping[str, Instrument]
    facts: Mapping[str, Fact]
    stages: Mapping[str, Stage]
    acts: Mapping[str, Act]
    requirements: Mapping[str, Requirement]
    deadlines: Mapping[str, DeadlineRule]
    violations: Violations
    routes: tuple[Route, ...]
    numbering: Numbering
    forms: Mapping[str, FormEntry]
    no_cases: str = ""
    notes: tuple[str, ...] = ()
    reporters: Mapping[str, Reporter] = field(default_factory=dict)
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    file_items: Mapping[str, FileItem] = field(default_factory=dict)
    outcomes: tuple[OutcomeRow, ...] = ()

    @property
    def pin(self) -> str:
        """What a case stores so that new law never moves it silently.

        It reads `edition@revision`.
        """
        return f"{self.id}@{self.revision}"

    @property
    def start_stage(self) -> Stage:
        """The stage before there is a case."""
        return next(stage for stage in self.stages.values() if stage.start)

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles a decision may rest on, by id."""
        return self.violations.articles

    def article_name(self, article_id: str) -> str:
        """How people cite an article a decision named; an id that is gone stands for itself.

        A decision made before a provision was known to give only a power still names it, and one
        made before an article was split says that its letter was not recorded.
        """
        article = self.articles.get(article_id)
        if article is not None:
            return article.article
        provision = self.provisions.get(article_id)
        if provision is None:
            return article_id
        told = provision.basis.citation
        return f"{told} ({LETTER_UNRECORDED})" if provision.split else told

    def charge(self, article_id: str, day: date) -> str:
        """How a crime is charged: what forbids the act, with what threatened it on that day.

        `UU Pemilihan Pasal 69 huruf c juncto Pasal 187 ayat (2)`; the name alone where the article
        threatens by itself.
        """
        name = self.article_name(article_id)
        article = self.articles.get(article_id)
        for one in article.punished_by if article else ():
            by = self.articles[one]
            if by.in_force.covers(day):
                place = by.article.removeprefix(name.partition(" Pasal ")[0]).strip()
                return f"{name} juncto {place}"
        return name

    def article_basis(self, article_id: str) -> Basis | None:
        """On what an article a decision named rests; None where nobody can violate it, or knows it.

        One that was split since rests on what it was.
        """
        article = self.articles.get(article_id)
        if article is not None:
            return article.basis
        provision = self.provisions.get(article_id)
        return provision.basis if provision is not None and provision.split else None

    def is_split(self, article_id: str) -> bool:
        """Was it an article that now stands letter by letter?"""
        return article_id in self.provisions and bool(self.provisions[article_id].split)

    def check_takes_cases(self) -> None:
        """Raises RuleUnknown, with the reason, when no case can be taken under this edition."""
        if self.no_cases:
            raise RuleUnknown(
                f"Perkara belum dapat diterima di bawah edisi {self.id}: {self.no_cases}"
            )

    @property
    def time_bases(self) -> tuple[Basis, ...]:
        """On what it rests that this edition holds on its days."""
        return self.in_force.bases or (self.basis,)

    def mark_of(self, penalty: Penalty) -> Mark:
        """The mark a penalty may bear: the weakest of its words, their change and the edition."""
        return Mark.weakest((penalty.mark, weakest(*self.time_bases)))

    def outside(self, day: date) -> str:
        """Why a date by this edition is doubtful: `day` lies outside its time; "" inside it."""
        since, until = self.in_force.since, self.in_force.until
        if since is not None and day < since:
            about = f"baru berlaku sejak {long_date(since)}"
            if not self.in_force.since_known:
                about = f"dipakai sistem mulai {long_date(since)} (awal berlakunya belum diketahui)"
        elif until is not None and day >= until:
            about = f"berlaku sampai sebelum {long_date(until)}"
        else:
            return ""
        return f"{long_date(day)} berada di luar masa edisi {self.id}, yang {about}."

    def deadline(self, rule_id: str) -> DeadlineRule:
        """The rule with that id. Raises RuleUnknown, naming the rules there are."""
        rule = self.deadlines.get(rule_id)
        if rule is None:
            raise RuleUnknown(
                f'Aturan batas waktu "{rule_id}" tidak ada pada edisi {self.id}. '
                f"Yang ada: {', '.join(self.deadlines)}."
            )
        return rule
