"""A case that goes on to a second deliverer, and what it may be paused and extended on.

Three working days from Friday 3 May 2024: Saturday 4 (working), Monday 6, Friday 10. Days off are
7, 8 and 9 May. Then 13, 14, 15, 16 and 17 May are working days.
"""

from datetime import date
from typing import Final

from msgspec.structs import replace

from events.common import Act
from events.intake import ApplicationForwarded
from events.law.norms import Extension, Pause, PauseEffect
from events.law.term import Unit
from events.law.variant import TermStart
from events.provider_course import CaseForwarded
from tests.audit import examples as x
from tests.audit.given import case, findings
from tests.audit.ledger_days import ledger_day

MISSED: Final = "service_term_missed"
SECOND_LANE, SECOND = x.HOLDER_LANE, x.HOLDER
CONTENTS = replace(
    x.CONTENTS,
    pauses=(
        Pause(ground="inquiry", effect=PauseEffect.CONTINUE),
        Pause(ground="expert", effect=PauseEffect.CONTINUE),
        Pause(ground="hearing", effect=PauseEffect.RESTART),
    ),
    extension=Extension(grounds=("check",), length=3, unit=Unit.WORKING_DAY),
)
LATE = ledger_day("2024-06-14", CONTENTS, window_role="deliverer")
AT_CENTRE = ledger_day("2024-06-14", CONTENTS)
BEGUN = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())
START = TermStart(variant=x.VARIANT, accepted_on=x.MAY_3)

Told = Act | tuple[str, Act]


def let_go(on: str) -> CaseForwarded:
    return CaseForwarded(
        on=x.day(on), to_agency=SECOND, to_lane=SECOND_LANE, reason="not_competent"
    )


def sent_on(
    on: str, to_lane: str = SECOND_LANE, start: TermStart | None = None
) -> ApplicationForwarded:
    return replace(x.FORWARDED, on=x.day(on), to_lane=to_lane, start=start)


def on_to_the_second(on: str, start: TermStart | None = None) -> tuple[Told, ...]:
    return (
        let_go(on),
        sent_on(on, start=start),
        (SECOND_LANE, x.registered(x.day(on))),
    )


def by_second(*acts: Act) -> tuple[Told, ...]:
    return tuple((SECOND_LANE, one) for one in acts)


def due(*told: Told) -> date:
    """The last day on which the result is in time."""
    found = findings(case(*BEGUN, *told), LATE)[MISSED].due_on
    assert found is not None
    return found
