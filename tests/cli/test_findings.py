"""`qyzmet findings` and `qyzmet explain`: what was found, and why."""

from datetime import date
from pathlib import Path

import pytest

from examples.kazakhstan.agencies import CENTRE, DELIVERY_LANE, JUSTICE_ALMATY
from tests.cli.calling import lines, refused, said
from tests.conftest import Demo
from tests.flows.homes import copy_of
from tests.flows.kz_days import kz_days

KEYS = {
    "rule",
    "citation",
    "kind",
    "certainty",
    "charged",
    "subject",
    "due_on",
    "days_late",
    "event_ids",
    "calendar_version",
    "judged_day",
}
MORE_KEYS = {"finding_id", "version", "rules_edition", "reading", "jurisdiction"}


def test_a_finding_for_machines_has_these_members(demo: Demo) -> None:
    found = lines(demo.home, "findings")

    assert found
    assert {frozenset(one) for one in found} == {frozenset(KEYS | MORE_KEYS)}
    assert all(one["citation"].keys() == {"act", "article"} for one in found)


def test_findings_stand_in_order_of_day_rule_and_id(demo: Demo) -> None:
    found = lines(demo.home, "findings")

    keys = [(one["judged_day"], one["rule"], one["finding_id"]) for one in found]
    assert keys == sorted(keys)


def test_one_rule_s_findings_can_be_asked_for(played: Path) -> None:
    (found,) = lines(played, "findings", "--rule", "result_to_centre_late")

    assert found["due_on"] == "2024-05-09"


def test_an_unknown_rule_is_refused_with_the_rules_that_there_are(played: Path) -> None:
    words = refused(played, "findings", "--rule", "too_slow", code=2)

    assert "service_term_missed" in words


def test_the_list_ends_with_its_length(played: Path) -> None:
    *found, length = said(played, "findings").splitlines()

    assert length == "2 findings"
    assert len(found) == 2
    assert "due 2024-05-10, 3 days late" in found[1]
    assert "(arguable)" in found[1]


def test_a_finding_ends_with_the_receipt_number_of_its_case(played: Path) -> None:
    *found, _ = said(played, "findings").splitlines()

    assert [text.rpartition("  ")[2] for text in found] == ["A-2024-000118"] * 2


def test_a_finding_on_a_lane_has_no_receipt_number(joined: Path, tmp_path: Path) -> None:
    home = copy_of(joined, tmp_path)
    with kz_days(home) as days:
        days.close_until(date(2024, 5, 1))
        days.close(silent=[DELIVERY_LANE])

    text, _ = said(home, "findings").splitlines()

    assert "  lane_silent  " in text
    assert text.endswith(f"  {JUSTICE_ALMATY}  due 2024-05-01, open")


def test_an_agency_s_findings_can_be_asked_for(demo: Demo) -> None:
    every = lines(demo.home, "findings")

    found = lines(demo.home, "findings", "--agency", JUSTICE_ALMATY)

    assert found == [one for one in every if one["charged"] == JUSTICE_ALMATY]
    assert len(found) == 2
    assert lines(demo.home, "findings", "--agency", CENTRE) == []
    assert said(demo.home, "findings", "--agency", CENTRE) == "0 findings\n"


def test_an_unknown_agency_is_refused_with_those_that_there_are(played: Path) -> None:
    words = refused(played, "findings", "--agency", "justice-astana")

    assert "'justice-astana' is no agency here" in words
    assert JUSTICE_ALMATY in words


def test_of_what_is_asked_for_all_must_hold(played: Path) -> None:
    asked = ("--agency", JUSTICE_ALMATY, "--case", "A-2024-000118")

    (found,) = lines(played, "findings", *asked, "--rule", "service_term_missed")

    assert found["rule"] == "service_term_missed"


@pytest.mark.parametrize(("when", "number"), [("kz:2024-05-09", 0), ("kz:2024-05-10", 1), ("0", 0)])
def test_findings_are_listed_as_recorded_by_then(played: Path, when: str, number: int) -> None:
    assert len(lines(played, "findings", "--as-of", when)) == number


def test_a_date_alone_does_not_say_whose_day_it_is(played: Path) -> None:
    words = refused(played, "findings", "--as-of", "2024-05-10")

    assert "kz:2024-05-10" in words


def test_a_date_alone_is_the_own_day_of_a_case_that_is_asked_for(played: Path) -> None:
    asked = ("findings", "--case", "A-2024-000118", "--as-of")

    by_date = lines(played, *asked, "2024-05-10")

    assert len(by_date) == 1
    assert by_date == lines(played, *asked, "kz:2024-05-10")


def test_a_finding_of_what_was_not_sent_in_time_says_how_its_date_follows(played: Path) -> None:
    (found,) = lines(played, "findings", "--rule", "result_to_centre_late")

    text = said(played, "explain", found["finding_id"])

    assert text.endswith(
        "  due 10 May\n  to be sent to the centre by Thu 2024-05-09 (5.5(5)): the calendar day "
        "before the term's last, Fri 2024-05-10; no day off moves it\n"
    )


def test_a_finding_is_explained_by_the_beginning_of_its_id(played: Path) -> None:
    (found,) = lines(played, "findings", "--rule", "service_term_missed")

    text = said(played, "explain", found["finding_id"][:12])

    assert text == said(played, "explain", found["finding_id"])
    assert text == said(played, "explain", found["finding_id"][:12].upper())
    assert text.startswith(
        "service_term_missed: The service was not delivered within the standard's term."
    )
    assert "Услуга не оказана в срок" in text
    assert "5.5(1)" in text
    assert "no breach if" in text
    for ref in found["event_ids"]:
        assert f"{ref.partition('/')[0]} #" in text
    assert "Wed 2024-05-08    -  day off moved from Sat 4" in text
    assert text.endswith(
        "  due 10 May\n  working days by who held the case: justice-almaty 3, almaty-centre 1\n"
    )


@pytest.mark.parametrize("beginning", ["", " "])
def test_what_begins_no_finding_or_many_is_refused_in_words(played: Path, beginning: str) -> None:
    assert "not one" in refused(played, "explain", beginning)
