"""`qyzmet due`: when a term ends, and why, day by day."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, TypedDict, Unpack

import click
from msgspec import Struct, json

from events.law.calendar import Week, weekday
from events.law.calendar_view import CalendarView
from events.law.calendars import Calendars
from events.law.counting import TermAsTold
from events.law.explanation import Count, explain, explain_before
from events.law.reference import ReferenceUnknown, load_reference
from events.law.term import TermInvalid, TermLength, parse_term
from events.law.wording import lines, status
from events.law.working_days import CalendarGap

DAY: Final = click.DateTime(formats=["%Y-%m-%d"])


class DueDay(Struct, frozen=True, kw_only=True):
    """One day of the JSON answer; `says` is the English of `code` and of the calendar's reason."""

    on: date
    code: str
    number: int | None
    says: str
    calendar_version: str | None


class Due(Struct, frozen=True, kw_only=True):
    """The JSON answer, one line."""

    due_on: date | None
    calendar_version: str
    start: date
    term: str
    week: Week
    backward: bool
    days: tuple[DueDay, ...]


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
        count = _count(asked)
    except (CalendarGap, ReferenceUnknown, TermAsTold) as error:
        raise click.UsageError(str(error)) from error
    except OverflowError as error:
        raise click.UsageError("the term leaves the years that can be counted") from error
    start = asked["start"].date()
    if as_json:
        click.echo(json.encode(_answer(start, count)))
    else:
        click.echo("\n".join(_text(start, count)))


def _count(asked: Asked) -> Count:
    calendar = _calendar(asked["jurisdiction"], asked["known_on"])
    start, term, week = asked["start"].date(), asked["term"], asked["week"]
    if not asked["backward"]:
        first_day_counted = asked["first_day_counted"]
        return explain(start, term, calendar, week=week, first_day_counted=first_day_counted)
    if asked["first_day_counted"]:
        raise click.UsageError("--backward counts from the day before --from (5.5(5), 19.6)")
    return explain_before(start, term, calendar, week=week)


def _calendar(jurisdiction: str, known_on: datetime | None) -> CalendarView:
    calendars = Calendars(load_reference(jurisdiction))
    return calendars.latest() if known_on is None else calendars.known_on(known_on.date())


def _answer(start: date, count: Count) -> Due:
    return Due(
        due_on=count.due_on,
        calendar_version=count.calendar_version,
        start=start,
        term=str(count.term),
        week=count.week,
        backward=count.backward,
        days=tuple(
            DueDay(
                on=row.on,
                code=row.code,
                number=row.number,
                says=status(row, count),
                calendar_version=row.calendar_version,
            )
            for row in count.rows
        ),
    )


def _text(start: date, count: Count) -> Iterator[str]:
    yield from lines(count)
    last = count.rows[-1].on
    yield (
        f"{count.term} {'before' if count.backward else 'from'} {weekday(start)} {start}: "
        f"{'by' if count.backward else 'due'} {weekday(last)} {last} "
        f"({count.week}-day week, calendar {count.calendar_version})."
    )
