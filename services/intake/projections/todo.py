"""The to-do list of a window: what its own events and the deliverer's leave to its officers."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from events.envelope import Recorded
from events.law.norm_book import Standard
from events.provider_course import DocumentsAsked
from services.intake.domain.paper import ELECTRONIC
from services.intake.domain.status import Status
from services.intake.projections.case_at_desk import CaseAtDesk
from services.intake.projections.handed_over import CASES_HANDED_OVER
from services.todo import APPLICANT, Office, Task
from services.todo_acts import SharedActs
from services.todo_dates import last_day
from services.todo_handed_over import HandedOver

_CASES: Final = "application-"


def todo(events: Iterable[Recorded[Any]], office: Office) -> Iterator[Task]:
    """Read a window's to-do list.

    Args:
        events: see `services.todo.Fold`.
        office: the window.
    """
    shared, handed_over = SharedActs(office), HandedOver(office, CASES_HANDED_OVER)
    cases: dict[str, CaseAtDesk] = {}
    for event in events:
        shared.add(event)
        handed_over.add(event)
        _add(cases, event, office)
    for case in cases.values():
        yield from _of_case(case, office)
    yield from handed_over.tasks()
    yield from shared.tasks()


def _add(cases: dict[str, CaseAtDesk], event: Recorded[Any], office: Office) -> None:
    """Take an event of a case in; what another lane says of a case that is not here is nothing."""
    if event.lane != office.lane:
        known = cases.get(event.subject)
        if known is not None:
            cases[event.subject] = known.heard(event, office.lane)
    elif event.stream.startswith(_CASES):
        case_id = event.stream.removeprefix(_CASES)
        known = cases.get(case_id)
        cases[case_id] = CaseAtDesk.begun(case_id, event) if known is None else known.own(event)


def _of_case(case: CaseAtDesk, office: Office) -> Iterator[Task]:
    match case.application.status:
        case Status.LODGED:
            yield _accept_or_refuse(case, office)
        case Status.ACCEPTED:
            yield _forward(case, office)
        case Status.WITH_DELIVERER:
            yield from _receive(case, office)
            yield from _await_documents(case, office)
        case Status.READY:
            yield from _hand_out(case, office)
        case _:
            pass


def _accept_or_refuse(case: CaseAtDesk, office: Office) -> Task:
    """The standard may say by when a request is registered, and from then on it is (8.1(10))."""
    standard = _standard(case, office)
    term = None if standard is None else standard.contents.registration
    return office.task(
        "accept_or_refuse",
        "The request is lodged: accept it, or refuse and name what is missing",
        case.last,
        due_on=last_day(term, case.last.data.on, office.known),
        article="14.2" if term is None else "8.1(10)",
    )


def _forward(case: CaseAtDesk, office: Office) -> Task:
    """Policy 1: paper is an officer's to forward; the law sets no day, the service's term runs."""
    accepted = case.application.the_case()
    by_hand = "" if accepted.variant.form == ELECTRONIC else " the papers of"
    return office.task(
        "forward",
        f"Forward{by_hand} receipt {accepted.receipt_no} to {accepted.deliverer}: "
        f"the result was told for {accepted.told.due_on}",
        case.last,
        article="14.1",
    )


def _receive(case: CaseAtDesk, office: Office) -> Iterator[Task]:
    """A result on its way ends the term only when it can be had here (8.1(5))."""
    sent = case.on_its_way
    if sent is not None:
        accepted = case.application.case
        yield office.task(
            "receive_result",
            f"The result was sent on {sent.data.on} ({sent.data.carrier}): "
            "record that it is here, and can be had",
            sent,
            due_on=None if accepted is None else accepted.told.due_on,
            article="8.1(5), 5.5(5)",
        )


def _await_documents(case: CaseAtDesk, office: Office) -> Iterator[Task]:
    for asked, missing in case.awaited():
        data: DocumentsAsked = asked.data
        yield office.task(
            "await_documents",
            f"The applicant was asked for {', '.join(missing)}",
            asked,
            due_on=data.answer_by,
            article="8.1(7)",
            waits_for=APPLICANT,
        )


def _hand_out(case: CaseAtDesk, office: Office) -> Iterator[Task]:
    """A result waits as long as the standard says; then it goes back (8.1(3))."""
    standard, received_on = _standard(case, office), case.last.data.on
    term = None if standard is None else standard.contents.storage
    until = last_day(term, received_on, office.known)
    kept = "" if until is None else f"; after {until} it goes back to the deliverer"
    yield office.task(
        "hand_out",
        f"The result is here: hand it out when the applicant comes{kept}",
        case.last,
        due_on=until,
        article="8.1(3)",
    )
    if not case.told_ready:
        yield office.task(
            "tell_ready",
            "Tell the applicant that the result can be had",
            case.last,
            article="4.1(1)",
        )


def _standard(case: CaseAtDesk, office: Office) -> Standard | None:
    request = case.application.request
    if request is None:
        return None
    return office.known.norms.standard(request.service_code, request.standard_edition)
