"""Golden cases of delivering, and of counting the term."""

from typing import Final

from events.law.norms import Pause, PauseEffect, Term
from events.law.term import Unit
from events.provider import Outcome
from tests.audit import examples as x
from tests.audit.golden_case import BEGUN, COUNTER, judged, standard, told_to_be
from tests.audit.ledger_days import OTHER_LANE

EIGHT: Final = Term(term_id="result", length=8, unit=Unit.WORKING_DAY, calendar="kz")
FOUR: Final = Term(term_id="result", length=4, unit=Unit.CALENDAR_DAY, calendar="kz")
AS_TOLD: Final = Term(term_id="result", unit=Unit.AS_TOLD)
PAUSING: Final = standard(pauses=(Pause(ground="inquiry", effect=PauseEffect.CONTINUE),))
DISPATCH: Final = standard(paper_dispatch=("centre",))
DELIVERED: Final = (x.decided("2024-05-08"), x.sent("2024-05-09"), x.received("2024-05-10"))
JUNE: Final = x.day("2024-06-05")
BY_14_1: Final = (*told_to_be("2024-05-06"), x.registered(x.day("2024-05-06")))
RESTED: Final = x.paused("2024-05-06", "2024-05-08")

DELIVERY: Final = {
    "delivered in time": judged(*BEGUN, *DELIVERED),
    "sent too late": judged(*BEGUN, x.sent("2024-05-10"), x.received("2024-05-10")),
    "sent in time, arrived late": judged(
        *BEGUN, x.decided("2024-05-08"), x.sent("2024-05-09"), x.received("2024-05-13")
    ),
    "decided in time, sent and arrived late": judged(
        *BEGUN, x.decided("2024-05-10"), x.sent("2024-05-13"), x.received("2024-05-14")
    ),
    "all of it late": judged(
        *BEGUN, x.decided("2024-05-13"), x.sent("2024-05-13"), x.received("2024-05-14")
    ),
    "nothing sent, the last day to send": judged(*BEGUN, on="2024-05-09"),
    "nothing sent, the day after": judged(*BEGUN, on="2024-05-10"),
    "nothing came, the day after": judged(*BEGUN, on="2024-05-11"),
    "nothing came, the deliverer silent": judged(*BEGUN, closed={x.DELIVERER_LANE: "2024-05-08"}),
    "nothing came, the window silent": judged(*BEGUN, closed={x.WINDOW: "2024-05-09"}),
    "came at a counter on the last day": judged(*BEGUN, x.received("2024-05-10"), role=COUNTER),
    "came at a counter the day after": judged(*BEGUN, x.received("2024-05-11"), role=COUNTER),
    "came at a window that the case did not name": judged(
        *BEGUN, (OTHER_LANE, x.received("2024-05-10")), role=COUNTER
    ),
    "a record made on the last day": judged(
        *BEGUN, x.decided("2024-05-10", result_kind="register_record")
    ),
    "a record made the day after": judged(
        *BEGUN, x.decided("2024-05-11", result_kind="register_record")
    ),
    "ended by the applicant": judged(
        *BEGUN, x.decided("2024-05-07", outcome=Outcome.ENDED_BY_APPLICANT)
    ),
    "calendar days that end on a day off": judged(
        *BEGUN, x.received("2024-05-11"), contents=standard(FOUR), role=COUNTER
    ),
}

COUNTING: Final = {
    "paused on a ground of the standard": judged(
        *BEGUN, RESTED, x.received("2024-05-14"), contents=PAUSING, role=COUNTER
    ),
    "paused on no ground": judged(*BEGUN, RESTED, x.received("2024-05-14"), role=COUNTER),
    "paused without an end": judged(*BEGUN, x.paused("2024-05-06", None), contents=PAUSING),
    "14.1, kept by the deliverer's acceptance": judged(
        *BY_14_1, x.sent("2024-05-12"), x.received("2024-05-13"), contents=DISPATCH
    ),
    "14.1, missed by either": judged(
        *BY_14_1, x.sent("2024-05-14"), x.received("2024-05-15"), contents=DISPATCH
    ),
    "14.1, still arguable": judged(*BY_14_1, contents=DISPATCH, on="2024-05-08"),
    "a calendar that changed excuses": judged(
        *told_to_be("2024-06-18", on=JUNE),
        x.received("2024-06-18"),
        on="2024-06-30",
        contents=standard(EIGHT),
        role=COUNTER,
    ),
    "as told, on the day": judged(
        *BEGUN, x.received("2024-05-10"), contents=standard(AS_TOLD), jurisdiction="nl"
    ),
    "as told, the day after": judged(
        *BEGUN, x.received("2024-05-11"), contents=standard(AS_TOLD), jurisdiction="nl"
    ),
    "as told, a new date": judged(
        *BEGUN,
        x.noticed("2024-05-10", "2024-05-20"),
        x.received("2024-05-21"),
        contents=standard(AS_TOLD),
        jurisdiction="nl",
    ),
}
