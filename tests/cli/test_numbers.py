"""A case, an event and a finding are found by a complaint's number and by a place, LANE #SEQ."""

from pathlib import Path

import pytest

from examples.kazakhstan.agencies import AUDIT_LANE, WINDOW_LANE
from tests.cli.calling import lines, refused, said

RECEIPT = "A-2024-000119"
"""A case that went through all stages of a complaint."""
FOREIGN = "C-2024-000001"
"""A complaint in the book of an agency whose software is not ours."""


def case_of(home: Path, number: str) -> str:
    (told,) = lines(home, "case", number)
    case: str = told["case"]
    return case


def registrations(home: Path) -> list[str]:
    """Give the numbers under which bodies have registered the complaint of the case."""
    (told,) = lines(home, "case", RECEIPT)
    events = (one["event"] for one in told["events"])
    kind = "complaints.complaint_registered.v1"
    return [one["data"]["registration_no"] for one in events if one["type"] == kind]


def test_a_complaint_s_number_finds_its_case(summer: Path) -> None:
    first, *later = registrations(summer)

    assert later
    for number in (first, first.upper(), *later):
        assert case_of(summer, number) == case_of(summer, RECEIPT)


def test_a_complaint_s_id_finds_its_case(summer: Path) -> None:
    (told,) = lines(summer, "case", RECEIPT)
    (lodged,) = [
        one["event"]["data"]["complaint_id"]
        for one in told["events"]
        if one["event"]["type"] == "intake.complaint_handed_in.v1"
    ]

    assert case_of(summer, lodged) == told["case"]


def test_a_number_in_the_book_of_other_software_finds_its_case(summer: Path) -> None:
    assert "was registered under C-2024-000001" in said(summer, "case", FOREIGN)
    assert "was registered under C-2024-000001" in said(summer, "event", FOREIGN)


def test_a_place_finds_its_case_however_it_is_written(summer: Path) -> None:
    case = case_of(summer, RECEIPT)
    (told,) = lines(summer, "case", RECEIPT)
    lane, seq = told["events"][0]["lane"], told["events"][0]["seq"]

    for typed in (f"{lane} #{seq}", f"{lane}#{seq}", f"[{lane} #{seq}]"):
        assert case_of(summer, typed) == case


def test_a_place_finds_its_event_and_so_does_the_number_that_it_gave(summer: Path) -> None:
    (told,) = lines(summer, "case", RECEIPT)
    (accepted,) = [
        one for one in told["events"] if one["event"]["type"] == "intake.application_accepted.v1"
    ]
    by_number = said(summer, "event", RECEIPT.lower())

    assert "accepted under receipt A-2024-000119" in by_number
    assert said(summer, "event", f"{accepted['lane']} #{accepted['seq']}") == by_number


def test_a_place_of_a_lane_that_is_not_here_is_shown_from_the_archive(summer: Path) -> None:
    assert said(summer, "event", "provider.kegen #3").startswith("provider.kegen/day-book:3  ")


def test_the_ledger_s_own_event_is_shown_by_its_place(summer: Path) -> None:
    assert said(summer, "event", f"{AUDIT_LANE} #1").startswith(f"{AUDIT_LANE}/")


def test_a_number_that_several_events_bear_is_answered_with_their_places(summer: Path) -> None:
    words = refused(summer, "event", case_of(summer, RECEIPT))

    assert "which-event: " in words
    assert "name one event of it, such as complaints." in words


@pytest.mark.parametrize("command", ["case", "event", "explain"])
@pytest.mark.parametrize("place", ["intake.nowhere #1", f"{WINDOW_LANE} #99999"])
def test_a_place_where_nothing_stands_is_refused_in_words(
    summer: Path, command: str, place: str
) -> None:
    words = refused(summer, command, place)

    assert "event-unknown: " in words
    assert place in words


def test_an_event_of_no_case_leads_to_none(summer: Path) -> None:
    assert "no-such-case: " in refused(summer, "case", f"{AUDIT_LANE} #1")


@pytest.mark.parametrize("typed", [RECEIPT, RECEIPT.lower()])
def test_all_findings_of_a_case_are_explained_by_its_number(summer: Path, typed: str) -> None:
    standing = lines(summer, "findings", "--case", RECEIPT)

    text = said(summer, "explain", typed)

    assert len(standing) > 1
    assert text.count("\nFinding    ") == len(standing)
    assert all(one["finding_id"] in text for one in standing)


def test_a_finding_is_explained_by_the_place_at_which_it_was_made(summer: Path) -> None:
    (found, *_) = lines(summer, "findings", "--case", RECEIPT)
    (made,) = lines(summer, "event", f"{AUDIT_LANE}/finding-{found['finding_id']}:1")
    place = f"{AUDIT_LANE} #{made['seq']}"

    assert said(summer, "explain", place) == said(summer, "explain", found["finding_id"])
    assert case_of(summer, place) == found["subject"]


def test_what_leads_to_no_finding_is_said_so(summer: Path) -> None:
    words = refused(summer, "explain", "zz")

    assert "begins no finding's id, and is no case's number" in words


def test_a_case_without_a_finding_has_nothing_to_explain(played: Path) -> None:
    words = refused(played, "explain", "A-2024-000117")

    assert "which-finding: No finding of case" in words
