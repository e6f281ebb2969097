"""Recorded bytes are for ever: whatever was signed once is read by today's code."""

import json
from pathlib import Path
from typing import Any

import pytest

from events import codec
from events.catalogue import CATALOGUE, SERVICES
from events.log.reading.admit import Sender, admit
from events.schemas import todays
from tests.wire.example import CASE
from tests.wire.examples import EXAMPLES, writer
from tests.wire.record import SAMPLES, write_samples
from tests.wire.sample import compact
from tests.wire.schema_reader import refusals

RECORDED = {path.stem: path.read_bytes() for path in sorted(SAMPLES.glob("*.json"))}
SCHEMAS = todays()

each = pytest.mark.parametrize(("wire_name", "raw"), RECORDED.items(), ids=list(RECORDED))


def only_members_of(old: Any, new: Any) -> Any:  # noqa: ANN401 -- JSON
    """Leave out of a new document what its old form could not know."""
    if isinstance(old, dict):
        return {name: only_members_of(old[name], new[name]) for name in new if name in old}
    if isinstance(old, list):
        return [only_members_of(one, other) for one, other in zip(old, new, strict=True)]
    return new


def test_every_event_type_has_an_example_and_a_sample() -> None:
    assert EXAMPLES.keys() == CATALOGUE.keys()
    assert CATALOGUE.keys() - RECORDED.keys() == set()


def test_no_recorded_type_ever_leaves_the_catalogue() -> None:
    assert RECORDED.keys() - CATALOGUE.keys() == set()


@each
def test_a_recorded_event_is_read_for_ever(wire_name: str, raw: bytes) -> None:
    event = codec.read_hostile(raw)

    assert event.type == wire_name
    assert isinstance(event.data, CATALOGUE[wire_name])
    assert codec.read(raw) == event


@each
def test_writing_it_again_changes_no_byte_and_adds_new_members_at_most(
    wire_name: str, raw: bytes
) -> None:
    again = codec.write(codec.read(raw))

    known = only_members_of(json.loads(raw), json.loads(again))
    assert compact(known) == raw, wire_name


@each
def test_a_recorded_event_is_as_its_schema_says(wire_name: str, raw: bytes) -> None:
    assert refusals(SCHEMAS[wire_name], raw) == []


@each
def test_a_recorded_event_stands_where_it_may(wire_name: str, raw: bytes) -> None:
    by = writer(wire_name)
    sender = Sender(
        realm="kz", lane=by.lane, agency=by.agency, reader="quality-authority", whole=True
    )

    assert admit(raw, sender).type == wire_name


@pytest.mark.parametrize("service", SERVICES)
def test_the_event_that_a_key_opens_is_named_for_on_the_wire(service: str) -> None:
    data = json.loads(RECORDED[f"{service}.key_granted.v1"])["data"]

    assert data["for"] == f"intake.almaty-1/application-{CASE}:1"
    assert "of_event" not in data


def test_recording_writes_what_is_missing_and_touches_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "intake.day_closed.v1.json").write_bytes(b"signed long ago")

    written = write_samples(tmp_path)

    assert set(written) == CATALOGUE.keys() - {"intake.day_closed.v1"}
    assert (tmp_path / "intake.day_closed.v1.json").read_bytes() == b"signed long ago"
    assert write_samples(tmp_path) == []
