"""The parent's side of one drawing process: starts it, hands it jobs, survives its end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from threading import Timer
from typing import IO, Any, cast

from casework.adapters.pdf.child import DONE, HEADER, NO_EMBLEM
from casework.errors import EmblemUnusable, RenderFailed


class DrawingProcess:
    """At most one child at a time; a child that crashed or hung is replaced at the next job.

    `timeout` is in seconds a job, `memory` in bytes.
    """

    def __init__(self, *, timeout: float, memory: int) -> None:
        self._timeout = timeout
        self._memory = memory
        self._child: subprocess.Popen[bytes] | None = None

    def draw(self, job: dict[str, Any]) -> bytes:
        """Have a paper drawn. Raises RenderFailed when it is refused, crashes or takes too long.

        EmblemUnusable is raised when the office's own emblem is what cannot be drawn.
        """
        child = self._ready()
        overdue = Timer(self._timeout, child.kill)
        overdue.start()
        try:
            status, body = _exchange(child, job)
        except (EOFError, BrokenPipeError):
            self.close()
            raise RenderFailed(self._how_it_ended(job, child, overdue)) from None
        finally:
            overdue.cancel()
        if status == NO_EMBLEM:
            raise EmblemUnusable
        if status != DONE:
            raise RenderFailed(body.decode())
        return body

    def close(self) -> None:
        """End the child, if there is one."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            _close(pipe)

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is not None:
            self.close()
        if self._child is None:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "casework.adapters.pdf.child", str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                start_new_session=True,  # Ctrl-C is for the parent to handle
            )
        return self._child

    def _how_it_ended(
        self, job: dict[str, Any], child: subprocess.Popen[bytes], overdue: Timer
    ) -> str:
        if not overdue.is_alive():
            return (
                f"Dokumen {job['form']} tidak selesai digambar dalam {self._timeout:g} detik. "
                "Pendekkan uraiannya atau coba lagi."
            )
        return (
            f"Proses penggambar dokumen {job['form']} berhenti mendadak "
            f"(kode {child.returncode}). Coba lagi; jika berulang, jalankan casework doctor."
        )


def _exchange(child: subprocess.Popen[bytes], job: dict[str, Any]) -> tuple[bytes, bytes]:
    stdin, stdout = cast("IO[bytes]", child.stdin), cast("IO[bytes]", child.stdout)
    stdin.write(json.dumps(job).encode() + b"\n")
    stdin.flush()
    status, length = HEADER.unpack(_exactly(stdout, HEADER.size))
    return status, _exactly(stdout, length)


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe:
            pipe.close()
    except BrokenPipeError:
        return


def _environment() -> dict[str, str]:
    """Only what Python and fontconfig need; fixed where it could change the bytes."""
    kept = {"PATH", "HOME", "LANG", "VIRTUAL_ENV", "PYTHONPATH", "LD_LIBRARY_PATH"}
    passed = {name: value for name, value in os.environ.items() if name in kept}
    fonts = {
        name: value
        for name, value in os.environ.items()
        if name.startswith(("XDG_", "FONTCONFIG_"))
    }
    return {**passed, **fonts, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0", "TZ": "UTC"}
