"""Python imports this at the start of every process that has its folder on the path.

Each attempt to reach anything but this machine is written down; the attempt itself goes on.
"""

from __future__ import annotations

import os
import sys
from ipaddress import ip_address

FILE = os.environ.get("CASEWORK_TEST_CONNECTS", "")
NAMES = {"", "localhost", "localhost.localdomain"}


def host_of(event: str, arguments: tuple[object, ...]) -> str:
    """The host that is about to be reached or looked up; empty for none."""
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        return str(address[0]) if isinstance(address, tuple) else ""
    if event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
        host = arguments[0]
        return host.decode() if isinstance(host, bytes) else str(host or "")
    return ""


def outside(host: str) -> bool:
    """Whether a host is not this machine."""
    if host in NAMES:
        return False
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return True
    return not (address.is_loopback or address.is_unspecified)


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Write an attempt down, one line each, with the process that made it."""
    if not event.startswith("socket."):
        return
    host = host_of(event, arguments)
    if outside(host):
        line = f"{event} {host} {' '.join(sys.orig_argv)[:120]}\n"
        handle = os.open(FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(handle, line.encode())
        finally:
            os.close(handle)


if FILE:
    with open(f"{FILE}.watched", "a", encoding="utf-8") as watched:
        watched.write(f"{os.getpid()} {' '.join(sys.orig_argv)[:120]}\n")
    sys.addaudithook(watch)
