"""The door to drawing: checks what is asked, then lends a child process to it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from queue import LifoQueue

from prometheus_client import Histogram

from casework.adapters import fonts
from casework.adapters.pdf import pictures
from casework.adapters.pdf.forms import Forms
from casework.adapters.pdf.process import DrawingProcess
from casework.document_data import from_plain, to_plain

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
            "emblem": pictures.packed(plain["letterhead"]["emblem"], emblem),
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
