"""Figures for Prometheus: of routes, statuses and lanes, never of a case or a person."""

from collections.abc import Mapping
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

MEDIA_TYPE: Final = CONTENT_TYPE_LATEST.partition("; charset")[0]
"""The charset is added where it is sent."""
SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Bounds of the histogram: from a query in memory to the longest request."""


class Metrics:
    """The figures of one door."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        labels = ("route", "status")
        self._requests = Counter(
            "qyzmet_requests", "Requests answered.", labels, registry=self._registry
        )
        self._seconds = Histogram(
            "qyzmet_request_seconds",
            "Time to answer.",
            ("route",),
            buckets=SECONDS,
            registry=self._registry,
        )
        self._refusals = Counter(
            "qyzmet_refusals", "Refusals by code.", ("code",), registry=self._registry
        )
        self._lanes = Gauge(
            "qyzmet_lane_events", "Events of a lane.", ("lane",), registry=self._registry
        )
        self._troubles = Gauge(
            "qyzmet_troubles",
            "Loops that fail and topics that are not there.",
            registry=self._registry,
        )
        self.under_way = Gauge(
            "qyzmet_requests_under_way", "Requests being answered.", registry=self._registry
        )

    def answered(self, route: str, status: int, seconds: float) -> None:
        """Count an answer."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def refused(self, code: str) -> None:
        """Count a refusal."""
        self._refusals.labels(code).inc()

    def text(self, sizes: Mapping[str, int], troubles: int) -> bytes:
        """Write all figures.

        Args:
            sizes: lane -> events.
            troubles: how much does not work as it should.
        """
        self._troubles.set(troubles)
        for lane, size in sizes.items():
            self._lanes.labels(lane).set(size)
        return generate_latest(self._registry)
