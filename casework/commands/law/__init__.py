"""`casework law`: regulations as their PDF says them; each module is one command."""

from __future__ import annotations

import click

from casework.commands import ModuleGroup


class LawGroup(ModuleGroup):
    """The commands about the words of regulations."""

    package = __name__


@click.group(cls=LawGroup, short_help="Read regulations from their PDF.")
def command() -> None:
    """Read a regulation and hold the rules against its words.

    \b
    Example: casework law read perbawaslu-8-2020.pdf --instrument perbawaslu-8-2020
             --officer penelaah.bengkulu
    """
