"""Queries: each agency its own, the authority the ledger, the charged what was for it."""

from typing import Final

import pytest

from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    AUTHORITY,
    CENTRE,
    DELIVERY_LANE,
    JUSTICE_ALMATY,
    WINDOW_LANE,
)
from services.officers import Role
from tests.http.calling import Caller, officer
from tests.http.words import AUDITOR, CLERK, EXAMINER, code

LATE: Final = "A-2024-000118"
CHARGED: Final = officer(JUSTICE_ALMATY, Role.AUDITOR)
STRANGER: Final = officer(CENTRE, Role.AUDITOR)


def findings(call: Caller, query: str = "") -> list[dict[str, str]]:
    answer = call("GET", f"/findings{query}", AUDITOR)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, str]] = answer.json()["findings"]
    return found


def test_the_authority_sees_all_findings_and_chooses_among_them(fortnight: Caller) -> None:
    every = findings(fortnight)

    assert {one["rule"] for one in every} == {"service_term_missed", "result_to_centre_late"}
    assert findings(fortnight, "?rule=service_term_missed") == every[1:]
    assert findings(fortnight, f"?case={LATE}") == every
    assert findings(fortnight, f"?agency={CENTRE}") == []
    assert findings(fortnight, "?as_of=kz:2024-05-03") == []


def test_the_charged_agency_sees_its_own_findings_and_another_none(fortnight: Caller) -> None:
    own = fortnight("GET", "/findings", CHARGED).json()["findings"]

    assert own == findings(fortnight)
    assert fortnight("GET", "/findings", STRANGER).json() == {"findings": []}


def test_a_finding_is_explained_to_who_may_know_of_it(fortnight: Caller) -> None:
    path = f"/findings/{findings(fortnight)[0]['finding_id']}"
    told = fortnight("GET", path, AUDITOR).json()

    assert told["stands"]
    assert any("5.5(5)" in line for line in told["explanation"])
    assert fortnight("GET", path, CHARGED).status_code == 200
    assert code(fortnight("GET", path, STRANGER)) == (403, "not-charged")
    assert code(fortnight("GET", "/findings/absent", STRANGER)) == (403, "not-charged")
    assert code(fortnight("GET", "/findings/absent", AUDITOR)) == (404, "finding-unknown")


def test_a_case_file_is_for_the_authority_and_of_it_the_charged_sees_what_was_for_it(
    fortnight: Caller,
) -> None:
    whole = fortnight("GET", f"/cases/{LATE}", AUDITOR).json()
    charged = fortnight("GET", f"/cases/{LATE}", CHARGED).json()

    assert whole["findings"] == charged["findings"]
    assert len(charged["events"]) < len(whole["events"])
    assert all(
        JUSTICE_ALMATY in one["event"]["to"].split() or one["event"]["to"] == "*"
        for one in charged["events"]
    )


def test_nobody_is_told_whether_there_is_a_case_that_it_is_not_charged_in(
    fortnight: Caller,
) -> None:
    there = fortnight("GET", f"/cases/{LATE}", STRANGER)
    absent = fortnight("GET", "/cases/A-1999-1", STRANGER)

    assert code(there) == code(absent) == (403, "not-charged")
    assert there.json()["detail"] == absent.json()["detail"]
    assert code(fortnight("GET", "/cases/A-1999-1", AUDITOR)) == (404, "no-such-case")


def test_a_case_file_is_as_known_at_a_point_of_the_ledger(fortnight: Caller) -> None:
    then = fortnight("GET", f"/cases/{LATE}?as_of=2024-05-03", AUDITOR).json()

    assert then["findings"] == []
    assert {one["event"]["data"]["on"] for one in then["events"]} == {"2024-05-03"}
    assert code(fortnight("GET", f"/cases/{LATE}?as_of=9999", AUDITOR)) == (404, "no-such-size")
    assert code(fortnight("GET", f"/cases/{LATE}?as_of=x", AUDITOR)) == (400, "as-of-unreadable")


def test_a_window_tells_its_cases_with_the_version_that_a_command_is_asked_on(
    fortnight: Caller,
) -> None:
    listed = fortnight("GET", f"/lanes/{WINDOW_LANE}/cases", CLERK).json()
    first, second = listed["cases"]
    shown = fortnight("GET", f"/lanes/{WINDOW_LANE}/cases/{first['case']}", CLERK)
    rest = fortnight("GET", f"/lanes/{WINDOW_LANE}/cases?after={first['case']}", CLERK).json()

    assert not listed["more"]
    assert shown.headers["etag"] == f'"{first["version"]}"'
    assert shown.json()["status"] == first["status"] == "closed"
    assert len(shown.json()["events"]) == first["version"]
    assert rest["cases"] == [second]


def test_what_is_to_be_done_stands_with_day_and_article(fortnight: Caller) -> None:
    told = fortnight("GET", f"/lanes/{DELIVERY_LANE}/todo", EXAMINER).json()

    assert {task["what"] for task in told["tasks"]} == {"answer_finding"}
    assert {task["article"] for task in told["tasks"]} == {"20"}


def test_whether_an_event_was_received_is_told_with_its_proof(fortnight: Caller) -> None:
    case = fortnight("GET", f"/lanes/{WINDOW_LANE}/cases", CLERK).json()["cases"][0]["case"]
    told = fortnight("GET", f"/lanes/{WINDOW_LANE}/events/application-{case}:2", CLERK).json()

    assert told["seal"]["holds"]
    assert told["ledger"]["judged"]
    assert JUSTICE_ALMATY in {one["agency"] for one in told["readings"]}
    absent = fortnight("GET", f"/lanes/{WINDOW_LANE}/events/application-{case}:99", CLERK)
    assert code(absent) == (404, "event-unknown")


def test_lanes_are_told_with_size_root_and_key(fortnight: Caller) -> None:
    every = fortnight("GET", "/lanes", AUDITOR).json()["lanes"]
    own = fortnight("GET", "/lanes", officer(CENTRE, Role.OPERATOR)).json()["lanes"]

    assert {AUDIT_LANE, WINDOW_LANE, DELIVERY_LANE} <= {one["lane"] for one in every}
    assert [one["lane"] for one in own] == [WINDOW_LANE]
    assert all(one["size"] and one["root"] and one["key"] for one in every)


def test_a_due_date_is_explained_day_by_day(fortnight: Caller) -> None:
    told = fortnight("GET", "/law/due?from=2024-05-03&term=3 working days", CLERK).json()

    assert told["due_on"] == "2024-05-10"
    assert told["days"][1]["says"] == "working: Wed 8 moved here"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("from=2024-05-03", "term"),
        ("from=2024-02-30&term=1 day", "from"),
        ("from=3 May&term=1 day", "from"),
        ("from=2024-05-03&term=soon", "term"),
        ("from=2024-05-03&term=as told", "term"),
        ("from=2024-05-03&term=1 day&week=7", "week"),
        ("from=2024-05-03&term=1 day&calendar=atlantis", "calendar"),
        ("from=2024-05-03&term=1 day&backward=yes", "backward"),
        ("from=2024-05-03&term=1 day&backward=true&first_day_counted=true", "first_day_counted"),
    ],
)
def test_a_word_of_a_query_that_is_wrong_is_named(
    fortnight: Caller, query: str, field: str
) -> None:
    answer = fortnight("GET", f"/law/due?{query}", CLERK)

    assert code(answer) == (400, "parameter-malformed")
    assert answer.json()["field"] == field


@pytest.mark.parametrize("query", ["rule=service_term_missed&rule=x", "sort=day"])
def test_a_word_that_stands_twice_or_is_unknown_is_refused(fortnight: Caller, query: str) -> None:
    answer = fortnight("GET", f"/findings?{query}", AUDITOR)

    assert code(answer) == (400, "parameter-unknown")


def test_a_term_beyond_the_calendars_is_not_counted(fortnight: Caller) -> None:
    answer = fortnight("GET", "/law/due?from=2099-01-01&term=3 working days", CLERK)

    assert code(answer) == (409, "calendar-gap")


def test_answers_are_kept_nowhere(fortnight: Caller) -> None:
    for path in ("/lanes", "/findings", "/nowhere"):
        assert fortnight("GET", path, AUDITOR).headers["cache-control"] == "no-store"


def test_health_and_figures_need_no_token_and_name_no_case(fortnight: Caller) -> None:
    case = fortnight("GET", f"/lanes/{WINDOW_LANE}/cases", CLERK).json()["cases"][0]["case"]
    fortnight("GET", f"/lanes/{WINDOW_LANE}/cases/{case}", CLERK)
    figures = fortnight("GET", "/metrics").text

    assert fortnight("GET", "/livez").json() == fortnight("GET", "/readyz").json()
    assert "qyzmet_requests_total" in figures
    assert f'qyzmet_lane_events{{lane="{WINDOW_LANE}"}}' in figures
    assert case not in figures
    assert AUTHORITY not in figures
