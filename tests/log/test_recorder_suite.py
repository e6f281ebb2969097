"""The library's own suites for recorders pass on the lane's recorder; its lane verifies after each.

Not applicable: `optional_test_insert_subscribe`, which by its name nothing runs by itself. The
library's SQLite recorders refuse to subscribe, and so does ours: readers take records of a lane
by size (`events/log/adapters/local.py`), never single events as they come.
"""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from eventsourcing.persistence import StoredEvent
from eventsourcing.tests.persistence import (
    AggregateRecorderTestCase,
    ApplicationRecorderTestCase,
    NonInterleavingNotificationIDsBaseCase,
    ProcessRecorderTestCase,
    TrackingRecorderTestCase,
)

from events.log.adapters.sqlite import LaneDatastore, LaneRecorder
from tests.log.evidence import read_evidence
from tests.log.realm import signer

LANE = "provider.a"


class OnALane:
    """Gives each test a new lane, and recomputes it at the end."""

    recorder_class: type[LaneRecorder] = LaneRecorder
    streams = 0

    @pytest.fixture(autouse=True)
    def _lane(self, tmp_path: Path) -> Iterator[None]:
        before = threading.enumerate()
        self.datastore = LaneDatastore(str(tmp_path / "lane.db"))
        yield
        for left_over in set(threading.enumerate()) - set(before):
            left_over.join()  # The suite leaves readers at work; a connection in use is not closed.
        self.datastore.close()
        read_evidence(tmp_path / "lane.db").verify(signer(LANE).vkey)

    def create_recorder(self) -> LaneRecorder:
        recorder = self.recorder_class(self.datastore, signer(LANE))
        recorder.create_table()
        return recorder

    def new_originator_id(self) -> str:
        """Name a stream: in a lane these are texts."""
        OnALane.streams += 1
        return f"talk-{OnALane.streams}"


class Unnumbered(LaneRecorder):
    """Gives back no seqs: the suite of aggregates alone demands that, all others forbid it."""

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> None:  # noqa: ANN401 -- the library's signature
        super().insert_events(stored_events, **kwargs)


class TestAggregates(OnALane, AggregateRecorderTestCase):
    recorder_class = Unnumbered


class TestApplication(OnALane, ApplicationRecorderTestCase[LaneRecorder]):
    def test_a_subscription_is_refused_in_words(self) -> None:
        with pytest.raises(NotImplementedError, match="does not support subscriptions"):
            self.create_recorder().subscribe()


class TestProcess(OnALane, ProcessRecorderTestCase):
    pass


class TestTracking(OnALane, TrackingRecorderTestCase):
    pass


class TestNotInterleaving(OnALane, NonInterleavingNotificationIDsBaseCase):
    pass
