"""A deliverer registers a case, examines it, decides it, sends the result (5.3(2), 5.5, 8.1)."""

from collections.abc import Sequence
from typing import Final

from events.common import Act
from events.deciding import Header
from events.intake import Carrier
from events.law.norm_book import Standard
from events.law.predicates import ground_is_listed
from events.provider import (
    CaseRegistered,
    DecisionMade,
    GroundSource,
    Outcome,
    ResultSent,
    StepCompleted,
    StepStarted,
)
from services.provider.domain.commands import (
    CompleteStep,
    Decide,
    RegisterCase,
    SendResult,
    StartStep,
)
from services.provider.domain.delivery import Delivery, Status

HAS_A_RESULT: Final = (Outcome.GRANTED, Outcome.REFUSED)
"""Outcomes that end in a result of the standard's form (8.1(4)); the others only end the case."""


def register(delivery: Delivery, command: RegisterCase, by: Header) -> Sequence[Act]:
    """Take the case on; one that was sent elsewhere may come back.

    On a lane's word alone only from the case's own window; an officer decides otherwise.
    """
    delivery.must_be(by, Status.ABSENT, Status.ELSEWHERE)
    if by.heard:
        delivery.must_come_from(by, command.from_lane)
    registered = CaseRegistered(
        **by.act(),
        service_code=command.service_code,
        standard_edition=command.standard_edition,
        window=command.window,
        from_lane=command.from_lane,
        received_on=command.received_on,
        registration_no=command.registration_no,
        start=command.start,
    )
    return [registered]


def start_step(delivery: Delivery, command: StartStep, by: Header) -> Sequence[Act]:
    """Begin a step."""
    delivery.must_be_known(by)
    return [StepStarted(**by.act(), step=command.step)]


def complete_step(delivery: Delivery, command: CompleteStep, by: Header) -> Sequence[Act]:
    """End a step."""
    delivery.must_be_known(by)
    return [StepCompleted(**by.act(), step=command.step)]


def decide(
    delivery: Delivery, command: Decide, by: Header, standard: Standard | None
) -> Sequence[Act]:
    """Decide the case; late or not, that is never refused. Reopened, it supersedes the last."""
    by.form(
        delivery.status not in (Status.DECIDED, Status.SENT),
        "already-decided",
        f"Case {delivery.case_id} is decided",
    )
    delivery.must_be_known(by)
    delivery.must_be(by, Status.REGISTERED)
    delivery.must_hear(by, command.from_lane)
    if command.outcome is Outcome.REFUSED:
        _may_refuse(command, by, standard)
    _must_be_a_result(command, by, standard)
    decision = DecisionMade(
        **by.act(),
        outcome=command.outcome,
        grounds=command.grounds,
        reasons_given=command.reasons_given,
        result_kind=command.result_kind,
        supersedes=delivery.decision_id,
        sealed=command.sealed,
    )
    return [decision]


def _may_refuse(command: Decide, by: Header, standard: Standard | None) -> None:
    by.law(bool(command.grounds), "ground-missing", "A refusal names its ground", "5.3(2)")
    for ground in command.grounds:
        by.law(
            ground.source is not GroundSource.STANDARD
            or (standard is not None and ground_is_listed(standard.contents, ground.code)),
            "ground-not-listed",
            f"The standard does not list the ground {ground.code}",
            "8.1(8)",
        )
    by.law(command.reasons_given, "reasons-missing", "A refusal gives its reasons", "4.1(1)")


def _must_be_a_result(command: Decide, by: Header, standard: Standard | None) -> None:
    if standard is None or command.outcome not in HAS_A_RESULT:
        return
    kinds = standard.contents.result_kinds
    by.law(
        command.result_kind in kinds,
        "result-kind-unknown",
        f"The standard's result is {' or '.join(kinds)}, not {command.result_kind}",
        "8.1(4)",
    )


def send(delivery: Delivery, command: SendResult, by: Header) -> Sequence[Act]:
    """Send the result to the place where it is handed out.

    It is sent again to a window that has taken the case over: that may have come there before the
    window knew of the case, and nobody takes a result of a case that is unknown.
    """
    if command.from_lane is None:
        delivery.must_be(by, Status.DECIDED)
    else:
        _must_be_under_way(delivery, command.from_lane, by)
    decision = delivery.decision
    sent = ResultSent(
        **by.act(),
        to_lane=delivery.the_window_lane(),
        carrier=command.carrier,
        result_kind="" if decision is None else decision.result_kind,
    )
    return [sent]


def _must_be_under_way(delivery: Delivery, lane: str, by: Header) -> None:
    delivery.must_be(by, Status.SENT)
    delivery.must_hear(by, lane)
    by.form(
        delivery.sent is not None and delivery.sent.carrier is not Carrier.PAPER,
        "wrong-state",
        f"The result of case {delivery.case_id} is on paper, and goes from window to window",
        "1(4)",
    )
