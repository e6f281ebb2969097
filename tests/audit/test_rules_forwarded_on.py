"""5.5(1), 8.1(5): a case that goes on to another deliverer: one term, and who had it missed it."""

import pytest
from msgspec.structs import replace

from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence
from services.audit.domain.shown import Hidden, Shown
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.examples_forwarded import (
    AT_CENTRE,
    BEGUN,
    LATE,
    MISSED,
    SECOND,
    Told,
    by_second,
    due,
    let_go,
    on_to_the_second,
    sent_on,
)
from tests.audit.given import case, entries, findings, ref, the_finding, undecidable

TO_CENTRE = "result_to_centre_late"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((x.paused("2024-05-06", "2024-05-13"), *on_to_the_second("2024-05-14")), "2024-05-14"),
        ((x.paused("2024-05-06", None), *on_to_the_second("2024-05-13")), "2024-05-14"),
        ((x.paused("2024-05-06", "2024-05-20"), *on_to_the_second("2024-05-13")), "2024-05-14"),
        ((x.paused("2024-05-06", None), *on_to_the_second("2024-05-06")), "2024-05-10"),
        ((x.paused("2024-05-06", None), sent_on("2024-05-13")), "2024-05-14"),
        ((x.paused("2024-05-06", None), let_go("2024-05-13")), "2024-05-14"),
        (
            (x.paused("2024-05-06", None), let_go("2024-05-10"), sent_on("2024-05-13")),
            "2024-05-13",
        ),
        ((*on_to_the_second("2024-05-04"), x.paused("2024-05-06", "2024-05-13")), "2024-05-10"),
    ],
    ids=[
        "a pause of the first moves the term for the second",
        "one left open ends when the case goes on",
        "one told to last longer ends then, too",
        "one of that very day changes nothing",
        "the window alone sends it on",
        "the first alone lets it go",
        "the first lets it go before the window sends it on",
        "who has not the case any more pauses nothing",
    ],
)
def test_pauses_of_the_first_deliverer_end_with_its_having_the_case(
    told: tuple[Told, ...], expected: str
) -> None:
    assert due(*told) == x.day(expected)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((x.paused("2024-05-06", None, "hearing"), *on_to_the_second("2024-05-06")), "2024-05-14"),
        ((*on_to_the_second("2024-05-04"), x.paused("2024-05-06", None, "hearing")), "2024-05-10"),
        ((let_go("2024-05-06"), x.paused("2024-05-06", None, "hearing")), "2024-05-10"),
        ((*on_to_the_second("2024-05-04"), c.extended("2024-05-06", 1)), "2024-05-10"),
        ((c.extended("2024-05-06", 1), *on_to_the_second("2024-05-06")), "2024-05-13"),
    ],
    ids=[
        "paused that day",
        "paused later",
        "paused after its own word of that day",
        "extended later",
        "extended that day",
    ],
)
def test_only_who_has_the_case_lets_its_term_begin_anew_or_be_longer(
    told: tuple[Told, ...], expected: str
) -> None:
    """Anew from 6 May: 10, 13 and 14 May."""
    assert due(*told) == x.day(expected)


def test_an_open_pause_of_the_first_leaves_a_case_that_went_on_decidable() -> None:
    open_pause = x.paused("2024-05-06", None)
    gone = case(*BEGUN, open_pause, *on_to_the_second("2024-05-13"))

    assert MISSED in undecidable(case(*BEGUN, open_pause), LATE)
    assert MISSED not in undecidable(gone, LATE)


def test_an_open_pause_of_the_second_leaves_it_open() -> None:
    gone = on_to_the_second("2024-05-06")

    file = case(*BEGUN, *gone, *by_second(x.paused("2024-05-06", None)))

    assert MISSED in undecidable(file, LATE)
    assert findings(file, LATE) == {}


def test_the_second_resumes_its_own_pauses_and_no_other() -> None:
    """The first's ends on 10 May when the case goes on; the second's, from 13 to 14 May."""
    told = (
        x.paused("2024-05-06", None),
        *on_to_the_second("2024-05-10"),
        *by_second(x.paused("2024-05-13", None), c.resumed("2024-05-14")),
    )

    assert due(*told) == x.day("2024-05-14")
    alone = (x.paused("2024-05-06", None), *on_to_the_second("2024-05-10"))
    assert due(*alone, *by_second(c.resumed("2024-05-06"))) == x.day("2024-05-13")


def test_a_case_that_comes_back_is_paused_anew() -> None:
    back = (sent_on("2024-05-06"), sent_on("2024-05-06", x.DELIVERER_LANE))
    paused = x.paused("2024-05-06", "2024-05-13")

    assert due(*back, paused) == x.day("2024-05-14")
    assert due(*back, paused, sent_on("2024-05-10")) == x.day("2024-05-13")


@pytest.mark.parametrize(("on", "charged"), [("2024-05-09", SECOND), ("2024-05-10", x.DELIVERER)])
def test_who_has_the_case_when_the_last_day_begins_missed_the_term(on: str, charged: str) -> None:
    late = (*on_to_the_second(on), *by_second(x.sent("2024-05-13")), x.received("2024-05-13"))

    assert the_finding(MISSED, case(*BEGUN, *late), LATE) == Evidence(
        charged=charged,
        began=ref(2),
        subject=x.CASE,
        event_ids=(ref(2), *((ref(4),) if charged == SECOND else ()), ref(5)),
        due_on=x.MAY_10,
        days_late=3,
        calendar_version="kz/2024/1",
    )


@pytest.mark.parametrize(("on", "charged"), [("2024-05-08", SECOND), ("2024-05-09", x.DELIVERER)])
def test_who_has_the_case_when_the_last_day_to_send_begins_sent_it_late(
    on: str, charged: str
) -> None:
    late = (*on_to_the_second(on), *by_second(x.sent("2024-05-10")), x.received("2024-05-10"))

    assert the_finding(TO_CENTRE, case(*BEGUN, *late), AT_CENTRE).charged == charged


def test_the_day_is_that_to_which_a_pause_of_the_first_moved_the_term() -> None:
    paused = (x.paused("2024-05-06", "2024-05-13"), *on_to_the_second("2024-05-13"))

    assert findings(case(*BEGUN, *paused, x.received("2024-05-14")), LATE) == {}
    assert the_finding(MISSED, case(*BEGUN, *paused, x.received("2024-05-15")), LATE).charged == (
        SECOND
    )


def test_a_case_sent_to_nobody_s_lane_is_still_the_first_deliverer_s() -> None:
    nobody = (sent_on("2024-05-06", "provider.nobody"), x.received("2024-05-13"))
    day = replace(LATE, covered={**LATE.covered, "provider.nobody": LATE.day})

    assert the_finding(MISSED, case(*BEGUN, *nobody), day).charged == x.DELIVERER


@pytest.mark.parametrize(
    ("on", "charged"), [("2024-05-09", None), ("2024-05-10", x.DELIVERER)], ids=["before", "then"]
)
def test_who_was_not_shown_that_the_case_came_to_it_owes_nothing(
    on: str, charged: str | None
) -> None:
    """And who had it on the last day does not get rid of that by sending it on where none looks."""
    gone = sent_on(on)

    def hidden(entry: Entry) -> Shown:
        return Shown(entry.on, Hidden.NOT_STATED if entry.data == gone else None)

    file = CaseFile(x.CASE, entries(*BEGUN, gone), shown=hidden)
    found = findings(file, LATE)

    assert (found[MISSED].charged if MISSED in found else None) == charged
    assert (MISSED in undecidable(file, LATE)) == (charged is None)
