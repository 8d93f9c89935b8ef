"""Has the installation examined by a child process, beside the work and after it in priority."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress

from casework.errors import ExaminationFailed
from casework.ports import Examined
from casework.settings import Settings


class ChildExaminer:
    """Starts `python -m casework.examination` and reads what it found."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._child: subprocess.Popen[str] | None = None
        self._closed = False

    def examine(self) -> Examined:
        """Examine everything now; takes as long as reading every row and file takes.

        Raises ExaminationFailed when the child died or was ended.
        """
        command = [sys.executable, "-m", "casework.examination"]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as child:
            with self._lock:
                self._child = child
                if self._closed:
                    child.kill()
            answer = self._asked(child)
            code = child.wait()
            with self._lock:
                self._child = None
        if code:
            raise ExaminationFailed(f"Pemeriksaan keutuhan berakhir dengan kode {code}.")
        found = json.loads(answer)
        found["first"] = {name: tuple(some) for name, some in found["first"].items()}
        return Examined(**{**found, "offices": tuple(found["offices"])})

    def _asked(self, child: subprocess.Popen[str]) -> str:
        if child.stdin is None or child.stdout is None:
            return ""
        # By a pipe: secrets are never words of a command. It stays open until the end.
        with suppress(BrokenPipeError):
            child.stdin.write(self._settings.model_dump_json() + "\n")
            child.stdin.flush()
        return child.stdout.read()

    def close(self) -> None:
        """End what is under way and what begins; whoever waits for it gets ExaminationFailed."""
        with self._lock:
            self._closed = True
            if self._child is not None:
                self._child.kill()
