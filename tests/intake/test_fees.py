"""The fee at a window: never more than the standard says, and first (8.1(6), 18)."""

import pytest
from msgspec.structs import replace

from events.common import Money
from events.intake_course import FeeTaken
from events.law.norms import Fee
from events.law.variant import Applies
from services.intake.domain.accepting import accept
from services.intake.domain.application import Application
from services.intake.domain.commands_course import TakeFee
from services.intake.domain.fees import take_fee
from services.intake.domain.status import Status
from services.intake.domain.window import Window
from tests.given import TODAY, Deed, forbidden_by_law, given, live, refused, refused_for_form
from tests.intake.examples import ACCEPT, CENTRE, COUNTER, LODGED, TAKE, but, standard
from tests.intake.norms import BY_INDEX, FEE, costing

PAYABLE = (
    Status.LODGED,
    Status.ACCEPTED,
    Status.WITH_DELIVERER,
    Status.READY,
    Status.CLOSED,
)


def costs(*fees: Fee, at: Window = CENTRE) -> Window:
    return replace(at, standard=standard(costing(*fees)))


def of(minor: int, currency: str = "KZT") -> TakeFee:
    return replace(TAKE, amount=Money(minor=minor, currency=currency))


def taking(command: TakeFee, at: Window, state: Application = LODGED) -> Deed:
    return lambda by: take_fee(state, command, by, at)


def paid(*commands: TakeFee) -> Application:
    state = LODGED
    for command in commands:
        state = given(state, *take_fee(state, command, live(), costs(FEE)))
    return state


def test_the_fee_of_the_standard_is_taken() -> None:
    (event,) = take_fee(LODGED, TAKE, live(), costs(FEE))

    assert event == FeeTaken(
        on=TODAY,
        amount=Money(minor=184_600, currency="KZT"),
        method="card",
        receipt_no="F-2024-31",
    )


@pytest.mark.parametrize("fees", [(), (Fee(amount=Money(minor=0, currency="KZT")),)])
def test_no_fee_is_taken_for_a_free_service(fees: tuple[Fee, ...]) -> None:
    forbidden_by_law(taking(TAKE, costs(*fees)), "service-free", "18.2")


def test_a_fee_of_another_variant_is_none_of_this_one() -> None:
    by_portal = replace(FEE, applies_when=Applies(channel=("portal",)))

    forbidden_by_law(taking(TAKE, costs(by_portal)), "service-free", "18.2")


@pytest.mark.parametrize(
    "command", [of(184_601), of(184_600, "EUR"), of(1, "EUR")], ids=["more", "euro", "cent"]
)
def test_no_more_is_taken_than_the_standard_says_and_in_its_currency(command: TakeFee) -> None:
    forbidden_by_law(taking(command, costs(FEE)), "fee-too-high", "8.1(6)")


def test_the_refusal_says_the_standards_fee() -> None:
    assert "1846.00 KZT" in refused(taking(of(184_601), costs(FEE)), live()).sentence


def test_a_fee_may_be_taken_in_parts_that_together_are_no_more() -> None:
    half = paid(of(92_300))

    assert take_fee(half, of(92_300), live(), costs(FEE))
    forbidden_by_law(taking(of(92_301), costs(FEE), half), "fee-too-high", "8.1(6)")


def test_a_fee_by_the_months_index_cannot_be_compared_here_and_is_taken() -> None:
    assert take_fee(LODGED, of(10**9), live(), costs(BY_INDEX))


def test_nothing_is_no_fee() -> None:
    refused_for_form(taking(of(0), costs(FEE)), "amount-missing", "8.1(6)")


@pytest.mark.parametrize("state", but(*PAYABLE), ids=lambda s: s.status)
def test_no_fee_is_taken_of_a_case_that_is_not_here(state: Application) -> None:
    refused_for_form(taking(TAKE, costs(FEE), state), "wrong-state")


def test_a_fee_needs_a_standard_that_this_window_has_heard_of() -> None:
    window = replace(CENTRE, standard=None)

    refused_for_form(taking(TAKE, window), "edition-not-in-use", "7.2")


@pytest.mark.parametrize("at", [CENTRE, COUNTER], ids=["centre", "counter"])
@pytest.mark.parametrize("state", [LODGED, paid(of(184_599))], ids=["nothing", "a tiyn less"])
def test_the_fee_comes_before_acceptance(state: Application, at: Window) -> None:
    forbidden_by_law(
        lambda by: accept(state, ACCEPT, by, costs(FEE, at=at)), "fee-unpaid", "8.1(6)"
    )


@pytest.mark.parametrize("state", [paid(TAKE), paid(of(92_300), of(92_300))], ids=["once", "twice"])
def test_a_request_whose_fee_was_taken_is_accepted(state: Application) -> None:
    assert accept(state, ACCEPT, live(), costs(FEE))


def test_a_fee_in_another_currency_pays_nothing() -> None:
    euro = given(
        LODGED,
        FeeTaken(
            on=TODAY,
            amount=Money(minor=184_600, currency="EUR"),
            method="card",
            receipt_no="F-2024-32",
        ),
    )

    forbidden_by_law(lambda by: accept(euro, ACCEPT, by, costs(FEE)), "fee-unpaid", "8.1(6)")


@pytest.mark.parametrize("fees", [(), (BY_INDEX,)], ids=["free", "by the index"])
def test_what_costs_no_fixed_amount_is_accepted_without_one(fees: tuple[Fee, ...]) -> None:
    assert accept(LODGED, ACCEPT, live(), costs(*fees))
