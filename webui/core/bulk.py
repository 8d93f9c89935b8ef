"""One act on many rows: every row in a transaction of its own, and told what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from flask import request
from werkzeug.datastructures import MultiDict

from casework.errors import ActRefused, BadInput, CaseworkError, Lack, Unavailable
from casework.services.core.work import Work
from webui.core.keys import whole
from webui.core.language import refused
from webui.core.transaction import acting

MOST = 50
"""Rows of one go; as many as a page of a list has, done in a few seconds."""

Key = TypeVar("Key")


@dataclass(frozen=True)
class Refusal:
    """Why one row stayed as it was: texts, or what the law still misses with its articles."""

    texts: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()


def each(keys: Iterable[Key], act: Callable[[Work, Key], object]) -> dict[Key, Refusal | None]:
    """Do the act for each key, one transaction each; None where it was done, else the refusal.

    A refused row takes nothing back from the others. When disk or database take nothing more,
    the rows that are left are not tried and say so.
    """
    found: dict[Key, Refusal | None] = {}
    out: Unavailable | None = None
    for key in keys:
        if out is not None:
            found[key] = Refusal((refused(out.outside),))
            continue
        try:
            with acting() as work:
                act(work, key)
        except Unavailable as fault:
            out = fault
            found[key] = Refusal((refused(fault.outside),))
        except CaseworkError as refusal:
            found[key] = _told(refusal)
        else:
            found[key] = None
    return found


def _told(refusal: CaseworkError) -> Refusal:
    if isinstance(refusal, ActRefused):
        return Refusal(lacks=refusal.lacks)
    if isinstance(refusal, BadInput):
        return Refusal(tuple(refused(one.text) for one in refusal.problems))
    return Refusal((refused(refusal),))


def chosen(name: str, asked: MultiDict[str, str] | None = None) -> list[int]:
    """The keys that were ticked, from the address or a form; at most `MOST`, each once."""
    values = (request.args if asked is None else asked).getlist(name, type=whole)
    return list(dict.fromkeys(one for one in values if one > 0))[:MOST]


def seen(cases: Iterable[int]) -> dict[int, int]:
    """The version in which the page showed each case; 0 where the field was tampered with."""
    return {one: request.form.get(f"versi-{one}", 0, type=whole) for one in cases}
