"""A case goes to another deliverer, or its result to another window (1(4), 5.5(1))."""

from collections.abc import Sequence

from events.common import Act
from events.deciding import Header
from events.intake import Carrier
from events.provider import ResultSent
from events.provider_course import CaseForwarded, HandOutPlaceChanged
from services.provider.domain.commands_course import ChangeHandOutPlace, ForwardCase
from services.provider.domain.deliverer import WINDOW, Deliverer
from services.provider.domain.delivery import Delivery, Status

PROVIDER = "provider"


def forward(
    delivery: Delivery, command: ForwardCase, by: Header, deliverer: Deliverer
) -> Sequence[Act]:
    """Say who is competent; the window sends the request there, and nothing is done here."""
    delivery.must_be_known(by)
    delivery.must_be(by, Status.REGISTERED)
    by.form(
        deliverer.is_of(command.to_lane, command.to_agency, PROVIDER),
        "not-the-deliverers-lane",
        f"{command.to_lane} is not registered as a deliverer's lane of {command.to_agency}",
        "8.1(1)",
    )
    forwarded = CaseForwarded(
        **by.act(),
        to_agency=command.to_agency,
        to_lane=command.to_lane,
        reason=command.reason,
    )
    return [forwarded]


def change_place(
    delivery: Delivery, command: ChangeHandOutPlace, by: Header, deliverer: Deliverer
) -> Sequence[Act]:
    """Hand out elsewhere, when the window where the case is says so.

    An electronic result that is on its way is sent again, to the new place: the window gave the
    case away before it came, and would not take it. Paper goes from window to window.
    """
    delivery.must_be_known(by)
    delivery.must_hear(by, command.from_lane)
    by.form(
        deliverer.is_of(command.to_lane, command.window, WINDOW),
        "not-a-window",
        f"{command.to_lane} is not registered as a window of {command.window}",
        "1(4)",
    )
    changed = HandOutPlaceChanged(**by.act(), window=command.window, from_lane=command.to_lane)
    sent = delivery.sent
    if delivery.status is not Status.SENT or sent is None or sent.carrier is Carrier.PAPER:
        return [changed]
    again = ResultSent(
        **by.act(),
        to_lane=command.to_lane,
        carrier=sent.carrier,
        result_kind=sent.result_kind,
    )
    return [changed, again]
