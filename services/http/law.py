"""When a term ends, and why, day by day: by the calendars shipped here, of no case."""

from typing import Final, cast

from events.law.calendar import Week
from events.law.counting import TermAsTold
from events.law.reference import ReferenceUnknown
from events.law.term import TermInvalid, TermLength, parse_term
from events.law.working_days import CalendarGap
from services.due_answers import Due, DueAsked, counted, due_answer, strictly
from services.http.asking import Asked, Reply
from services.http.problems import Problematic
from services.http.words import a_date, a_flag, malformed

WEEKS: Final = ("5", "6")


async def due(asked: Asked) -> Reply:
    """Count a term."""
    count = _asked(asked)
    return Reply(await asked.door.host.read(lambda _: _due(count)))


def _due(count: DueAsked) -> Due:
    try:
        return due_answer(count.start, counted(count), strictly(count))
    except ReferenceUnknown as unknown:
        raise malformed("calendar", "a jurisdiction whose calendars are shipped") from unknown
    except (CalendarGap, OverflowError) as gap:
        sentence = "The calendars shipped here do not reach so far"
        raise Problematic("calendar-gap", sentence) from gap
    except TermAsTold as told:
        raise malformed("term", "a length: of a term as told nothing is counted") from told


def _asked(asked: Asked) -> DueAsked:
    query = asked.query
    week = query.get("week", "5")
    known_on = query.get("known_on")
    backward = a_flag(query.get("backward", "false"), "backward")
    first = a_flag(query.get("first_day_counted", "false"), "first_day_counted")
    if backward and first:
        raise malformed("first_day_counted", "false where one counts backward (5.5(5), 19.6)")
    return DueAsked(
        start=a_date(query["from"], "from"),
        term=_term(query["term"]),
        jurisdiction=query.get("calendar", "kz"),
        week=cast("Week", week),
        first_day_counted=first,
        backward=backward,
        known_on=None if known_on is None else a_date(known_on, "known_on"),
    )


def _term(text: str) -> TermLength:
    try:
        return parse_term(text)
    except TermInvalid as invalid:
        raise malformed("term", "a length, as `3 working days` or `1 month`") from invalid
