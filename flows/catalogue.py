"""Every flow of the product by its name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from prefect import Flow

from flows.clarification import clarification
from flows.deadline_watch import deadline_watch
from flows.delivery import delivery
from flows.integrity import integrity
from flows.recommendation import recommendation
from flows.registration import registration
from flows.review import review

WATCH = deadline_watch.name
WATCH_EVERY = timedelta(minutes=1)
FLOWS: Mapping[str, Flow[Any, Any]] = {
    flow.name: flow
    for flow in (
        registration,
        clarification,
        review,
        recommendation,
        delivery,
        deadline_watch,
        integrity,
    )
}
