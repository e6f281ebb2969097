"""Golden cases that go on: what a window tells of the term, and to whom the days are charged."""

from typing import Final

from msgspec.structs import replace

from events.common import Act
from events.intake import ApplicationForwarded
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.examples_forwarded import SECOND_LANE, START, on_to_the_second
from tests.audit.golden_case import BEGUN, COUNTER, Golden, judged
from tests.audit.golden_exchange import MOVING

TAKEN_IN: Final = (x.LODGED, x.ACCEPTED)
LATE: Final = (SECOND_LANE, x.sent("2024-05-13"))
OPEN: Final = x.paused("2024-05-06", None)


def told(accepted_on: str) -> ApplicationForwarded:
    return replace(x.FORWARDED, start=replace(START, accepted_on=x.day(accepted_on)))


def moving(*acts: Act | tuple[str, Act]) -> Golden:
    return judged(*acts, contents=MOVING, role=COUNTER)


FORWARDED: Final = {
    "told from when the term counts": judged(*TAKEN_IN, told("2024-05-03"), on="2024-05-06"),
    "told that it counts from the day after": judged(
        *TAKEN_IN, told("2024-05-04"), on="2024-05-06"
    ),
    "a date counted rightly from a wrong start": moving(
        *TAKEN_IN,
        told("2024-05-04"),
        c.extended("2024-05-06", 1, new_date="2024-05-14"),
        x.received("2024-05-10"),
    ),
    "sent on before the last day": moving(*BEGUN, *on_to_the_second("2024-05-09", START), LATE),
    "sent on on the last day": moving(*BEGUN, *on_to_the_second("2024-05-10", START), LATE),
    "sent on with a pause left open": moving(
        *BEGUN, OPEN, *on_to_the_second("2024-05-10", START), LATE, x.received("2024-05-14")
    ),
    "a date of the second, which did not hear of the first's pause": moving(
        *BEGUN,
        x.paused("2024-05-06", "2024-05-10"),
        *on_to_the_second("2024-05-10", START),
        (SECOND_LANE, c.extended("2024-05-10", 1, new_date="2024-05-13")),
        x.received("2024-05-13"),
    ),
}
