"""Days, terms and pauses inside the shipped calendars."""

from datetime import date
from typing import Final

from hypothesis import strategies as st

from events.law.calendar import Week
from events.law.norms import PauseEffect
from events.law.pausing import Pause
from events.law.term import TermLength, Unit

# A year from either end of the calendars, so that no count of these terms leaves them.
days: Final = st.dates(date(2013, 1, 1), date(2023, 12, 31))
weeks: Final[st.SearchStrategy[Week]] = st.sampled_from(("5", "6"))
lengths: Final = st.integers(1, 60)

working: Final = st.builds(TermLength, length=lengths, unit=st.just(Unit.WORKING_DAY))
terms: Final = (
    working
    | st.builds(TermLength, length=lengths, unit=st.just(Unit.CALENDAR_DAY))
    | st.builds(TermLength, length=st.integers(1, 6), unit=st.just(Unit.MONTH))
)


@st.composite
def pauses(draw: st.DrawFn, start: date) -> list[Pause]:
    """Up to three pauses about a start, some open, some overlapping."""

    def near(day: date, least: int, most: int) -> date:
        return date.fromordinal(day.toordinal() + draw(st.integers(least, most)))

    found: list[Pause] = []
    for _ in range(draw(st.integers(0, 3))):
        on = near(start, -5, 60)
        until = None if draw(st.integers(0, 9)) == 0 else near(on, -2, 30)
        effect = draw(st.sampled_from(PauseEffect))
        found.append(Pause(on=on, until=until, effect=effect))
    return found
