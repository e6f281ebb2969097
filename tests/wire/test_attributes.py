"""An attribute is there with a value, or it is absent (protocol I2, I6)."""

import json
from typing import Any

import pytest

from events import codec
from events.codec import CannotRead
from tests.wire.record import SAMPLES
from tests.wire.sample import compact

GOOD: dict[str, Any] = json.loads(
    (SAMPLES / "provider.case_registered.v1.json").read_text(encoding="utf-8")
)
REQUIRED = (
    *("specversion", "id", "source", "type", "subject", "time"),
    *("datacontenttype", "actor", "to", "data"),
)
OPTIONAL = ("causationid", "commandid")


def refused(document: dict[str, Any]) -> str:
    with pytest.raises(CannotRead) as refusal:
        codec.read_hostile(compact(document))
    return str(refusal.value)


def test_these_are_all_the_members() -> None:
    assert GOOD.keys() == {*REQUIRED, *OPTIONAL}
    assert codec.read_hostile(compact(GOOD)).data.registration_no == "Э-2024-88"


@pytest.mark.parametrize("name", REQUIRED)
def test_a_required_member_is_there(name: str) -> None:
    assert name in refused({key: value for key, value in GOOD.items() if key != name})


@pytest.mark.parametrize("name", OPTIONAL)
def test_an_optional_attribute_may_be_absent(name: str) -> None:
    codec.read_hostile(compact({key: value for key, value in GOOD.items() if key != name}))


@pytest.mark.parametrize("name", [*REQUIRED, *OPTIONAL])
@pytest.mark.parametrize("value", ["", None, 1, ["x"]])
def test_no_member_is_empty_or_of_another_type(name: str, value: object) -> None:
    refused(GOOD | {name: value})


@pytest.mark.parametrize("data", [[], "text", 1, True, {}])
def test_data_is_an_object_of_its_type(data: object) -> None:
    refused(GOOD | {"data": data})


@pytest.mark.parametrize(
    "time",
    [
        "2024-05-04T19:00:00+00:00",
        "2024-05-04T19:00:00+05:00",
        "2024-05-04T19:00:00",
        "2024-05-04t19:00:00Z",
        "2024-05-04T19:00:00z",
        "2024-05-04 19:00:00Z",
        "2024-05-04T19:00Z",
        "2024-05-04T19:00:00.Z",
        "2024-05-04T19:00:00.0001Z",
        "2024-05-04",
        "x2024-05-04T19:00:00Z",
    ],
)
def test_time_is_utc_with_three_decimals_at_most(time: str) -> None:
    assert "time" in refused(GOOD | {"time": time})
    assert "at" in refused(GOOD | {"data": GOOD["data"] | {"at": time}})


@pytest.mark.parametrize("time", ["2024-02-29T00:00:00Z", "2024-05-04T23:59:59.999Z"])
def test_such_a_time_is_read(time: str) -> None:
    assert codec.read_hostile(compact(GOOD | {"time": time})).time == time


@pytest.mark.parametrize(
    "time",
    [
        "2024-05-04T19:00:00Z\n",
        "٢٠٢٤-05-04T19:00:00Z",
        "2024-13-04T19:00:00Z",
        "2023-02-29T19:00:00Z",
        "2024-05-04T24:00:00Z",
        "2024-06-30T23:59:60Z",
    ],
)
def test_time_is_a_moment_that_there_was(time: str) -> None:
    assert "time" in refused(GOOD | {"time": time})


@pytest.mark.parametrize("name", ["id", "source", "subject", "actor", "to", "commandid"])
def test_no_attribute_holds_a_control_character(name: str) -> None:
    refused(GOOD | {name: GOOD[name] + "\n"})


@pytest.mark.parametrize("on", ["2024-05-04T00:00:00", "2024-5-4", "20240504", "2023-02-29", ""])
def test_a_day_is_a_full_date(on: str) -> None:
    assert "on" in refused(GOOD | {"data": GOOD["data"] | {"on": on}})
