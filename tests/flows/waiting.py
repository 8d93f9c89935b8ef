"""Waiting for what another process does."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from typing import Any

GUARD = 300.0
"""Seconds after which a wait is given up as hanging; a slow and busy machine must not reach it."""


def until(true: Callable[[], Any], what: str = "it", guard: float = GUARD) -> Any:
    """Wait for something to become true; raises AssertionError when it hangs."""
    end = time.monotonic() + guard
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.25)
    raise AssertionError(f"{what} did not happen within {guard:.0f} s")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
