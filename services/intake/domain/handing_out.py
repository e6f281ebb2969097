"""After acceptance: forward, tell, receive the result, hand it out (art. 5.5, 14, 15, 17)."""

from collections.abc import Sequence
from typing import Final

from events.common import Act
from events.deciding import Header
from events.intake import (
    ApplicationForwarded,
    NoticeGiven,
    ResultHandedOut,
    ResultReceived,
    StatusTold,
)
from services.intake.domain.application import Application, Status
from services.intake.domain.commands import (
    ForwardApplication,
    GiveNotice,
    HandOutResult,
    ReceiveResult,
    TellStatus,
)

READY: Final = "ready"
"""The notice that the result can be had."""


def forward(application: Application, command: ForwardApplication, by: Header) -> Sequence[Act]:
    """Send the request to the deliverer."""
    application.must_be(by, Status.ACCEPTED)
    application.no_paper_in_electronic(by, command.carrier)
    accepted = application.the_acceptance()
    forwarded = ApplicationForwarded(
        **by.act(),
        service_code=accepted.service_code,
        standard_edition=accepted.standard_edition,
        to_lane=accepted.to_lane,
        carrier=command.carrier,
        documents=accepted.documents_accepted,
    )
    return [forwarded]


def give_notice(application: Application, command: GiveNotice, by: Header) -> Sequence[Act]:
    """Tell the applicant something by the channel."""
    application.must_not_be(by, Status.ABSENT)
    by.form(
        command.kind != READY or application.status in (Status.READY, Status.CLOSED),
        "no-result",
        f"No result of case {application.case_id} is here: it is {application.status}",
    )
    notice = NoticeGiven(
        **by.act(),
        kind=command.kind,
        about=command.about,
        told=command.told,
        sealed=command.sealed,
    )
    return [notice]


def receive_result(application: Application, command: ReceiveResult, by: Header) -> Sequence[Act]:
    """Note that the result is here and can be had: the term ends."""
    application.must_be(by, Status.ACCEPTED, Status.WITH_DELIVERER)
    by.form(
        command.from_lane in (None, application.the_acceptance().to_lane),
        "not-the-deliverer",
        f"{command.from_lane} is not the lane that case {application.case_id} was sent to",
        "5.5(5)",
    )
    application.no_paper_in_electronic(by, command.carrier)
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


def tell_status(application: Application, command: TellStatus, by: Header) -> Sequence[Act]:
    """Tell the applicant how far the case is, as known at this window."""
    applicants = () if application.lodged is None else application.lodged.applicants
    by.form(
        any(one.applicant_id == command.applicant_id for one in applicants),
        "not-the-applicant",
        "Only the applicant may ask",
        "5.5(6)",
    )
    told = StatusTold(
        **by.act(),
        asked_at=command.asked_at,
        stage=application.status,
        as_of=command.as_of,
        by=command.by,
    )
    return [told]
