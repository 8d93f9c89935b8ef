"""Calls a law by a short name in a letter that has cited it in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from casework.engine.papers import Letter
from casework.services.documents.data import citing
from casework.services.documents.data.source import Source

# Fields that hold nothing but articles and their law; what an officer typed is left as it is.
_CITING = frozenset({"article", "citation", "naming"})


def shortened(source: Source, letter: Letter) -> Letter:
    """The letter with `(selanjutnya disebut …)` behind each law that it names again.

    A law that stood otherwise on the day of the event than on the day of the letter keeps its
    number, and so does one that is named only once.
    """
    names: dict[str, str] = {}
    legal = list(letter.legal)
    for full, others, brief in citing.briefs(source.work.law, source.edition, source.day):
        place = next((at for at, one in enumerate(legal) if one.endswith(full)), None)
        if place is None or not any(_names(letter, other) for other in others):
            continue
        legal[place] += f" (selanjutnya disebut {brief})"
        names |= dict.fromkeys(others, brief)
    if not names:
        return letter
    made: Letter = _renamed(letter, names)
    return replace(made, legal=tuple(legal))


def _names(letter: Letter, law: str) -> bool:
    return any(_is_in(law, text) for text in _citations(letter))


def _citations(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if name in _CITING:
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _citations(one, name)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _citations(getattr(value, one.name), one.name)


def _renamed(value: Any, names: Mapping[str, str], name: str = "") -> Any:
    if isinstance(value, str):
        return _called(value, names) if name in _CITING else value
    if isinstance(value, tuple):
        return tuple(_renamed(one, names, name) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: _renamed(getattr(value, one.name), names, one.name) for one in fields(value)
        }
        return replace(value, **changed)
    return value


def _is_in(law: str, text: str) -> bool:
    return any(part == law or part.endswith(f" {law}") for part in text.split("; "))


def _called(text: str, names: Mapping[str, str]) -> str:
    """Each citation with the short name; one that names no article goes where another does."""
    parts = []
    for part in text.split("; "):
        law = next((one for one in names if _is_in(one, part)), None)
        parts.append(part if law is None else f"{part.removesuffix(law)}{names[law]}")
    bare = [one for one in parts if one in names.values()]
    kept = [
        one
        for one in parts
        if one not in bare or not any(other.endswith(f" {one}") for other in parts)
    ]
    return "; ".join(dict.fromkeys(kept))
