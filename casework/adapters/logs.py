"""Log lines: JSON for machines or plain for a terminal, never with a person's data.

Whoever logs gives ids. What libraries log goes the same way; an exception is told by its kind and
places, without its text, because texts of databases and parsers quote values.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, TextIO

import structlog

Line = MutableMapping[str, Any]

# Names under which a person could come in by mistake; their values never reach a line.
PERSONAL = frozenset(
    {
        "account", "address", "alamat", "birth_date", "body", "claimed_name", "email", "form",
        "identity_number", "label", "name", "nama", "nik", "note", "password", "person", "phone",
        "reason", "reporter", "respondent", "telepon", "text", "title", "uraian",
    }
)  # fmt: skip
_NOISY = ("httpx", "httpcore", "websockets", "fontTools", "weasyprint", "gunicorn.access")


def configure(*, as_json: bool, stream: TextIO = sys.stderr, level: int = logging.INFO) -> None:
    """Send every log line of this process to `stream` in one form."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_persons,
        told_by_kind,
    ]
    last: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        # Only the handler differs from one call to the next, so loggers may be kept.
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    # gunicorn has handlers of its own, which would tell an exception whole.
    server = logging.getLogger("gunicorn.error")
    server.handlers, server.propagate = [], True
    server.addFilter(without_query)
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)


def without_query(record: logging.LogRecord) -> bool:
    """Cut addresses off before what was asked for; every line passes."""
    if isinstance(record.args, tuple):
        record.args = tuple(
            one.partition("?")[0] if isinstance(one, str) else one for one in record.args
        )
    return True


def without_persons(logger: object, method: str, line: Line) -> Line:
    """Take out values under names that could hold a person's data.

    >>> without_persons(None, "info", {"event": "done", "case": 7, "nik": "1234"})
    {'event': 'done', 'case': 7}
    """
    del logger, method
    for name in PERSONAL & line.keys():
        del line[name]
    return line


def told_by_kind(logger: object, method: str, line: Line) -> Line:
    """Tell an exception by its kind and the places it passed, without its text."""
    del logger, method
    given = line.pop("exc_info", None)
    fault = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(fault, BaseException):
        line["fault"] = type(fault).__name__
        line["places"] = [
            f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(fault.__traceback__)
        ][-8:]
    return line
