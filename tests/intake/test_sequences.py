"""Whatever a window is told in whatever order, an application stays in its diagram."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from events import codec
from events.common import Act
from events.deciding import Command, Header, RefusalKind, Refused
from events.law.norm_book import NormBook
from examples.kazakhstan.agencies import JUSTICE_ALMATY
from examples.kazakhstan.standard import CONTENTS
from services.intake.application.handlers import handlers
from services.intake.domain.application import Application
from services.intake.domain.status import Status
from tests.given import Deed, attempt, live, recorded, transcribed
from tests.intake.examples import CASE, EVERY_STATUS, TAKEN_OVER, standard
from tests.intake.norms import FEE, STORAGE
from tests.intake.realm import HERE, knowing_deliverers
from tests.intake.strategies import commands
from tests.intake.strategies_course import commands_course
from tests.law.calendars_of_kz import KZ

ARROWS: Final[Mapping[Status, set[Status]]] = {
    Status.ABSENT: {Status.LODGED, Status.WITH_DELIVERER},
    Status.LODGED: {Status.REFUSED, Status.ACCEPTED, Status.WITHDRAWN},
    Status.REFUSED: set(),
    Status.ACCEPTED: {Status.WITH_DELIVERER, Status.READY, Status.WITHDRAWN},
    Status.WITH_DELIVERER: {Status.READY, Status.WITHDRAWN, Status.ELSEWHERE},
    Status.READY: {Status.CLOSED, Status.UNCLAIMED, Status.WITH_DELIVERER},
    Status.CLOSED: {Status.WITH_DELIVERER},
    Status.UNCLAIMED: {Status.WITH_DELIVERER},
    Status.WITHDRAWN: set(),
    Status.ELSEWHERE: {Status.WITH_DELIVERER},
}
FREE: Final = standard()
PAID: Final = replace(FREE, contents=replace(CONTENTS, fees=(FEE,), storage=STORAGE))
NORMS: Final = NormBook(
    standards={"apostille/1": FREE},
    in_use={"apostille": "apostille/1"},
    calendars={"kz": KZ},
)
NORMS_PAID: Final = replace(NORMS, standards={"apostille/1": PAID})

every_command: Final = commands | commands_course
states: Final = st.sampled_from([*EVERY_STATUS.values(), TAKEN_OVER])
norms: Final = st.sampled_from((NORMS, NORMS_PAID))
roles: Final = st.sampled_from(("centre", "specialised_centre", "deliverer"))
# Some of the days are in no calendar.
days: Final = st.dates(date(2010, 1, 1), date(2030, 12, 31))
steps: Final = st.lists(st.tuples(every_command, st.booleans(), days), min_size=1, max_size=8)


@settings(max_examples=300)
@given(states, roles, norms, steps)
def test_any_sequence_of_commands_keeps_to_the_diagram(
    state: Application, role: str, at: NormBook, steps: list[tuple[Command, bool, date]]
) -> None:
    for command, told_later, on in steps:
        by = transcribed(on) if told_later else live(on)
        outcome = attempt(deciding(role, state, command, at), by)
        if isinstance(outcome, Refused):
            _is_told_why(outcome, by)
            continue
        (event,) = outcome
        _can_be_published(event, by)
        after = state.evolve(event)
        assert after.status is state.status or after.status in ARROWS[state.status]
        state = after


@given(states, roles, every_command)
def test_what_the_law_refuses_live_can_be_told_afterwards(
    state: Application, role: str, command: Command
) -> None:
    outcome = attempt(deciding(role, state, command, NORMS_PAID), transcribed())

    assert not isinstance(outcome, Refused) or outcome.kind is RefusalKind.FORM


def deciding(role: str, state: object, command: Command, at: NormBook = NORMS) -> Deed:
    known = knowing_deliverers("here", role, norms=at, parent=JUSTICE_ALMATY)
    handler = handlers("here", known, lane=HERE)[type(command)]
    return lambda by: handler.decide(state, command, by)


def _is_told_why(refusal: Refused, by: Header) -> None:
    assert refusal.sentence
    if refusal.kind is RefusalKind.LAW:
        assert refusal.article
        assert not by.transcribed


def _can_be_published(event: Act, by: Header) -> None:
    record = recorded(event, lane="intake.almaty-1", case=CASE)
    assert codec.read(codec.write(record)) == record
    assert (event.on, event.transcribed) == (by.on, by.transcribed)
