"""Sentences for what is of no case: day books, norms, and what the ledger itself says."""

from collections.abc import Callable
from typing import Any, Final

from events.audit import (
    AgencyRegistered,
    CalendarAdopted,
    DayCounted,
    DayJudged,
    FindingMade,
    FindingReviewed,
    FindingSuperseded,
    LanesAccepted,
    LawEditionAdopted,
)
from events.common import DayClosed, EventRejected, LanesHeard
from events.exchange import FindingAnswered
from events.intake_course import OutageRecorded
from events.provider import StandardApproved, StandardRegistered
from services.audit.projections.narrative_course import listed


def _answered(data: FindingAnswered) -> str:
    why = f" ({listed(data.reasons)})" if data.reasons else ""
    return f"the finding {data.finding_id[:12]} was answered: {data.position}{why}"


def _rejected(data: EventRejected) -> str:
    many = "event" if data.count == 1 else "events"
    return f"{data.count} {many} of {data.lane}, up to {data.size}, cannot be read: {data.reason}"


def _registered(data: AgencyRegistered) -> str:
    lanes = listed([lane.lane for lane in data.lanes])
    return f"{data.agency} was registered as {listed(data.roles)}; lanes: {lanes}"


def _counted(data: DayCounted) -> str:
    silent = f", without {listed([one.lane for one in data.silent])}" if data.silent else ""
    return f"the day {data.date} of {data.jurisdiction} was counted{silent}"


def _made(data: FindingMade) -> str:
    norm = f"{data.citation.act} {data.citation.article}"
    return f"a finding was made: {data.rule} ({norm}), charged to {data.charged}"


BOOKS: Final[dict[type[Any], Callable[[Any], str]]] = {
    DayClosed: lambda d: f"the day {d.date} was closed",
    LanesHeard: lambda d: f"the lane was shown {listed([one.lane for one in d.lanes])}",
    EventRejected: _rejected,
    FindingAnswered: _answered,
    OutageRecorded: lambda d: f"nothing could be taken in from {d.from_at} to {d.until_at}",
    StandardApproved: lambda d: f"the standard of {d.service_code}, {d.edition}, was approved",
    StandardRegistered: lambda d: (
        f"the standard of {d.service_code}, {d.edition}, was registered under {d.registration_no}"
    ),
    AgencyRegistered: _registered,
    CalendarAdopted: lambda d: f"the calendar {d.calendar.version} was adopted",
    LawEditionAdopted: lambda d: (
        f"the edition {d.edition} of the law was adopted, in force from {d.in_force_from}"
    ),
    LanesAccepted: lambda d: (
        f"{d.agency} was told how far its lanes are archived: "
        + listed([f"{one.lane} {one.size}" for one in d.lanes])
    ),
    DayCounted: _counted,
    DayJudged: lambda d: (
        f"the day {d.date} of {d.jurisdiction} was judged (rules {d.rules_edition})"
    ),
    FindingMade: _made,
    FindingSuperseded: lambda d: f"the finding {d.finding_id[:12]} no longer stands",
    FindingReviewed: lambda d: (
        f"the finding {d.finding_id[:12]} was reviewed: {d.verdict} ({d.reason})"
    ),
}
"""Event -> its sentence."""
