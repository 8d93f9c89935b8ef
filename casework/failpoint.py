"""Places where a test may end the process as `kill -9` would; they do nothing in service.

`CASEWORK_FAILPOINT=name` ends the process when `name` is passed for the first time,
`CASEWORK_FAILPOINT=name:3` at the third pass.
"""

from __future__ import annotations

import os
import signal
from threading import Lock

VARIABLE = "CASEWORK_FAILPOINT"
_lock = Lock()
_passes: dict[str, int] = {}


def failpoint(name: str) -> None:
    """End this process without any clean-up when the environment names this place."""
    wanted, _, turn = os.environ.get(VARIABLE, "").partition(":")
    if wanted != name:
        return
    with _lock:
        _passes[name] = _passes.get(name, 0) + 1
        if _passes[name] == int(turn or 1):
            os.kill(os.getpid(), signal.SIGKILL)
