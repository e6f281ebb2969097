"""Commands of one case at a window of the small Kazakh realm."""

from collections.abc import Callable, Iterator
from typing import Final, Literal

from events.deciding import Command
from events.intake import Applicant, Carrier, Signed
from events.law.variant import Variant
from examples.kazakhstan.agencies import CENTRE, DELIVERY_LANE, JUSTICE_ALMATY
from examples.kazakhstan.standard import DOCUMENTS, SERVICE
from services.intake.domain.commands import (
    AcceptApplication,
    ForwardApplication,
    LodgeApplication,
)

Mint = Callable[[str, str], str]
"""(command id, name) -> id."""
HALL: Final = f"{CENTRE}/hall-1/o-7f31"
LODGED_AT: Final = "2024-05-03T05:05:00Z"


def case_commands(mint: Mint, number: str, *, on_paper: bool) -> Iterator[tuple[str, Command]]:
    """Give the commands of one case, each with its id; what is electronic is forwarded by itself.

    Args:
        mint: of the window's lane.
        number: of the receipt; it names the commands.
        on_paper: an officer forwards it.
    """
    case_id = mint(number, "case")
    yield number, _lodge(case_id, mint(number, "applicant"), "paper" if on_paper else "electronic")
    yield f"{number}/accept", _accept(case_id, number)
    if on_paper:
        yield (
            f"{number}/forward",
            ForwardApplication(case_id=case_id, carrier=Carrier.ELECTRONIC),
        )


def _lodge(
    case_id: str, applicant_id: str, form: Literal["electronic", "paper"]
) -> LodgeApplication:
    applicant = Applicant(applicant_id=applicant_id, kind="natural", citizenship="citizen")
    return LodgeApplication(
        case_id=case_id,
        service_code=SERVICE,
        variant=Variant(channel="centre", form=form),
        applicants=(applicant,),
        language="kk",
        documents_presented=DOCUMENTS,
    )


def _accept(case_id: str, number: str) -> AcceptApplication:
    return AcceptApplication(
        case_id=case_id,
        documents_accepted=DOCUMENTS,
        identified="identity_card",
        signed=Signed(by="applicant", eds_algorithm="gost-2015", verified=True),
        identifier="iin",
        receipt_no=number,
        deliverer=JUSTICE_ALMATY,
        to_lane=DELIVERY_LANE,
    )
