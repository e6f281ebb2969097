"""Every event of a case is told in a sentence of its own: none is left as its wire name."""

import pytest

from events.catalogue import CATALOGUE
from events.common import DayClosed, EventRejected, LanesHeard
from events.known import tells_reference
from services.audit.domain.entry import Entry
from services.audit.projections.narrative import sentence
from tests.wire.examples import record

NO_CASES = (DayClosed, EventRejected, LanesHeard)
"""What a lane says of itself."""


def of_cases() -> list[str]:
    return [
        name
        for name, data in CATALOGUE.items()
        if not name.startswith("audit.")
        and data not in NO_CASES
        and not tells_reference(record(name).data)
        and name.partition(".")[2] not in ("finding_answered.v1", "outage_recorded.v1")
    ]


@pytest.mark.parametrize("name", of_cases())
def test_every_event_of_a_case_has_its_sentence(name: str) -> None:
    event = record(name)

    told = sentence(Entry(event.lane, 1, event))

    assert told
    assert name not in told
