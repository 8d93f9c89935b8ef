"""`python -m flows.worker`: relay, reconciler and Prefect worker in one process.

The loops live in a second thread. Prefect puts its own SIGTERM handler into a main thread that
runs flows, and would end them half-way; here the main thread only waits for a signal.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from types import FrameType

from casework.adapters import logs
from casework.adapters.garbage import spare_what_stands
from casework.errors import CaseworkError
from casework.settings import Settings
from flows import environment
from flows.parent import end_with_parent


def main() -> int:
    """Work until SIGTERM or SIGINT; 2 with one line when the installation is not set up."""
    end_with_parent()
    try:
        settings = Settings.from_env()
        logs.configure(as_json=settings.logs_json)
        environment.apply(settings)
        # Imported here: Prefect reads its environment at import.
        from flows import installation, metrics

        app = installation.app()
        metrics.serve(settings.metrics_port)
        spare_what_stands()
    except CaseworkError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    ended = _work()
    app.close()
    return ended


def _work() -> int:
    from flows.main_loop import Shift

    stop = threading.Event()

    def on_signal(number: int, frame: FrameType | None) -> None:
        del number, frame
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, on_signal)
    failures: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(Shift(stop).run())
        except BaseException as fault:
            failures.append(fault)
            raise
        finally:
            stop.set()

    thread = threading.Thread(target=run, name="shift")
    thread.start()
    stop.wait()
    thread.join()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
