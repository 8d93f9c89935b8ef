"""How an officer is told what is missing and what cures it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from casework.engine.cures import Relation, Wanted
from casework.engine.facts import Fact, FactKind, Facts
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
