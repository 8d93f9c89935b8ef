"""Log lines are one JSON object each, and carry no person."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from casework.adapters import logs


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before, level = root.handlers, root.level
    stream = io.StringIO()
    logs.configure(as_json=True, stream=stream)
    yield stream
    root.handlers = before
    root.setLevel(level)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


def read(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_ours_and_a_librarys_lines_have_one_form(lines: io.StringIO) -> None:
    structlog.contextvars.bind_contextvars(request="ab12", case=7)
    structlog.get_logger("webui").info("request", status=200)
    logging.getLogger("pustaka").warning("slow %s", "disk")
    ours, theirs = read(lines)
    assert (ours["event"], ours["status"], ours["logger"]) == ("request", 200, "webui")
    assert (theirs["event"], theirs["level"]) == ("slow disk", "warning")
    for line in (ours, theirs):
        assert (line["request"], line["case"]) == ("ab12", 7)
        assert str(line["timestamp"]).endswith("Z")


def test_what_gunicorn_says_has_the_same_form_and_no_persons(lines: io.StringIO) -> None:
    server = logging.getLogger("gunicorn.error")
    try:
        raise ValueError("Pelapor Uji")
    except ValueError:
        server.exception("Error handling request %s %s", "GET", "/perkara/?cari=Pelapor+Uji")
    server.error("Worker (pid:%s) was sent SIG%s!", 7, "KILL")
    failed, killed = read(lines)
    assert "Pelapor" not in lines.getvalue()
    assert failed["event"] == "Error handling request GET /perkara/"
    assert failed["fault"] == "ValueError"
    assert killed["event"] == "Worker (pid:7) was sent SIGKILL!"


def test_a_library_may_still_name_process_and_thread(lines: io.StringIO) -> None:
    record = logging.getLogger("pustaka").makeRecord("pustaka", logging.INFO, "", 1, "x", (), None)
    plain = logging.Formatter("[%(process)d] %(thread)d %(threadName)s %(processName)s")
    assert "None" not in plain.format(record)
    assert not lines.getvalue()


@pytest.mark.parametrize("name", sorted(logs.PERSONAL))
def test_what_could_hold_a_person_never_reaches_a_line(lines: io.StringIO, name: str) -> None:
    structlog.get_logger("x").info("saved", **{name: "Pelapor Uji 0800000001"})
    assert "Pelapor" not in lines.getvalue()


def test_an_exception_is_told_without_its_text(lines: io.StringIO) -> None:
    try:
        raise ValueError("Pelapor Uji")
    except ValueError:
        structlog.get_logger("x").exception("failed")
        logging.getLogger("y").exception("failed")
    assert "Pelapor" not in lines.getvalue()
    for line in read(lines):
        assert line["fault"] == "ValueError"
        assert "test_logs.py" in str(line["places"])
