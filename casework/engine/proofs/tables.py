"""Decision tables: one row for every combination, one agency and one wording for every day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from itertools import pairwise, product

from casework.engine.categories import CATEGORIES
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.office import Level
from casework.engine.proofs.fault import Fault
from casework.engine.violations import Article


def faults(law: Law, edition: Edition) -> Iterator[Fault]:
    """Look for gaps and overlaps, by combination and over time."""
    yield from _combinations(edition)
    for route in edition.routes:
        kind = edition.violations.classes.get(route.violation_class)
        if route.known and not route.functions and kind is not None and kind.violation:
            yield Fault(f"tujuan {route.id}", "Diketahui (known), tetapi tidak menyebut tujuan.")
    for function in sorted({name for route in edition.routes for name in route.functions}):
        yield from _over_time(law, edition, function)


def _combinations(edition: Edition) -> Iterator[Fault]:
    """What has no row or several, told together where the rows are the same."""
    found: dict[tuple[str, tuple[str, ...]], dict[str, list[str]]] = {}
    for combination in product(edition.violations.classes, CATEGORIES, Level):
        deciding = tuple(route.id for route in edition.routes if route.covers(*combination))
        if len(deciding) != 1:
            kind, category, level = combination
            found.setdefault((kind, deciding), {}).setdefault(category, []).append(level)
    for (kind, rows), levels in found.items():
        alike: dict[tuple[str, ...], list[str]] = {}
        for category, named in levels.items():
            alike.setdefault(tuple(named), []).append(category)
        for those, categories in alike.items():
            words = (
                f"{kind}, {_some(categories, CATEGORIES, 'terlapor')}, "
                f"{_some(those, list(Level), 'tingkat')}"
            )
            if rows:
                story = f"Tumpang tindih: {words} punya baris {', '.join(rows)}."
            else:
                story = f"Celah: {words} tidak punya baris."
            yield Fault("tujuan", story)


def _some(names: Collection[str], every: Collection[str], what: str) -> str:
    return f"semua {what}" if len(names) == len(every) else f"{what} {'/'.join(names)}"


def wordings(edition: Edition) -> Iterator[Fault]:
    """An article that changed has one wording on every day between its first and its last."""
    versions: dict[str, list[Article]] = {}
    for one in edition.articles.values():
        versions.setdefault(one.article, []).append(one)
    for name, found in versions.items():
        found.sort(key=lambda one: one.in_force.since or date.min)
        for before, after in pairwise(found):
            ended, begins = before.in_force.until, after.in_force.since
            if ended is not None and begins is not None and ended < begins:
                yield Fault(
                    f"pasal {name}",
                    f"Celah: perbuatan pada {ended.isoformat()} tidak punya bunyi yang berlaku; "
                    f"{before.id} berakhir dan {after.id} baru mulai {begins.isoformat()}.",
                )


def penalties(edition: Edition) -> Iterator[Fault]:
    """The penalties of an article cover every act it is about, each act once.

    The last may reach beyond the time of the article: it is what holds on the day of judgement.
    """
    for one in edition.articles.values():
        where, found = f"pasal {one.id}", one.penalties
        for before, after in pairwise(found):
            ended, begins = before.in_force.until, after.in_force.since
            if ended is None or begins is None or begins < ended:
                yield Fault(
                    where,
                    "Sanksi tumpang tindih: perbuatan pada "
                    f"{(begins or ended or date.min).isoformat()} punya dua ancaman. Tulis menurut "
                    "urutan waktu; until satu ancaman adalah from ancaman berikutnya.",
                )
            elif ended < begins:
                yield Fault(
                    where,
                    f"Celah sanksi: perbuatan pada {ended.isoformat()} tidak punya ancaman; "
                    f"ancaman berikutnya baru mulai {begins.isoformat()}.",
                )
        if not found:
            continue
        begins, since = found[0].in_force.since, one.in_force.since
        if begins is not None and (since is None or since < begins):
            yield Fault(
                where,
                "Celah sanksi: perbuatan sebelum "
                f"{begins.isoformat()} tidak punya ancaman, padahal pasalnya berlaku.",
            )
        ended, until = found[-1].in_force.until, one.in_force.until
        if ended is not None and (until is None or ended < until):
            yield Fault(
                where,
                f"Celah sanksi: perbuatan sejak {ended.isoformat()} tidak punya ancaman, padahal "
                "pasalnya berlaku.",
            )


def _over_time(law: Law, edition: Edition, function: str) -> Iterator[Fault]:
    for day in _edges(law, edition, function):
        holders = [
            agency.id
            for agency in law.agencies.values()
            if agency.function == function and agency.in_force.covers(day)
        ]
        if not holders:
            yield Fault(
                f"lembaga {function}",
                f"Surat yang dikirim pada {day.isoformat()} tidak punya alamat.",
            )
        if len(holders) > 1:
            yield Fault(
                f"lembaga {function}",
                f"Surat yang dikirim pada {day.isoformat()} punya dua alamat: "
                f"{', '.join(holders)}.",
            )


def _edges(law: Law, edition: Edition, function: str) -> list[date]:
    """The days on which the answer can change, inside the edition's own time."""
    days = {edition.in_force.since or law.calendar.covers_from}
    for agency in law.agencies.values():
        if agency.function == function:
            days |= {day for day in (agency.in_force.since, agency.in_force.until) if day}
    return sorted(day for day in days if edition.in_force.covers(day))
