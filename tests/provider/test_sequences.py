"""Whatever a deliverer is told in whatever order, a case stays in its diagram."""

from collections.abc import Mapping
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from events import codec
from events.deciding import Command, RefusalKind, Refused
from events.intake import Carrier
from events.known import Known
from events.law.norm_book import NormBook
from events.law.norms import PauseEffect
from events.law.term import Unit
from events.provider import Ground, GroundSource, Outcome
from examples.kazakhstan.agencies import JUSTICE_ALMATY
from services.provider.application.handlers import handlers
from services.provider.domain.commands import Decide, PauseTerm, SendResult
from services.provider.domain.delivery import Delivery, Status
from tests.given import attempt, live, recorded, transcribed
from tests.provider.examples import CASE, COMPLETE, REGISTER, STANDARD, START
from tests.provider.examples_course import (
    ASK_APPLICANT,
    CHANGE,
    EVERY_STATUS,
    EXTEND,
    MOVE,
    REOPEN,
    RESTORE,
    RESUME,
)
from tests.provider.realm import DELIVERER

ARROWS: Final[Mapping[Status, set[Status]]] = {
    Status.ABSENT: {Status.REGISTERED},
    Status.REGISTERED: {Status.DECIDED, Status.ELSEWHERE},
    Status.DECIDED: {Status.SENT, Status.REGISTERED},
    Status.SENT: {Status.REGISTERED},
    Status.ELSEWHERE: {Status.REGISTERED},
}
KNOWN: Final = Known(
    register=DELIVERER.register, norms=NormBook(standards={"apostille/1": STANDARD})
)
HANDLERS: Final = handlers(JUSTICE_ALMATY, lambda: KNOWN)

grounds: Final = st.builds(
    Ground,
    source=st.sampled_from(GroundSource),
    code=st.sampled_from(("sample_mismatch", "officer_on_leave")),
    citation=st.just("item 9"),
)
commands: Final[st.SearchStrategy[Command]] = st.one_of(
    st.sampled_from((REGISTER, START, COMPLETE)),
    st.sampled_from((MOVE, CHANGE, REOPEN, RESTORE)),
    st.sampled_from((ASK_APPLICANT, RESUME, replace(RESUME, ground=None))),
    st.builds(replace, st.just(EXTEND), length=st.integers(1, 12), unit=st.sampled_from(Unit)),
    st.builds(
        PauseTerm,
        case_id=st.just(CASE),
        ground=st.sampled_from(("documents_awaited", "officer_on_leave")),
        effect=st.sampled_from(PauseEffect),
    ),
    st.builds(
        Decide,
        case_id=st.just(CASE),
        outcome=st.sampled_from(Outcome),
        grounds=st.lists(grounds, max_size=2).map(tuple),
        reasons_given=st.booleans(),
        result_kind=st.sampled_from(("e_document", "paper", "register_record")),
    ),
    st.builds(SendResult, case_id=st.just(CASE), carrier=st.sampled_from(Carrier)),
)
states: Final = st.sampled_from(list(EVERY_STATUS.values()))
steps: Final = st.lists(st.tuples(commands, st.booleans()), min_size=1, max_size=8)


@settings(max_examples=300)
@given(states, steps)
def test_any_sequence_of_commands_keeps_to_the_diagram(
    state: Delivery, steps: list[tuple[Command, bool]]
) -> None:
    for command, told_later in steps:
        after = _done(state, command, told_later=told_later)
        assert after.status is state.status or after.status in ARROWS[state.status]
        state = after


def _done(state: Delivery, command: Command, *, told_later: bool) -> Delivery:
    """Do it or be refused: nothing else can happen, and what was done can be published."""
    decide = HANDLERS[type(command)].decide
    by = transcribed() if told_later else live()
    outcome = attempt(lambda by: decide(state, command, by), by)
    if isinstance(outcome, Refused):
        assert outcome.sentence
        assert outcome.kind is RefusalKind.FORM or (outcome.article and not told_later)
        return state
    for event in outcome:
        record = recorded(event, lane="provider.here", case=CASE)
        assert codec.read(codec.write(record)) == record
        state = state.evolve(event)
    return state
