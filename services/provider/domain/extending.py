"""The term gets longer: on a ground of the standard, by no more than it says in all (8.1(5))."""

from collections.abc import Sequence

from events.common import Act
from events.deciding import Header
from events.law.norm_book import Standard
from events.law.predicates import may_extend_on
from events.provider_course import TermExtended
from services.provider.domain.commands_course import ExtendTerm
from services.provider.domain.deliverer import Deliverer
from services.provider.domain.delivery import Delivery, Status
from services.provider.domain.told_date import with_date


def extend(
    delivery: Delivery, command: ExtendTerm, by: Header, deliverer: Deliverer
) -> Sequence[Act]:
    """Make the term longer."""
    standard = deliverer.standard
    delivery.must_be_known(by)
    delivery.must_be(by, Status.REGISTERED)
    by.law(
        standard is not None and may_extend_on(standard.contents, command.ground),
        "ground-not-in-standard",
        f"The standard lists no ground {command.ground} for an extension",
        "8.1(5)",
    )
    if standard is not None:
        _must_fit(delivery, command, by, standard)
    extended = TermExtended(
        **by.act(), ground=command.ground, length=command.length, unit=command.unit
    )
    return [with_date(delivery, extended, command.told, by, deliverer)]


def _must_fit(delivery: Delivery, command: ExtendTerm, by: Header, standard: Standard) -> None:
    allowed = standard.contents.extension
    if allowed is None:
        return
    together = delivery.term.extended_by(command.unit) + command.length
    by.law(
        command.unit is allowed.unit and together <= allowed.length,
        "extension-too-long",
        f"The standard allows {allowed.length} {allowed.unit} more in all; "
        f"this makes {together} {command.unit}",
        "8.1(5)",
    )
