"""Nine days in which nearly all policies run: every way that one lane's event leads to another's.

Seven cases are taken in on Monday 29 April 2024. One waits for the applicant's document and is
decided late, one moves to another window while its result is under way, one is taken back, one is
never decided, one never leaves its window, one is late on paper; of the last the applicant
complains, to a body that is not competent and then stage by stage, until it is decided anew.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Final

from events.complaints import Verdict
from events.intake import Carrier
from events.law.norms import PauseEffect
from examples.almaty import agencies as a
from examples.almaty.play import all_norms
from examples.driving import Driving
from examples.kazakhstan.agencies import (
    AUTHORITY,
    DELIVERY_LANE,
    FIRST_DAY,
    JURISDICTION,
    JUSTICE,
    STANDARDS_LANE,
    WINDOW_LANE,
)
from examples.kazakhstan.play import Play
from examples.kazakhstan.scenario import CLERK, STANDARD_AT
from services.complaints.domain.commands import CheckRestoration
from services.intake.domain.commands import ForwardApplication, ReceiveResult
from services.intake.domain.commands_course import SupplyDocuments, Withdraw
from services.provider.domain.commands import CompleteStep, PauseTerm
from services.provider.domain.commands_course import AskDocuments
from tests.flows.compact_acts import (
    CASES,
    COMPLAINT,
    Deed,
    answered,
    applicant_of,
    complained,
    decided,
    demanded,
    escalated,
    handed_out,
    restored,
    ruled,
    taken_in,
    transferred,
)

LAST_DAY: Final = date(2024, 5, 7)
COMPACT: Final = Play(a.ALMATY, all_norms, lambda _mint: (), (), LAST_DAY)
GROUND: Final = "documents_awaited"
RESTORED_BY: Final = date(2024, 5, 6)
DEMAND: Final = f"{a.LAST_STAGE}/complaint-{COMPLAINT}-3:4"
_DAY: Final = timedelta(days=1)

Strands = Sequence[Sequence[Deed]]
"""What happens at one moment: each strand in its order, the strands in any."""
Mix = Callable[[Strands], list[Deed]]

_TAKEN_IN: Final[Strands] = (
    taken_in("paused"),
    taken_in("moved"),
    taken_in("disputed"),
    taken_in("withdrawn"),
    taken_in("undecided"),
    [
        *taken_in("paper", form="paper"),
        Deed(WINDOW_LANE, ForwardApplication(case_id=CASES["paper"], carrier=Carrier.ELECTRONIC)),
    ],
    taken_in("left", form="paper"),
)
_ASKED: Final[Strands] = (
    [
        Deed(
            DELIVERY_LANE,
            AskDocuments(case_id=CASES["paused"], documents=("identity_document",), ground=GROUND),
        ),
        Deed(
            DELIVERY_LANE,
            PauseTerm(case_id=CASES["paused"], ground=GROUND, effect=PauseEffect.CONTINUE),
        ),
    ],
    [answered("moved")],
    [answered("disputed")],
)
_MOVED: Final[Strands] = (
    [transferred("moved", WINDOW_LANE, a.SECOND_CENTRE, a.SECOND_WINDOW), decided("moved")],
    [
        Deed(
            WINDOW_LANE,
            SupplyDocuments(
                case_id=CASES["paused"],
                documents=("identity_document",),
                carrier=Carrier.ELECTRONIC,
            ),
        )
    ],
    [answered("paused")],
    [
        Deed(
            a.SECOND_WINDOW,
            Withdraw(case_id=CASES["withdrawn"], applicants=(applicant_of("withdrawn"),)),
        )
    ],
    [decided("disputed")],
)
_COMPLAINED: Final[Strands] = (
    [
        handed_out("disputed", a.SECOND_WINDOW),
        complained("disputed", a.SECOND_WINDOW, JUSTICE, a.SECOND_STAGE),
    ],
    [handed_out("moved", a.SECOND_WINDOW)],
)
_BACKDATED: Final = Deed(
    DELIVERY_LANE,
    CompleteStep(case_id=CASES["paused"], step="copied", transcribed=True, on=date(2024, 4, 30)),
)
_RECEIVED: Final = ReceiveResult(case_id=CASES["paper"], carrier=Carrier.PAPER, result_kind="paper")
_CHECKED: Final = CheckRestoration(complaint_id=COMPLAINT, stage=3, timely=True, full=True)

MOMENTS: Final[Mapping[str, Strands]] = {
    "2024-04-29T05:00:00Z": _TAKEN_IN,
    "2024-04-29T08:00:00Z": _ASKED,
    "2024-04-30T05:00:00Z": _MOVED,
    "2024-05-02T05:00:00Z": _COMPLAINED,
    "2024-05-03T05:00:00Z": (
        [escalated("disputed", 1, a.FIRST_STAGE), ruled(1, a.FIRST_STAGE, Verdict.REFUSED)],
        [_BACKDATED],
    ),
    "2024-05-04T05:00:00Z": (
        [escalated("disputed", 2, a.SECOND_STAGE), ruled(2, a.SECOND_STAGE, Verdict.REFUSED)],
        [decided("paper", "paper")],
    ),
    "2024-05-06T05:00:00Z": (
        [
            escalated("disputed", 3, a.LAST_STAGE),
            ruled(3, a.LAST_STAGE, Verdict.SATISFIED, RESTORED_BY),
            demanded(RESTORED_BY),
        ],
        [decided("paused")],
        [Deed(WINDOW_LANE, _RECEIVED), handed_out("paper", WINDOW_LANE, Carrier.PAPER)],
    ),
    "2024-05-06T07:00:00Z": (
        [decided("disputed"), restored("disputed", DEMAND)],
        [handed_out("paused", WINDOW_LANE)],
    ),
    "2024-05-06T09:00:00Z": (
        [handed_out("disputed", a.SECOND_WINDOW)],
        [Deed(a.LAST_STAGE, _CHECKED)],
    ),
}


def in_turn(strands: Strands) -> list[Deed]:
    """Take one strand after the other."""
    return list(chain.from_iterable(strands))


def play(driver: Driving, mix: Mix = in_turn) -> None:
    """Play all days in a joined realm; days on which nobody acts are closed with the next one."""
    tell_norms(driver)
    day, still_open = FIRST_DAY, list[date]()
    while day <= LAST_DAY:
        still_open.append(day)
        moments = {time: told for time, told in MOMENTS.items() if time.startswith(str(day))}
        for time, strands in moments.items():
            for deed in mix(strands):
                act(driver, deed, time)
            driver.quiet()
        if moments or day == LAST_DAY:
            _close(driver, still_open)
            still_open.clear()
        day += _DAY
    driver.quiet()


def _close(driver: Driving, days: Sequence[date]) -> None:
    for day in days:
        driver.close_day(list(a.LANES), day, time=f"{day}T18:59:59Z")
    driver.quiet()
    for day in days:
        driver.close_ledger_day(
            JURISDICTION, day, actor=f"{AUTHORITY}/audit/policy", time=f"{day}T18:59:59Z"
        )


def tell_norms(driver: Driving) -> None:
    """Let the standards of all services come into use."""
    driver.do(STANDARDS_LANE, all_norms(), actor=CLERK, time=STANDARD_AT)
    driver.quiet()


def act(driver: Driving, deed: Deed, time: str) -> None:
    """Let something be done; the driver says whether all is quiet then."""
    lane, command = deed
    about = getattr(command, "case_id", None) or getattr(command, "inquiry", COMPLAINT)
    name = f"{time}/{type(command).__name__}/{about}"
    driver.do(lane, [(name, command)], actor=f"{a.LANES[lane]}/desk/o-1", time=time)
