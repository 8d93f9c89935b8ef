"""The command line as an officer of the system meets it: one clear line, never a trace."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

import click
import pytest

from casework import cli
from casework.errors import ActRefused, BadInput, Lack, NotFound

NAMES = cli.cli.list_commands(click.Context(cli.cli))


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture
def raising(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    """Makes a command that raises."""

    def make(fault: Exception) -> None:
        @click.command()
        def broken() -> None:
            raise fault

        monkeypatch.setattr(cli.cli, "get_command", lambda ctx, name: broken)

    return make


def leaves(group: click.Command, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if not isinstance(group, click.Group):
        return [path]
    context = click.Context(group)
    found: list[tuple[str, ...]] = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found += leaves(command, (*path, name))
    return found


@pytest.mark.parametrize("path", leaves(cli.cli), ids=" ".join)
def test_every_command_helps_with_an_example(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*path, "--help") == 0
    said = capsys.readouterr().out
    assert re.search(rf"(Example|Contoh):.*casework {' '.join(path)}", said, re.DOTALL)


@pytest.mark.parametrize("path", leaves(cli.cli), ids=" ".join)
def test_a_wrong_option_is_one_line(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*path, "--tidak-ada") == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "--tidak-ada" in said


def test_an_unknown_command_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("tidak-ada") == 2
    assert capsys.readouterr().err == "casework: No such command 'tidak-ada'.\n"


def test_the_commands_are_there() -> None:
    assert {"doctor", "migrate"} <= set(NAMES)


@pytest.mark.parametrize(
    "fault",
    [
        NotFound("Perkara 7 tidak ada."),
        BadInput.one("nama", "Nama kosong.\nIsi nama."),
        ActRefused("Registrasi", (Lack("Pleno belum kuorum", "Pasal 1", "Lengkapi."),)),
        FileNotFoundError(2, "No such file or directory", "x.yaml"),
    ],
)
def test_a_refusal_is_one_line_and_bad_input(
    fault: Exception,
    raising: Callable[[Exception], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    raising(fault)
    assert run("apa-saja") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("casework: ")
    assert said.err.count("\n") == 1


def test_a_fault_of_ours_is_not_hidden(raising: Callable[[Exception], None]) -> None:
    raising(ZeroDivisionError("ours"))
    with pytest.raises(ZeroDivisionError):
        cli.main(["apa-saja"])


def test_an_interruption_ends_quietly(raising: Callable[[Exception], None]) -> None:
    raising(click.Abort())
    assert run("apa-saja") == 130


def test_help_needs_no_door_library(capsys: pytest.CaptureFixture[str]) -> None:
    before = set(sys.modules)
    assert run("--help") == 0
    assert not {"flask", "prefect"} & (set(sys.modules) - before)
