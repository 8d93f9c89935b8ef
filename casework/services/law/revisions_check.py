"""Which editions a revision reaches, and whether they still stand with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from casework.engine.law import Law
from casework.engine.proof import check
from casework.engine.refusals import RuleFileFault, RuleUnknown
from casework.engine.revision import Overlay
from casework.errors import BadInput
from casework.services.unit.text import TextChecker

Changes = Mapping[str, Mapping[str, Any]]


def plain(changes: Changes) -> dict[str, dict[str, Any]]:
    """The changes with clean texts. Raises BadInput for what a rules file cannot hold."""
    check = TextChecker()
    told = {
        name: {path: _plain(check, f"{name} {path}", value) for path, value in keys.items()}
        for name, keys in changes.items()
    }
    check.done()
    return told


def _plain(check: TextChecker, field: str, value: Any) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return check.text(field, field, value, limit=8000)
    if isinstance(value, Mapping):
        return {str(key): _plain(check, field, item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(check, field, item) for item in value]
    check.refuse(field, f"{field}: nilai ini bukan teks, bilangan bulat, ya/tidak, atau daftar.")
    return None


def shared(law: Law, edition: str, changes: Changes) -> tuple[Overlay, ...]:
    """The next revision of the edition, then one of each edition that shares an entry with it.

    An edition built upon this one shares an entry as long as both read the same: then the words
    confirmed are its words too. One that says something of its own keeps it.
    """
    found = [_next(law, edition, changes)]
    for other in law.editions.values():
        if edition in _bases(law, other.id):
            common = {
                name: keys for name, keys in changes.items() if _same(law, edition, other.id, name)
            }
            if common:
                found.append(_next(law, other.id, common))
    return tuple(found)


def sound(law: Law, overlays: Sequence[Overlay]) -> Law:
    """The law with these revisions; refuses what the loader or the proof refuses.

    Raises BadInput with each story.
    """
    names = dict.fromkeys(one.edition for one in overlays)
    try:
        revised = law.revised((*law.overlays, *overlays))
    except RuleFileFault as fault:
        raise BadInput.one("aturan", f"Revisi ini ditolak: {fault.text}") from fault
    for name in names:
        before = set(check(law, name))
        broken = [fault for fault in check(revised, name) if fault not in before]
        if broken:
            stories = " ".join(f"{fault.where}: {fault.story}" for fault in broken)
            raise BadInput.one(
                "aturan", f"Edisi {name} tidak lagi utuh dengan revisi ini. {stories}"
            )
    return revised


def _next(law: Law, edition: str, changes: Changes) -> Overlay:
    base = law.edition(edition).revision.partition(".")[0]
    return Overlay(edition, base, len(law.upon(edition)) + 1, changes)


def _bases(law: Law, edition: str) -> tuple[str, ...]:
    """The editions that an edition was written against, nearest first."""
    found: list[str] = []
    amended = law.edition(edition).amends
    while amended is not None:
        found.append(amended)
        amended = law.edition(amended).amends
    return tuple(found)


def _same(law: Law, edition: str, other: str, name: str) -> bool:
    if name.startswith("edisi/"):
        return False
    try:
        here, there = (
            law.builder.source(one, law.upon(one), name).values for one in (edition, other)
        )
    except RuleUnknown:
        return False
    return here == there
