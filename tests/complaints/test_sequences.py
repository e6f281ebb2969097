"""Whatever a body is told in whatever order, a complaint stays in its diagram."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from events import codec
from events.complaints import Verdict
from events.deciding import Command, Header, RefusalKind, Refused
from examples.kazakhstan.agencies import AUTHORITY, JUSTICE, JUSTICE_ALMATY
from services.complaints.application.handlers import handlers
from services.complaints.domain.complaint import Complaint, Status
from tests.complaints.examples import (
    CHECK,
    COURT,
    COURT_SAID,
    DECIDE,
    DEMAND,
    EVERY_STATUS,
    EXTEND,
    FORWARD,
    LODGE,
    NOTIFY,
    OUTCOME,
    REGISTER,
    RESTORED,
    SEND,
    WITHDRAW,
)
from tests.complaints.realm import KNOWN, STRANGER
from tests.given import attempt, live, recorded, transcribed
from tests.law.calendars_of_kz import day

ARROWS: Final[Mapping[Status, set[Status]]] = {
    Status.ABSENT: {Status.LODGED},
    Status.LODGED: {
        Status.REGISTERED,
        Status.ELSEWHERE,
        Status.WITHDRAWN,
        Status.DECIDED,  # Told afterwards: what was never registered is judged, not refused.
    },
    Status.ELSEWHERE: {Status.LODGED},
    Status.REGISTERED: {Status.ELSEWHERE, Status.DECIDED, Status.WITHDRAWN},
    Status.DECIDED: {Status.ANSWERED},
    Status.ANSWERED: set(),
    Status.WITHDRAWN: set(),
}
HANDLERS: Final = {
    agency: handlers(agency, lambda: KNOWN)
    for agency in (JUSTICE_ALMATY, JUSTICE, AUTHORITY, STRANGER)
}
COMMANDS: Final[list[Command]] = [
    LODGE,
    replace(LODGE, about=(), case_id=None, service_code=None),
    REGISTER,
    FORWARD,
    replace(FORWARD, to_agency=JUSTICE, to_lane="complaints.justice", reason="wrong_stage"),
    EXTEND,
    replace(EXTEND, by_days=3, ground="leave", reasons=()),
    NOTIFY,
    replace(NOTIFY, medium="electronic", reasons_given=False),
    CHECK,
    DECIDE,
    replace(DECIDE, outcome=Verdict.REFUSED, unlawful_act=False, causes=()),
    replace(DECIDE, outcome=Verdict.NOT_RECORDED, reasons_given=False),
    SEND,
    OUTCOME,
    DEMAND,
    RESTORED,
    WITHDRAW,
    COURT,
    COURT_SAID,
]
DAYS: Final = [day("2024-05-03"), day("2024-05-06"), day("2024-05-07"), day("2024-06-03")]
states: Final = st.sampled_from(list(EVERY_STATUS.values()))
steps: Final = st.lists(
    st.tuples(st.sampled_from(COMMANDS), st.booleans(), st.sampled_from(DAYS)),
    min_size=1,
    max_size=8,
)


@settings(max_examples=300)
@given(states, st.sampled_from(list(HANDLERS)), steps)
def test_any_sequence_of_commands_keeps_to_the_diagram(
    state: Complaint, agency: str, steps: list[tuple[Command, bool, date]]
) -> None:
    for command, told_later, on in steps:
        after = _done(state, agency, command, transcribed(on) if told_later else live(on))
        assert after.status is state.status or after.status in ARROWS[state.status]
        state = after


def _done(state: Complaint, agency: str, command: Command, by: Header) -> Complaint:
    """Do it or be refused: nothing else can happen, and what was done can be published."""
    decide = HANDLERS[agency][type(command)].decide
    outcome = attempt(lambda by: decide(state, command, by), by)
    if isinstance(outcome, Refused):
        assert outcome.sentence
        assert outcome.kind is RefusalKind.FORM or (outcome.article and not by.transcribed)
        return state
    (event,) = outcome
    record = recorded(event, lane="complaints.here", case=state.complaint_id)
    assert codec.read(codec.write(record)) == record
    return state.evolve(event)
