"""Commands of the `casework` command line; each module holds one, named `command`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import click


class ModuleGroup(click.Group):
    """Group that finds a command in the module of the same name and imports it only when asked.

    A module `<package>/what_ever.py` holds `command`, called `what-ever`; a package there is a
    group of its own. So the start of one command does not pay for the imports of all others, and
    a new command is a new file.
    """

    package = __name__

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the modules, as typed on the command line."""
        found = iter_modules(import_module(self.package).__path__)
        return sorted(module.name.replace("_", "-") for module in found)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the one command that was asked for."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{self.package}.{cmd_name.replace('-', '_')}")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(f"{module.__name__}.command is not a click command")
        return command
