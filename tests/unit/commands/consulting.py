"""The doctor asked as an operator's monitoring asks it."""

from __future__ import annotations

import json

import pytest

from casework.cli import main


def doctor(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, str]]:
    """Exit code, and what each check that is red complains of."""
    with pytest.raises(SystemExit) as ended:
        main(["doctor", "--json"])
    answer = json.loads(capsys.readouterr().out)
    wrong = {check["name"]: check["text"] for check in answer["checks"] if not check["ok"]}
    assert answer["ok"] is (not wrong)
    assert isinstance(ended.value.code, int)
    return ended.value.code, wrong
