"""A complaint is judged by the law in force on the day on which it was received (25, 19.2)."""

from typing import Final

import pytest
from msgspec.structs import replace

from events.common import Act
from services.audit.domain.case_file import CaseFile
from services.audit.domain.ledger_day import LedgerDay
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import LAW, at, case, found, on, the_finding, undecidable, window

RULE: Final = "complaint_stage_late"
FROM: Final = "2024-05-06"
LAST_BEFORE: Final = "2024-05-05"
PATH: Final = LAW.paths[0]
SHORTER: Final = replace(PATH, stages=(replace(PATH.stages[0], working_days=2), *PATH.stages[1:]))
NEXT: Final = replace(LAW, edition="next", in_force_from=x.day(FROM), paths=(SHORTER,))


def knows(*editions: object) -> LedgerDay:
    day = on("2024-06-03")
    return replace(day, norms=replace(day.norms, law={"kz": editions}))


def received(on_day: str, *, lodged_on: str | None = None) -> CaseFile:
    lodged: Act = c.lodged(lodged_on or on_day, received=on_day)
    return case(at(c.JUSTICE, lodged, c.registered(lodged_on or on_day)))


@pytest.mark.parametrize(("on_day", "due"), [(LAST_BEFORE, "2024-05-15"), (FROM, "2024-05-13")])
def test_the_last_day_is_that_of_the_edition_in_force_at_receipt(on_day: str, due: str) -> None:
    assert the_finding(RULE, received(on_day), knows(LAW, NEXT)).due_on == x.day(due)


def test_an_edition_in_force_from_next_year_judges_nothing_of_this_year() -> None:
    next_year = replace(NEXT, in_force_from=x.day("2025-01-01"))

    assert the_finding(RULE, received(FROM), knows(LAW, next_year)).due_on == x.day("2024-05-16")


def test_a_body_takes_no_later_law_by_telling_a_later_receipt() -> None:
    file = received(FROM, lodged_on=LAST_BEFORE)

    assert the_finding(RULE, file, knows(LAW, NEXT)).due_on == x.day("2024-05-15")


def test_nor_for_what_a_window_had_before() -> None:
    lodged = c.lodged(FROM, handed_in_at=x.WINDOW)
    told = at(c.JUSTICE, lodged, c.registered(FROM))
    file = case(window(c.handed_in(LAST_BEFORE)), told)

    assert the_finding(RULE, file, knows(LAW, NEXT)).due_on == x.day("2024-05-15")


def test_what_was_sent_on_was_received_when_it_was_sent_also_by_who_is_silent() -> None:
    sent = c.forwarded(FROM, c.JUSTICE, known=c.lodged(LAST_BEFORE))
    file = case(at(c.TRANSPORT, c.lodged(LAST_BEFORE), sent))

    finding = the_finding("complaint_not_registered", file, knows(LAW, NEXT))

    assert (finding.charged, finding.due_on) == (x.DELIVERER, x.day("2024-05-13"))


def test_before_any_edition_was_in_force_nothing_is_found_and_the_reason_is_said() -> None:
    file = received(LAST_BEFORE)

    assert found(RULE, file, knows(NEXT)) == []
    assert "not known on 2024-05-05" in (undecidable(RULE, file, knows(NEXT)) or "")
