"""Prefect's settings as environment variables; apply them before its first import."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import make_url

from casework.settings import Settings


def home(settings: Settings) -> Path:
    """Folder of Prefect's own database and profiles; it may be deleted at any moment."""
    return settings.var.resolve() / "prefect"


def database(settings: Settings) -> Path:
    """Prefect's own SQLite file, unless the environment names another database."""
    return home(settings) / "prefect.db"


def sqlite_file(address: str) -> Path | None:
    """The SQLite file an address names; None where it is another database, or one in memory."""
    url = make_url(address)
    name = url.database or ""
    if url.get_backend_name() != "sqlite" or not name or name.startswith((":memory:", "file:")):
        return None
    return Path(name).resolve()


def prefect_environment(settings: Settings) -> dict[str, str]:
    """Loopback server, own SQLite file, nothing told to anybody, short retention."""
    folder = home(settings)
    return {
        "PREFECT_HOME": str(folder),
        "PREFECT_PROFILES_PATH": str(folder / "profiles.toml"),
        "PREFECT_API_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{database(settings)}",
        "PREFECT_API_URL": f"http://127.0.0.1:{settings.prefect_port}/api",
        # It asks nobody who they are: a page of somebody else's, open in a browser on this
        # machine, may neither read it nor order anything. Its own page is of the same origin.
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": f"http://localhost:{settings.prefect_port}",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
        "DO_NOT_TRACK": "1",
        # Nothing of ours is kept in a block; their catalogue costs seconds at the first start.
        "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": '["events","flow_runs"]',
        "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(14 * 24 * 3600),
        "PREFECT_SERVER_EVENTS_RETENTION_PERIOD": "P2D",
        # No automation of ours listens to its events, and runs are kept without them.
        "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
        "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "false",
        # A few minutely runs ahead are enough; a hundred would all be late after an outage.
        "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "20",
        "PREFECT_SERVER_SERVICES_SCHEDULER_MIN_RUNS": "2",
        "PREFECT_SERVER_SERVICES_SCHEDULER_MAX_RUNS": "4",
        "PREFECT_SERVER_SERVICES_SCHEDULER_MIN_SCHEDULED_TIME": "PT2M",
        "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "PREFECT_WORKER_QUERY_SECONDS": "1",
        "PREFECT_WORKER_PREFETCH_SECONDS": "1",
        "PREFECT_WORKER_HEARTBEAT_SECONDS": "10",
        "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    }


def apply(settings: Settings) -> None:
    """Set what is not set yet: a value given from outside stays."""
    home(settings).mkdir(parents=True, exist_ok=True)
    for name, value in prefect_environment(settings).items():
        os.environ.setdefault(name, value)
