"""A case in prose: one sentence an event, each with the agency's local date and its proof."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from events.envelope import moment
from events.exchange import AnswerReceived, InquirySent
from events.intake import (
    AcceptanceRefused,
    ApplicationAccepted,
    ApplicationForwarded,
    ApplicationLodged,
    NoticeGiven,
    ResultHandedOut,
    ResultReceived,
    StatusTold,
)
from events.law.zones import zone_info
from events.provider import (
    CaseRegistered,
    DecisionMade,
    ResultSent,
    StepCompleted,
    StepStarted,
    TermPaused,
)
from services.audit.domain.entry import Entry
from services.audit.projections.narrative_books import BOOKS
from services.audit.projections.narrative_complaints import COMPLAINTS
from services.audit.projections.narrative_course import COURSE


def day_text(day: date) -> str:
    """Write a date as `Fri 2024-05-10`, whatever the machine's locale."""
    return f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[day.weekday()]} {day}"


def time_text(entry: Entry, zone: str) -> str:
    """Write the local time of an act, where it is known; empty if only the day is."""
    data = entry.data
    instant = data.at if data.transcribed else entry.event.time
    if instant is None:
        return ""
    return moment(instant).astimezone(zone_info(zone)).strftime("%H:%M")


def sentence(entry: Entry) -> str:
    """Say in one sentence what an event tells."""
    write = _SENTENCES.get(type(entry.data))
    told = " (told afterwards)" if entry.data.transcribed else ""
    return f"{entry.event.type}{told}" if write is None else f"{write(entry.data)}{told}"


def _lodged(data: ApplicationLodged) -> str:
    variant = data.variant
    source = "" if data.source_ref is None else f", the source's number {data.source_ref}"
    return f"an application for {data.service_code} was lodged ({variant.channel}{source})"


def _accepted(data: ApplicationAccepted) -> str:
    return (
        f"accepted under receipt {data.receipt_no} for {data.deliverer} to deliver; "
        f"the applicant was told {day_text(data.told.due_on)} ({data.told.norm_edition})"
    )


def _refused(data: AcceptanceRefused) -> str:
    missing = f", missing: {', '.join(data.missing)}" if data.missing else ""
    return f"acceptance was refused: {data.ground}{missing}"


def _decided(data: DecisionMade) -> str:
    grounds = ", ".join(ground.code for ground in data.grounds)
    return f"decided: {data.outcome}" + (f" on {grounds}" if grounds else "")


def _paused(data: TermPaused) -> str:
    until = "" if data.until is None else f" until {day_text(data.until)}"
    return f"the term was paused on {data.ground}{until}"


_SENTENCES: Final[dict[type[Any], Callable[[Any], str]]] = {
    ApplicationLodged: _lodged,
    ApplicationAccepted: _accepted,
    AcceptanceRefused: _refused,
    ApplicationForwarded: lambda d: f"forwarded to {d.to_lane} ({d.carrier})",
    NoticeGiven: lambda d: f"the applicant was given notice: {d.kind}",
    ResultReceived: lambda d: f"the result is here and can be had ({d.carrier})",
    ResultHandedOut: lambda d: f"the result was handed out to the {d.to}",
    StatusTold: lambda d: f"the applicant asked and was told: {d.stage}",
    CaseRegistered: lambda d: f"registered under {d.registration_no}, from {d.from_lane}",
    StepStarted: lambda d: f"step {d.step} began",
    StepCompleted: lambda d: f"step {d.step} was done",
    TermPaused: _paused,
    DecisionMade: _decided,
    ResultSent: lambda d: f"the result was sent to {d.to_lane} ({d.carrier})",
    InquirySent: lambda d: f"{d.holder} was asked ({d.legal_basis})",
    AnswerReceived: lambda d: f"the answer came: {d.outcome}",
    **BOOKS,
    **COURSE,
    **COMPLAINTS,
}
