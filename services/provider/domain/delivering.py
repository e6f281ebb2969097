"""What a deliverer does with a case (art. 5.3(2), 5.5, 8.1, 11.1)."""

from collections.abc import Sequence

from events.common import Act
from events.deciding import Header
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
    TermPaused,
)
from services.provider.domain.commands import (
    CompleteStep,
    Decide,
    PauseTerm,
    RegisterCase,
    SendResult,
    StartStep,
)
from services.provider.domain.delivery import Delivery, Status


def register(delivery: Delivery, command: RegisterCase, by: Header) -> Sequence[Act]:
    """Take the case on."""
    delivery.must_be(by, Status.ABSENT)
    registered = CaseRegistered(
        **by.act(),
        service_code=command.service_code,
        standard_edition=command.standard_edition,
        window=command.window,
        from_lane=command.from_lane,
        received_on=command.received_on,
        registration_no=command.registration_no,
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


def pause(
    delivery: Delivery, command: PauseTerm, by: Header, standard: Standard | None
) -> Sequence[Act]:
    """Let the term stand still."""
    delivery.must_be_known(by)
    grounds = () if standard is None else standard.contents.pauses
    by.law(
        any(pause.ground == command.ground for pause in grounds),
        "ground-not-in-standard",
        f"The standard lists no ground {command.ground} for a pause",
        "8.1(5)",
    )
    paused = TermPaused(
        **by.act(),
        ground=command.ground,
        until=command.until,
        effect=command.effect,
        told=command.told,
    )
    return [paused]


def decide(
    delivery: Delivery, command: Decide, by: Header, standard: Standard | None
) -> Sequence[Act]:
    """Decide the case; late or not, that is never refused."""
    by.form(
        delivery.status not in (Status.DECIDED, Status.SENT),
        "already-decided",
        f"Case {delivery.case_id} is decided",
    )
    delivery.must_be_known(by)
    if command.outcome is Outcome.REFUSED:
        _may_refuse(command, by, standard)
    decision = DecisionMade(
        **by.act(),
        outcome=command.outcome,
        grounds=command.grounds,
        reasons_given=command.reasons_given,
        result_kind=command.result_kind,
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


def send(delivery: Delivery, command: SendResult, by: Header) -> Sequence[Act]:
    """Send the result to the place where it is handed out."""
    delivery.must_be(by, Status.DECIDED)
    decision = delivery.decision
    sent = ResultSent(
        **by.act(),
        to_lane=delivery.the_registration().from_lane,
        carrier=command.carrier,
        result_kind="" if decision is None else decision.result_kind,
    )
    return [sent]
