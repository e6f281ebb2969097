"""pause_unfounded: a limit in working days, by the calendar known when the pause was told (H7).

Monday 17 June 2024 was a day off till 7 June, when a new version of the calendar made it worked.
Five working days from Monday 10 June end on the 17th by it, and on the 18th by the old one.
"""

from typing import Final

import pytest
from msgspec.structs import replace

from events.common import Act
from events.law.calendars import Calendars
from events.law.norms import Pause, PauseEffect
from events.law.term import Unit
from tests.audit import examples as x
from tests.audit.given import case, findings
from tests.audit.ledger_days import KZ, ledger_day

RULE: Final = "pause_unfounded"
BEGUN: Final = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())
OLD, NEW = "kz/2024/1", "kz/2024/2"
ADOPTED: Final = "2024-06-07"


def found(paused: Act, days: int, calendars: Calendars = KZ) -> list[str]:
    limit = Pause(ground="inquiry", effect=PauseEffect.CONTINUE, length=days, unit=Unit.WORKING_DAY)
    contents = replace(x.CONTENTS, pauses=(limit,))
    day = ledger_day("2024-06-30", contents, window_role="deliverer", calendars=calendars)
    return [rule for rule in findings(case(*BEGUN, paused), day) if rule == RULE]


@pytest.mark.parametrize(("until", "says"), [("2024-06-17", []), ("2024-06-18", [RULE])])
def test_the_calendar_of_the_request_s_acceptance_excuses_no_pause_told_under_the_next(
    until: str, says: list[str]
) -> None:
    assert found(x.paused("2024-06-10", until), 5) == says


@pytest.mark.parametrize(("until", "says"), [("2024-06-18", []), ("2024-06-19", [RULE])])
def test_a_calendar_that_changed_after_the_pause_was_told_never_convicts(
    until: str, says: list[str]
) -> None:
    """Seven working days from 6 June end on the 18th, and by the version of the 7th on the 17th."""
    assert found(x.paused("2024-06-06", until), 7) == says


@pytest.mark.parametrize(("version", "says"), [(OLD, []), (NEW, [RULE])])
def test_on_the_day_of_an_adoption_both_versions_are_lawful(version: str, says: list[str]) -> None:
    """Seven working days from 7 June end on the 19th, and by the new version on the 18th."""
    told = x.told(x.day("2024-06-25"), version)
    paused = replace(x.paused(ADOPTED, "2024-06-19"), told=told)

    assert found(paused, 7) == says


def test_where_no_calendar_was_known_when_it_was_told_nothing_is_said() -> None:
    later = Calendars([one for one in KZ.versions if one.valid_from.year > 2024])

    assert found(x.paused("2024-06-10", "2024-06-28"), 5, later) == []
