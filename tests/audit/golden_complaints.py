"""Golden cases of complaints: at each stage, extended, decided, and what follows."""

from collections.abc import Iterator
from typing import Final

from events.common import Act
from events.complaints import Verdict as Outcome
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import Says, at, case, deliverer, on, window, without_case
from tests.audit.golden_case import Golden
from tests.given import made_at

ELSEWHERE: Final = "intake.astana-1"
OF_ELSEWHERE: Final = made_at(ELSEWHERE, "complaint")
BEGUN: Final = (c.lodged(), c.registered())
ANSWERED: Final = (c.decided("2024-05-10"), c.sent("2024-05-10"), c.outcome("2024-05-10"))
EXTENDED: Final = (*BEGUN, c.extended("2024-05-04"))
UNLAWFUL: Final = c.decided("2024-05-20", Outcome.SATISFIED, unlawful_act=True, causes=())
DEMANDED: Final = c.demanded("2024-05-20", "2024-05-30", "apology")
PROMISED: Final = c.restoring("2024-05-10", "2024-05-20", "apology")


def judged(*told: Iterator[Says], day: str = "2024-06-30") -> Golden:
    return Golden(case(*told), on(day))


def at_1(*acts: Act, day: str = "2024-06-30", officer: str = "examiner") -> Golden:
    """Stage 1, at the deliverer, after the deliverer's decision of 3 May."""
    made = deliverer(x.decided("2024-05-03"), officer="maker")
    return judged(made, at(c.JUSTICE, *acts, officer=officer), day=day)


def at_3(*acts: Act, day: str = "2024-12-10") -> Golden:
    return judged(at(c.AUTHORITY, c.lodged(stage=3), c.registered(), *acts, stage=3), day=day)


COMPLAINTS: Final = {
    "a complaint handed in, answered in time": judged(
        window(c.handed_in()), at(c.JUSTICE, *BEGUN, *ANSWERED)
    ),
    "a complaint handed in, not taken in": judged(window(c.handed_in())),
    "a complaint handed in at another window, not taken in": judged(
        said._replace(lane=ELSEWHERE) for said in window(c.handed_in(id_=OF_ELSEWHERE))
    ),
    "a complaint of no case handed in, not taken in": Golden(
        without_case(window(c.handed_in(case_id=None))), on("2024-06-30")
    ),
    "a complaint sent on beside the lanes": judged(
        at(c.TRANSPORT, c.lodged(), c.forwarded("2024-05-06", c.JUSTICE))
    ),
    "a complaint kept by a body that is not competent": judged(at(c.TRANSPORT, *BEGUN)),
    "a complaint unanswered, on the last day": at_1(*BEGUN, day="2024-05-14"),
    "a complaint unanswered, the day after": at_1(*BEGUN, day="2024-05-15"),
    "a complaint of no case, unanswered": Golden(
        without_case(at(c.JUSTICE, c.lodged(case_id=None), c.registered())), on("2024-05-15")
    ),
    "a complaint withdrawn in time": at_1(*BEGUN, c.withdrawn("2024-05-14")),
    "a complaint decided in time, sent late": at_1(
        *BEGUN, c.decided("2024-05-14"), c.sent("2024-05-15"), c.outcome("2024-05-14")
    ),
    "a complaint sent in time from its registration": at_1(
        c.lodged(),
        c.registered("2024-05-04", "2024-05-15"),
        c.decided("2024-05-15"),
        c.sent("2024-05-15"),
        c.outcome("2024-05-15", registered_on="2024-05-04"),
    ),
    "a complaint without the law": Golden(
        case(at(c.JUSTICE, *BEGUN, *ANSWERED)), on("2024-06-30", law=None)
    ),
    "a complaint at the central body, stage 1 skipped": judged(
        at(c.MINISTRY, c.lodged(stage=2), c.registered(), *ANSWERED, stage=2)
    ),
    "a complaint at the authority, satisfied before": judged(
        at(
            c.MINISTRY,
            c.lodged(stage=2),
            c.registered(),
            c.decided("2024-05-06", Outcome.SATISFIED),
            c.sent("2024-05-06"),
            stage=2,
        ),
        at(c.AUTHORITY, c.lodged(stage=3), c.registered(), c.decided("2024-05-10"), stage=3),
    ),
    "a complaint unanswered by the authority": at_3(day="2024-05-29"),
}

EXTENSIONS: Final = {
    "extended, told in time, answered in time": at_1(
        *EXTENDED,
        c.notified("2024-05-04"),
        c.checked("2024-05-15"),
        c.decided("2024-05-28"),
        c.sent("2024-05-28"),
        c.outcome("2024-05-28"),
    ),
    "extended, told on the third working day before": at_1(
        *EXTENDED, c.notified("2024-05-06"), c.checked("2024-05-06"), *ANSWERED
    ),
    "extended, told late, without reasons, by the wrong medium": at_1(
        *EXTENDED, c.notified("2024-05-10", "electronic", reasons=False), day="2024-05-20"
    ),
    "extended, nothing told": at_1(*EXTENDED, day="2024-05-20"),
    "extended by too much, on another ground": at_1(
        *BEGUN, c.extended("2024-05-04", 11, "holidays"), *ANSWERED
    ),
    "extended, and neither checked nor asked": at_1(*EXTENDED, c.notified("2024-05-04"), *ANSWERED),
}

DECISIONS: Final = {
    "decided without reasons, by the same officer": at_1(
        *BEGUN,
        c.decided("2024-05-10", reasons_given=False),
        c.sent("2024-05-10"),
        c.outcome("2024-05-10"),
        officer="maker",
    ),
    "decided, neither sent nor notified": at_1(*BEGUN, c.decided("2024-05-10")),
    "decided, notified otherwise": at_1(
        *BEGUN, *ANSWERED[:2], c.outcome("2024-05-10", Outcome.SATISFIED)
    ),
    "decided with measures, taken in time": judged(
        at(c.JUSTICE, *BEGUN, PROMISED), deliverer(c.restored("2024-05-20", "apology"))
    ),
    "decided with measures, not taken": judged(at(c.JUSTICE, *BEGUN, PROMISED)),
    "an unlawful act, nothing demanded, no causes studied": at_3(UNLAWFUL),
    "a demand neither met nor seen to": at_3(UNLAWFUL, DEMANDED),
    "a demand met and seen to": judged(
        at(
            c.AUTHORITY,
            c.lodged(stage=3),
            c.registered(),
            UNLAWFUL,
            DEMANDED,
            c.seen_to("2024-06-03"),
            stage=3,
        ),
        deliverer(c.restored("2024-05-30", "apology")),
        day="2024-12-10",
    ),
    "a demand and a check of a body that is not the authority": at_1(
        *BEGUN, UNLAWFUL, DEMANDED, c.seen_to("2024-06-03")
    ),
}
