"""Which stream a command goes to, and with which norms it is decided."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from events.common import Act
from events.deciding import Command, Refused
from events.intake import ApplicationAccepted, ApplicationLodged
from events.intake_course import ComplaintHandedIn
from events.law.norm_book import NormBook
from examples.kazakhstan.agencies import JUSTICE_ALMATY
from examples.kazakhstan.standard import CONTENTS
from services.intake.application.handlers import handlers
from tests.given import given, live
from tests.intake.besides import COMPLAINT, HAND_IN, NO_COMPLAINT, NO_OUTAGE, RECORD, TAKEN_IN
from tests.intake.examples import (
    ABSENT,
    ACCEPT,
    ACCEPTED,
    AT_WINDOW,
    CASE,
    FORWARD,
    FORWARDED,
    HAND_OUT,
    LODGE,
    LODGED,
    NOTICE,
    READY,
    RECEIVE,
    REFUSE,
    RETURN,
    SUPPLY,
    TAKE,
    TAKE_OVER,
    TELL,
    TRANSFER,
    WITHDRAW,
    standard,
)
from tests.intake.norms import BY_INDEX
from tests.intake.realm import HERE, UNNAMED, UNNAMED_LANE, knowing_deliverers
from tests.law.calendars_of_kz import KZ

FIRST = standard()
SECOND = replace(FIRST, edition="2", contents=replace(CONTENTS, documents=(), fees=(BY_INDEX,)))
NORMS = NormBook(
    standards={"apostille/1": FIRST, "apostille/2": SECOND},
    in_use={"apostille": "apostille/2"},
    calendars={"kz": KZ},
)
SECOND_TAKEN_OVER = replace(TAKE_OVER, case=replace(AT_WINDOW, standard_edition="2"))


def decide(
    state: object, command: Command, role: str = "centre", parent: str | None = None
) -> Sequence[Act]:
    known = knowing_deliverers("almaty-centre", role, norms=NORMS, parent=parent)
    handler = handlers("almaty-centre", known, lane=HERE)[type(command)]
    return handler.decide(state, command, live())


@pytest.mark.parametrize(
    "command",
    [
        LODGE,
        ACCEPT,
        REFUSE,
        FORWARD,
        NOTICE,
        RECEIVE,
        HAND_OUT,
        TELL,
        TAKE,
        SUPPLY,
        WITHDRAW,
        TRANSFER,
        TAKE_OVER,
        RETURN,
    ],
    ids=lambda command: type(command).__name__,
)
def test_every_command_goes_to_the_stream_of_its_case(command: Command) -> None:
    known = knowing_deliverers("almaty-centre", norms=NORMS)
    handler = handlers("almaty-centre", known, lane=HERE)[type(command)]

    assert handler.stream(command) == f"application-{CASE}"


@pytest.mark.parametrize(
    ("command", "stream"), [(HAND_IN, f"complaint-{COMPLAINT}"), (RECORD, "outage-2024-05-03-1")]
)
def test_complaints_and_outages_have_streams_of_their_own(command: Command, stream: str) -> None:
    known = knowing_deliverers("almaty-centre", norms=NORMS)
    handler = handlers("almaty-centre", known, lane=HERE)[type(command)]

    assert handler.stream(command) == stream


@pytest.mark.parametrize(
    ("state", "command"),
    [
        (ABSENT, LODGE),
        (LODGED, ACCEPT),
        (ACCEPTED, FORWARD),
        (FORWARDED, NOTICE),
        (FORWARDED, RECEIVE),
        (READY, HAND_OUT),
        (READY, TELL),
        (FORWARDED, SUPPLY),
        (FORWARDED, WITHDRAW),
        (FORWARDED, TRANSFER),
        (ABSENT, TAKE_OVER),
        (READY, RETURN),
        (NO_COMPLAINT, HAND_IN),
        (NO_OUTAGE, RECORD),
    ],
    ids=lambda one: type(one).__name__,
)
def test_every_command_is_answered_with_one_event(state: object, command: Command) -> None:
    assert len(decide(state, command)) == 1


def test_a_complaint_is_decided_beside_the_case_that_it_names() -> None:
    known = knowing_deliverers("almaty-centre", norms=NORMS)
    handler = handlers("almaty-centre", known, lane=HERE)[type(HAND_IN)]

    assert handler.beside(HAND_IN) == f"application-{CASE}"
    assert handler.beside(replace(HAND_IN, case_id=None)) is None
    (event,) = handler.decide(NO_COMPLAINT, HAND_IN, replace(live(), beside=ACCEPTED))
    assert isinstance(event, ComplaintHandedIn)
    assert event.taken_in == TAKEN_IN


def test_a_new_case_takes_the_edition_in_use() -> None:
    (event,) = decide(ABSENT, LODGE)

    assert isinstance(event, ApplicationLodged)
    assert event.standard_edition == "2"


def test_a_case_keeps_the_edition_it_was_lodged_under() -> None:
    (lodged,) = decide(ABSENT, replace(LODGE, standard_edition="1"))
    bare = replace(ACCEPT, documents_accepted=())

    with pytest.raises(Refused, match="documents-missing"):
        decide(given(ABSENT, lodged), bare)

    (newer,) = decide(ABSENT, LODGE)
    (event,) = decide(given(ABSENT, newer), bare)
    assert isinstance(event, ApplicationAccepted)
    assert event.told.norm_edition == "apostille/2"


def test_a_case_cannot_be_lodged_under_an_edition_that_nobody_told() -> None:
    with pytest.raises(Refused, match="service-unknown"):
        decide(ABSENT, replace(LODGE, standard_edition="3"))


@pytest.mark.parametrize("role", ["centre", "specialised_centre"])
def test_both_kinds_of_centre_are_centres(role: str) -> None:
    with pytest.raises(Refused, match="not-identified"):
        decide(LODGED, replace(ACCEPT, identified=None), role)


@pytest.mark.parametrize("role", ["deliverer", "portal"])
def test_no_other_agency_is_a_centre(role: str) -> None:
    assert decide(LODGED, replace(ACCEPT, identified=None), role)
    with pytest.raises(Refused, match="not-a-centre"):
        decide(LODGED, REFUSE, role)


def test_a_specialised_centre_serves_the_deliverer_that_is_its_parent() -> None:
    with pytest.raises(Refused, match="other-deliverer"):
        decide(LODGED, ACCEPT, "specialised_centre", UNNAMED)
    assert decide(LODGED, ACCEPT, "specialised_centre", JUSTICE_ALMATY)
    assert decide(LODGED, ACCEPT, "specialised_centre")
    assert decide(LODGED, ACCEPT, "centre", UNNAMED)


@pytest.mark.parametrize("command", [LODGE, SECOND_TAKEN_OVER], ids=["lodged", "taken over"])
def test_a_fee_is_that_of_the_edition_of_the_case(command: Command) -> None:
    (event,) = decide(ABSENT, command)

    with pytest.raises(Refused, match="service-free"):
        decide(LODGED, TAKE)
    assert decide(given(ABSENT, event), TAKE)


def test_the_register_says_whose_lane_it_is() -> None:
    with pytest.raises(Refused, match="not-the-deliverers-lane"):
        decide(LODGED, replace(ACCEPT, to_lane="provider.unregistered"))
    with pytest.raises(Refused, match="not-the-deliverers-lane"):
        decide(LODGED, replace(ACCEPT, to_lane=UNNAMED_LANE))
    with pytest.raises(Refused, match="not-a-deliverer:"):
        decide(LODGED, replace(ACCEPT, deliverer=UNNAMED, to_lane=UNNAMED_LANE))


@pytest.mark.parametrize("command", [ACCEPT, REFUSE], ids=lambda one: type(one).__name__)
def test_a_case_that_never_came_is_refused_without_norms(command: Command) -> None:
    with pytest.raises(Refused, match="wrong-state"):
        decide(ABSENT, command)
