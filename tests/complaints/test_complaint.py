"""A complaint is the fold of its own events, one stream for each stage (19)."""

import pytest
from msgspec.structs import replace

from events.complaints_after import RestorationChecked
from services.complaints.domain.answering import notify_outcome
from services.complaints.domain.complaint import Complaint, Status
from services.complaints.domain.examining import make_check
from services.complaints.domain.extending import notify_extension
from services.complaints.domain.receiving import lodge
from tests.complaints.examples import (
    ABSENT,
    CASE,
    CHECK,
    DECIDED,
    DEMANDED,
    EVERY_STATUS,
    EXTENDED,
    GONE,
    HERE,
    ID,
    LODGE,
    LODGED,
    NOTIFY,
    OUTCOME,
    REGISTERED,
)
from tests.given import TODAY, given, live


@pytest.mark.parametrize(("status", "state"), EVERY_STATUS.items())
def test_each_event_leads_to_its_state(status: Status, state: Complaint) -> None:
    assert state.status is status


def test_a_stream_is_one_complaint_at_one_stage() -> None:
    blank = Complaint.blank(f"{ID}-2")
    with_hyphens = Complaint.blank("c-1-3")

    assert (blank.complaint_id, blank.stage, blank.status) == (ID, 2, Status.ABSENT)
    assert (with_hyphens.complaint_id, with_hyphens.stage) == ("c-1", 3)


def test_a_complaint_belongs_to_its_case_or_where_there_is_none_to_itself() -> None:
    of_no_case = given(ABSENT, *lodge(ABSENT, replace(LODGE, case_id=None), live()))

    assert LODGED.case_id == CASE
    assert of_no_case.case_id == ABSENT.case_id == ID


def test_extensions_checks_notices_and_demands_do_not_change_how_far_a_complaint_is() -> None:
    told = given(EXTENDED, *notify_extension(EXTENDED, NOTIFY, live(), HERE))
    checked = given(REGISTERED, *make_check(REGISTERED, CHECK, live()))
    notified = given(DECIDED, *notify_outcome(DECIDED, OUTCOME, live()))
    restored = RestorationChecked(on=TODAY, timely=True, full=True)

    assert (told, checked) == (EXTENDED, REGISTERED)
    assert EXTENDED.status is Status.REGISTERED
    assert notified == replace(DECIDED, notified=True)
    assert (DEMANDED.status, len(DEMANDED.demands)) == (Status.ANSWERED, 1)
    assert given(DEMANDED, restored) == DEMANDED


def test_days_of_extension_add_up() -> None:
    (ten,) = EXTENDED.extensions

    assert REGISTERED.days_extended == 0
    assert given(EXTENDED, replace(ten, by_days=4)).days_extended == 14


def test_a_complaint_that_comes_back_begins_anew() -> None:
    gone = replace(GONE, registered=REGISTERED.registered, extensions=EXTENDED.extensions)

    assert given(gone, *lodge(gone, LODGE, live())) == LODGED


def test_what_did_not_happen_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError, match="was not lodged"):
        ABSENT.the_lodging()
    with pytest.raises(ValueError, match="was not decided"):
        REGISTERED.the_decision()
