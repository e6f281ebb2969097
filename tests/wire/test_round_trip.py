"""What is written is read back, byte for byte, whatever the texts in it."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from events import codec
from events.envelope import Recorded
from events.schemas import todays
from events.strict_json import check_strict
from tests.wire.drawn import records
from tests.wire.schema_reader import read_schema

SCHEMAS = {wire_name: read_schema(text) for wire_name, text in todays().items()}


@given(records())
def test_a_written_event_is_read_back_byte_for_byte(event: Recorded[Any]) -> None:
    raw = codec.write(event)

    assert codec.read_hostile(raw) == codec.read(raw) == event
    assert codec.write(codec.read(raw)) == raw
    assert codec.readers(raw) == event.to


@given(records())
def test_a_written_event_is_strict_and_as_its_schema_says(event: Recorded[Any]) -> None:
    raw = codec.write(event)

    check_strict(raw)
    assert list(SCHEMAS[event.type].iter_errors(json.loads(raw))) == []


@given(records(), st.randoms(use_true_random=False))
def test_another_order_of_members_is_the_same_event(event: Recorded[Any], order: Any) -> None:  # noqa: ANN401 -- drawn
    members = list(json.loads(codec.write(event)).items())
    order.shuffle(members)

    raw = json.dumps(dict(members), ensure_ascii=False, separators=(",", ":")).encode()

    assert codec.read_hostile(raw) == event
