"""Who must examine a complaint, by what the case tells and not by what a complaint says of it."""

from msgspec.structs import replace

from events.complaints import Respondent
from events.law.complaint_path import TakenIn
from events.law.complaint_way import Way
from services.audit.domain.case_file import CaseFile
from services.audit.domain.rules.complaint_way import way_of
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import case, on, without_case

OF_CENTRE = c.lodged(respondent=Respondent(agency=x.CENTRE, kind="centre"))
"""Against a centre: who was to deliver examines (1(13))."""
CLAIMED = TakenIn(standard_edition="7", deliverer="transport")


def way(file: CaseFile, taken_in: TakenIn | None) -> Way:
    found = way_of(file, on(c.DUE), replace(OF_CENTRE, taken_in=taken_in))
    assert isinstance(found, Way)
    return found


def test_the_case_says_by_whom_it_was_to_be_delivered() -> None:
    assert way(case(), CLAIMED) == way(case(), None)
    assert way(case(), CLAIMED).deliverer == x.DELIVERER


def test_of_a_request_that_nobody_tells_of_a_complaint_s_word_counts_for_nothing() -> None:
    assert way(without_case(), CLAIMED) == way(without_case(), None)
    assert way(without_case(), CLAIMED).deliverer == x.DELIVERER
