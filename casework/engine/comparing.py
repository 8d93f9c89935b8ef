"""What one edition says otherwise than another, entry by entry, in the words of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from casework.engine.basis import Basis
from casework.engine.edition import Edition
from casework.engine.entry import instruments
from casework.engine.law import Law
from casework.engine.lawbook.book import book
from casework.engine.lawbook.page import Item
from casework.engine.period import Period


class State(StrEnum):
    """How an entry of the newer edition stands to the older one."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"

    @property
    def label(self) -> str:
        """The state in words."""
        return {"added": "baru", "changed": "berubah", "removed": "dihapus"}[self.value]


@dataclass(frozen=True)
class Changed:
    """One statement about an entry before and after; "" where it was not made."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    """One entry that differs. `bases` are the old and new basis; `words` the statements.

    `substance` is false where only the article or its mark is another.
    """

    name: str
    title: str
    state: State
    words: tuple[Changed, ...]
    old: Basis | None
    new: Basis | None

    @property
    def substance(self) -> bool:
        """Does the entry itself say something else?"""
        return self.state is not State.CHANGED or bool(self.words)


@dataclass(frozen=True)
class Comparison:
    """The whole difference of two editions: their heads, then the entries kind by kind."""

    old: str
    new: str
    head: tuple[Changed, ...]
    kinds: tuple[tuple[str, tuple[Difference, ...]], ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """All of them."""
        return tuple(one for _, found in self.kinds for one in found)


# What is told for the reader's ease and is not law.
_ASIDE = frozenset({"Contoh", "Pengingat"})


def compare(law: Law, old: Edition, new: Edition) -> Comparison:
    """Every entry of the two editions that differs, in the order of the newer one."""
    before, after = _items(law, old), _items(law, new)
    written = [_written(law, one) for one in (old, new)]
    same = {name for name, said in written[1].items() if written[0].get(name) == said}
    kinds = []
    for kind in dict.fromkeys((*after, *before)):
        older, newer = before.get(kind, (kind, {})), after.get(kind, (kind, {}))
        found = tuple(one for one in _differences(older[1], newer[1]) if one.name not in same)
        if found:
            title = newer[0] if kind in after else older[0]
            kinds.append((title, found))
    return Comparison(old.pin, new.pin, tuple(_head(law, old, new)), tuple(kinds))


def _items(law: Law, edition: Edition) -> dict[str, tuple[str, dict[str, Item]]]:
    found = {
        chapter.id: (chapter.title, {item.rule: item for item in chapter.items})
        for chapter in book(law, edition).chapters
    }
    upon = law.upon(edition.id, edition.revision)
    counted = {
        name: Item(name, COUNTING.get(name, name), (), law.builder.basis(edition.id, upon, name))
        for name in law.builder.names(edition.id, upon)
        if name.startswith("hitungan/")
    }
    return {**found, "hitungan": ("Cara menghitung", counted)}


def _written(law: Law, edition: Edition) -> dict[str, dict[str, Any]]:
    """The entries as written: one that names another whose title changed has not changed."""
    upon = law.upon(edition.id, edition.revision)
    return {
        name: {
            key: value
            for key, value in law.builder.source(edition.id, upon, name).values.items()
            if key not in ("examples", "reminders")
        }
        for name in law.builder.names(edition.id, upon)
    }


COUNTING: Final = {
    "hitungan/first_day": "Hari pertama hitungan",
    "hitungan/calendar_days": "Hitungan hari kalender",
    "hitungan/working_days": "Hitungan hari kerja",
    "hitungan/hours": "Hitungan jam",
}


def _differences(before: Mapping[str, Item], after: Mapping[str, Item]) -> Iterator[Difference]:
    for name in dict.fromkeys((*after, *before)):
        old, new = before.get(name), after.get(name)
        if old is None and new is not None:
            words = tuple(Changed(line.label, "", line.value) for line in new.lines
                          if line.label not in _ASIDE)  # fmt: skip
            yield Difference(name, new.title, State.ADDED, words, None, new.basis)
        elif new is None and old is not None:
            words = tuple(Changed(line.label, line.value, "") for line in old.lines
                          if line.label not in _ASIDE)  # fmt: skip
            yield Difference(name, old.title, State.REMOVED, words, old.basis, None)
        elif old is not None and new is not None:
            words = tuple(_words(old, new))
            if words or _law(old.basis) != _law(new.basis):
                yield Difference(name, new.title, State.CHANGED, words, old.basis, new.basis)


def _words(old: Item, new: Item) -> Iterator[Changed]:
    if old.title != new.title:
        yield Changed("Judul", old.title, new.title)
    before = {line.label: line.value for line in old.lines if line.label not in _ASIDE}
    after = {line.label: line.value for line in new.lines if line.label not in _ASIDE}
    for label in dict.fromkeys((*after, *before)):
        if before.get(label) != after.get(label):
            yield Changed(label, before.get(label, ""), after.get(label, ""))
    one, other = dict(old.caveats), dict(new.caveats)
    for label in dict.fromkeys((*other, *one)):
        told = [_told(bases.get(label)) for bases in (one, other)]
        if told[0] != told[1]:
            yield Changed(f"Dasar {label.lower()}", *told)


def _told(basis: Basis | None) -> str:
    return f"{basis.citation} [{basis.mark.label}]" if basis else ""


def _law(basis: Basis) -> tuple[str, str, str]:
    return basis.citation, basis.quote, basis.mark


def _head(law: Law, old: Edition, new: Edition) -> Iterator[Changed]:
    pairs = (
        ("Judul", old.title, new.title),
        ("Rezim", old.regime, new.regime),
        ("Berlaku", _span(old.in_force), _span(new.in_force)),
        ("Peraturan", _beyond(law, old, new), _beyond(law, new, old)),
        ("Menerima perkara", _takes_cases(old), _takes_cases(new)),
        ("Catatan", " ".join(old.notes), " ".join(new.notes)),
    )
    for label, before, after in pairs:
        if before != after:
            yield Changed(label, before, after)


def _takes_cases(edition: Edition) -> str:
    return f"tidak: {edition.no_cases}" if edition.no_cases else "ya"


def _span(period: Period) -> str:
    known = period.since is not None and period.since_known
    since = period.since.isoformat() if period.since and known else "tanggal yang belum diketahui"
    until = f" sampai sebelum {period.until.isoformat()}" if period.until else ""
    return f"sejak {since}{until}"


def _beyond(law: Law, one: Edition, other: Edition) -> str:
    """The instruments that only the first of two editions rests on."""
    there = set(instruments(law, other))
    return ", ".join(each.short for each in instruments(law, one) if each not in there)
