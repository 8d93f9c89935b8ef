"""Start the Prefect server on loopback, with its own database, as a child that cannot be orphaned.

Linux is asked to send SIGTERM when the parent dies, even by `kill -9`; the request survives the
`exec`, and `prefect server start` hands the signal on to the server it runs.
"""

import ctypes
import os
import signal
import sys
from pathlib import Path

PR_SET_PDEATHSIG = 1


def environment(home: Path) -> dict[str, str]:
    """What the server is told; a value already set from outside stays."""
    database = f"sqlite+aiosqlite:///{home / 'prefect.db'}"
    return {
        "PREFECT_HOME": str(home),
        "PREFECT_API_DATABASE_CONNECTION_URL": database,
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": '["events","flow_runs"]',
        "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
        "PREFECT_CLI_PROMPT": "false",
    } | {name: value for name, value in os.environ.items() if name.startswith("PREFECT_")}


def main() -> None:
    home = Path(os.environ.get("CASEWORK_VAR", "var")).resolve() / "prefect"
    home.mkdir(parents=True, exist_ok=True)
    port = os.environ.get("CASEWORK_PREFECT_PORT", "4200")
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    prefect = Path(sys.executable).with_name("prefect")
    command = [str(prefect), "server", "start", "--host", "127.0.0.1", "--port", port]
    os.execve(prefect, command, {**os.environ, **environment(home)})


if __name__ == "__main__":
    main()
