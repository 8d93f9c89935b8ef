"""Edits of rules files at the level of their YAML, whether an edition stands alone or amends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

Texts = Mapping[str, str]
GONE = None  # a key set to this is taken away

# What a difference needs of its own; the words do not matter to the mutant.
OWN_WORDS = {
    "citation": {"law": "praktik"},
    "verification": "unverified",
    "note": "Diubah untuk menguji pemeriksaan.",
}


@dataclass(frozen=True)
class Amend:
    """Other values for keys of one entry (`id`) of a list, or of a single mapping (`id` "")."""

    file: str
    part: str
    id: str
    changes: Mapping[str, Any]


@dataclass(frozen=True)
class Add:
    """A new entry at the end of a list."""

    file: str
    part: str
    entry: Mapping[str, Any]


@dataclass(frozen=True)
class Remove:
    """An entry less."""

    file: str
    part: str
    id: str


@dataclass(frozen=True)
class Mutant:
    """What is changed, and the message that must tell it.

    `shared` edits touch files outside the edition's folder. `whole` is true where only the
    editions laid beside each other show the fault.
    """

    what: str
    message: str
    edits: tuple[Amend | Add | Remove, ...] = ()
    shared: tuple[Amend | Add | Remove, ...] = ()
    whole: bool = field(default=False)


def mutate(texts: Texts, edition: str, amending: bool, mutant: Mutant) -> dict[str, str]:
    """The rules folder with the mutant in it."""
    tops: dict[str, dict[str, Any]] = {}

    def top(path: str) -> dict[str, Any]:
        if path not in tops:
            tops[path] = read(texts.get(path, ""))
        return tops[path]

    for edit in mutant.edits:
        change = _differ if amending and edit.file != "edition.yaml" else _alter
        change(top(f"{edition}/{edit.file}"), edit)
    for edit in mutant.shared:
        _alter(top(edit.file if isinstance(edit, Add) else _listing(texts, edit)), edit)
    return {**texts, **{path: write(changed) for path, changed in tops.items()}}


def _listing(texts: Texts, edit: Amend | Remove) -> str:
    """The file itself, or the one in that folder that lists the entry."""
    for path, text in texts.items():
        inside = path == edit.file or path.startswith(f"{edit.file}/")
        if inside and any(one["id"] == edit.id for one in read(text).get(edit.part, ())):
            return path
    raise LookupError(f"{edit.id} is not listed under {edit.file}")


def read(text: str) -> dict[str, Any]:
    """A rules file as plain values, every scalar a text."""
    found = _plain(yaml.load(text, Loader=yaml.CBaseLoader))
    return found if isinstance(found, dict) else {}


def write(top: Mapping[str, Any]) -> str:
    """The values as a rules file again."""
    return yaml.dump(dict(top), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def _alter(top: dict[str, Any], edit: Amend | Add | Remove) -> None:
    if isinstance(edit, Amend) and not edit.part:
        top.update(edit.changes)
    elif isinstance(edit, Amend) and not edit.id:
        top[edit.part].update(edit.changes)
    elif isinstance(edit, Amend):
        _find(top[edit.part], edit.id).update(edit.changes)
    elif isinstance(edit, Add):
        top.setdefault(edit.part, []).append(dict(edit.entry))
    else:
        top[edit.part].remove(_find(top[edit.part], edit.id))


def _differ(top: dict[str, Any], edit: Amend | Add | Remove) -> None:
    """The same in a file of differences."""
    if isinstance(edit, Amend) and not edit.id:
        top.setdefault(edit.part, {}).update(edit.changes)
        return
    entries: list[dict[str, Any]] = top.setdefault(edit.part, [])
    if isinstance(edit, Add):
        entries.append({**edit.entry, "change": "add"})
        return
    own = next((one for one in entries if one["id"] == edit.id), None)
    if isinstance(edit, Remove):
        added = own is not None and own["change"] == "add"
        entries[:] = [one for one in entries if one is not own]
        if not added:
            entries.append({"id": edit.id, "change": "remove", **OWN_WORDS})
    elif own is None:
        entries.append({"id": edit.id, "change": "amend", **OWN_WORDS, **edit.changes})
    else:
        own.update(edit.changes)


def _find(entries: Iterable[dict[str, Any]], entry_id: str) -> dict[str, Any]:
    return next(one for one in entries if one["id"] == entry_id)


def _plain(value: Any) -> Any:
    """Empty scalars become null, as the loader reads them."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return GONE if value in ("", "null") else value
