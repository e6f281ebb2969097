"""complaint_stage_late: what is late by one reading of the law, and what by all (19.2, 19.6)."""

import pytest

from events.complaints import ExaminationExtended
from services.audit.domain.rules.complaint_stage import (
    DECISION_ENDS,
)
from services.audit.domain.rules.complaint_term import EXTENSION_COUNTS, REGISTRATION_BEGINS
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import (
    again,
    at,
    case,
    found,
    on,
    ref,
    the_finding,
)

RULE = "complaint_stage_late"
BEGUN = (c.lodged(), c.registered())
EXTENDED = (*BEGUN, c.extended("2024-05-06"))


def test_the_term_begins_with_the_receipt_and_by_a_lenient_reading_with_the_registration() -> None:
    for sent, reading in (("2024-05-15", REGISTRATION_BEGINS), ("2024-05-16", None)):
        ended = (c.decided(sent), c.sent(sent))
        file = case(at(c.JUSTICE, c.lodged(), c.registered("2024-05-04", "2024-05-15"), *ended))

        assert the_finding(RULE, file, on("2024-05-20")).reading == reading


def test_a_complaint_that_was_never_registered_stays_arguable() -> None:
    file = case(at(c.JUSTICE, c.lodged()))

    assert the_finding(RULE, file, on("2024-06-20")).reading == REGISTRATION_BEGINS


def test_sending_ends_the_term_and_by_a_lenient_reading_the_decision() -> None:
    for decided, reading in ((c.DUE, DECISION_ENDS), (c.AFTER, None)):
        file = case(at(c.JUSTICE, *BEGUN, c.decided(decided), c.sent("2024-05-16")))

        assert the_finding(RULE, file, on("2024-05-20")).reading == reading


def test_two_lenient_readings_may_be_needed_together() -> None:
    begun = (c.lodged(), c.registered("2024-05-04", "2024-05-15"))
    file = case(at(c.JUSTICE, *begun, c.decided("2024-05-15"), c.sent("2024-05-17")))

    reading = the_finding(RULE, file, on("2024-05-20")).reading

    assert reading == f"{REGISTRATION_BEGINS}. {DECISION_ENDS}"


def test_an_extension_told_in_time_moves_the_last_day() -> None:
    told = (*EXTENDED, c.notified("2024-05-06"))
    in_time = case(at(c.JUSTICE, *told, c.decided("2024-05-28"), c.sent("2024-05-28")))
    late = case(at(c.JUSTICE, *told, c.decided("2024-05-29"), c.sent("2024-05-29")))

    assert found(RULE, in_time, on("2024-06-03")) == []
    finding = the_finding(RULE, late, on("2024-06-03"))
    assert (finding.due_on, finding.reading) == (x.day("2024-05-28"), None)
    assert finding.event_ids == tuple(ref(number) for number in range(1, 7))


def test_an_extension_told_late_or_not_at_all_moves_it_only_by_a_lenient_reading() -> None:
    told_late = (*EXTENDED, c.notified("2024-05-10"))
    for begun in (EXTENDED, told_late):
        for sent, reading in (("2024-05-28", EXTENSION_COUNTS), ("2024-05-29", None)):
            file = case(at(c.JUSTICE, *begun, c.decided(sent), c.sent(sent)))

            finding = the_finding(RULE, file, on("2024-06-03"))
            assert (finding.due_on, finding.reading) == (x.day(c.DUE), reading)


def test_an_open_complaint_is_certain_after_the_last_day_of_every_reading() -> None:
    file = case(at(c.JUSTICE, *EXTENDED))

    assert the_finding(RULE, file, on(c.AFTER)).reading == EXTENSION_COUNTS
    assert again(RULE, file, on(c.AFTER)) == x.day("2024-05-29")
    assert the_finding(RULE, file, on("2024-05-28")).reading == EXTENSION_COUNTS
    assert again(RULE, file, on("2024-05-28")) == x.day("2024-05-29")
    assert the_finding(RULE, file, on("2024-05-29")).reading is None
    assert again(RULE, file, on("2024-05-29")) is None


@pytest.mark.parametrize(
    "extension",
    [c.extended("2024-05-06", ground="holidays"), c.extended("2024-05-15")],
    ids=["on another ground", "after the last day"],
)
def test_an_extension_that_the_law_does_not_know_moves_nothing(
    extension: ExaminationExtended,
) -> None:
    ended = (c.decided("2024-05-28"), c.sent("2024-05-28"))
    file = case(at(c.JUSTICE, *BEGUN, extension, c.notified("2024-05-15"), *ended))

    assert the_finding(RULE, file, on("2024-06-03")).reading is None


def test_extensions_move_the_last_day_by_ten_working_days_in_all() -> None:
    told = (c.extended("2024-05-04", 8), c.extended("2024-05-06", 8), c.notified("2024-05-06"))
    file = case(at(c.JUSTICE, *BEGUN, *told))

    assert found(RULE, file, on("2024-05-28")) == []
    assert the_finding(RULE, file, on("2024-05-29")).due_on == x.day("2024-05-28")
