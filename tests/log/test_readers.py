"""Who an event is for: the readers of a well-formed `to`, each once; nobody of any other."""

import pytest

from events.log.reading.admit import readers
from events.log.reading.batch import encode_batch
from services.audit.adapters.sqlite_ledger import ArchivedRecord
from services.audit.application.deriving import readers_of
from tests.log.foreign_lane import ForeignLane

MALFORMED = ["x justice justice", "justice a", "a  justice", " justice", "a *", "Justice", ""]


def event(to: str) -> bytes:
    return ForeignLane("provider.foreign").event(to=to)


@pytest.mark.parametrize("to", ["*", "justice", "a justice"])
def test_the_readers_of_an_audience_are_those_it_names(to: str) -> None:
    assert readers(event(to)) == set(to.split(" "))


@pytest.mark.parametrize("to", MALFORMED)
def test_what_is_no_audience_has_no_readers(to: str) -> None:
    assert readers(event(to)) == set()


def test_an_event_counts_once_for_each_reader_and_a_malformed_one_for_none() -> None:
    value = encode_batch([event("a justice"), *map(event, MALFORMED), event("justice"), b"{}"])

    counts = readers_of(ArchivedRecord("provider.foreign", 0, 10, value))

    assert counts == {"a": 1, "justice": 2}
