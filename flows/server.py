"""`python -m flows.server`: the Prefect server on loopback, in this one process.

One process, so that nothing is left behind: it ends with its parent, and has no children.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from collections import deque
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from casework.errors import CaseworkError, SettingsError
from casework.settings import Settings
from flows import environment, renewal
from flows.parent import end_with_parent
from flows.renewal import OwnFile
from flows.repetition import Repetition, bound

HOST = os.environ.get("PREFECT_SERVER_API_HOST", "127.0.0.1")
_FAREWELL_SECONDS = 3
STARTUP_FAILURE = 3
"""What uvicorn exits with when its application does not start."""
_PAUSE, _LONGEST_PAUSE, _LATELY = 0.5, 8.0, 10.0
"""Seconds a busy server asks for, at most, and for how long it remembers having asked."""


def require_free(port: int) -> None:
    """Raise SettingsError naming the variable when the port is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as fault:
            raise SettingsError(
                f"Porta {port} sudah dipakai. Tentukan porta lain dengan CASEWORK_PREFECT_PORT."
            ) from fault


class AskAgainSoon:
    """An ASGI application that, where it is busy (503), says after how long to ask again.

    Prefect's server answers 503 when its database is away for a moment (PrefectHQ/prefect#8950);
    its clients, told nothing (as in #9632), sleep for two seconds (RFC 9110, 10.2.3). The more it
    has had to say so lately, the longer it asks to be left alone: a client gives up after six.
    """

    def __init__(self, app: Any) -> None:
        self._app = app
        self._lately: deque[float] = deque()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""

        async def answer(message: Any) -> None:
            if message.get("status") == HTTPStatus.SERVICE_UNAVAILABLE:
                told = (b"retry-after", f"{self._seconds():.1f}".encode())
                message["headers"] = [*message.get("headers", ()), told]
            await send(message)

        await self._app(scope, receive, answer)

    def _seconds(self) -> float:
        now = time.monotonic()
        while self._lately and now - self._lately[0] > _LATELY:
            self._lately.popleft()
        self._lately.append(now)
        return min(_LONGEST_PAUSE, _PAUSE * len(self._lately))


def serve(settings: Settings) -> None:
    """Run the server until SIGTERM or SIGINT."""
    require_free(settings.prefect_port)
    environment.apply(settings)
    # Imported here: Prefect reads its environment at import.
    import uvicorn
    from prefect.server.api.server import create_app

    from flows import repairs

    repairs.mend_bulk_inserts()
    address = os.environ["PREFECT_API_DATABASE_CONNECTION_URL"]
    own: OwnFile | None = None
    if address.startswith("sqlite"):
        repairs.let_writers_wait(address)
    if file := environment.sqlite_file(address):
        renewal.set_aside(file)
        own = OwnFile(file)
    server = uvicorn.Server(
        uvicorn.Config(
            AskAgainSoon(create_app(final=True)),
            host=HOST,
            port=settings.prefect_port,
            log_level="warning",
            timeout_graceful_shutdown=_FAREWELL_SECONDS,
        )
    )
    bound(Repetition())

    def started() -> bool:
        return bool(server.started)

    if own is not None:
        renewal.watch(own, started)
    elif address.startswith("postgresql"):
        renewal.watch_address(address, started)
    renewal.watch_clock()
    with suppress(KeyboardInterrupt):
        server.run()
    if not server.started:
        if own is not None and (why := own.fault(started=False)):
            # It went while its tables were being made.
            renewal.begin_anew(own, why)
        raise SystemExit(STARTUP_FAILURE)


def main() -> int:
    """Serve; 2 with one line when it cannot start."""
    end_with_parent()
    try:
        serve(Settings.from_env())
    except CaseworkError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
