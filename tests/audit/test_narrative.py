"""Every event is told in a sentence of its own: none is left as its wire name."""

import pytest

from events.catalogue import CATALOGUE
from services.audit.domain.entry import Entry
from services.audit.projections.narrative import sentence
from tests.wire.examples import record


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_event_has_its_sentence(name: str) -> None:
    event = record(name)

    told = sentence(Entry(event.lane, 1, event))

    assert told
    assert name not in told
