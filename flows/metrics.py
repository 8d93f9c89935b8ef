"""Metrics for Prometheus, on loopback only, read from our own tables at each scrape."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping

from prometheus_client import REGISTRY, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from casework.errors import Unavailable
from casework.services.upkeep.figures import figures
from flows import installation

log = logging.getLogger(__name__)
LOOPBACK = "127.0.0.1"


class Tables(Collector):
    """Reads the tables when Prometheus asks; a database out of reach is a figure of its own."""

    def describe(self) -> list[Metric]:
        """Nothing is asked from the tables when the collector is registered."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Give every figure."""
        up = GaugeMetricFamily("casework_database_up", "1 when the tables answered.")
        try:
            with installation.app().reading(installation.NOBODY) as work:
                found = figures(work)
        except (SQLAlchemyError, Unavailable):
            up.add_metric([], 0)
            yield up
            return
        up.add_metric([], 1)
        yield up
        yield _one("casework_deadline_lag_seconds", "Since the oldest limit not yet swept ran out.",
                   found.deadline_lag)  # fmt: skip
        yield _one("casework_open_deadlines", "Limits that run.", found.open_deadlines)
        yield _one("casework_outbox_age_seconds", "How long the oldest due row has waited.",
                   found.outbox_age)  # fmt: skip
        if found.integrity is not None:
            faults, age = found.integrity
            yield _one("casework_integrity_faults", "What the last examination found.", faults)
            yield _one("casework_integrity_age_seconds", "Since the last examination.", age)
        yield _many("casework_outbox_rows", "Effects.", ("kind", "state"), found.outbox)
        yield _many("casework_batches", "Flow runs asked for.", ("flow", "state"), found.batches)
        yield _many("casework_deliveries", "Messages handed over.", ("channel", "state"),
                    found.deliveries)  # fmt: skip


def serve(port: int) -> None:
    """Answer on loopback; 0 turns it off. A second worker on the machine leaves it to the first."""
    if not port:
        return
    REGISTRY.register(Tables())
    try:
        start_http_server(port, addr=LOOPBACK)
    except OSError:
        log.warning(
            "no metrics here: CASEWORK_METRICS_PORT %s is taken, by another worker or else",
            port,
        )


def _one(name: str, text: str, value: float) -> Metric:
    family = GaugeMetricFamily(name, text)
    family.add_metric([], value)
    return family


def _many(
    name: str, text: str, labels: tuple[str, str], counts: Mapping[tuple[str, str], int]
) -> Metric:
    family = GaugeMetricFamily(name, text, labels=labels)
    for pair, count in counts.items():
        family.add_metric(pair, count)
    return family
