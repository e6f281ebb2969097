"""The to-do list of a deliverer, and of a holder of documents that others ask for."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from events.envelope import Recorded
from events.provider import REGISTER_RECORD, Outcome
from events.provider_course import InquiryAnswered, InquiryReceived
from events.roles import authority_over
from services.provider.domain.deliverer import Deliverer
from services.provider.domain.delivery import Status
from services.provider.projections.case_at_deliverer import CaseAtDeliverer
from services.provider.projections.handed_over import CASES_SENT
from services.provider.projections.rights import Rights
from services.provider.projections.service_due import due_of, standard_of
from services.provider.projections.standing_still import standing_still
from services.todo import Office, Task
from services.todo_acts import SharedActs, basis
from services.todo_handed_over import HandedOver

_CASES: Final = "delivery-"


def todo(events: Iterable[Recorded[Any]], office: Office) -> Iterator[Task]:
    """Read a deliverer's to-do list.

    Args:
        events: see `services.todo.Fold`.
        office: the deliverer.
    """
    shared, rights, sent = SharedActs(office), Rights(office), HandedOver(office, CASES_SENT)
    cases: dict[str, CaseAtDeliverer] = {}
    questions: dict[str, Recorded[InquiryReceived]] = {}
    for event in events:
        shared.add(event)
        sent.add(event)
        if event.lane == office.lane:
            _add_own(event, cases, questions)
        else:
            rights.add(event)
            known = cases.get(event.subject)
            if known is not None:
                cases[event.subject] = known.heard(event)
    for case in cases.values():
        yield from _of_case(case, office)
        yield from rights.tasks(case.delivery.case_id, _deliverer(case, office), case.restored)
    yield from (_answer(question, office) for question in questions.values())
    yield from sent.tasks()
    yield from shared.tasks()


def _add_own(
    event: Recorded[Any],
    cases: dict[str, CaseAtDeliverer],
    questions: dict[str, Recorded[InquiryReceived]],
) -> None:
    match event.data:
        case InquiryReceived():
            questions[event.stream] = event
        case InquiryAnswered():
            questions.pop(event.stream, None)
        case _ if event.stream.startswith(_CASES):
            case_id = event.stream.removeprefix(_CASES)
            known = cases.get(case_id)
            begun = CaseAtDeliverer.begun
            cases[case_id] = begun(case_id, event) if known is None else known.own(event)
        case _:
            pass


def _of_case(case: CaseAtDeliverer, office: Office) -> Iterator[Task]:
    match case.delivery.status:
        case Status.REGISTERED:
            yield _decide_anew(case, office) if case.reopened else _decide(case, office)
            yield from standing_still(case, office)
        case Status.DECIDED if _is_sent(case):
            yield _send(case, office)
        case _:
            pass


def _decide(case: CaseAtDeliverer, office: Office) -> Task:
    """The earlier of two duties gives the day: to a centre the result is sent a day before."""
    due = due_of(case, office.known)
    if due.centre is None:
        ends = "" if due.service is None else f": its term ends on {due.service}"
        says, article = f"Decide the case and let the result be had{ends}", "5.5(1)"
    else:
        says = f"Decide the case and send the result to the centre: its term ends on {due.service}"
        article = "5.5(5)"
    return office.task("decide", says, case.last, due_on=due.centre or due.service, article=article)


def _decide_anew(case: CaseAtDeliverer, office: Office) -> Task:
    return office.task(
        "decide_anew",
        "The case was reopened after a complaint: decide it anew",
        case.last,
        due_on=None if case.reopened is None else case.reopened.by,
        article="5.5(8)",
    )


def _is_sent(case: CaseAtDeliverer) -> bool:
    """Say whether what was decided is to be sent; an entry in a register is not (15.3)."""
    made = case.delivery.decision
    return (
        made is not None
        and made.outcome is not Outcome.ENDED_BY_APPLICANT
        and made.result_kind != REGISTER_RECORD
    )


def _send(case: CaseAtDeliverer, office: Office) -> Task:
    due = due_of(case, office.known)
    return office.task(
        "send_result",
        f"Send the result to {case.delivery.window_lane}",
        case.last,
        due_on=due.centre or due.service,
        article="5.5(1)" if due.centre is None else "5.5(5)",
    )


def _answer(question: Recorded[InquiryReceived], office: Office) -> Task:
    data: InquiryReceived = question.data
    what = f" for {', '.join(data.documents)}" if data.documents else f" ({data.kind})"
    return office.task(
        "answer_inquiry",
        f"{data.asker} asks{what}: answer",
        question,
        due_on=None if data.told is None else data.told.due_on,
        article=basis(data.kind),
        case_id=data.case_id,
    )


def _deliverer(case: CaseAtDeliverer, office: Office) -> Deliverer:
    known = office.known
    return Deliverer(
        agency=office.agency,
        standard=standard_of(case, known),
        calendars=known.norms.calendars,
        register=known.register,
        authority=authority_over(known.register, office.agency),
    )
