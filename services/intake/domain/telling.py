"""What the applicant is told on the way (4.1(1), 5.5(6), 17.4)."""

from collections.abc import Sequence
from typing import Final

from events.common import Act
from events.deciding import Header
from events.intake import NoticeGiven, StatusTold
from services.intake.domain.application import Application
from services.intake.domain.commands import GiveNotice, TellStatus
from services.intake.domain.deliverers import must_come_from_the_deliverer
from services.intake.domain.status import REOPENED, Status

READY: Final = "ready"
"""The notice that the result can be had."""
SUPPLEMENT: Final = "supplement"
PAUSE: Final = "pause"
RESUME: Final = "resume"
EXTENSION: Final = "extension"


def give_notice(application: Application, command: GiveNotice, by: Header) -> Sequence[Act]:
    """Tell the applicant something by the channel."""
    _must_be_a_notice(application, command, by)
    must_come_from_the_deliverer(application, command.from_lane, by)
    if command.kind == REOPENED:
        _must_be_reopened_by_the_deliverer(application, command, by)
    notice = NoticeGiven(
        **by.act(),
        kind=command.kind,
        about=command.about,
        told=command.told,
        sealed=command.sealed,
    )
    return [notice]


def _must_be_a_notice(application: Application, command: GiveNotice, by: Header) -> None:
    by.form(
        application.status is not Status.ABSENT,
        "wrong-state",
        f"Case {application.case_id} is {application.status}",
    )
    by.form(
        command.kind != READY or application.status in (Status.READY, Status.CLOSED),
        "no-result",
        f"No result of case {application.case_id} is here: it is {application.status}",
    )


def _must_be_reopened_by_the_deliverer(
    application: Application, command: GiveNotice, by: Header
) -> None:
    """Refuse a notice of what the deliverer has not said: it lets a second result come."""
    lane = command.about.partition("/")[0]
    by.form(
        lane == application.deliverer_lane,
        "not-the-deliverer",
        f"{lane} is not the lane that case {application.case_id} was sent to",
        "5.5(8)",
    )


def tell_status(application: Application, command: TellStatus, by: Header) -> Sequence[Act]:
    """Tell the applicant how far the case is, as known at this window."""
    by.form(
        any(one.applicant_id == command.applicant_id for one in application.applicants),
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
