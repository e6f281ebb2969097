"""What is well-formed and contradicts itself, the case or the law is refused with its article."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
import pytest
from msgspec.structs import replace

from events import codec
from events.common import DayClosed, LanesHeard
from events.complaints import Verdict
from events.deciding import Command, Refused
from events.law.norms import PauseEffect
from events.law.reference import load_reference
from examples.kazakhstan.agencies import (
    AUTHORITY,
    CENTRE,
    DELIVERY_LANE,
    JURISDICTION,
    JUSTICE,
    STANDARDS_LANE,
    WINDOW_LANE,
)
from services.audit.domain.commands import AdoptCalendar, JudgeDay
from services.intake.application.identifying import check_identifier
from tests.acts.test_answering import CORRECT, DISPUTE
from tests.acts.test_keys import ERASE
from tests.acts.test_reading import READ
from tests.complaints import examples as complaint
from tests.flows.front import SECOND_DELIVERY_LANE, Front, front_of
from tests.intake import besides
from tests.intake import examples as window
from tests.intake.realm import COMPLAINTS_LANE
from tests.intake.test_identifying import BIN, IIN
from tests.intake.test_said_in_full import TOLD
from tests.law.calendars_of_kz import day
from tests.provider import examples as deliverer
from tests.provider import examples_course as course

LODGED_ALONE: Final = "5d0e4c61f0a94b1e8f3a2b7c9d1e6f03"
"""A case that is lodged, and not yet accepted."""
CALENDAR: Final = load_reference(JURISDICTION)[0]


@pytest.fixture(scope="module")
def front(joined: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """A realm with one case at its deliverer, one only lodged, and a complaint on the books."""
    with front_of(joined, tmp_path_factory.mktemp("contradictions")) as front:
        front.do(STANDARDS_LANE, "approve", deliverer.APPROVE)
        front.do(STANDARDS_LANE, "in-use", deliverer.RECORD)
        front.do(WINDOW_LANE, "lodge", window.LODGE)
        front.do(WINDOW_LANE, "accept", window.ACCEPT)
        front.do(WINDOW_LANE, "forward", window.FORWARD)
        front.do(WINDOW_LANE, "lodge-2", replace(window.LODGE, case_id=LODGED_ALONE))
        front.do(COMPLAINTS_LANE, "lodge", complaint.LODGE)
        yield front


ACCEPT: Final = replace(window.ACCEPT, case_id=LODGED_ALONE)
Row = tuple[str, Command, str, str]
"""What is asked, how it is refused: in words, the command, code and article."""
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
        "identifier-invalid",
        "15.2",
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
        replace(window.LODGE, case_id="c-3", service_code="levitation"),
        "service-unknown",
        "6.1",
    ),
    (
        "a channel that the standard does not offer",
        replace(window.LODGE, case_id="c-3", variant=replace(window.PAPER, channel="pigeon")),
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
        replace(window.TAKE_OVER, case_id="c-3", to_lane=DELIVERY_LANE),
        "not-addressed-here",
        "1(4)",
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
AT_DELIVERER: Final[list[Row]] = [
    (
        "a refusal without a ground",
        replace(deliverer.TURN_DOWN, grounds=()),
        "ground-missing",
        "5.3(2)",
    ),
    (
        "a refusal whose reasons are not given",
        replace(deliverer.TURN_DOWN, reasons_given=False),
        "reasons-missing",
        "4.1(1)",
    ),
    (
        "a pause on a ground that the standard does not list",
        replace(deliverer.PAUSE, ground="holiday"),
        "ground-not-in-standard",
        "8.1(5)",
    ),
    (
        "a resumption of what does not stand still",
        replace(course.RESUME, effect=PauseEffect.RESTART),
        "not-paused",
        "8.1(5)",
    ),
    (
        "another deliverer with the lane of this one",
        replace(course.MOVE, to_agency=JUSTICE, to_lane=DELIVERY_LANE),
        "not-the-deliverers-lane",
        "8.1(1)",
    ),
    (
        "a place of handing out that another lane names",
        replace(course.CHANGE, from_lane=SECOND_DELIVERY_LANE),
        "not-the-window",
        "1(4)",
    ),
    (
        "documents that the standard does not list",
        replace(course.ASK_APPLICANT, documents=("horoscope",)),
        "document-not-in-standard",
        "8.1(7)",
    ),
    ("an answer to nobody", course.REPLY, "not-the-holder", "5.5(4)"),
    (
        "a case reopened before it is decided",
        course.REOPEN,
        "not-decided",
        "5.5(8)",
    ),
    (
        "a right restored by no measure",
        replace(course.RESTORE, measures=()),
        "measure-unknown",
        "5.4(7), 5.5(8)",
    ),
    ("a standard approved by a deliverer", deliverer.APPROVE, "not-central-body", "7.1"),
    ("a registration of what is not approved", deliverer.RECORD, "not-approved", "7.2"),
]
AT_EXAMINER: Final[list[Row]] = [
    (
        "a complaint about nothing",
        replace(complaint.LODGE, complaint_id="c-3", case_id=None, service_code=None, about=()),
        "nothing-to-complain-about",
        "19.1",
    ),
    (
        "a complaint sent on by who must examine it",
        replace(complaint.FORWARD, to_agency=AUTHORITY),
        "competent-here",
        "19.2, 19.3",
    ),
    (
        "a told date given live",
        replace(complaint.EXTEND, told=TOLD),
        "told-computed",
        "4.1(1)",
    ),
    (
        "an extension because of a holiday",
        replace(complaint.EXTEND, ground="holiday"),
        "ground-not-in-law",
        "19.6(1), 19.6(2)",
    ),
    ("eleven days more", replace(complaint.EXTEND, by_days=11), "too-long", "19.6"),
    ("news of no extension", complaint.NOTIFY, "not-extended", "19.6"),
    (
        "a decision that says nothing",
        replace(complaint.DECIDE, outcome=Verdict.NOT_RECORDED),
        "outcome-missing",
        "19.4",
    ),
    (
        "a decision by the officer who is complained of",
        replace(complaint.DECIDE, contested_officers=("o-1",)),
        "same-officer",
        "19.4(2), 20(2)",
    ),
]
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
AT_ANY: Final[list[Row]] = [
    ("a dispute without reasons", replace(DISPUTE, reasons=()), "reason-missing", "20"),
    ("a correction without ground", replace(CORRECT, ground=""), "ground-missing", "24"),
    ("an erasure without ground", replace(ERASE, ground=""), "ground-missing", "24"),
    ("personal data read without a part", replace(READ, parts=()), "parts-missing", "24"),
    (
        "personal data read out of curiosity",
        replace(READ, ground="curiosity"),
        "ground-unknown",
        "24",
    ),
    (
        "a question without a basis",
        replace(deliverer.ASK, inquiry_id="i-9", legal_basis=""),
        "basis-missing",
        "5.5(4)",
    ),
]

OF_SERVICE: Final[dict[str, list[Row]]] = {
    "intake": AT_WINDOW + AT_ANY,
    "provider": AT_DELIVERER + AT_ANY,
    "complaints": AT_EXAMINER + AT_ANY,
    "audit": AT_AUTHORITY + AT_ANY,
}
ROWS: Final = [(service, *row) for service, rows in OF_SERVICE.items() for row in rows]


@pytest.mark.parametrize(
    ("service", "command", "says"),
    [(service, command, says) for service, _, command, *says in ROWS],
    ids=[f"{service}: {what}" for service, what, *_ in ROWS],
)
def test_a_contradiction_is_refused_with_its_article_and_nothing_is_written(
    front: Front, service: str, command: Command, says: list[str]
) -> None:
    refusal = front.refused(service, type(command).__name__, msgspec.json.encode(command))

    assert [refusal.code, refusal.article] == says, refusal
    assert refusal.sentence


@pytest.mark.parametrize(("kind", "number"), [("iin", IIN), ("bin", BIN)])
def test_a_number_with_another_check_digit_is_no_number(kind: str, number: str) -> None:
    for other in sorted(set("0123456789") - {number[-1]}):
        changed = number[:-1] + other

        with pytest.raises(Refused, match="identifier-invalid") as caught:
            check_identifier(kind, changed)

        assert caught.value.article == "15.2"
        assert changed not in caught.value.sentence


def test_a_request_that_goes_to_one_lane_leads_to_nothing_at_another_of_its_agency(
    front: Front,
) -> None:
    first, second = (
        front.driver.realm.instance(lane).held(WINDOW_LANE)
        for lane in (DELIVERY_LANE, SECOND_DELIVERY_LANE)
    )

    assert first == second > 0
    assert said(front, DELIVERY_LANE) == ["record_corrected", "case_registered"]
    assert said(front, SECOND_DELIVERY_LANE) == ["record_corrected"]


@pytest.mark.parametrize(
    "command",
    [deliverer.START, deliverer.GRANT, course.ASK_APPLICANT, course.MOVE, course.RESTORE],
    ids=lambda one: type(one).__name__,
)
def test_an_officer_at_another_lane_of_the_agency_cannot_act_on_the_case(
    front: Front, command: Command
) -> None:
    before = front.written(SECOND_DELIVERY_LANE)

    with pytest.raises(Refused) as caught:
        front.do(SECOND_DELIVERY_LANE, "elsewhere", command)

    assert (caught.value.code, caught.value.article) == ("case-unknown", "8.1(10)")
    assert front.written(SECOND_DELIVERY_LANE) == before


def said(front: Front, lane: str) -> list[str]:
    """Name what a lane says, without its day book."""
    with front.driver.realm.store(lane).reading() as tx:
        events = [codec.read(raw) for _, raw in tx.own_after(0, 100)]
    acts = [one for one in events if not isinstance(one.data, DayClosed | LanesHeard)]
    return [one.type.split(".")[1] for one in acts]
