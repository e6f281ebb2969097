"""The schema files are what readers elsewhere build on."""

import json

import pytest

from events import codec
from events.catalogue import CATALOGUE
from events.schemas import DIALECT, FOLDER, schema, todays
from events.schemas.__main__ import check
from tests.wire.examples import record
from tests.wire.schema_reader import read_schema, refusals

each = pytest.mark.parametrize("wire_name", sorted(CATALOGUE))
SCHEMAS = todays()
RAW = codec.write(record("intake.application_accepted.v1"))
OF_RAW = SCHEMAS["intake.application_accepted.v1"]


def test_the_schema_files_are_those_of_todays_types() -> None:
    check(FOLDER)


@each
def test_a_schema_is_named_by_its_wire_name_and_hangs_on_no_address(wire_name: str) -> None:
    found = schema(wire_name)

    assert (found["$id"], found["$schema"]) == (wire_name, DIALECT)
    assert found["title"] == CATALOGUE[wire_name].__name__
    assert "://" not in SCHEMAS[wire_name].replace(DIALECT, "")


@each
def test_a_schema_is_a_schema_and_admits_the_example(wire_name: str) -> None:
    assert refusals(SCHEMAS[wire_name], codec.write(record(wire_name))) == []


@each
def test_a_schema_admits_no_other_type(wire_name: str) -> None:
    other = next(name for name in CATALOGUE if name != wire_name)
    document = json.loads(codec.write(record(wire_name))) | {"type": other}

    assert not read_schema(SCHEMAS[wire_name]).is_valid(document)


def test_a_reader_takes_members_that_it_does_not_know() -> None:
    for place in (b'"variant":{', b'"data":{', b'{"type"'):
        grown = RAW.replace(place, place.replace(b"{", b'{"later":[1],'))

        assert grown != RAW
        assert refusals(OF_RAW, grown) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"specversion":"1.0"', b'"specversion":"0.3"'),
        (b'"commandid":"desk4/000117"', b'"commandid":""'),
        (b'"subject":', b'"about":'),
        (b'"due_on":"2024-05-10"', b'"due_on":"2024-05-32"'),
        (b'"told":{', b'"told":null,"x":{'),
        (b'"transcribed":false', b'"transcribed":"no"'),
        (b'"receipt_no":"2024-000117"', b'"receipt_no":117'),
        (b'19:00:00Z"', b'19:00:00+05:00"'),
    ],
)
def test_schema_and_codec_refuse_alike(old: bytes, new: bytes) -> None:
    raw = RAW.replace(old, new, 1)

    assert raw != RAW
    assert refusals(OF_RAW, raw)
    with pytest.raises(codec.CannotRead):
        codec.read_hostile(raw)
