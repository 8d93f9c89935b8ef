"""Lists every flow of the product by name, with the module in which a process finds it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from prefect import Flow

from flows import stages
from flows.deadline_watch import deadline_watch

WATCH = deadline_watch.name
WATCH_EVERY = timedelta(minutes=1)
WATCH_MODULE, STAGES_MODULE = "flows.deadline_watch", "flows.stages"
FLOWS: Mapping[str, Flow[Any, Any]] = {
    flow.name: flow
    for flow in (
        stages.registration,
        stages.clarification,
        stages.review,
        stages.recommendation,
        stages.delivery,
        deadline_watch,
        stages.integrity,
    )
}


def entrypoint(name: str) -> str:
    """Where a process of its own finds a flow."""
    return f"{WATCH_MODULE if name == WATCH else STAGES_MODULE}.{name}"
