"""8.1(5): what moves the end of a term, and what is counted back in; pause_unfounded.

Three working days from Friday 3 May 2024: Saturday 4 (working), Monday 6, Friday 10. Days off are
7, 8 and 9 May. Then 13, 14, 15, 16 and 17 May are working days.
"""

from datetime import date

import pytest
from msgspec.structs import replace

from events.common import Act
from events.law.norms import Extension, Pause, PauseEffect, StandardContents
from events.law.term import Unit
from services.audit.domain.evidence import Evidence
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import case, findings, ref, the_finding, undecidable
from tests.audit.ledger_days import ledger_day

MISSED, UNFOUNDED = "service_term_missed", "pause_unfounded"
COUNTER = "deliverer"
BEGUN = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())
OPEN = Pause(ground="inquiry", effect=PauseEffect.CONTINUE)
TWO_DAYS = replace(OPEN, length=2, unit=Unit.WORKING_DAY)
OTHER = replace(OPEN, ground="expert")
LONGER = Extension(grounds=("check",), length=3, unit=Unit.WORKING_DAY)


def standard(*pauses: Pause, extension: Extension | None = None) -> StandardContents:
    return replace(x.CONTENTS, pauses=pauses, extension=extension)


def due(contents: StandardContents, *told: Act | tuple[str, Act]) -> date:
    """The last day on which the result is in time."""
    day = ledger_day("2024-06-14", contents, window_role=COUNTER)
    found = findings(case(*BEGUN, *told), day)[MISSED].due_on
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("pause", "told", "expected"),
    [
        (OPEN, (x.paused("2024-05-06", None), c.resumed("2024-05-13")), "2024-05-14"),
        (OPEN, (x.paused("2024-05-06", "2024-05-20"), c.resumed("2024-05-13")), "2024-05-14"),
        (OPEN, (x.paused("2024-05-06", "2024-05-13"), c.resumed("2024-05-20")), "2024-05-14"),
        (OPEN, (c.resumed("2024-05-13"),), "2024-05-10"),
        (TWO_DAYS, (x.paused("2024-05-06", None),), "2024-05-14"),
        (TWO_DAYS, (x.paused("2024-05-06", None), c.resumed("2024-05-20")), "2024-05-14"),
        (TWO_DAYS, (x.paused("2024-05-06", None), c.resumed("2024-05-10")), "2024-05-13"),
    ],
    ids=[
        "resumed",
        "resumed before the day told",
        "resumed after the day told",
        "a resumption without a pause",
        "an open pause ends with its limit",
        "resumed after its limit",
        "resumed before its limit",
    ],
)
def test_a_pause_ends_with_the_first_of_what_may_end_it(
    pause: Pause, told: tuple[Act, ...], expected: str
) -> None:
    assert due(standard(pause), *told) == x.day(expected)


def test_a_pause_ends_with_the_resumption_of_its_own_ground() -> None:
    both = standard(OPEN, OTHER)
    pauses = (x.paused("2024-05-06", None), x.paused("2024-05-06", None, "expert"))
    first, last = c.resumed("2024-05-10"), c.resumed("2024-05-13", "expert")

    assert due(both, *pauses, first, last) == x.day("2024-05-14")
    day = ledger_day("2024-06-14", both, window_role=COUNTER)
    assert MISSED in undecidable(case(*BEGUN, *pauses, first), day)


def test_a_resumption_ends_no_pause_that_its_lane_tells_only_after_it() -> None:
    told = (c.resumed("2024-05-06"), x.paused("2024-05-06", "2024-05-13"))

    assert due(standard(OPEN), *told) == x.day("2024-05-14")


def test_a_lane_that_is_no_deliverer_of_the_case_moves_nothing() -> None:
    there = "provider.elsewhere"

    assert due(standard(OPEN), (there, x.paused("2024-05-06", "2024-05-13"))) == x.MAY_10
    day = ledger_day("2024-05-10", window_role=COUNTER)
    stranger = (there, x.paused("2024-05-06", None))
    assert findings(case(*BEGUN, stranger), day) == {}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((c.extended("2024-05-10", 3),), "2024-05-15"),
        ((c.extended("2024-05-11", 3),), "2024-05-10"),
        ((c.extended("2024-05-06", 1), c.extended("2024-05-13", 2)), "2024-05-15"),
        ((c.extended("2024-05-06", 1), c.extended("2024-05-14", 2)), "2024-05-13"),
        ((c.extended("2024-05-06", 5),), "2024-05-15"),
        ((c.extended("2024-05-06", 2), c.extended("2024-05-06", 2)), "2024-05-15"),
        ((c.extended("2024-05-06", 2, "holiday"),), "2024-05-10"),
    ],
    ids=[
        "on the last day",
        "the day after",
        "again on the new last day",
        "again the day after that",
        "beyond the sum",
        "together beyond the sum",
        "on a ground outside the standard",
    ],
)
def test_an_extension_told_by_the_last_day_moves_it_as_far_as_the_standard_says(
    told: tuple[Act, ...], expected: str
) -> None:
    assert due(standard(extension=LONGER), *told) == x.day(expected)


def test_an_extension_in_another_unit_than_the_standards_moves_nothing() -> None:
    days = replace(LONGER, unit=Unit.CALENDAR_DAY)

    assert due(standard(extension=days), c.extended("2024-05-06", 1)) == x.MAY_10


DAY = "2024-05-10"


def found(contents: StandardContents, *told: Act) -> list[str]:
    return list(findings(case(*BEGUN, *told), ledger_day(DAY, contents, window_role=COUNTER)))


def test_a_pause_on_a_ground_of_the_standard_is_lawful_and_on_another_is_not() -> None:
    file = case(*BEGUN, x.paused("2024-05-06", None, "holiday"))
    began = ref(2, x.DELIVERER_LANE)

    assert found(standard(OPEN), x.paused("2024-05-06", None)) == []
    day = ledger_day(DAY, standard(OPEN), window_role=COUNTER)
    assert the_finding(UNFOUNDED, file, day) == Evidence(
        charged=x.DELIVERER, began=began, subject=x.CASE, event_ids=(began,)
    )


@pytest.mark.parametrize(("until", "says"), [("2024-05-13", []), ("2024-05-14", [UNFOUNDED])])
def test_a_pause_told_to_last_beyond_its_limit_is_none_of_the_standards(
    until: str, says: list[str]
) -> None:
    """Two working days from Monday 6 May stand still: that day and Friday 10 May."""
    assert found(standard(TWO_DAYS), x.paused("2024-05-06", until)) == says


def test_a_pause_that_was_only_resumed_late_is_counted_back_in_and_no_act_of_its_own() -> None:
    told = (x.paused("2024-05-06", None), c.resumed("2024-05-20"))

    assert found(standard(TWO_DAYS), *told) == []
    assert due(standard(TWO_DAYS), *told) == x.day("2024-05-14")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ((c.extended("2024-05-06", 3),), []),
        ((c.extended("2024-05-06", 4),), [UNFOUNDED]),
        ((c.extended("2024-05-06", 2), c.extended("2024-05-06", 1)), []),
        ((c.extended("2024-05-06", 2), c.extended("2024-05-06", 2)), [UNFOUNDED]),
        ((c.extended("2024-05-06", 1, "holiday"),), [UNFOUNDED]),
    ],
)
def test_an_extension_is_on_a_ground_of_the_standard_and_within_its_sum(
    told: tuple[Act, ...], says: list[str]
) -> None:
    assert found(standard(extension=LONGER), *told) == says


def test_a_standard_without_extensions_lets_nobody_extend() -> None:
    assert found(x.CONTENTS, c.extended("2024-05-06", 1)) == [UNFOUNDED]


def test_without_the_standard_nobody_knows_its_grounds() -> None:
    day = ledger_day(DAY, None)

    assert UNFOUNDED in undecidable(case(*BEGUN, x.paused("2024-05-06", None)), day)
    assert UNFOUNDED not in undecidable(case(*BEGUN), day)


def test_where_no_calendar_counts_a_limit_nothing_is_said_of_it() -> None:
    for until in ("9999-12-31", "2124-05-06"):
        file = case(*BEGUN, x.paused("2024-05-06", until))
        day = ledger_day(DAY, standard(replace(TWO_DAYS, length=3_660)), window_role=COUNTER)

        assert findings(file, day) == {}


def test_a_pause_in_a_lane_that_the_case_did_not_name_is_none() -> None:
    there = ("provider.elsewhere", x.paused("2024-05-06", None, "holiday"))

    day = ledger_day(DAY, window_role=COUNTER)
    assert findings(case(*BEGUN, there), day) == {}
