"""After a complaint: a case is decided anew, rights are restored (5.5(8), 19.4(3), 19.5(2))."""

from collections.abc import Sequence
from typing import Final

from events.common import Act
from events.deciding import Header
from events.provider_course import CaseReopened, RightsRestored
from services.provider.domain.commands_course import ReopenCase, RestoreRights
from services.provider.domain.deliverer import COMPLAINTS, Deliverer
from services.provider.domain.delivery import Delivery, Status

NEW_DECISION: Final = ("result_issued", "decision_changed")
"""Measures that need the case decided anew."""
MEASURES: Final = (*NEW_DECISION, "fee_returned", "damage_paid", "apology", "other")
"""What restores a right (5.4(7), 5.5(8), 19.4(3), 19.9)."""


def reopen(
    delivery: Delivery, command: ReopenCase, by: Header, deliverer: Deliverer
) -> Sequence[Act]:
    """Take the decision up again, because a body that may order it says so."""
    delivery.must_be_known(by)
    by.form(
        delivery.status in (Status.DECIDED, Status.SENT),
        "not-decided",
        f"Case {delivery.case_id} is {delivery.status}: there is no decision to take up again",
        "5.5(8)",
    )
    lane = command.cause.partition("/")[0]
    by.form(
        deliverer.may_order(lane),
        "not-the-examiner",
        f"{lane} is not the lane of a body that examines complaints on case {delivery.case_id}",
        "19.2, 19.3, 19.5",
    )
    reopened = CaseReopened(
        **by.act(), complaint_id=command.complaint_id, cause=command.cause, by=command.by
    )
    return [reopened]


def restore(delivery: Delivery, command: RestoreRights, by: Header) -> Sequence[Act]:
    """Say how rights were restored, to the lane that asked for it."""
    delivery.must_be_known(by)
    unknown = [one for one in command.measures if one not in MEASURES]
    by.form(
        bool(command.measures) and not unknown,
        "measure-unknown",
        f"{', '.join(unknown) or 'No measure'} is named; known are {', '.join(MEASURES)}",
        "5.4(7), 5.5(8)",
    )
    lane = command.cause.partition("/")[0]
    restored = RightsRestored(
        **by.act(),
        complaint_id=command.complaint_id,
        cause=command.cause,
        to_lane=lane if lane.partition(".")[0] == COMPLAINTS else None,
        measures=command.measures,
        amount=command.amount,
    )
    return [restored]
