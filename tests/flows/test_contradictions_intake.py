"""At a window: what is well-formed and contradicts itself, the case or the law is refused."""

from typing import Final

import pytest
from msgspec.structs import replace

from events.deciding import Command, Refused
from examples.kazakhstan.agencies import (
    CENTRE,
    DELIVERY_LANE,
    JUSTICE,
    STANDARDS_LANE,
    WINDOW_LANE,
)
from services.intake.application.identifying import check_identifier
from tests.flows.contradicting import AT_ANY, LODGED_ALONE, NEW, Row, assert_refused
from tests.flows.front import SECOND_DELIVERY_LANE, Front
from tests.given import made_at
from tests.intake import besides
from tests.intake import examples as window
from tests.intake.test_identifying import BIN, IIN
from tests.intake.test_said_in_full import TOLD

ACCEPT: Final = replace(window.ACCEPT, case_id=LODGED_ALONE)
AT_WINDOW: Final[list[Row]] = [
    ("a told date given live", replace(ACCEPT, told=TOLD), "told-computed", "4.1(1)"),
    (
        "a deliverer with the lane of another",
        replace(ACCEPT, deliverer=JUSTICE),
        "not-the-deliverers-lane",
        "8.1(1)",
    ),
    (
        "a deliverer that the standard does not name",
        replace(ACCEPT, deliverer=JUSTICE, to_lane=STANDARDS_LANE),
        "not-a-deliverer",
        "8.1(1)",
    ),
    (
        "the number itself where its kind is asked",
        replace(ACCEPT, identifier=IIN),
        "personal-number-in-clear",
        "24",
    ),
    (
        "a signature that does not verify",
        replace(ACCEPT, signed=replace(ACCEPT.signed, verified=False)),
        "eds-invalid",
        "15.2",
    ),
    (
        "an officer's signature with a consent of tomorrow",
        replace(ACCEPT, signed=replace(ACCEPT.signed, by="officer"), consent_on="2024-05-04"),
        "consent-missing",
        "14.4",
    ),
    (
        "a refusal as incomplete where all is here",
        replace(window.REFUSE, case_id=LODGED_ALONE),
        "documents-complete",
        "14.2",
    ),
    (
        "a service that nobody renders",
        replace(window.LODGE, case_id=NEW, service_code="levitation"),
        "service-unknown",
        "6.1",
    ),
    (
        "an id that another lane has made",
        replace(window.LODGE, case_id=made_at(DELIVERY_LANE, "a new case")),
        "id-not-of-this-lane",
        "protocol E3",
    ),
    (
        "a channel that the standard does not offer",
        replace(window.LODGE, case_id=NEW, variant=replace(window.PAPER, channel="pigeon")),
        "channel-not-offered",
        "12, 6.2",
    ),
    (
        "a result from a lane that the case was not sent to",
        replace(window.RECEIVE, from_lane=SECOND_DELIVERY_LANE),
        "not-the-deliverer",
        "5.5(5)",
    ),
    (
        "a notice for a lane that the case was not sent to",
        replace(window.NOTICE, from_lane=SECOND_DELIVERY_LANE),
        "not-the-deliverer",
        "5.5(1)",
    ),
    (
        "a status for who has not applied",
        replace(window.TELL, applicant_id="a-0000"),
        "not-the-applicant",
        "5.5(6)",
    ),
    (
        "a window that is the same",
        replace(window.TRANSFER, to_agency=CENTRE, to_lane=WINDOW_LANE),
        "not-a-window",
        "1(4)",
    ),
    (
        "a takeover that is addressed to another",
        replace(window.TAKE_OVER, case_id=NEW, to_lane=DELIVERY_LANE),
        "not-addressed-here",
        "1(4), protocol E3",
    ),
    (
        "a complaint for a body with the lane of another",
        replace(besides.HAND_IN, to_agency=JUSTICE),
        "not-the-bodys-lane",
        "19.1",
    ),
    (
        "an outage that ends before it began",
        replace(besides.RECORD, until_at=besides.RECORD.from_at),
        "outage-empty",
        "8.1(3)",
    ),
]


@pytest.mark.parametrize(
    ("service", "command", "says"),
    [("intake", command, says) for _, command, *says in AT_WINDOW + AT_ANY],
    ids=[f"intake: {what}" for what, *_ in AT_WINDOW + AT_ANY],
)
def test_a_contradiction_is_refused_with_its_article_and_nothing_is_written(
    front_of_cases: Front, service: str, command: Command, says: list[str]
) -> None:
    assert_refused(front_of_cases, service, command, says)


@pytest.mark.parametrize(("kind", "number"), [("iin", IIN), ("bin", BIN)])
def test_a_number_with_another_check_digit_is_no_number(kind: str, number: str) -> None:
    for other in sorted(set("0123456789") - {number[-1]}):
        changed = number[:-1] + other

        with pytest.raises(Refused, match="identifier-invalid") as caught:
            check_identifier(kind, changed)

        assert caught.value.article == "15.2"
        assert changed not in caught.value.sentence
