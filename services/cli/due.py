"""`qyzmet due`: when a term ends, and why, day by day."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, TypedDict, Unpack

import click
from msgspec import json

from events.law.calendar import Week, weekday
from events.law.counting import TermAsTold
from events.law.explanation import Count
from events.law.reference import ReferenceUnknown
from events.law.term import TermInvalid, TermLength, parse_term
from events.law.wording import lines
from events.law.working_days import CalendarGap
from services.due_answers import DueAsked, counted, due_answer, strictly

DAY: Final = click.DateTime(formats=["%Y-%m-%d"])


class Asked(TypedDict):
    """What the options say about the count."""

    start: datetime
    term: TermLength
    jurisdiction: str
    week: Week
    first_day_counted: bool
    backward: bool
    known_on: datetime | None


class Term(click.ParamType):
    """A term as a person writes it."""

    name = "term"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> TermLength:
        """Read the term, or say how one is written."""
        try:
            return parse_term(str(value))
        except TermInvalid as error:
            self.fail(str(error), param, ctx)


@click.command("due")
@click.option("--from", "start", type=DAY, required=True, help="Local date of the starting event.")
@click.option("--term", type=Term(), required=True, help="For example '3 working days', '1 month'.")
@click.option("--calendar", "jurisdiction", default="kz", show_default=True)
@click.option("--week", type=click.Choice(["5", "6"]), default="5", show_default=True)
@click.option("--first-day-counted", is_flag=True, help="The starting day is day 1 (14.1).")
@click.option("--backward", is_flag=True, help="Count back from --from, as for notices (19.6).")
@click.option("--known-on", type=DAY, help="The calendar as known on this date; else the latest.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON.")
def due(*, as_json: bool, **asked: Unpack[Asked]) -> None:
    """Tell the last day of a term and explain it day by day, by the calendars shipped here."""
    try:
        wanted = _wanted(asked)
        count, strict = counted(wanted), strictly(wanted)
    except (CalendarGap, ReferenceUnknown, TermAsTold) as error:
        raise click.UsageError(str(error)) from error
    except OverflowError as error:
        raise click.UsageError("the term leaves the years that can be counted") from error
    start = asked["start"].date()
    if as_json:
        click.echo(json.encode(due_answer(start, count, strict)))
    else:
        click.echo("\n".join(_text(start, count, strict)))


def _wanted(asked: Asked) -> DueAsked:
    if asked["backward"] and asked["first_day_counted"]:
        raise click.UsageError("--backward counts from the day before --from (5.5(5), 19.6)")
    known_on = asked["known_on"]
    return DueAsked(
        start=asked["start"].date(),
        term=asked["term"],
        jurisdiction=asked["jurisdiction"],
        week=asked["week"],
        first_day_counted=asked["first_day_counted"],
        backward=asked["backward"],
        known_on=None if known_on is None else known_on.date(),
    )


def _text(start: date, count: Count, strict: Count | None) -> Iterator[str]:
    yield from lines(count)
    last = count.rows[-1].on
    yield (
        f"{count.term} {'before' if count.backward else 'from'} {weekday(start)} {start}: "
        f"{'by' if count.backward else 'due'} {weekday(last)} {last} "
        f"({count.week}-day week, calendar {count.calendar_version})."
    )
    if strict is not None:
        by = strict.rows[-1].on
        yield (
            f"Read strictly, with {count.term} between the two days: by {weekday(by)} {by}; "
            "later than that alone is arguable (19.6)."
        )
