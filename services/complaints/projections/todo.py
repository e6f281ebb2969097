"""The to-do list of a body that examines complaints (art. 19)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from events.envelope import Recorded
from events.provider_course import RightsRestored
from services.complaints.domain.complaint import Status
from services.complaints.projections.after_decision import after_decision
from services.complaints.projections.complaint_at_body import ComplaintAtBody
from services.complaints.projections.handed_over import COMPLAINTS_SENT
from services.complaints.projections.stage_dates import StageDates, stage_dates
from services.todo import Office, Task
from services.todo_acts import SharedActs
from services.todo_handed_over import HandedOver

_COMPLAINTS: Final = "complaint-"
_THE_WAY: Final = "19.2"
"""From body to body: not said again where the stage's own article says it."""

At = dict[str, ComplaintAtBody]
"""By stream."""


def todo(events: Iterable[Recorded[Any]], office: Office) -> Iterator[Task]:
    """Read a body's to-do list.

    Args:
        events: see `services.todo.Fold`.
        office: the body.
    """
    shared, sent = SharedActs(office), HandedOver(office, COMPLAINTS_SENT)
    complaints: At = {}
    for event in events:
        shared.add(event)
        sent.add(event)
        if event.lane == office.lane:
            _add(complaints, event)
        else:
            _hear(complaints, event, office)
    for one in complaints.values():
        yield from _of_complaint(one, office)
    yield from sent.tasks()
    yield from shared.tasks()


def _add(complaints: At, event: Recorded[Any]) -> None:
    if event.stream.startswith(_COMPLAINTS):
        known, id_ = complaints.get(event.stream), event.stream.removeprefix(_COMPLAINTS)
        begun = ComplaintAtBody.begun
        complaints[event.stream] = begun(id_, event) if known is None else known.own(event)


def _hear(complaints: At, event: Recorded[Any], office: Office) -> None:
    """Hear what asks this lane for an act; who it is from, the complaint itself must say."""
    if getattr(event.data, "to_lane", None) != office.lane:
        return
    match event.data:
        case RightsRestored(cause=cause):
            lane, _, id_ = cause.partition("/")
            stream = id_.rpartition(":")[0]
            if lane == office.lane and stream in complaints:
                agency = office.known.register.agency_id(event.lane)
                complaints[stream] = complaints[stream].restored_by(agency, event)
        case _:
            pass


def _of_complaint(one: ComplaintAtBody, office: Office) -> Iterator[Task]:
    if one.complaint.lodged is None:
        return
    dates = stage_dates(one.complaint, office)
    match one.complaint.status:
        case Status.LODGED:
            yield _register(one, dates, office)
        case Status.REGISTERED:
            yield _decide(one, dates, office)
            if one.complaint.days_extended > one.told_days:
                yield _tell_extension(one, dates, office)
        case Status.DECIDED | Status.ANSWERED:
            yield from after_decision(one, _due(one, dates), office)
        case _:
            pass


def _due(one: ComplaintAtBody, dates: StageDates) -> date | None:
    """Give the last day: moved by extensions alone of which the applicant was told in time."""
    in_time = one.told_on is not None and (dates.tell_by is None or one.told_on <= dates.tell_by)
    extended = dates.extended(one.told_days) if in_time and one.told_days else None
    return extended or dates.due


def _register(one: ComplaintAtBody, dates: StageDates, office: Office) -> Task:
    return office.task(
        "register_complaint",
        "A complaint came in: register it, whoever examines it",
        one.last,
        due_on=dates.due,
        article="19.4(1)",
    )


def _decide(one: ComplaintAtBody, dates: StageDates, office: Office) -> Task:
    due = _due(one, dates)
    says = f"Decide the complaint, stage {one.complaint.stage}, and send the decision"
    if due != dates.due:
        says += f"; extended from {dates.due}"
    elif dates.tell_by is not None and dates.may_extend:
        says += f"; to extend it, tell the applicant by {dates.tell_by} (19.6)"
    if dates.next_body is not None:
        says += f"; after that day the applicant may go on to {dates.next_body}"
        if _THE_WAY not in dates.article.split(", "):
            says += f" ({_THE_WAY})"
    return office.task("decide_complaint", says, one.last, due_on=due, article=dates.article)


def _tell_extension(one: ComplaintAtBody, dates: StageDates, office: Office) -> Task:
    days = one.complaint.days_extended
    until = dates.extended(days)
    to = "" if until is None else f", to {until}"
    return office.task(
        "tell_extension",
        f"The examination was extended by {days} working days{to}: "
        "tell the applicant, with reasons; till then the term is not moved",
        one.last,
        due_on=dates.tell_by,
        article="19.6",
    )
