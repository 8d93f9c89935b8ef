"""What a law scenario asks the engine, gathered step by step and asked when the answer is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from casework.engine import lifecycle, routing, ruling
from casework.engine.basis import Basis, Mark
from casework.engine.counting import Unit
from casework.engine.deadline import compute
from casework.engine.due import Due
from casework.engine.edition import Edition
from casework.engine.entry import Entry, entry
from casework.engine.facts import Facts, Value
from casework.engine.law import Law
from casework.engine.moments import moment
from casework.engine.numbering import Numbering
from casework.engine.requirements import Requirement
from casework.engine.roles import TITLES
from casework.engine.rule import DeadlineRule
from casework.engine.violations import Article, Sanction

NONE = "-"


@dataclass
class Count:
    """A limit to compute."""

    rule: DeadlineRule
    start: str
    zone: str
    extended: bool = False
    also: dict[str, str] = field(default_factory=dict)

    def due(self, law: Law) -> Due:
        """Compute it; a refusal of the engine goes through."""
        return compute(
            self.rule,
            self._at(self.start),
            calendar=law.calendar,
            zone=self.zone,
            extended=self.extended,
            also={fact: self._at(at) for fact, at in self.also.items()},
        )

    def _at(self, text: str) -> datetime:
        whole_day = not self.rule.known or self.rule.unit is not Unit.HOURS
        return moment(text, self.zone, whole_day=whole_day)


@dataclass
class Dispatch:
    """A respondent's matter to send somewhere."""

    violation_class: str
    category: str
    level: str
    on: date
    region: str | None

    def answer(self, law: Law, edition: Edition) -> routing.Routing:
        """Ask the routing table; a refusal of the engine goes through."""
        return routing.destinations(
            law,
            edition,
            violation_class=self.violation_class,
            category=self.category,
            level=self.level,
            on=self.on,
            region=self.region,
        )

    def rows(self, edition: Edition) -> list[str]:
        """The rows of the table that decide it."""
        asked = (self.violation_class, self.category, self.level)
        return [f"tujuan/{row.id}" for row in edition.routes if row.covers(*asked)]


@dataclass
class Charge:
    """An outcome for a respondent under an article."""

    outcome: str
    article: str
    category: str
    stage: str
    level: str

    def answer(self, edition: Edition) -> ruling.Ruling:
        """Ask the table of outcomes."""
        return ruling.ruling(
            edition,
            outcome=self.outcome,
            article=self.article,
            category=self.category,
            stage=self.stage,
            level=self.level,
        )

    def rows(self, edition: Edition) -> list[str]:
        """The rows of the table that decide it."""
        kind = ruling.kind_of(edition, self.article)
        asked = (self.outcome, kind, self.category, self.stage, self.level)
        return [f"hasil/{row.id}" for row in edition.outcomes if row.covers(*asked)]


@dataclass
class View:
    """A case as an officer sees it."""

    stage: str
    roles: tuple[str, ...]
    facts: Facts

    def answer(self, edition: Edition, act: str) -> lifecycle.Answer:
        """Ask about one act, named `tindakan/<id>` or by its id alone."""
        return lifecycle.Lifecycle(edition).answer(bare(act), self.stage, self.facts, self.roles)


@dataclass
class Question:
    """The question of one scenario; each kind of step fills its part."""

    law: Law = field(repr=False)
    _edition: Edition | None = field(default=None, repr=False)
    _entry: Entry | None = field(default=None, repr=False)
    _count: Count | None = None
    _dispatch: Dispatch | None = None
    _view: View | None = None
    _sanction: Sanction | None = None
    _charge: Charge | None = None
    asked: set[tuple[str, str]] = field(default_factory=set)

    def read(self, name: str, edition: str) -> Entry:
        """Open an edition at one of its rules."""
        self._edition = self.law.edition(edition)
        self._entry = entry(self._edition, name)
        self.asked.add((edition, name))
        return self._entry

    def counts(self, name: str, edition: str, start: str, zone: str) -> None:
        """Ask for a limit."""
        rule = self.read(name, edition).value
        assert isinstance(rule, DeadlineRule)
        self._count = Count(rule, start, zone)

    def dispatches(self, edition: str, dispatch: Dispatch) -> None:
        """Ask where a matter goes."""
        self._edition = self.law.edition(edition)
        self._dispatch = dispatch
        self.asked |= {(edition, name) for name in dispatch.rows(self._edition)}

    def judges(self, act: str, judged: str) -> Sanction:
        """Ask what the article read threatens, by the days of the act and of the judgement."""
        found = self.article.sanction(date.fromisoformat(act), date.fromisoformat(judged))
        assert found is not None, f"{self.entry.name} tidak menyebut ancaman"
        self._sanction = found
        return found

    @property
    def sanction(self) -> Sanction:
        """The penalties that were asked for."""
        assert self._sanction is not None, "belum ada langkah tentang ancaman"
        return self._sanction

    def charges(self, edition: str, charge: Charge) -> None:
        """Ask whether an outcome is possible."""
        self._edition = self.law.edition(edition)
        self._charge = charge
        self.asked |= {(edition, name) for name in charge.rows(self._edition)}

    @property
    def charge(self) -> Charge:
        """The outcome that was asked about."""
        assert self._charge is not None, "belum ada langkah Ketika yang menanyakan hasil"
        return self._charge

    def views(self, edition: str, view: View) -> None:
        """Ask what can be done."""
        self._edition = self.law.edition(edition)
        assert view.stage in self._edition.stages, f"tahap {view.stage} tidak ada"
        self._view = view

    @property
    def edition(self) -> Edition:
        """The edition that was opened."""
        assert self._edition is not None, "belum ada langkah Ketika yang menyebut edisi"
        return self._edition

    @property
    def entry(self) -> Entry:
        """The rule that was read."""
        assert self._entry is not None, "belum ada langkah Ketika yang menyebut aturan"
        return self._entry

    @property
    def article(self) -> Article:
        """The article that was read."""
        assert isinstance(self.entry.value, Article), f"{self.entry.name} bukan pasal"
        return self.entry.value

    @property
    def count(self) -> Count:
        """The limit that was asked for."""
        assert self._count is not None, "belum ada langkah Ketika tentang batas"
        return self._count

    @property
    def dispatch(self) -> Dispatch:
        """The matter to be sent."""
        assert self._dispatch is not None, "belum ada langkah Ketika tentang tujuan"
        return self._dispatch

    @property
    def routed(self) -> routing.Routing:
        """Where it goes."""
        return self.dispatch.answer(self.law, self.edition)

    def ask(self, act: str) -> lifecycle.Answer:
        """Ask about one act, named `tindakan/<id>` or by its id alone."""
        assert self._view is not None, "belum ada langkah Ketika tentang perkara"
        answer = self._view.answer(self.edition, act)
        self.read(f"tindakan/{answer.act.id}", self.edition.id)
        return answer

    @property
    def facts(self) -> Facts:
        """The facts of the case that is seen."""
        assert self._view is not None, "belum ada langkah Ketika tentang perkara"
        return self._view.facts

    @property
    def basis(self) -> Basis:
        """What the answer rests on: of a computed date its own, else that of the rule read."""
        if self._count is not None and self._count.rule.known:
            return self._count.due(self.law).basis
        return self.routed.basis if self._dispatch is not None else self.entry.basis

    def unmet(self) -> tuple[Requirement, dict[str, bool]]:
        """The requirement read, and what was found of all of them when it alone is not met."""
        wanted = self.entry.value
        assert isinstance(wanted, Requirement), f"{self.entry.name} bukan syarat"
        return wanted, {name: name != wanted.id for name in self.edition.requirements}


def bare(name: str) -> str:
    """The id in `<kind>/<id>`; an id alone stays."""
    return name.rpartition("/")[2]


def facts(edition: Edition, text: str) -> dict[str, Value]:
    """Read `a, b, c=3`: declared facts that hold, or have a value; `-` is none at all."""
    found: dict[str, Value] = {}
    for word in text.split(","):
        name, sign, value = (part.strip() for part in word.partition("="))
        if name in ("", NONE):
            continue
        assert name in edition.facts, f"fakta {name} tidak ada pada edisi {edition.id}"
        found[name] = (int(value) if value.isdecimal() else value) if sign else True
    return found


def roles(text: str) -> tuple[str, ...]:
    """Read `case_officer, chair`; `-` is nobody."""
    found = tuple(word.strip() for word in text.split(",") if word.strip() not in ("", NONE))
    strange = [role for role in found if role not in TITLES]
    assert not strange, f"peran {strange} tidak ada; pilih dari {', '.join(TITLES)}"
    return found


def mark(text: str) -> Mark:
    """Read a mark by its key or by the word an officer reads."""
    for one in Mark:
        if text.casefold() in (one.value, one.label):
            return one
    raise AssertionError(f'tanda "{text}" tidak ada; pilih dari {", ".join(Mark)}')


def contains(part: str, text: str) -> None:
    """Fail unless `part` stands in `text`, whatever the capitals and line breaks."""
    told = " ".join(text.split())
    assert part.strip(), "kolomnya kosong; tulis apa yang harus dimuat"
    assert " ".join(part.split()).casefold() in told.casefold(), f'"{part}" tidak ada pada: {told}'


def written(one: Entry) -> str:
    """What a rule says, in one text: every word and pattern of it that an officer can read."""
    value = one.value
    words = [one.title]
    if isinstance(value, Numbering):
        words += [value.receipt_pattern, value.registration_pattern]
        for table in (value.kinds, value.elections, value.levels):
            words += [f"{key} {name}" for key, name in table.items()]
    elif isinstance(value, Mapping):
        words += [f"{office or 'default'} {letter.pattern}" for office, letter in value.items()]
    else:
        words += [str(getattr(value, name, "")) for name in ("text", "help", "code", "act")]
        words += getattr(value, "signatories", ())
    return "; ".join(word for word in words if word)
