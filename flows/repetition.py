"""A log filter: a repeated message is written a few times, then only counted."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator

MOST = 3
WINDOW_SECONDS = 600.0


class Repetition(logging.Filter):
    """Lets a message pass a few times in ten minutes; the next that passes tells how many did not.

    Messages are the same when logger, level, text and kind of exception are, whatever stands in
    the traceback. A server without its database writes two tracebacks a request.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._told: dict[tuple[object, ...], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is written; one that ends a silence says how long it lasted."""
        # Handlers share this filter: what one of them let pass, the next lets pass too.
        passed: bool | None = getattr(record, "passed", None)
        if passed is None:
            passed = record.levelno < logging.WARNING or self._passes(record)
            record.passed = passed
        return passed

    def _passes(self, record: logging.LogRecord) -> bool:
        kind = record.exc_info[0] if record.exc_info else None
        key = (record.name, record.levelno, str(record.msg), kind)
        since, count = self._told.get(key, (float("-inf"), 0))
        if self._clock() - since > WINDOW_SECONDS:
            if count > MOST:
                record.msg = f"{record.msg} ({count - MOST} more like this were left out)"
            since, count = self._clock(), 0
        self._told[key] = (since, count + 1)
        return count < MOST


def bound(one: logging.Filter) -> None:
    """Put a filter before everything that this process's loggers write, as they are set up now."""
    for handler in _handlers():
        handler.addFilter(one)


def _handlers() -> Iterator[logging.Handler]:
    known = logging.root.manager.loggerDict.values()
    for logger in (logging.root, *known):
        if isinstance(logger, logging.Logger):
            yield from logger.handlers
    if logging.lastResort is not None:
        yield logging.lastResort
