"""Whatever a window is told in whatever order, an application stays in its diagram."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from events import codec
from events.common import Act
from events.deciding import Command, Header, RefusalKind, Refused
from events.law.norm_book import NormBook
from services.intake.application.handlers import handlers
from services.intake.domain.application import Application, Status
from tests.given import Deed, attempt, live, recorded, transcribed
from tests.intake.examples import CASE, EVERY_STATUS, standard
from tests.intake.realm import knowing_deliverers
from tests.intake.strategies import commands
from tests.law.calendars_of_kz import KZ

ARROWS: Final[Mapping[Status, set[Status]]] = {
    Status.ABSENT: {Status.LODGED},
    Status.LODGED: {Status.REFUSED, Status.ACCEPTED},
    Status.REFUSED: set(),
    Status.ACCEPTED: {Status.WITH_DELIVERER, Status.READY},
    Status.WITH_DELIVERER: {Status.READY},
    Status.READY: {Status.CLOSED},
    Status.CLOSED: set(),
}
NORMS: Final = NormBook(
    standards={"apostille/1": standard()},
    in_use={"apostille": "apostille/1"},
    calendars={"kz": KZ},
)

states: Final = st.sampled_from(list(EVERY_STATUS.values()))
roles: Final = st.sampled_from(("centre", "specialised_centre", "deliverer"))
# Some of the days are in no calendar.
days: Final = st.dates(date(2010, 1, 1), date(2030, 12, 31))
steps: Final = st.lists(st.tuples(commands, st.booleans(), days), min_size=1, max_size=8)


@settings(max_examples=300)
@given(states, roles, steps)
def test_any_sequence_of_commands_keeps_to_the_diagram(
    state: Application, role: str, steps: list[tuple[Command, bool, date]]
) -> None:
    for command, told_later, on in steps:
        by = transcribed(on) if told_later else live(on)
        outcome = attempt(deciding(role, state, command), by)
        if isinstance(outcome, Refused):
            _is_told_why(outcome, by)
            continue
        (event,) = outcome
        _can_be_published(event, by)
        after = state.evolve(event)
        assert after.status is state.status or after.status in ARROWS[state.status]
        state = after


@given(states, roles, commands)
def test_what_the_law_refuses_live_can_be_told_afterwards(
    state: Application, role: str, command: Command
) -> None:
    outcome = attempt(deciding(role, state, command), transcribed())

    assert not isinstance(outcome, Refused) or outcome.kind is RefusalKind.FORM


def deciding(role: str, state: Application, command: Command) -> Deed:
    handler = handlers("here", knowing_deliverers("here", role, norms=NORMS))[type(command)]
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
