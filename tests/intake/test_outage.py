"""A window says when it could not serve (8.1(3))."""

import pytest
from msgspec.structs import replace

from events.intake_course import OutageRecorded
from tests.given import TODAY, given, live, refused_for_form
from tests.intake.besides import NO_OUTAGE, RECORD


def test_an_outage_has_its_times_and_its_services() -> None:
    (event,) = NO_OUTAGE.record(RECORD, live())

    assert event == OutageRecorded(
        on=TODAY,
        from_at="2024-05-03T04:00:00Z",
        until_at="2024-05-03T05:30:00Z",
        services=("apostille",),
    )


@pytest.mark.parametrize(
    "until_at",
    ["2024-05-03T04:00:00Z", "2024-05-03T03:59:59.999Z", "2024-02-30T05:00:00Z"],
    ids=["at once", "before", "no day"],
)
def test_an_outage_ends_after_it_began(until_at: str) -> None:
    command = replace(RECORD, until_at=until_at)

    refused_for_form(lambda by: NO_OUTAGE.record(command, by), "outage-empty", "8.1(3)")


def test_the_shortest_outage_lasts_a_millisecond() -> None:
    assert NO_OUTAGE.record(replace(RECORD, until_at="2024-05-03T04:00:00.001Z"), live())


def test_an_outage_is_recorded_once() -> None:
    known = given(NO_OUTAGE, *NO_OUTAGE.record(RECORD, live()))

    refused_for_form(lambda by: known.record(RECORD, by), "outage-exists")
