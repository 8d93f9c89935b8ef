"""The door to drawing: checks what is asked, then lends a child process to it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from queue import LifoQueue
from threading import Timer
from typing import IO, Any, cast

from prometheus_client import Histogram

from casework.adapters import fonts
from casework.adapters.pdf.child import DONE, HEADER, NO_EMBLEM
from casework.adapters.pdf.emblem import packed
from casework.adapters.pdf.forms import Forms
from casework.document_data import from_plain, to_plain
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


MEBIBYTE = 1024 * 1024
_SECONDS = Histogram("casework_render_seconds", "Time to draw a paper.", ("form",))


class Renderer:
    """Draws official papers in `workers` child processes; usable from many threads."""

    def __init__(
        self,
        root: Path | None = None,
        *,
        workers: int | None = None,
        timeout: float = 60.0,
        memory: int = 2048 * MEBIBYTE,
    ) -> None:
        """Stop at once where a font is missing.

        `root` is the rules folder, `timeout` seconds a paper, `memory` bytes a child. Raises
        SettingsError.
        """
        fonts.require()
        self._forms = Forms(root)
        count = workers or min(2, os.cpu_count() or 1)
        self._processes = [DrawingProcess(timeout=timeout, memory=memory) for _ in range(count)]
        self._idle: LifoQueue[DrawingProcess] = LifoQueue()
        for process in self._processes:
            self._idle.put(process)

    def render(
        self,
        form: str,
        edition: str,
        data: Mapping[str, object],
        *,
        draft: bool,
        emblem: bytes = b"",
    ) -> bytes:
        """Give the PDF bytes of a paper; same input, same bytes.

        `data` is what `casework.document_data.to_plain` gave; `emblem` the picture it names. Raises
        RenderFailed: the form or a value does not exist, the child crashed, or it took too long;
        EmblemUnusable: the picture is another than the named one, or cannot be drawn.
        """
        found = self._forms.get(form, edition)
        plain = to_plain(from_plain(form, data))
        job = {
            "form": form,
            "version": found.version,
            "metadata": dict(found.metadata),
            "files": dict(found.files),
            "data": plain,
            "emblem": packed(plain["letterhead"]["emblem"], emblem),
            "draft": draft,
        }
        process = self._idle.get()
        try:
            with _SECONDS.labels(form).time():
                return process.draw(job)
        finally:
            self._idle.put(process)

    def version(self, form: str, edition: str) -> str:
        """SHA-256 over the form's template, styles and entry, to store beside an issued paper."""
        return self._forms.get(form, edition).version

    def close(self) -> None:
        """End the child processes."""
        for process in self._processes:
            process.close()
