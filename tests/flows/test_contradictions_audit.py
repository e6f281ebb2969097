"""At the authority: what is well-formed and contradicts itself, the case or the law is refused."""

from typing import Final

import pytest
from msgspec.structs import replace

from events.deciding import Command
from events.law.reference import load_reference
from examples.kazakhstan.agencies import (
    JURISDICTION,
)
from services.audit.domain.commands import AdoptCalendar, JudgeDay
from tests.flows.contradicting import AT_ANY, Row, assert_refused
from tests.flows.front import Front
from tests.law.calendars_of_kz import day

CALENDAR: Final = load_reference(JURISDICTION)[0]
AT_AUTHORITY: Final[list[Row]] = [
    (
        "a calendar that ends before it begins",
        AdoptCalendar(
            calendar=replace(
                CALENDAR,
                version="kz/0/1",
                valid_from=CALENDAR.valid_to,
                valid_to=CALENDAR.valid_from,
            )
        ),
        "calendar-invalid",
        "protocol H7",
    ),
    (
        "a day judged that is not counted",
        JudgeDay(jurisdiction=JURISDICTION, day=day("2031-01-01"), rules_edition="1"),
        "day-out-of-order",
        "protocol B3",
    ),
]


@pytest.mark.parametrize(
    ("service", "command", "says"),
    [("audit", command, says) for _, command, *says in AT_AUTHORITY + AT_ANY],
    ids=[f"audit: {what}" for what, *_ in AT_AUTHORITY + AT_ANY],
)
def test_a_contradiction_is_refused_with_its_article_and_nothing_is_written(
    front_of_cases: Front, service: str, command: Command, says: list[str]
) -> None:
    assert_refused(front_of_cases, service, command, says)
