"""What is said about a screen, and which screens belong to whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import LazyString

from webui.core.access import SHARED, act_pages


@dataclass(frozen=True)
class Screen:
    """Guidance for the pages named by `endpoints`, or by the act they do.

    `says` are the sentences an officer needs, most important first. `rules` name entries of the
    law behind them (`batas/kajian_awal`), cited from the edition in force and not written here.
    """

    id: str
    title: LazyString
    says: tuple[LazyString, ...]
    endpoints: tuple[str, ...]
    rules: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    start: bool = False
    """A page one can open without a case: it is a stop of the tour."""


def screens() -> tuple[Screen, ...]:
    """Every screen in the order an officer meets them."""
    # Imported here: those modules are made of `Screen`.
    from webui.guide import (
        account,
        clarification,
        completeness,
        decision,
        everyday,
        kerawanan,
        outcome,
        papers,
        settings,
    )

    return (
        *everyday.SCREENS,
        *completeness.SCREENS,
        *clarification.SCREENS,
        *decision.SCREENS,
        *outcome.SCREENS,
        *papers.SCREENS,
        *kerawanan.SCREENS,
        *settings.SCREENS,
        *account.SCREENS,
    )


def of_endpoint(endpoint: str | None, values: Mapping[str, object]) -> Screen | None:
    """What is said about a page; a shared act page is told apart by the act in its address."""
    act = str(values.get("act_id", ""))
    found = [screen for screen in screens() if endpoint in screen.endpoints]
    if not found and endpoint in act_pages().values():
        # What holds for every act, until somebody writes more about this one.
        found = [screen for screen in screens() if SHARED in screen.endpoints]
    named = [screen for screen in found if act and act in screen.acts]
    general = [screen for screen in found if not screen.acts or not act]
    return next(iter(named or general), None)


def of_role(opened: Mapping[str, frozenset[str]], role: str) -> tuple[Screen, ...]:
    """The screens a role may open; `opened` tells for each endpoint which roles do."""
    return tuple(
        screen
        for screen in screens()
        if any(role in opened.get(endpoint, frozenset()) for endpoint in screen.endpoints)
    )
