"""queue_too_long, 8.1(9), and registered_late, 8.1(10): how long people and requests wait."""

import pytest
from msgspec.structs import replace

from events.common import Act
from events.intake import ApplicationAccepted
from events.intake_course import ApplicationWithdrawn
from events.law.norms import Term, Waits
from events.law.term import Unit
from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.shown import Shown
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import (
    case,
    entries,
    findings,
    looked_at_again,
    ref,
    the_finding,
    undecidable,
)
from tests.audit.ledger_days import ledger_day

QUEUE, LATE = "queue_too_long", "registered_late"
QUEUED = replace(x.CONTENTS, waits=Waits(applying=20, collecting=15))
DAY = ledger_day("2024-05-10", QUEUED, window_role="portal")
DONE = (x.ACCEPTED, x.FORWARDED, x.registered(), x.received("2024-05-10"))
TICKET = "2024-05-03T05:00:00Z"


@pytest.mark.parametrize(
    ("called_at", "found"),
    [
        ("2024-05-03T05:20:00Z", []),
        ("2024-05-03T05:20:01Z", [QUEUE]),
        ("2024-05-03T04:00:00Z", []),
        (None, []),
        ("2024-02-30T05:20:01Z", []),
    ],
)
def test_who_applies_waits_no_longer_than_the_standard_says(
    called_at: str | None, found: list[str]
) -> None:
    file = case(replace(x.LODGED, ticket_at=TICKET, called_at=called_at), *DONE)

    assert list(findings(file, DAY)) == found


def test_who_collects_waits_no_longer_than_the_standard_says() -> None:
    ticket = "2024-05-10T05:00:00Z"
    in_time = c.handed_out("2024-05-10", ticket, "2024-05-10T05:15:00Z")
    late = c.handed_out("2024-05-10", ticket, "2024-05-10T05:15:00.001Z")

    assert findings(case(x.LODGED, *DONE, in_time), DAY) == {}
    assert the_finding(QUEUE, case(x.LODGED, *DONE, late), DAY) == Evidence(
        charged=x.CENTRE, began=ref(5), subject=x.CASE, event_ids=(ref(5),)
    )


def test_where_the_standard_sets_no_wait_none_is_too_long() -> None:
    file = case(replace(x.LODGED, ticket_at=TICKET, called_at="2024-05-03T09:00:00Z"), *DONE)
    none = ledger_day("2024-05-10", window_role="portal")
    collecting_only = replace(QUEUED, waits=Waits(collecting=15))

    assert findings(file, none) == {}
    assert findings(file, ledger_day("2024-05-10", collecting_only, window_role="portal")) == {}
    assert QUEUE in undecidable(file, ledger_day("2024-05-10", None))


ONE_DAY = Term(term_id="registration", length=1, unit=Unit.WORKING_DAY, calendar="kz")
REGISTERED = replace(x.CONTENTS, registration=ONE_DAY)


def registering(on: str, *, silent: str | None = None) -> LedgerDay:
    """A day on which requests are registered by Saturday 4 May, a working day in that week."""
    closed = {} if silent is None else {silent: "2024-05-03"}
    return ledger_day(on, REGISTERED, closed=closed, window_role="portal")


def accepted(on: str, told: str) -> ApplicationAccepted:
    return replace(x.ACCEPTED, on=x.day(on), told=x.told(x.day(told)))


def test_a_window_accepts_within_the_time_for_registering() -> None:
    last_day = case(x.LODGED, accepted("2024-05-04", "2024-05-13"))
    day_after = case(x.LODGED, accepted("2024-05-05", "2024-05-13"))

    assert findings(last_day, registering("2024-05-06")) == {}
    assert the_finding(LATE, day_after, registering("2024-05-06")) == Evidence(
        charged=x.CENTRE,
        began=ref(1),
        subject=x.CASE,
        event_ids=(ref(1), ref(2)),
        due_on=x.day("2024-05-04"),
        days_late=1,
        calendar_version="kz/2024/1",
    )


def test_a_request_that_nobody_answers_is_late_once_the_window_has_closed_the_last_day() -> None:
    file = case(x.LODGED)

    assert findings(file, registering("2024-05-04")) == {}
    assert looked_at_again(LATE, file, registering("2024-05-04")) == x.day("2024-05-05")
    assert findings(file, registering("2024-05-06", silent=x.WINDOW)) == {}
    assert the_finding(LATE, file, registering("2024-05-05")).days_late is None


@pytest.mark.parametrize(
    "turned_away",
    [x.refused("expired_document"), ApplicationWithdrawn(on=x.MAY_3, applicants=("a-1",))],
)
def test_what_is_turned_away_or_taken_back_is_not_registered(turned_away: Act) -> None:
    assert findings(case(x.LODGED, turned_away), registering("2024-05-06")) == {}


def test_a_request_taken_back_after_it_was_accepted_late_was_late() -> None:
    late = accepted("2024-05-06", "2024-05-14")
    withdrawn = ApplicationWithdrawn(on=x.day("2024-05-06"), applicants=())

    assert LATE in findings(case(x.LODGED, late, withdrawn), registering("2024-05-06"))


def test_a_deliverer_registers_within_the_time_from_when_it_could_know() -> None:
    begun = (x.LODGED, x.ACCEPTED, x.FORWARDED)
    last_day = case(*begun, x.registered(x.day("2024-05-04")))
    day_after = case(*begun, x.registered(x.day("2024-05-05")))

    assert findings(last_day, registering("2024-05-06")) == {}
    assert the_finding(LATE, day_after, registering("2024-05-06")) == Evidence(
        charged=x.DELIVERER,
        began=ref(3),
        subject=x.CASE,
        event_ids=(ref(3), ref(1, x.DELIVERER_LANE)),
        due_on=x.day("2024-05-04"),
        days_late=1,
        calendar_version="kz/2024/1",
    )


def test_what_was_knowable_later_is_registered_in_time_until_later() -> None:
    told = entries(x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered(x.day("2024-05-06")))

    at_once = CaseFile(x.CASE, told)
    later = CaseFile(x.CASE, told, shown=lambda _: Shown(x.day("2024-05-04")))
    not_yet = CaseFile(x.CASE, told[:3], shown=lambda _: Shown(x.day("2024-05-09")))

    assert list(findings(at_once, registering("2024-05-06"))) == [LATE]
    assert findings(later, registering("2024-05-06")) == {}
    assert findings(not_yet, registering("2024-05-08")) == {}
    assert looked_at_again(LATE, not_yet, registering("2024-05-08")) == x.day("2024-05-09")


def test_a_deliverer_that_is_silent_may_have_registered() -> None:
    file = case(x.LODGED, x.ACCEPTED, x.FORWARDED)

    assert findings(file, registering("2024-05-06", silent=x.DELIVERER_LANE)) == {}
    assert the_finding(LATE, file, registering("2024-05-06")).charged == x.DELIVERER


def test_without_a_term_in_the_standard_no_registration_is_late() -> None:
    file = case(x.LODGED, accepted("2024-05-08", "2024-05-14"))
    day = ledger_day("2024-05-08", window_role="portal")

    assert findings(file, day) == {}
    assert LATE in undecidable(file, ledger_day("2024-05-08", None))
