"""`python -m flows.run`: one flow run in this process, for a work pool of another type.

Prefect's own worker starts it with the run's id in the environment; the rest of the environment is
that of an installation, secrets included: they are never in Prefect's database.
"""

from __future__ import annotations

import os
import runpy
import sys

from casework.adapters import logs
from casework.errors import CaseworkError
from casework.settings import Settings
from flows import environment

RUN = "PREFECT__FLOW_RUN_ID"


def main() -> int:
    """Run the flow that the environment names; 2 with one line when it cannot be known."""
    try:
        settings = Settings.from_env()
        logs.configure(as_json=settings.logs_json)
        environment.apply(settings)
    except CaseworkError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    if not os.environ.get(RUN):
        sys.stderr.write(f"{RUN} is not set: a worker of Prefect starts this, nobody else\n")
        return 2
    # It leaves the process with a code of its own.
    runpy.run_module("prefect.engine", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
