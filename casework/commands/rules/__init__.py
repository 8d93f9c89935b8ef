"""`casework rules`: prove, compare and list the editions of the law; each module is one command."""

from __future__ import annotations

import click

from casework.commands import ModuleGroup


class RulesGroup(ModuleGroup):
    """The commands about the rules data."""

    package = __name__


@click.group(cls=RulesGroup)
def command() -> None:
    """Check the rules data.

    \b
    Example: casework rules check pemilihan-2020
    """
