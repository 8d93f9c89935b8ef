"""The `casework` command: one click group whose commands are the modules of `casework.commands`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from casework.commands import ModuleGroup
from casework.errors import CaseworkError

BAD_INPUT = 2
INTERRUPTED = 130


@click.group(cls=ModuleGroup)
@click.version_option(package_name="casework", message="%(package)s %(version)s")
def cli() -> None:
    """Case engine for election-violation reports.

    \b
    Example: casework deadline --edition pemilihan-2020 --rule kajian_awal --start 2024-09-19
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave the process.

    Exit codes: 0 fine, 1 the check is red, 2 bad input. Bad input, a refusal, a missing file or a
    database out of reach print one line that says what is wrong; only a fault of
    ours shows a trace.
    """
    try:
        code = cli.main(args=arguments, prog_name="casework", standalone_mode=False)
    except click.ClickException as fault:
        sys.exit(_say(_where(fault) + fault.format_message(), fault.exit_code))
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except CaseworkError as fault:
        sys.exit(_say(str(fault), BAD_INPUT))
    except OSError as fault:
        sys.exit(_say(f"{fault.filename or ''}: {fault.strerror or fault}".lstrip(": "), BAD_INPUT))
    except _database_faults() as fault:
        sys.exit(_say(f"Basis data tidak dapat dipakai: {fault.__cause__ or fault}", BAD_INPUT))
    sys.exit(code if isinstance(code, int) else 0)


def _say(text: str, code: int) -> int:
    click.echo("casework: " + " ".join(text.split()), err=True)
    return code


def _where(fault: click.ClickException) -> str:
    context = getattr(fault, "ctx", None)
    if context is None:
        return ""
    path = context.command_path.removeprefix("casework").strip()
    return f"{path}: " if path else ""


def _database_faults() -> tuple[type[Exception], ...]:
    """Errors of the database library, if a command has loaded it; the group itself needs none."""
    loaded = sys.modules.get("sqlalchemy.exc")
    return (loaded.DBAPIError, loaded.ArgumentError) if loaded else ()
