"""Every event is a CloudEvents 1.0 document: by the specification's rules, and to its library."""

import json
from datetime import datetime
from typing import Any

import pytest
from cloudevents.core.exceptions import CloudEventValidationError
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent
from msgspec.structs import fields

from events import codec
from events.catalogue import CATALOGUE
from events.envelope import Recorded
from events.strict_json import check_strict
from tests.wire.attributes import NAME, RESERVED, faults
from tests.wire.record import SAMPLES

RECORDED = [path.read_bytes() for path in sorted(SAMPLES.glob("*.json"))]
GOOD: dict[str, Any] = json.loads(
    (SAMPLES / "intake.result_received.v1.json").read_text(encoding="utf-8")
)
CORE = {"specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema"}

each = pytest.mark.parametrize("raw", RECORDED, ids=[codec.read(raw).type for raw in RECORDED])


def test_all_attributes_have_legal_names_and_ours_collide_with_none_of_the_core() -> None:
    names = {field.encode_name for field in fields(Recorded)} - RESERVED

    assert [name for name in names if not NAME.fullmatch(name)] == []
    assert names - CORE == {"actor", "to", "causationid", "commandid"}


@pytest.mark.parametrize("wire_name", sorted(CATALOGUE))
def test_the_type_is_a_wire_name_with_a_version(wire_name: str) -> None:
    service, noun_verbed, version = wire_name.split(".")

    assert service in {"intake", "provider", "complaints", "audit"}
    assert noun_verbed.replace("_", "a").isalpha()
    assert version.removeprefix("v").isdecimal()


@each
def test_the_attributes_of_a_recorded_event_have_legal_types(raw: bytes) -> None:
    assert faults(json.loads(raw)) == []


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("id", ""),
        ("id", None),
        ("id", 7),
        ("source", ""),
        ("source", "kz intake"),
        ("source", "kz:intake"),
        ("source", "kz/%zz"),
        ("specversion", "0.3"),
        ("type", "a\nb"),
        ("subject", "a\x00"),
        ("actor", "a\x85"),
        ("actor", "\ufdd0"),
        ("to", "\ud800"),
        ("time", "2024-05-03"),
        ("time", "2024-05-03T05:05:00"),
        ("time", "2024-05-03 05:05:00Z"),
        ("time", "2024-13-03T05:05:00Z"),
        ("datacontenttype", "json"),
        ("commandId", "x"),
        ("command_id", "x"),
        ("a" * 21, "x"),
        ("flag", True),
    ],
)
def test_these_rules_find_an_illegal_attribute(attribute: str, value: object) -> None:
    assert faults(GOOD) == []

    assert faults(GOOD | {attribute: value})


@pytest.mark.parametrize("attribute", ["id", "source", "specversion", "type"])
def test_these_rules_find_a_missing_attribute(attribute: str) -> None:
    document = {name: value for name, value in GOOD.items() if name != attribute}

    assert faults(document) == [f"{attribute} is missing"]


@each
def test_the_library_reads_a_recorded_event_as_we_do(raw: bytes) -> None:
    event = JSONFormat().read(CloudEvent, raw)

    expected = json.loads(raw)
    data, time = expected.pop("data"), expected.pop("time")
    attributes = dict(event.get_attributes())
    assert attributes.pop("time") == datetime.fromisoformat(time)
    assert attributes == expected
    assert event.get_data() == data


@each
def test_we_read_what_the_library_writes(raw: bytes) -> None:
    written = JSONFormat().write(JSONFormat().read(CloudEvent, raw))
    compact = json.dumps(json.loads(written), ensure_ascii=False, separators=(",", ":")).encode()

    check_strict(compact)
    ours, theirs = codec.read_hostile(raw), codec.read_hostile(compact)
    assert theirs.data == ours.data
    assert (theirs.ref, theirs.to, theirs.actor) == (ours.ref, ours.to, ours.actor)


def test_the_library_can_say_no() -> None:
    with pytest.raises(CloudEventValidationError):
        JSONFormat().read(CloudEvent, json.dumps(GOOD | {"source": ""}))
