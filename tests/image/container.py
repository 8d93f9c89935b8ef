"""One service in a container of its own: what it runs, who it is, what it leaves behind."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.image.buildah import IMAGE, Buildah
from tests.image.compose import Service

NOBODY_ELSE = "0000000000000000"
"""The capabilities of a process that has none."""
SECONDS = 60


class Container:
    """The image with the mounts, hosts and environment of a service; `close` ends its process."""

    def __init__(self, buildah: Buildah, service: Service, hosts: list[str]) -> None:
        self.service, self._buildah = service, buildah
        self._name = f"casework-{service.name}"
        self._running: subprocess.Popen[bytes] | None = None
        added = [word for host in hosts for word in ("--add-host", f"{host}:127.0.0.1")]
        buildah.ask("from", "--name", self._name, *added, IMAGE)
        self.root = Path(buildah.ask("mount", self._name))
        self._words = ["run", "--isolation", "chroot"]
        for name, place in service.mounts.items():
            self._words += ["-v", f"{buildah.folder / name}:{place}"]
        for key, value in service.environment.items():
            self._words += ["-e", f"{key}={value}"]
        self._words += [self._name, "--"]
        self.once("true")  # lays down the places of the mounts
        self._stamp = buildah.folder / f"{service.name}.stamp"
        self._stamp.touch()

    @property
    def log(self) -> Path:
        """What the service printed."""
        return self._buildah.folder / f"{self.service.name}.log"

    def once(self, *command: str, said: str = "") -> subprocess.CompletedProcess[str]:
        """Run another command in it, as `docker compose run` would."""
        return subprocess.run(
            self._buildah.command(*self._words, *command), env=self._buildah.environment,
            input=said, text=True, capture_output=True, check=False,
        )  # fmt: skip

    def start(self) -> None:
        """Start the command of the service."""
        self._running = self._buildah.start(self.log, *self._words, *self.service.command)

    def healthy(self) -> bool:
        """Whether the health check of the service passes. Raises RuntimeError once it has ended."""
        if self._running is None or self._running.poll() is not None:
            raise RuntimeError(f"{self.service.name} has ended:\n{self.log.read_text()[-3000:]}")
        return self.once(*self.service.health).returncode == 0

    def processes(self) -> Iterator[tuple[str, set[str], str]]:
        """Command, user ids and capabilities of every process of the service."""
        for pid in self._pids():
            try:
                status = Path(f"/proc/{pid}/status").read_text()
                words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            except (FileNotFoundError, ProcessLookupError):
                continue  # ended meanwhile
            field = {
                key: value
                for key, _, value in (one.partition(":\t") for one in status.splitlines())
            }
            yield b" ".join(words).decode(), set(field["Uid"].split()), field["CapEff"]

    def written(self) -> list[str]:
        """Files of the image that were made or changed since the container was made."""
        found = subprocess.run(
            ["find", self.root, "-xdev", "-newer", self._stamp, "!", "-type", "d"],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        return [line.removeprefix(str(self.root)) for line in found.splitlines()]

    def close(self) -> None:
        """Ask the service to end, as compose does, and wait for it."""
        if self._running is None or self._running.poll() is not None:
            return
        first = self._pids()[:1]
        for pid in first:
            os.kill(pid, signal.SIGTERM)
        try:
            self._running.wait(SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self._running.pid, signal.SIGKILL)
            self._running.wait()

    def _pids(self) -> list[int]:
        """Processes of the service, the first one first; those of buildah are not among them."""
        assert self._running is not None
        children: dict[int, list[int]] = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
            children.setdefault(parent, []).append(int(folder.name))
        found, waiting = [], [self._running.pid]
        while waiting:
            pid = waiting.pop(0)
            waiting += children.get(pid, [])
            if not _is_buildah(pid):
                found.append(pid)
        return found


def _is_buildah(pid: int) -> bool:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        return True
    return Path(words[0].decode()).name.startswith(("buildah", "nice"))
