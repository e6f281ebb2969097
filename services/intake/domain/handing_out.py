"""After acceptance: forward, receive the result, hand it out (art. 5.5, 14, 15)."""

from collections.abc import Sequence

from events.common import Act
from events.deciding import Header
from events.intake import ApplicationForwarded, ResultHandedOut, ResultReceived
from services.intake.domain.application import Application
from services.intake.domain.commands import ForwardApplication, HandOutResult, ReceiveResult
from services.intake.domain.deliverers import (
    must_be_a_deliverer,
    must_come_from_the_deliverer,
)
from services.intake.domain.paper import no_paper_in_electronic
from services.intake.domain.status import Status
from services.intake.domain.window import Window


def forward(
    application: Application, command: ForwardApplication, by: Header, window: Window
) -> Sequence[Act]:
    """Send the request to the deliverer, or on to another one."""
    to_lane = _where_to(application, command, by, window)
    no_paper_in_electronic(application, by, command.carrier)
    case = application.the_case()
    forwarded = ApplicationForwarded(
        **by.act(),
        service_code=case.service_code,
        standard_edition=case.standard_edition,
        to_lane=to_lane,
        carrier=command.carrier,
        documents=application.documents,
        start=case.start,
    )
    return [forwarded]


def _where_to(
    application: Application, command: ForwardApplication, by: Header, window: Window
) -> str:
    """Give the lane; another than the acceptance's only after it was sent there (5.5(1))."""
    if command.to_lane is None:
        application.must_be(by, Status.ACCEPTED)
        return application.the_case().deliverer_lane
    application.must_be(by, Status.WITH_DELIVERER)
    must_come_from_the_deliverer(application, command.from_lane, by)
    must_be_a_deliverer(command.deliverer or "", command.to_lane, by, window)
    return command.to_lane


def receive_result(application: Application, command: ReceiveResult, by: Header) -> Sequence[Act]:
    """Note that the result is here and can be had: the term ends.

    Where the case was handed over, none is received: the deliverer, which hears of that, sends it
    again to the window that has the case; on paper this window carries it there.
    """
    application.must_be(by, Status.ACCEPTED, Status.WITH_DELIVERER)
    by.form(
        command.from_lane in (None, application.deliverer_lane),
        "not-the-deliverer",
        f"{command.from_lane} is not the lane that case {application.case_id} was sent to",
        "5.5(5)",
    )
    no_paper_in_electronic(application, by, command.carrier)
    received = ResultReceived(**by.act(), carrier=command.carrier, result_kind=command.result_kind)
    return [received]


def hand_out(application: Application, command: HandOutResult, by: Header) -> Sequence[Act]:
    """Give the applicant the result."""
    by.form(
        application.status is Status.READY,
        "no-result",
        f"No result of case {application.case_id} is here: it is {application.status}",
    )
    by.law(
        bool(command.identified),
        "not-identified",
        "The officer must identify the applicant",
        "14.3",
    )
    handed = ResultHandedOut(
        **by.act(),
        carrier=command.carrier,
        to=command.to,
        ticket_at=command.ticket_at,
        called_at=command.called_at,
    )
    return [handed]
