"""`qyzmet case`: found by any of its numbers, told as known at any point of the ledger."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import refused, said
from tests.conftest import Demo

RECEIPT = "A-2024-000118"
JUDGED = "judged are 2024-04-29 to 2024-05-14, and 2024-05-15 is open"


def told(home: Path, number: str, *options: str) -> dict[str, Any]:
    story: dict[str, Any] = json.loads(said(home, "case", number, "--json", *options))
    return story


def test_a_case_is_found_by_its_receipt_its_id_and_the_beginning_of_it(played: Path) -> None:
    by_receipt = told(played, RECEIPT)

    case = by_receipt["case"]
    assert told(played, case) == told(played, case[:8]) == by_receipt


def test_an_imported_case_is_found_by_its_source_s_number(demo: Demo) -> None:
    story = told(demo.home, "case-10011")

    assert story["events"][0]["event"]["data"]["source_ref"] == "case-10011"


def test_the_story_gives_each_event_its_agency_its_local_time_and_its_place(played: Path) -> None:
    text = said(played, "case", RECEIPT)

    assert "  Fri 2024-05-10 16:00  justice-almaty: the result was sent to intake.almaty-1" in text
    assert "[intake.almaty-1 #" in text
    assert "Finding " in text


def test_the_story_gives_the_term_day_by_day(played: Path) -> None:
    text = said(played, "case", RECEIPT)

    assert "Sat 2024-05-04    1  working: Wed 8 moved here" in text
    assert "Thu 2024-05-09    -  Victory Day" in text


def test_the_story_says_how_the_centre_s_date_follows_from_the_term(played: Path) -> None:
    text = said(played, "case", RECEIPT)

    assert (
        "  to be sent to the centre by Thu 2024-05-09 (5.5(5)): the calendar day before the "
        "term's last, Fri 2024-05-10; no day off moves it\n"
    ) in text


def test_as_of_takes_a_date_a_date_of_a_jurisdiction_and_a_size(played: Path) -> None:
    by_date = told(played, RECEIPT, "--as-of", "2024-05-11")

    of_kz = told(played, RECEIPT, "--as-of", "kz:2024-05-11")
    by_size = told(played, RECEIPT, "--as-of", str(by_date["as_of"]))
    assert by_date == of_kz == by_size
    assert by_date != told(played, RECEIPT)


def test_a_case_of_the_log_is_known_at_a_date_of_its_own_ledger(demo: Demo) -> None:
    assert told(demo.home, "case-10011", "--as-of", "2011-10-10")["events"] == []
    day_by_day = told(demo.home, "case-10011", "--as-of", "2011-10-11")
    assert {event["on"] for event in day_by_day["events"]} == {"2011-10-11"}
    assert told(demo.home, "case-10011", "--as-of", "nl:2011-10-11") == day_by_day


def test_of_another_jurisdiction_s_day_the_case_is_told_as_known_then(demo: Demo) -> None:
    """The Kazakh case is younger than the log's import: at a day of the log it was not known."""
    assert told(demo.home, RECEIPT, "--as-of", "nl:2011-12-31")["events"] == []


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ("2024-05-15", f"kz has not judged 2024-05-15; {JUDGED}"),
        ("2024-04-28", f"kz has not judged 2024-04-28; {JUDGED}"),
        ("2024-02-30", "2024-02-30 is no date: day is out of range"),
        ("2024-13-01", "2024-13-01 is no date: month must be in 1..12"),
        ("kz:2024-13-01", "2024-13-01 is no date"),
        ("xx:2024-05-11", "xx has not judged 2024-05-11, nor any other day"),
        ("1000000", "not 1000000"),
        ("yesterday", "'yesterday' is not a size, DATE or JURISDICTION:DATE"),
        ("2024-5-1", "is not a size, DATE or JURISDICTION:DATE"),
        ("-1", "is not a size, DATE or JURISDICTION:DATE"),
    ],
)
def test_a_point_that_the_ledger_does_not_have_is_refused_in_words(
    played: Path, when: str, says: str
) -> None:
    assert says in refused(played, "case", RECEIPT, f"--as-of={when}")


@pytest.mark.parametrize("day", ["2024-04-29", "2024-05-14"])
def test_the_first_and_the_last_day_judged_are_points_of_the_ledger(played: Path, day: str) -> None:
    assert told(played, RECEIPT, "--as-of", day)["as_of"] > 0


def test_at_size_nought_nothing_is_known(played: Path) -> None:
    assert told(played, RECEIPT, "--as-of", "0")["events"] == []
    assert "nothing was known of it" in said(played, "case", RECEIPT, "--as-of", "0")


def test_of_a_case_that_no_ledger_day_has_counted_it_is_said_that_it_is_not_judged_yet(
    demo: Demo,
) -> None:
    """The log's lanes count together, from the day on which each has closed its last (B8)."""
    text = said(demo.home, "case", "case-10011", "--as-of", "nl:2011-10-11")

    assert "Not judged yet: no ledger day has counted it" in text
    assert "No finding" not in text
    assert not told(demo.home, "case-10011", "--as-of", "nl:2011-10-11")["judged"]


def test_of_a_case_that_was_judged_it_is_said_that_there_is_no_finding(played: Path) -> None:
    text = said(played, "case", RECEIPT, "--as-of", "2024-05-03")

    assert text.rstrip().endswith("No finding")
    assert told(played, RECEIPT, "--as-of", "2024-05-03")["judged"]


def test_before_anything_is_known_of_a_case_it_is_not_judged(played: Path) -> None:
    assert "Not judged yet" in said(played, "case", RECEIPT, "--as-of", "2024-05-02")
