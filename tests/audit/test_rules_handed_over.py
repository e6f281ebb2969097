"""1(4): case_rewritten: a case moves from window to window with the contents that it had."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from events.common import Act
from events.intake import NoticeGiven
from events.intake_course import ApplicationWithdrawn, CaseAtWindow, CaseTransferred
from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import case, ref, verdicts
from tests.audit.ledger_days import ledger_day

DAY = ledger_day("2024-05-20")
NEXT = c.NEXT_WINDOW
LATER = x.told(x.day("2024-05-20"))
BEGUN = (x.LODGED, x.ACCEPTED, x.FORWARDED)

OTHERWISE: Mapping[str, Mapping[str, object]] = {
    "another service": {"service_code": "passport"},
    "another edition": {"standard_edition": "2"},
    "another way": {"variant": replace(x.VARIANT, channel="portal")},
    "another receipt": {"receipt_no": "r-2"},
    "another deliverer": {"deliverer_lane": "provider.other"},
    "another date": {"told": LATER},
    "another applicant": {
        "applicants": (*x.LODGED.applicants, replace(x.LODGED.applicants[0], applicant_id="a-2"))
    },
    "one applicant less": {"applicants": ()},
    "another applicant of one id": {"applicants": (replace(x.LODGED.applicants[0], kind="legal"),)},
}


def as_accepted(**changes: object) -> CaseAtWindow:
    known = replace(c.transferred().case, receipt_no=x.ACCEPTED.receipt_no, told=x.ACCEPTED.told)
    return replace(known, **changes)


def back(contents: CaseAtWindow) -> CaseTransferred:
    handed = c.transferred(x.day("2024-05-06"))
    return replace(handed, to_agency=x.CENTRE, to_lane=x.WINDOW, case=contents)


def rewritten(*told: Act | tuple[str, Act]) -> list[Evidence]:
    return found(case(*BEGUN, *told))


def found(file: CaseFile) -> list[Evidence]:
    said = verdicts(file, DAY)
    return [one for name, one in said if name == "case_rewritten" and isinstance(one, Evidence)]


HANDED = replace(c.transferred(), case=as_accepted())
TAKEN_AS_HANDED = (NEXT, replace(c.taken_over(), case=as_accepted()))


def test_a_case_that_goes_on_as_it_was_is_no_finding() -> None:
    again = back(as_accepted())

    assert rewritten(HANDED, TAKEN_AS_HANDED, (NEXT, again)) == []


@pytest.mark.parametrize("changes", OTHERWISE.values(), ids=OTHERWISE.keys())
def test_the_window_that_hands_over_other_contents_than_it_accepted_is_charged(
    changes: Mapping[str, object],
) -> None:
    handed = replace(HANDED, case=as_accepted(**changes))

    assert rewritten(handed) == [
        Evidence(charged=x.CENTRE, began=ref(4), subject=x.CASE, event_ids=(ref(2), ref(4)))
    ]


@pytest.mark.parametrize("changes", OTHERWISE.values(), ids=OTHERWISE.keys())
def test_so_is_one_that_hands_back_other_contents_than_it_got(
    changes: Mapping[str, object],
) -> None:
    again = back(as_accepted(**changes))

    (evidence,) = rewritten(HANDED, TAKEN_AS_HANDED, (NEXT, again))

    assert (evidence.charged, evidence.began) == ("astana", ref(2, NEXT))


def test_so_is_one_that_says_it_took_over_what_nobody_handed_it() -> None:
    taken = replace(c.taken_over(), case=as_accepted(receipt_no="r-2"))

    (evidence,) = rewritten(HANDED, (NEXT, taken))

    assert (evidence.charged, evidence.event_ids) == ("astana", (ref(4), ref(1, NEXT)))


def test_where_a_case_comes_back_stands_what_the_window_knew() -> None:
    """The other window is charged, not the one that did not believe it."""
    again = back(as_accepted(receipt_no="r-2"))
    kept = replace(
        c.taken_over(x.day("2024-05-07")), from_agency="astana", from_lane=NEXT, case=as_accepted()
    )

    (evidence,) = rewritten(HANDED, TAKEN_AS_HANDED, (NEXT, again), kept)

    assert evidence.charged == "astana"


def test_what_a_window_did_meanwhile_goes_with_the_case() -> None:
    notice = NoticeGiven(on=x.MAY_3, kind="extension", about=ref(1, x.DELIVERER_LANE), told=LATER)
    sent_on = replace(x.FORWARDED, to_lane="provider.other")
    withdrawn = ApplicationWithdrawn(on=x.MAY_3, applicants=("a-1",))
    handed = replace(
        HANDED,
        case=as_accepted(told=LATER, deliverer_lane="provider.other", applicants=()),
    )

    assert rewritten(notice, sent_on, withdrawn, handed) == []


def test_of_what_the_term_counts_from_another_rule_says() -> None:
    assert rewritten(replace(HANDED, case=as_accepted(accepted_on=x.MAY_10))) == []
