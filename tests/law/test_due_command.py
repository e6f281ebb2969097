"""`qyzmet due` answers with a date and its days, or says what is wrong."""

import pytest
from click.testing import CliRunner, Result
from msgspec import json

from services.cli.due import due


def ask(*options: str) -> Result:
    return CliRunner().invoke(due, options)


def test_it_shows_one_line_a_day_and_a_closing_sentence() -> None:
    answer = ask("--from", "2024-05-03", "--term", "3 working days", "--calendar", "kz")

    assert answer.exit_code == 0
    shown = answer.output.splitlines()
    assert len(shown) == 9
    assert "working: Wed 8 moved here" in shown[1]
    assert shown[-1] == (
        "3 working days from Fri 2024-05-03: due Fri 2024-05-10 (5-day week, calendar kz/2024/2)."
    )


def test_it_answers_in_one_line_of_json() -> None:
    answer = ask("--from", "2024-05-03", "--term", "3 working days", "--week", "6", "--json")

    assert len(answer.output.splitlines()) == 1
    found = json.decode(answer.output)
    assert (found["due_on"], found["calendar_version"]) == ("2024-05-08", "kz/2024/2")
    assert found["days"][1] == {
        "on": "2024-05-04",
        "code": "counted",
        "number": 1,
        "says": "",
        "calendar_version": "kz/2024/2",
    }


def test_it_counts_by_the_calendar_known_on_a_date() -> None:
    asked = ("--from", "2024-06-05", "--term", "8 working days", "--json")

    assert json.decode(ask(*asked).output)["due_on"] == "2024-06-17"
    known = json.decode(ask(*asked, "--known-on", "2024-06-06").output)
    assert (known["due_on"], known["calendar_version"]) == ("2024-06-18", "kz/2024/1")


def test_it_counts_the_first_day_and_counts_back() -> None:
    counted = ask("--from", "2024-05-03", "--term", "3 working days", "--first-day-counted")
    back = ask("--from", "2013-05-14", "--term", "3 working days", "--backward")

    assert "due Mon 2024-05-06" in counted.output
    assert "before Tue 2013-05-14: by Mon 2013-05-06" in back.output


def test_back_in_working_days_both_readings_are_told() -> None:
    """The notice of 19.6: the third working day back, or three whole days between (T-notice)."""
    asked = ("--from", "2013-05-14", "--term", "3 working days", "--backward")

    assert ask(*asked).output.splitlines()[-1] == (
        "Read strictly, with 3 working days between the two days: by Sat 2013-05-04; "
        "later than that alone is arguable (19.6)."
    )
    told = json.decode(ask(*asked, "--json").output)
    assert (told["due_on"], told["strictly_by"]) == ("2013-05-06", "2013-05-04")


@pytest.mark.parametrize(
    "options", [("--term", "1 day", "--backward"), ("--term", "3 working days")], ids=" ".join
)
def test_where_there_is_one_reading_one_is_told(options: tuple[str, ...]) -> None:
    asked = ("--from", "2024-05-10", *options)

    assert "strictly" not in ask(*asked).output
    assert json.decode(ask(*asked, "--json").output)["strictly_by"] is None


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--from", "2024-02-30", "--term", "1 day"), "'2024-02-30' does not match"),
        (("--from", "2024-05-03", "--term", "3 cows"), "'3 cows' is not a term"),
        (("--from", "2024-05-03", "--term", "as told"), "is not counted"),
        (("--from", "2024-05-03", "--term", "1 day", "--week", "7"), "'7' is not one of"),
        (("--from", "2024-05-03", "--term", "1 day", "--calendar", "nl"), "only for: kz"),
        (("--from", "2025-12-30", "--term", "5 working days"), "no calendar covers 2026-01-01"),
        (("--from", "2024-05-03", "--term", "1 day", "--known-on", "2001-01-01"), "2001-01-01"),
        (
            ("--from", "2024-05-03", "--term", "1 day", "--backward", "--first-day-counted"),
            "--backward counts from the day before",
        ),
    ],
)
def test_bad_input_is_refused_with_a_reason_and_exit_code_2(
    options: tuple[str, ...], says: str
) -> None:
    answer = ask(*options)

    assert answer.exit_code == 2
    assert says in answer.output


@pytest.mark.parametrize(
    "arguments", [["--from", "9999-12-31"], ["--from", "0001-01-01", "--backward"]]
)
def test_a_term_that_leaves_all_years_is_refused_in_words(arguments: list[str]) -> None:
    answer = CliRunner().invoke(due, [*arguments, "--term", "3 calendar days"])

    assert answer.exit_code == 2
    assert "years" in answer.output or "cover" in answer.output
