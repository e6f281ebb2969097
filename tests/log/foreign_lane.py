"""A lane that somebody else's software writes, with a registered key: it may sign anything."""

from typing import Any

import msgspec

from events.log.reading.arrivals import Record
from events.log.reading.batch import encode_batch
from events.log.tree.checkpoint import Checkpoint, seal
from events.log.tree.edge import Edge
from events.log.tree.hashing import leaf
from tests.log.realm import MORNING, REALM, agency, signer


class ForeignLane:
    """Signs whatever it is given; each commit is one record, all of it for every reader."""

    def __init__(self, lane: str, generation: int = 0) -> None:
        self.lane = lane
        self.edge = Edge()
        self.signer = signer(lane, generation)
        self.records: list[Record] = []
        self._version = 0

    def commit(self, *raws: bytes) -> Record:
        """Append events and sign."""
        self.edge.extend(map(leaf, raws))
        checkpoint = Checkpoint(
            origin=f"{REALM}/{self.lane}", size=self.edge.size, root=self.edge.root()
        )
        self.records.append(Record(seal(checkpoint, self.signer), encode_batch(raws)))
        return self.records[-1]

    def event(self, text: str = "said", **changes: Any) -> bytes:  # noqa: ANN401 -- any JSON
        """Write the next event of its one stream, for everybody; changes replace attributes."""
        self._version += "id" not in changes
        attributes = {
            "type": "provider.step_started.v1",
            "specversion": "1.0",
            "id": f"talk-foreign:{self._version}",
            "source": f"{REALM}/{self.lane}",
            "subject": "talk-foreign",
            "time": MORNING,
            "datacontenttype": "application/json",
            "actor": f"{agency(self.lane)}/desk/o-1",
            "to": "*",
            "data": {"on": "2024-04-29", "step": text},
        }
        return msgspec.json.encode(attributes | changes)
