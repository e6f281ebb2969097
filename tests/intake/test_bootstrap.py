"""A window put together: its own acts, and those that every service has."""

from msgspec.structs import replace

from events.common import SealedPart
from events.deciding import Reaction
from events.exchange import InquirySent
from events.log.reading.parts import Me
from events.log.service import Service
from services.intake.bootstrap import service
from services.intake.domain.complaint import hand_in
from tests.given import TODAY, live, recorded
from tests.intake.besides import COMPLAINT, HAND_IN, NO_COMPLAINT
from tests.intake.examples import (
    ABSENT,
    ACCEPTANCE_ELECTRONIC,
    ACCEPTED_ELECTRONIC,
    CASE,
    CENTRE,
    TAKE_OVER,
)
from tests.intake.realm import HERE, knowing_deliverers
from tests.intake.test_sequences import NORMS

SEALED = SealedPart(
    part="text", key_id="k-7be1", commitment="A" * 44, nonce="AAAAAAAAAAAAAAAB", ciphertext="c2VhbA"
)


def made() -> Service:
    me = Me(realm="kz-test", lane=HERE, agency="almaty-centre", authority=False)
    return service(me, knowing_deliverers("almaty-centre", "centre", norms=NORMS))


def test_every_stream_that_a_command_goes_to_has_a_state_without_events() -> None:
    assert made().empty["application"](CASE) == ABSENT
    assert made().empty["complaint"](COMPLAINT) == NO_COMPLAINT
    assert {"outage", "inquiry", "key"} <= made().empty.keys()


def test_the_window_takes_cases_over_in_its_own_lane() -> None:
    assert made().handlers[type(TAKE_OVER)].decide(ABSENT, TAKE_OVER, live())


def test_the_register_says_who_reads() -> None:
    event = ACCEPTANCE_ELECTRONIC

    assert made().audience(event, ACCEPTED_ELECTRONIC) == {"justice-almaty"}


def test_a_question_is_for_who_is_asked() -> None:
    asked = InquirySent(
        on=TODAY, case_id=CASE, holder="akimat", kind="information", legal_basis="5.4(4)"
    )

    assert made().audience(asked, None) == {"akimat"}


def test_who_may_read_a_complaint_is_granted_its_key() -> None:
    (event,) = hand_in(NO_COMPLAINT, HAND_IN, live(), CENTRE)
    sealed = replace(event, sealed=(SEALED,))

    (reaction,) = made().react(recorded(sealed, lane=HERE, case=CASE))

    assert isinstance(reaction, Reaction)
    assert reaction.target == "key-k-7be1"
