"""What an act still lacks, each item with its article, its cure, and until when it can be cured."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple
from zoneinfo import ZoneInfo

from casework.engine import roles as role_names
from casework.engine.act import Act
from casework.engine.basis import Basis
from casework.engine.cures import Cure, Relation, Wanted
from casework.engine.edition import Edition
from casework.engine.facts import Fact, FactKind, Facts, Value
from casework.engine.ways import Way, ways
from casework.engine.words import clock, long_date

_BOUNDS = {
    Relation.EQUALS: "{}",
    Relation.AT_LEAST: "paling sedikit {}",
    Relation.AT_MOST: "paling banyak {}",
    Relation.DIFFERS: "selain {}",
}


def path(titles: Sequence[str]) -> str:
    """The acts that lead to a right stage, in their order; none means there is no way back.

    >>> path(["Terima kelengkapan", "Ajukan registrasi"])
    'Lakukan dahulu: Terima kelengkapan, lalu Ajukan registrasi.'
    """
    if not titles:
        return "Tidak dapat dilakukan lagi pada perkara ini: tidak ada jalan ke tahap itu."
    return f"Lakukan dahulu: {', lalu '.join(titles)}."


def need(fact: Fact, wanted: Wanted, facts: Facts, recorders: Sequence[str]) -> tuple[str, str]:
    """Why the fact hinders as it stands, and what to do about it."""
    if fact.kind in (FactKind.NUMBER, FactKind.TEXT):
        now = facts.get(fact.id)
        bound = _BOUNDS[wanted.how].format(wanted.value)
        seen = "belum tercatat" if now is None else f"sekarang {now}"
        return (
            fact.missing or f"{fact.title} harus {bound}; {seen}.",
            fact.cure or f"Ubah sampai {bound}.",
        )
    if wanted.value is False:
        return (
            f"Tindakan ini hanya dapat dilakukan selama hal itu tidak berlaku: {fact.title}.",
            fact.undo or f"Selesaikan dahulu sampai hal itu tidak berlaku lagi: {fact.title}.",
        )
    acts = f"Catat dengan tindakan: {' atau '.join(recorders)}." if recorders else ""
    return (
        fact.missing or f"Belum tercatat pada perkara ini: {fact.title}.",
        fact.cure or acts or f"Catat waktunya setelah terjadi: {fact.title}.",
    )


def lost(fact: Fact) -> str:
    """Nothing cures it any more."""
    return f"Tidak dapat dipenuhi lagi pada perkara ini: {fact.title}."


def instead(ways: Iterable[Sequence[Wanted]], facts: Mapping[str, Fact]) -> str:
    """The other ways that would do."""
    told = (" dan ".join(_wanted(one, facts[one.fact]) for one in way) for way in ways)
    return f"Atau sebagai gantinya: {'; atau '.join(told)}."


def moment(at: datetime, zone: str) -> str:
    """A date with its hour in the office's zone."""
    there = at.astimezone(ZoneInfo(zone))
    return f"{long_date(there.date())} pukul {clock(there, zone)}"


def _wanted(wanted: Wanted, fact: Fact) -> str:
    if wanted.value is True:
        return fact.title
    if wanted.value is False:
        return f"tidak lagi berlaku: {fact.title}"
    return f"{fact.title} {_BOUNDS[wanted.how].format(wanted.value)}"


@dataclass(frozen=True)
class Limit:
    """A limit that runs in a case: when it ends, and whether it has."""

    due: datetime
    over: bool = False


Limits = Mapping[str, Limit]
_MEASURED = (FactKind.NUMBER, FactKind.TEXT)


class Missing(NamedTuple):
    """One thing an act lacks.

    `kind` is stage, role, need, or never where the act is not for such a case at all. What cures
    it: for a stage the acts of `path`, which end in `stage`; for a role one of `roles`; for a need
    the fact of `wanted`, or one of the ways of `instead`. `curable` is false when nothing does.
    `until` is the end of the `limit` before which it can be cured, `since` the moment before which
    it cannot.
    """

    kind: str
    what: str
    why: str
    cure: str
    basis: Basis
    wanted: Wanted | None = None
    instead: tuple[tuple[Wanted, ...], ...] = ()
    path: tuple[str, ...] = ()
    stage: str = ""
    roles: tuple[str, ...] = ()
    curable: bool = True
    limit: str = ""
    until: datetime | None = None
    since: datetime | None = None


def window(missing: Missing, zone: str) -> str:
    """Until when, or from when on, it can be cured, in the office's zone; "" when no limit runs."""
    if missing.since is not None:
        return f"Baru terpenuhi setelah {moment(missing.since, zone)}."
    if missing.until is not None:
        return f"Batas waktunya {moment(missing.until, zone)}."
    return ""


@dataclass(frozen=True)
class Standing:
    """How a case stands and who asks; `soonest` is the limit that ends its waiting first.

    `closed` are the acts by which no way of this case leads any more.
    """

    stage: str
    facts: Facts
    roles: frozenset[str]
    limits: Limits
    soonest: str
    closed: frozenset[str] = frozenset()


class WhyNot:
    """Says what an act lacks; whatever does not depend on the case is worked out once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._known: dict[tuple[str, str, frozenset[str]], tuple[Missing | None, Missing]] = {}
        self._needs: dict[tuple[str, str, Value, bool, bool], Missing] = {}
        self._ways: dict[tuple[str, frozenset[str]], Mapping[str, Way]] = {}
        self._innate = {one.id for one in edition.facts.values() if one.innate}
        acts = edition.acts.values()
        # Only these can be closed to a case; the last among them to one that was of another kind.
        self._closable = [
            act for act in acts if act.to_stage and (act.need.lasting or self._asks(act))
        ]
        self._turned = [act.id for act in acts if any(map(self._never, act.need.cures({})))]

    def standing(
        self, stage: str, facts: Facts, roles: Collection[str], limits: Limits
    ) -> Standing:
        """Put together what is asked about."""
        here = self._edition.stages.get(stage)
        running = [name for name in (here.limits if here else ()) if name in limits]
        soonest = min(running, key=lambda name: limits[name].due, default="")
        closed = frozenset(
            act.id
            for act in self._closable
            if any(not cure.possible for cure in act.need.cures(facts))
        )
        return Standing(stage, facts, frozenset(roles), limits, soonest, closed)

    def missing(self, act: Act, at: Standing) -> tuple[Missing, ...]:
        """All that is missing, nothing twice; empty when the act may be done.

        Where the act is not for such a case, or its stage does not come any more, that alone is
        told: what else it lacks would name acts that help nobody.
        """
        cures = act.need.cures(at.facts)
        if never := [cure for cure in cures if self._never(cure)]:
            return tuple(self._need(act, cure, at) for cure in never)
        far, who = self._fixed(act, at)
        if far and not far.curable:
            return (far,)
        found = [far] if far else []
        if at.roles.isdisjoint(act.roles):
            found.append(who)
        found += [self._need(act, cure, at) for cure in cures]
        return tuple([self._dated(one, at) for one in found] if at.limits else found)

    def _asks(self, act: Act) -> bool:
        return not self._innate.isdisjoint(act.need.names())

    def _never(self, cure: Cure) -> bool:
        """Would the case have to be one of another kind?"""
        return cure.wanted.fact in self._innate and not cure.possible

    def _fixed(self, act: Act, at: Standing) -> tuple[Missing | None, Missing]:
        """What a wrong stage (if it is wrong) and a wrong role lack: the same for every case."""
        known = self._known.get((act.id, at.stage, at.closed))
        if known is None:
            far = None if at.stage in act.from_stages else self._far(act, at)
            known = self._known[act.id, at.stage, at.closed] = (far, _role(act))
        return known

    def _far(self, act: Act, at: Standing) -> Missing:
        stage, edition = at.stage, self._edition
        titles = {one.id: one.title for one in edition.stages.values()}
        there = ", ".join(titles[one] for one in act.from_stages)
        reachable = self._ways.get((stage, at.closed))
        if reachable is None:
            reachable = self._ways[stage, at.closed] = ways(
                edition.acts.values(),
                stage,
                finals=[one.id for one in edition.stages.values() if one.final],
                closed=at.closed,
                turned=self._turned,
            )
        turned = act.id in self._turned
        reached = {
            one: reachable[one]
            for one in act.from_stages
            if one in reachable and not (turned and any(step.becomes for step in reachable[one]))
        }
        nearest = min(reached, key=lambda one: _rank(reached[one]), default="")
        way = reached.get(nearest, ())
        return Missing(
            "stage",
            f"Perkara berada pada tahap {titles.get(stage, stage)}",
            act.elsewhere or f"{act.title} hanya dapat dilakukan pada tahap: {there}.",
            path([one.title for one in way]),
            act.basis,
            path=tuple(one.id for one in way),
            stage=nearest,
            curable=bool(way),
        )

    @cached_property
    def _recorders(self) -> Mapping[str, tuple[str, ...]]:
        """The titles of the acts that date each fact."""
        found: dict[str, tuple[str, ...]] = {}
        for act in self._edition.acts.values():
            for name in act.records:
                found[name] = (*found.get(name, ()), act.title)
        return found

    def _need(self, act: Act, cure: Cure, at: Standing) -> Missing:
        wanted = cure.wanted
        fact = self._edition.facts[wanted.fact]
        window = at.limits.get(fact.within) if wanted.value is True else None
        over = window is not None and window.over
        if cure.instead or fact.kind in _MEASURED:
            return self._lacking(act, cure, fact, at.facts, over)
        # The words about a flag or a moment are the same in every case.
        key = (act.id, wanted.fact, wanted.value, cure.possible, over)
        known = self._needs.get(key)
        if known is None:
            known = self._needs[key] = self._lacking(act, cure, fact, at.facts, over)
        return known

    def _lacking(self, act: Act, cure: Cure, fact: Fact, facts: Facts, over: bool) -> Missing:
        wanted = cure.wanted
        why, how = need(fact, wanted, facts, self._recorders.get(fact.id, ()))
        curable = cure.possible and not over
        never = self._never(cure)
        if never:
            how = fact.cure if wanted.value is True else lost(fact)
        elif not curable:
            how = lost(fact)
        elif cure.instead:
            how = f"{how} {instead(cure.instead, self._edition.facts)}"
        return Missing(
            "never" if never else "need",
            f"{act.title} bukan untuk perkara seperti ini" if never else fact.title,
            why,
            how,
            fact.basis or act.basis,
            wanted=wanted,
            instead=cure.instead,
            curable=curable,
        )

    def _dated(self, item: Missing, at: Standing) -> Missing:
        """Say until when: a fact with a limit of its own keeps to that, all else to the stage's."""
        limits, name = at.limits, at.soonest
        if item.wanted is not None:
            fact = self._edition.facts[item.wanted.fact]
            if fact.after in limits and item.wanted.value is True:
                return _timed(item, fact.after, since=limits[fact.after].due)
            name = fact.within if fact.within in limits else name
        return _timed(item, name, until=limits[name].due) if name and item.curable else item


def _rank(way: Way) -> tuple[int, int]:
    return sum(act.standing for act in way), len(way)


def _timed(
    item: Missing, limit: str, *, until: datetime | None = None, since: datetime | None = None
) -> Missing:
    return Missing._make((*item[:_TIMES], limit, until, since))


_TIMES = Missing._fields.index("limit")


def _role(act: Act) -> Missing:
    holders = role_names.titles(act.roles)
    return Missing(
        "role",
        f"Peran Anda tidak berwenang melakukan {act.title}",
        f"{act.title} dilakukan oleh {holders}.",
        f"Minta {holders} melakukannya.",
        act.basis,
        roles=act.roles,
    )
