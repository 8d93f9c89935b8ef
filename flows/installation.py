"""The installation (`App`) and the name of this worker, one of each in a process."""

from __future__ import annotations

import os
import socket
from functools import cache
from pathlib import Path

from casework.adapters.database import EFFECTS_KIB
from casework.bootstrap import App, build
from casework.services.core import leases
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.settings import Settings

WORKER, RUN = leases.WORKER, leases.RUN
_RUN_ID = "PREFECT__FLOW_RUN_ID"
NOBODY = Actor.system(NO_OFFICE)


@cache
def app() -> App:
    """The installation, built at first use."""
    return build(Settings.from_env(), cache_kib=EFFECTS_KIB)


def serves_one_run() -> bool:
    """Whether a pool's own worker started this process for one run; our worker serves many."""
    return bool(os.environ.get(_RUN_ID))


@cache
def owner() -> str:
    """Name of this process in leases and heartbeats: machine, process, and when it began."""
    kind = RUN if serves_one_run() else WORKER
    return f"{kind}{_machine()}/{os.getpid()}/{_began(os.getpid())}"


def has_ended(name: str) -> bool:
    """True when a worker of this machine is known to have ended; False when nobody can tell."""
    _, machine, process, began = name.split("/")
    return machine == _machine() and _began(int(process)) != began


def _machine() -> str:
    return socket.gethostname().replace("/", "-")[:28]


def _began(process: int) -> str:
    """Start tick of a process, so that a reused number is not taken for the old one."""
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
    return status.rpartition(")")[2].split()[19]
