"""Requests on kept connections to a gunicorn of our own: how many a second, and how long each."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from bench import working
from bench.table import ROOT
from tests.flows.waiting import free_port

CONNECTIONS = 8
PATIENCE = 120.0


@dataclass(frozen=True)
class Load:
    """What one round gave: requests a second, milliseconds at two places, and CPU a request.

    `cpu` is milliseconds of the workers, without what a database server spends for them; on a
    machine that is shared it says more than the rate.
    """

    rate: float
    p50: float
    p99: float
    cpu: float


@dataclass(frozen=True)
class Server:
    """A server of our own: a process and its workers."""

    address: str
    pid: int

    def cpu(self) -> float:
        """Seconds it and its workers have worked."""
        return working.own(self.pid) + sum(map(working.own, working.children(self.pid)))


@contextmanager
def served(app: str, environment: Mapping[str, str], log: Path, probe: str) -> Iterator[Server]:
    """A gunicorn with two workers of four threads each, until the block ends."""
    port = free_port()
    command = [
        str(ROOT / ".venv" / "bin" / "gunicorn"), app, "--bind", f"127.0.0.1:{port}",
        "--workers", "2", "--threads", "4", "--timeout", "120", "--keep-alive", "30",
        "--no-control-socket", "--log-level", "warning",
    ]  # fmt: skip
    with running(command, port, environment, log, probe) as server:
        yield server


@contextmanager
def running(
    command: Sequence[str], port: int, environment: Mapping[str, str], log: Path, probe: str
) -> Iterator[Server]:
    """Any server that listens on a port of this machine, until the block ends."""
    address = f"http://127.0.0.1:{port}"
    with log.open("ab") as file:
        started = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **environment, "CASEWORK_WEB_PORT": str(port)},
            stdout=file, stderr=file, start_new_session=True,
        )  # fmt: skip
    try:
        began = time.perf_counter()
        while True:
            if started.poll() is not None or time.perf_counter() - began > PATIENCE:
                raise SystemExit(f"bench: no answer\n{log.read_text()[-2000:]}")
            with suppress(httpx.HTTPError):
                if httpx.get(address + probe, timeout=60).status_code < 400:
                    break
            time.sleep(0.1)
        yield Server(address, started.pid)
    finally:
        started.send_signal(signal.SIGTERM)
        started.wait(60)


def one_by_one(server: Server, paths: Sequence[str], cookie: str, pages: int) -> Load:
    """Ask for so many pages, one after the other, and read each to its end."""
    times: list[float] = []
    head = {"User-Agent": "bench", "Cookie": cookie}
    with httpx.Client(base_url=server.address, headers=head, timeout=120) as client:
        worked, began = server.cpu(), time.perf_counter()
        for number in range(pages):
            asked = time.perf_counter()
            answer = client.get(paths[number % len(paths)])
            if answer.status_code != httpx.codes.OK:
                raise SystemExit(f"bench: {answer.url}: {answer.status_code} {answer.text[-500:]}")
            times.append(time.perf_counter() - asked)
        passed, worked = time.perf_counter() - began, server.cpu() - worked
    return _load(times, passed, worked)


def burden(server: Server, paths: Sequence[str], cookie: str, seconds: float) -> Load:
    """Ask for the paths by turns on every connection for so long."""
    return asyncio.run(_burden(server, paths, cookie, seconds))


async def _burden(server: Server, paths: Sequence[str], cookie: str, seconds: float) -> Load:
    host, port = server.address.removeprefix("http://").split(":")
    heads = f"Host: {host}\r\nUser-Agent: bench\r\nCookie: {cookie}\r\n\r\n"
    asked = [f"GET {path} HTTP/1.1\r\n{heads}".encode() for path in paths]
    times: list[float] = []
    end = time.perf_counter() + seconds

    async def one(first: int) -> None:
        reader, writer = await asyncio.open_connection(host, int(port), limit=1 << 20)
        turn = first
        while time.perf_counter() < end:
            began = time.perf_counter()
            writer.write(asked[turn % len(asked)])
            head = await reader.readuntil(b"\r\n\r\n")
            if b" 200 " not in head[:20]:
                raise SystemExit(f"bench: {paths[turn % len(paths)]}: {head[:200]!r}")
            length = next(
                int(line.split(b":")[1])
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length")
            )
            await reader.readexactly(length)
            times.append(time.perf_counter() - began)
            turn += 1
        writer.close()

    began, worked = time.perf_counter(), server.cpu()
    await asyncio.gather(*(one(number * 5) for number in range(CONNECTIONS)))
    passed = time.perf_counter() - began
    worked = server.cpu() - worked
    return _load(times, passed, worked)


def _load(times: list[float], passed: float, worked: float) -> Load:
    times = sorted(times)
    return Load(
        rate=len(times) / passed,
        p50=times[len(times) // 2] * 1e3,
        p99=times[int(len(times) * 0.99)] * 1e3,
        cpu=worked / len(times) * 1e3,
    )
