"""`casework rules diff`: what one edition says otherwise than another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from casework.adapters import rulebook
from casework.bootstrap import installed_law
from casework.engine.basis import Basis
from casework.engine.comparing import Changed, Comparison, Difference, State, compare


@click.command(short_help="Tell what differs between two editions or revisions.")
@click.argument("old")
@click.argument("new")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
@click.option("--brief", is_flag=True, help="Leave out entries where only article or mark differ.")
def command(old: str, new: str, as_json: bool, brief: bool) -> None:
    """Compare OLD with NEW, each an edition or `edition@revision`, entry by entry.

    Tells what was added, changed and removed, in the old and the new words, with article and mark.
    A revision above that of the files is read from the configured database.

    \b
    Example: casework rules diff pemilihan-2024 pemilihan-2025
    """
    law = rulebook.load()
    if any(pin.partition("@")[2] not in ("", law.pinned(pin.partition("@")[0]).revision)
           for pin in (old, new)):  # fmt: skip
        law = installed_law()
    found = compare(law, law.pinned(old), law.pinned(new))
    if as_json:
        click.echo(json.dumps(_data(found, brief=brief), ensure_ascii=False, indent=2))
        return
    for line in _lines(found, brief=brief):
        click.echo(line)


def _lines(found: Comparison, *, brief: bool) -> Iterator[str]:
    yield f"Dari {found.old} ke {found.new}"
    yield from (_changed(one) for one in found.head)
    count = 0
    for kind, all_of_kind in found.kinds:
        told = [one for one in all_of_kind if one.substance or not brief]
        count += len(told)
        if told:
            yield f"\n{kind}"
        for one in told:
            yield from _entry(one)
    yield f"\n{count} entri berbeda" if count else "\nTidak ada entri yang berbeda"


def _entry(one: Difference) -> Iterator[str]:
    yield f"  {one.title} ({one.name}): {one.state.label}"
    yield from (f"  {_changed(line)}" for line in one.words)
    if one.state is not State.CHANGED:
        yield f"    dasar: {_basis(one.new or one.old)}"
        return
    if one.old and one.new and _basis(one.old) != _basis(one.new):
        yield f"    dasar: {_basis(one.old)} -> {_basis(one.new)}"
    elif one.new:
        yield f"    dasar: {_basis(one.new)}"
    if one.old and one.new and one.old.quote != one.new.quote:
        yield f"    bunyi: {_quote(one.old)} -> {_quote(one.new)}"


def _changed(one: Changed) -> str:
    if not one.old or not one.new:
        return f"  {one.label}: {one.new or one.old}" + ("" if one.new else " (tidak lagi)")
    return f"  {one.label}: {one.old} -> {one.new}"


def _basis(basis: Basis | None) -> str:
    return f"{basis.citation} [{basis.mark.label}]" if basis else "-"


def _quote(basis: Basis) -> str:
    return f"“{basis.quote}”" if basis.quote else "tanpa kutipan"


def _data(found: Comparison, *, brief: bool) -> dict[str, Any]:
    return {
        "old": found.old,
        "new": found.new,
        "edition": [vars(one) for one in found.head],
        "differences": [_json(one) for one in found.differences if one.substance or not brief],
    }


def _json(one: Difference) -> dict[str, Any]:
    return {
        "rule": one.name,
        "title": one.title,
        "state": one.state.value,
        "substance": one.substance,
        "changes": [vars(line) for line in one.words],
        "old": one.old.to_json() if one.old else None,
        "new": one.new.to_json() if one.new else None,
    }
