"""Two cases at one centre, accepted on Friday 3 May 2024: one lawful, one late in both ways.

Three working days end on Friday 10 May (Saturday 4 May is worked for Wednesday 8 May, 7 and 9 May
are holidays), and the result must be sent to the centre a day before: by Thursday 9 May.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from events.deciding import Command
from events.intake import Applicant, Carrier, Signed
from events.law.variant import Variant
from events.provider import Outcome
from events.words import Form
from examples.kazakhstan.agencies import CENTRE, DELIVERY_LANE, JUSTICE_ALMATY, WINDOW_LANE
from examples.kazakhstan.standard import DOCUMENTS, SERVICE
from services.driver import Personal
from services.intake.domain.commands import (
    AcceptApplication,
    ForwardApplication,
    HandOutResult,
    LodgeApplication,
    ReceiveResult,
)
from services.provider.domain.commands import Decide

Mint = Callable[[str, str], str]
HALL: Final = f"{CENTRE}/hall-1/o-7f31"
DESK: Final = f"{JUSTICE_ALMATY}/apostille/o-2c90"


class Step(NamedTuple):
    """One command of the scenario, with its time."""

    time: str
    lane: str
    actor: str
    command_id: str
    command: Command
    personal: Personal | None = None


def steps(mint: Mint) -> list[Step]:
    """Give the scenario's commands in order of time.

    Args:
        mint: of the window's lane; (command id, name) -> id.
    """
    both = [*_lawful(mint), *_late(mint)]
    return sorted(both, key=lambda step: step.time)


def _lawful(mint: Mint) -> list[Step]:
    case_id = mint("desk4/000117", "case")
    handed_out = _handed_out(case_id, Carrier.ELECTRONIC)
    return [
        *_taken_in(case_id, "05:05", "000117", mint, form="electronic"),
        _at_desk("2024-05-06T06:30:00Z", "decide", _granted(case_id, "e_document")),
        _at_window("2024-05-10T09:00:00Z", "hand-out", handed_out),
    ]


def _late(mint: Mint) -> list[Step]:
    """Paper, so that officers forward and receive it themselves: sent on 10 May, there on 13 May.

    The documents travel as scans: the service provides for no dispatch on paper (14.1).
    """
    case_id = mint("desk4/000118", "case")
    forward = ForwardApplication(case_id=case_id, carrier=Carrier.ELECTRONIC)
    receive = ReceiveResult(case_id=case_id, carrier=Carrier.PAPER, result_kind="paper")
    handed_out = _handed_out(case_id, Carrier.PAPER)
    return [
        *_taken_in(case_id, "05:40", "000118", mint, form="paper"),
        _at_window("2024-05-03T05:50:00Z", "forward", forward),
        _at_desk("2024-05-10T11:00:00Z", "decide", _granted(case_id, "paper")),
        _at_window("2024-05-13T04:20:00Z", "receive", receive),
        _at_window("2024-05-13T06:00:00Z", "hand-out", handed_out),
    ]


def _at_window(
    time: str, verb: str, command: ForwardApplication | ReceiveResult | HandOutResult
) -> Step:
    return Step(time, WINDOW_LANE, HALL, f"{verb}/{command.case_id}", command)


def _at_desk(time: str, verb: str, command: Decide) -> Step:
    return Step(time, DELIVERY_LANE, DESK, f"{verb}/{command.case_id}", command)


def _taken_in(case_id: str, at: str, number: str, mint: Mint, form: Form) -> list[Step]:
    lodge_id, accept_id = f"desk4/{number}", f"desk4/{number}/accept"
    lodge = LodgeApplication(
        case_id=case_id,
        service_code=SERVICE,
        variant=Variant(channel="centre", form=form),
        applicants=(
            Applicant(
                applicant_id=mint(lodge_id, "applicant"), kind="natural", citizenship="citizen"
            ),
        ),
        language="kk",
        documents_presented=DOCUMENTS,
    )
    accept = AcceptApplication(
        case_id=case_id,
        documents_accepted=DOCUMENTS,
        identified="identity_card",
        signed=Signed(by="applicant", eds_algorithm="gost-2015", verified=True),
        identifier="iin",
        receipt_no=f"A-2024-{number}",
        deliverer=JUSTICE_ALMATY,
        to_lane=DELIVERY_LANE,
    )
    time = f"2024-05-03T{at}:00Z"
    return [
        Step(time, WINDOW_LANE, HALL, lodge_id, lodge),
        Step(time, WINDOW_LANE, HALL, accept_id, accept),
    ]


def _granted(case_id: str, result_kind: str) -> Decide:
    return Decide(
        case_id=case_id, outcome=Outcome.GRANTED, reasons_given=True, result_kind=result_kind
    )


def _handed_out(case_id: str, carrier: Carrier) -> HandOutResult:
    return HandOutResult(
        case_id=case_id, carrier=carrier, to="applicant", identified="identity_card"
    )
