"""Golden cases of what a deliverer asks, of whom, and of what moves its term."""

from typing import Final

from msgspec.structs import replace

from events.law.norms import Extension, InquiryTerm, Pause, PauseEffect, Term
from events.law.term import Unit
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import ref
from tests.audit.golden_case import BEGUN, COUNTER, judged, standard
from tests.audit.ledger_days import OTHER_LANE

ONE_DAY: Final = Term(term_id="answer", length=1, unit=Unit.WORKING_DAY, calendar="kz")
ANSWERING: Final = standard(inquiries=(InquiryTerm(term=ONE_DAY),))
QUESTION: Final = ref(2, x.DELIVERER_LANE)
ASKED: Final = (*BEGUN, c.inquired("id"))
DONE: Final = (x.sent("2024-05-09"), x.received("2024-05-10"))
FOREIGN: Final = replace(
    x.LODGED, applicants=(replace(x.LODGED.applicants[0], citizenship="foreign"),)
)
MOVING: Final = standard(
    pauses=(Pause(ground="inquiry", effect=PauseEffect.CONTINUE, length=2, unit=Unit.WORKING_DAY),),
    extension=Extension(grounds=("check",), length=3, unit=Unit.WORKING_DAY),
)

ASKING: Final = {
    "asked for a document of the standard": judged(*BEGUN, c.asked("deed"), *DONE),
    "asked for a document outside the standard": judged(*BEGUN, c.asked("photo"), *DONE),
    "a foreign applicant, asked for it": judged(FOREIGN, *BEGUN[1:], c.asked("photo"), *DONE),
    "asked for what an agency holds": judged(*BEGUN, c.asked("id"), *DONE),
    "asked for what a body had provided": judged(
        *BEGUN, c.inquired("deed"), c.answered(QUESTION, "deed"), c.asked("deed"), *DONE
    ),
    "answered on the last day": judged(
        *ASKED, c.answered(QUESTION, "id", on="2024-05-04"), *DONE, contents=ANSWERING
    ),
    "answered the day after": judged(
        *ASKED, c.answered(QUESTION, "id", on="2024-05-05"), *DONE, contents=ANSWERING
    ),
    "never answered": judged(*ASKED, *DONE, contents=ANSWERING),
    "never answered, the holder silent": judged(
        *ASKED, *DONE, contents=ANSWERING, closed={x.HOLDER_LANE: "2024-05-03"}
    ),
    "an answer refused without a ground": judged(
        *ASKED, c.answered(QUESTION, outcome="refused"), *DONE
    ),
    "an answer refused on a ground": judged(
        *ASKED, c.answered(QUESTION, outcome="refused", ground="secret"), *DONE
    ),
}

MOVED: Final = {
    "paused to its limit, and the date told": judged(
        *BEGUN,
        x.paused("2024-05-06", "2024-05-13", new_date="2024-05-14"),
        x.received("2024-05-14"),
        contents=MOVING,
        role=COUNTER,
    ),
    "paused, and another date told": judged(
        *BEGUN,
        x.paused("2024-05-06", "2024-05-13", new_date="2024-05-15"),
        x.received("2024-05-14"),
        contents=MOVING,
        role=COUNTER,
    ),
    "paused beyond its limit": judged(
        *BEGUN,
        x.paused("2024-05-06", "2024-05-16"),
        x.received("2024-05-15"),
        contents=MOVING,
        role=COUNTER,
    ),
    "resumed before the day told": judged(
        *BEGUN,
        x.paused("2024-05-06", "2024-05-13"),
        c.resumed("2024-05-10", new_date="2024-05-13"),
        x.received("2024-05-13"),
        contents=MOVING,
        role=COUNTER,
    ),
    "extended on the last day": judged(
        *BEGUN,
        c.extended("2024-05-10", 3, new_date="2024-05-15"),
        x.received("2024-05-15"),
        contents=MOVING,
        role=COUNTER,
    ),
    "extended the day after": judged(
        *BEGUN,
        c.extended("2024-05-11", 3),
        x.received("2024-05-15"),
        contents=MOVING,
        role=COUNTER,
    ),
    "extended beyond the standard's sum": judged(
        *BEGUN,
        c.extended("2024-05-10", 4),
        x.received("2024-05-15"),
        contents=MOVING,
        role=COUNTER,
    ),
}

RECORDS: Final = {
    "told the right stage": judged(*BEGUN, c.status_told("with_deliverer"), *DONE),
    "told another stage": judged(*BEGUN, c.status_told("ready"), *DONE),
    "told a stage that no act gives": judged(*BEGUN, c.status_told("in_work"), *DONE),
    "read by an agency that the case did not name": judged(
        *BEGUN, *DONE, (OTHER_LANE, c.data_read())
    ),
    "read by the holder that was asked": judged(*ASKED, *DONE, (x.HOLDER_LANE, c.data_read())),
    "a date corrected on the last day": judged(
        *BEGUN, *DONE, c.corrected("2024-05-10", "delivery-other:1")
    ),
    "a date corrected the day after": judged(
        *BEGUN, *DONE, c.corrected("2024-05-11", "delivery-other:1")
    ),
}
