"""What a body still owes when it has decided a complaint (19.4, 19.5)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from events.complaints import ComplaintDecided, Verdict
from events.envelope import Recorded
from events.roles import authority_over
from services.complaints.domain.complaint import Status
from services.complaints.projections.complaint_at_body import ComplaintAtBody
from services.todo import Office, Task

_IN_FAVOUR = (Verdict.SATISFIED, Verdict.PARTLY)


def after_decision(one: ComplaintAtBody, due: date | None, office: Office) -> Iterator[Task]:
    """Give what is to be sent, told, demanded and checked.

    Args:
        one: decided here.
        due: the last day of the stage, with extensions told in time.
        office: the body.
    """
    decided = one.decided
    if decided is None:
        return
    authority = authority_over(office.known.register, office.agency)
    if one.complaint.status is Status.DECIDED:
        yield office.task(
            "send_decision",
            "The complaint is decided: send the decision to the applicant",
            decided,
            due_on=due,
            article="19.4",
        )
    if office.agency != authority and not one.complaint.notified:
        yield _notify(decided, due, office)
    if office.agency == authority and decided.data.unlawful_act and one.demanded is None:
        yield _demand(decided, office)
    if office.agency == authority or one.restored is None:
        yield from _restoration(one, decided, office)


def _notify(decided: Recorded[ComplaintDecided], due: date | None, office: Office) -> Task:
    on: date = decided.data.on
    return office.task(
        "notify_outcome",
        "Notify the quality authority that the complaint was registered, and of its outcome",
        decided,
        due_on=None if due is None else max(due, on),
        article="19.4",
    )


def _demand(decided: Recorded[ComplaintDecided], office: Office) -> Task:
    """The law gives no day: it follows from the decision, and is judged with its day."""
    return office.task(
        "demand_restoration",
        "An unlawful act was found: demand that the applicant's rights be restored",
        decided,
        due_on=decided.data.on,
        article="19.5(2)",
    )


def _restoration(
    one: ComplaintAtBody, decided: Recorded[ComplaintDecided], office: Office
) -> Iterator[Task]:
    """Check what was done, as the quality authority alone must; till then, wait for who does it."""
    asked: Recorded[Any] | None = one.demanded
    if asked is None and decided.data.outcome in _IN_FAVOUR and decided.data.measures:
        asked = decided
    if asked is None or one.checked:
        return
    if one.restored is not None:
        yield office.task(
            "check_restoration",
            f"{one.restored.lane} says that rights were restored: check whether in time, "
            "and in full",
            one.restored,
            article="19.5(3)",
        )
        return
    by: date | None = asked.data.measures_by if asked is decided else asked.data.by
    yield office.task(
        "await_restoration",
        f"Rights are to be restored: {', '.join(asked.data.measures)}",
        asked,
        due_on=by,
        article="19.4(3)" if asked is decided else "19.5(2)",
        waits_for=_of_whom(one) if asked is decided else asked.data.to_agency,
    )


def _of_whom(one: ComplaintAtBody) -> str:
    return one.complaint.the_lodging().respondent.agency
