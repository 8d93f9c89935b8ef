"""The log line of a request: by whom a forbidden thing was tried, and nobody's name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.web.steps import received
from tests.web.visitor import Visitor
from webui.core import request_log

AsRole = Callable[[str], Visitor]


class Lines:
    """Keeps what is logged."""

    def __init__(self) -> None:
        self.kept: list[dict[str, object]] = []

    def info(self, event: str, **values: object) -> None:
        self.kept.append({"event": event, **values})

    debug = info


def test_what_was_refused_is_told_with_the_number_of_who_tried(
    as_role: AsRole, monkeypatch: pytest.MonkeyPatch
) -> None:
    received(as_role)
    officer, lines = as_role("case_officer"), Lines()
    monkeypatch.setattr(request_log, "log", lines)
    assert officer.get("/perkara/1/pihak/1/identitas").status_code == 403
    assert officer.get("/perkara/1").status_code == 200
    refused, seen = lines.kept
    assert refused["status"] == 403
    assert str(refused["officer"]).isdecimal()
    assert "officer" not in seen
