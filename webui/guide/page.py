"""What the guidance shows: a screen with the law behind it, a role's screens, the tour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import current_app, request, session
from flask_login import current_user

from casework.engine.basis import Basis
from casework.engine.edition import Edition
from casework.engine.refusals import EditionUnknown
from webui.core import access, labels
from webui.core.transaction import house, me
from webui.guide.screen import Screen, of_endpoint, of_role, screens

REGIME = "pemilihan"


@dataclass(frozen=True)
class Cited:
    """An entry of the law as the guidance names it; `entry` is its address."""

    title: str
    basis: Basis
    entry: str


@dataclass(frozen=True)
class Part:
    """One screen, and the entries behind it in the edition in force."""

    screen: Screen
    law: tuple[Cited, ...]


@dataclass(frozen=True)
class Stop:
    """Where the tour stands."""

    number: int
    total: int
    part: Part


def here(pin: str = "") -> Part | None:
    """What is said about the page being shown; None for pages that need no word.

    `pin` is the edition of the case that the page shows: its own law stands behind the page.
    """
    if not current_user.is_authenticated or not request.endpoint:
        return None
    screen = of_endpoint(request.endpoint, request.view_args or {})
    if screen is None:
        return None
    now = house().rulebook.latest.pinned(pin) if pin else edition()
    acts = _acts_here()
    return Part(screen, _law((*_rules(screen, acts), *_of_acts(now, screen, acts)), now))


def parts(role: str) -> tuple[Part, ...]:
    """Every screen that a role may open."""
    now = edition()
    return tuple(_part(screen, now) for screen in of_role(_opened(), role))


def steps() -> tuple[Screen, ...]:
    """The stops of the tour for who is signed in: pages that open without a case."""
    opened = _opened()
    return tuple(
        screen
        for screen in screens()
        if screen.start and opened.get(screen.endpoints[0], frozenset()) & me().roles
    )


def touring() -> Stop | None:
    """The stop of the tour that is being taken, if any."""
    number = session.get("tur")
    if not current_app.config["TRAINING"] or not current_user.is_authenticated or not number:
        return None
    stops = steps()
    if not 1 <= int(number) <= len(stops):
        return None
    return Stop(int(number), len(stops), _part(stops[int(number) - 1], edition()))


def edition() -> Edition:
    """The edition that a report received today would be handled under; else the newest."""
    law = house().rulebook.latest
    try:
        return law.edition_on(REGIME, house().today(me().zone))
    except EditionUnknown:
        ours = [one for one in law.editions.values() if one.regime == REGIME]
        return max(ours, key=lambda one: one.in_force.since or date.min)


def _acts_here() -> tuple[str, ...]:
    """The acts that are done on the page being shown."""
    named = str((request.view_args or {}).get("act_id", ""))
    if named:
        return (named,)
    return tuple(act for act, there in access.act_pages().items() if there == request.endpoint)


def _rules(screen: Screen, acts: tuple[str, ...]) -> tuple[str, ...]:
    """The rules of a screen without the acts that are done on another of its pages."""
    others = {name for name in screen.rules if name.startswith("tindakan/")} if acts else set()
    return tuple(
        name for name in screen.rules if name not in others or name.partition("/")[2] in acts
    )


def _of_acts(now: Edition, screen: Screen, acts: tuple[str, ...]) -> tuple[str, ...]:
    """What an act of the shared page rests on, and the limits that it opens and meets."""
    if access.SHARED not in screen.endpoints:
        return ()
    found = [now.acts[one] for one in acts if one in now.acts]
    limits = (limit.rule for act in found for limit in (*act.opens, *act.meets))
    return (*(f"tindakan/{act.id}" for act in found), *(f"batas/{one}" for one in limits))


def _part(screen: Screen, now: Edition) -> Part:
    return Part(screen, _law(screen.rules, now))


def _law(names: Iterable[str], now: Edition) -> tuple[Cited, ...]:
    return tuple(one for name in dict.fromkeys(names) if (one := _cited(name, now)))


def _cited(name: str, now: Edition) -> Cited | None:
    kind, _slash, entry = name.partition("/")
    found = (now.deadlines if kind == "batas" else now.acts).get(entry)
    return Cited(labels.law_title(found.title), found.basis, f"{now.pin}/{name}") if found else None


def _opened() -> dict[str, frozenset[str]]:
    """For each page that somebody signed in may open, by which roles."""
    return {
        endpoint: access.roles_for(permission)
        for endpoint in current_app.view_functions
        if (permission := access.permission_of(endpoint)) and permission != access.OPEN
    }
