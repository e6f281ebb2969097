"""The two live cases: one lawful, one late in both ways, and what was known when (22.1)."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from services.cli.main import main

LAWFUL, LATE = "A-2024-000117", "A-2024-000118"


def told(home: Path, number: str, *options: str) -> dict[str, Any]:
    result = CliRunner().invoke(main, ["--home", str(home), "case", number, "--json", *options])
    assert result.exit_code == 0, result.output
    story: dict[str, Any] = json.loads(result.output)
    return story


def by_rule(story: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found = {finding["rule"]: finding for finding in story["findings"]}
    assert len(found) == len(story["findings"])
    return found


def test_the_lawful_case_has_no_finding(played: Path) -> None:
    story = told(played, LAWFUL)

    assert story["findings"] == []
    assert story["due_on"] == story["told_due_on"] == "2024-05-10"
    assert [event["event"]["type"] for event in story["events"]] == [
        "intake.application_lodged.v1",
        "intake.application_accepted.v1",
        "intake.application_forwarded.v1",
        "provider.case_registered.v1",
        "intake.result_received.v1",
        "intake.notice_given.v1",
        "provider.decision_made.v1",
        "provider.result_sent.v1",
        "intake.result_handed_out.v1",
    ]


def test_the_late_case_has_the_two_findings_that_the_law_gives_it(played: Path) -> None:
    story = told(played, LATE)

    found = by_rule(story)
    case = story["case"]
    accepted = f"intake.almaty-1/application-{case}:2"
    assert found.keys() == {"service_term_missed", "result_to_centre_late"}
    assert all(finding["charged"] == "justice-almaty" for finding in found.values())
    missed, sent_late = found["service_term_missed"], found["result_to_centre_late"]
    assert (missed["due_on"], missed["days_late"], missed["judged_day"]) == (
        "2024-05-10",
        3,
        "2024-05-13",
    )
    assert missed["event_ids"] == [
        accepted,
        f"provider.justice-almaty/delivery-{case}:2",
        f"intake.almaty-1/application-{case}:4",
    ]
    assert (sent_late["due_on"], sent_late["days_late"], sent_late["judged_day"]) == (
        "2024-05-09",
        1,
        "2024-05-10",
    )
    assert sent_late["event_ids"] == [accepted, f"provider.justice-almaty/delivery-{case}:3"]


def test_the_day_after_the_term_it_is_an_open_breach(played: Path) -> None:
    story = told(played, LATE, "--as-of", "2024-05-11")

    missed = by_rule(story)["service_term_missed"]
    assert (missed["version"], missed["due_on"], missed["days_late"]) == (1, "2024-05-10", None)
    assert missed["judged_day"] == "2024-05-11"
    assert "intake.result_received.v1" not in [one["event"]["type"] for one in story["events"]]


def test_the_late_result_is_a_new_version_of_the_same_finding(played: Path) -> None:
    before = by_rule(told(played, LATE, "--as-of", "2024-05-12"))["service_term_missed"]
    after = by_rule(told(played, LATE, "--as-of", "2024-05-13"))["service_term_missed"]

    assert (before["version"], after["version"]) == (1, 2)
    assert before["finding_id"] == after["finding_id"]
    assert before["days_late"] is None


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        ("2024-05-09", set()),
        ("2024-05-10", {"result_to_centre_late"}),
        ("2024-05-11", {"result_to_centre_late", "service_term_missed"}),
    ],
)
def test_a_breach_is_known_from_the_day_after_its_last_lawful_day(
    played: Path, day: str, rules: set[str]
) -> None:
    assert by_rule(told(played, LATE, "--as-of", day)).keys() == rules


def test_before_its_day_nothing_was_known_of_the_case(played: Path) -> None:
    story = told(played, LATE, "--as-of", "2024-05-02")

    assert (story["events"], story["findings"], story["due_on"]) == ([], [], None)
