"""The fee: no more than the standard says, and before the request is accepted (8.1(6), 18).

A fee that the standard gives as a share of the month's index cannot be compared here: the table of
the index is another norm's. Any amount is taken then, and the request accepted without asking.
"""

from collections.abc import Sequence
from typing import Final

from events.common import Act, Money
from events.deciding import Header
from events.intake_course import FeeTaken
from events.law.norm_book import Standard
from events.law.predicates import fee_of
from events.law.variant import Variant
from services.intake.domain.application import Application
from services.intake.domain.commands_course import TakeFee
from services.intake.domain.status import Status
from services.intake.domain.window import Window

_PAYABLE: Final = (
    Status.LODGED,
    Status.ACCEPTED,
    Status.WITH_DELIVERER,
    Status.READY,
    Status.CLOSED,
)


def take_fee(
    application: Application, command: TakeFee, by: Header, window: Window
) -> Sequence[Act]:
    """Take the fee, or a part of it."""
    application.must_be(by, *_PAYABLE)
    by.form(command.amount.minor > 0, "amount-missing", "Say how much was taken", "8.1(6)")
    _may_be_taken(application, command.amount, by, window.the_standard())
    fee_taken = FeeTaken(
        **by.act(),
        amount=command.amount,
        method=command.method,
        receipt_no=command.receipt_no,
        sealed=command.sealed,
    )
    return [fee_taken]


def _may_be_taken(application: Application, amount: Money, by: Header, standard: Standard) -> None:
    variant = application.the_variant()
    fee = fee_of(standard.contents, variant)
    fixed = _fixed(standard, variant)
    free = fee is None or (fixed is not None and fixed.minor == 0)
    by.law(not free, "service-free", "No fee may be taken for this service", "18.2")
    by.law(
        fixed is None
        or (
            fixed.currency == amount.currency
            and taken(application, fixed.currency) + amount.minor <= fixed.minor
        ),
        "fee-too-high",
        f"The standard's fee is {fixed and written(fixed)}, with what was taken before",
        "8.1(6)",
    )


def fee_must_be_paid(application: Application, by: Header, standard: Standard) -> None:
    """Refuse to accept a request before its fee has been taken."""
    fixed = _fixed(standard, application.the_variant())
    by.law(
        fixed is None or taken(application, fixed.currency) >= fixed.minor,
        "fee-unpaid",
        f"The standard's fee comes first: {fixed and written(fixed)}",
        "8.1(6)",
    )


def taken(application: Application, currency: str) -> int:
    """Sum up what this window has taken in one currency, in its smallest unit."""
    amounts = (one.amount for one in application.fees)
    return sum(amount.minor for amount in amounts if amount.currency == currency)


def written(amount: Money) -> str:
    """Write an amount for people who know its currency: all that have cents or tiyn."""
    return f"{amount.minor / 100:.2f} {amount.currency}"


def _fixed(standard: Standard, variant: Variant) -> Money | None:
    """Give the amount of the standard's fee; None if the service is free or the index decides."""
    fee = fee_of(standard.contents, variant)
    return None if fee is None else fee.amount
