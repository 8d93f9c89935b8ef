"""Lends a child process to a file nobody may trust: whatever it meets, only the child is hurt."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, Final

READ, REFUSED = b"+", b"-"
# Only what Python needs: no secret is where a stranger's file is read.
_KEPT: Final = ("PATH", "HOME", "LANG", "VIRTUAL_ENV", "PYTHONPATH", "LD_LIBRARY_PATH")

Work = Callable[[bytes, dict[str, Any]], bytes]


class Refused(Exception):
    """What is wrong with the file, by the name of its message."""


class Hurt(Exception):
    """The child died or took longer than it may."""


def ask(module: str, order: Mapping[str, Any], content: bytes, seconds: float) -> bytes:
    """The answer of a module that calls `serve`. Raises Refused and Hurt."""
    try:
        ended = subprocess.run(
            [sys.executable, "-m", module],
            input=json.dumps(order).encode() + b"\n" + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            timeout=seconds,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired as late:
        raise Hurt from late
    status, body = ended.stdout[:1], ended.stdout[1:]
    if ended.returncode != 0 or not status:
        raise Hurt
    if status != READ:
        raise Refused(body.decode())
    return body


def serve(works: Mapping[str, Work], *, memory: int, cpu_seconds: int) -> None:
    """In the child: do the one order on standard input within limits, and end.

    The order is JSON on one line and names its `work`; the file follows.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing a library prints may be taken for an answer
    order = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    try:
        body = works[str(order["work"])](content, order)
    except Refused as refusal:
        _answer(answers, REFUSED, str(refusal).encode())
    else:
        _answer(answers, READ, body)


def _answer(pipe: BinaryIO, status: bytes, body: bytes) -> None:
    pipe.write(status + body)
    pipe.flush()
