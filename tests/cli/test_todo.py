"""`qyzmet todo`: what each office must do next; overdue by the lane's own days, not by a clock."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from examples.kazakhstan.agencies import (
    CENTRE,
    DELIVERY_LANE,
    FIRST_DAY,
    JUSTICE_ALMATY,
    LANES,
    STANDARDS_LANE,
    WINDOW_LANE,
)
from examples.kazakhstan.cases import steps
from examples.kazakhstan.play import FORTNIGHT
from examples.kazakhstan.scenario import CLERK, STANDARD_AT
from services.driver import Driver
from tests.cli.calling import lines, refused, said
from tests.conftest import Demo
from tests.flows.homes import INTAKE, copy_of, driven

TAKEN_IN = 5
"""Steps of the scenario: two cases accepted, and the papers of the second one forwarded."""
LAST_TO_SEND = date(2024, 5, 9)


@pytest.fixture(scope="module")
def begun(joined: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Kazakh realm on 3 May: two cases are at their deliverer, nothing is decided."""
    home = copy_of(joined, tmp_path_factory.mktemp("begun"))
    with driven(home) as driver:
        driver.do(STANDARDS_LANE, FORTNIGHT.norms(), actor=CLERK, time=STANDARD_AT)
        close_to(driver, date(2024, 5, 2))
        every = sorted(steps(driver.realm.instance(WINDOW_LANE).mint.id), key=lambda s: s.time)
        for step in every[:TAKEN_IN]:
            command = [(step.command_id, step.command)]
            driver.do(step.lane, command, actor=step.actor, time=step.time)
    return home


def closed_to(begun: Path, to: Path, last: date) -> Path:
    """Close the days of all lanes up to one."""
    home = copy_of(begun, to)
    with driven(home) as driver:
        close_to(driver, last)
    return home


def close_to(driver: Driver, last: date) -> None:
    for lane in LANES:
        for day in open_days(driver, lane, last):
            driver.close_day([lane], day, time=f"{day}T18:59:59Z")


def open_days(driver: Driver, lane: str, last: date) -> Iterator[date]:
    with driver.realm.store(lane).reading() as tx:
        closed = len(tx.history(["day-book"]).get("day-book", ()))
    day = FIRST_DAY + timedelta(days=closed)
    while day <= last:
        yield day
        day += timedelta(days=1)


def of(home: Path, what: str, *options: str) -> list[dict[str, Any]]:
    return [row for row in lines(home, "todo", *options) if row["what"] == what]


def test_a_deliverer_s_cases_are_to_be_sent_the_day_before_their_term_ends(begun: Path) -> None:
    rows = of(begun, "decide")

    assert [row["due_on"] for row in rows] == ["2024-05-09", "2024-05-09"]
    assert {row["article"] for row in rows} == {"5.5(5)"}
    assert {(row["agency"], row["lane"]) for row in rows} == {(JUSTICE_ALMATY, DELIVERY_LANE)}
    assert not any(row["overdue"] for row in rows)


@pytest.mark.parametrize(("days", "overdue"), [(-1, False), (0, True)])
def test_a_task_is_overdue_once_the_lane_has_closed_its_last_day(
    begun: Path, tmp_path: Path, days: int, *, overdue: bool
) -> None:
    home = closed_to(begun, tmp_path, LAST_TO_SEND + timedelta(days=days))

    rows = of(home, "decide")

    assert {row["overdue"] for row in rows} == {overdue}
    assert {row["open_day"] for row in rows} == {str(LAST_TO_SEND + timedelta(days=days + 1))}
    assert ("OVERDUE" in said(home, "todo")) is overdue


def test_a_person_reads_the_day_the_article_and_the_case(begun: Path) -> None:
    first, *tasks, last = said(begun, "todo", "--lane", DELIVERY_LANE).splitlines()

    assert first == f"{DELIVERY_LANE} ({JUSTICE_ALMATY}), open day Fri 2024-05-03"
    assert tasks[0].startswith(
        "  Thu 2024-05-09  Decide the case and send the result to the centre"
    )
    assert last == "2 tasks: 0 overdue, 0 waiting for others"


def test_a_list_may_be_of_one_agency(begun: Path) -> None:
    assert {row["agency"] for row in lines(begun, "todo", "--agency", JUSTICE_ALMATY)} == {
        JUSTICE_ALMATY
    }
    assert lines(begun, "todo", "--agency", CENTRE) == []


def test_reading_the_lists_writes_nothing(begun: Path) -> None:
    before = said(begun, "lanes")

    said(begun, "todo")

    assert said(begun, "lanes") == before


def test_findings_that_stand_are_listed_with_whom_they_charge_and_told_in_one_line(
    played: Path,
) -> None:
    findings = lines(played, "findings", "--agency", JUSTICE_ALMATY)

    rows = of(played, "answer_finding", "--agency", JUSTICE_ALMATY)

    assert {row["about"].split("-")[1][:64] for row in rows} == {
        one["finding_id"] for one in findings
    }
    text = said(played, "todo", "--agency", JUSTICE_ALMATY)
    assert f"{len(findings)} findings stand: accept or dispute (20)" in text


def test_when_all_is_done_that_is_said(played: Path) -> None:
    assert said(played, "todo", "--agency", CENTRE) == (
        "0 tasks: 0 overdue, 0 waiting for others\n"
    )


def test_a_lane_of_the_past_is_listed_only_by_name(demo: Demo) -> None:
    rows = lines(demo.home, "todo")
    (past,) = {row["lane"] for row in lines(demo.home, "lanes") if row["historic"]} & {
        row["lane"] for row in lines(demo.home, "lanes") if row["lane"].startswith("provider.")
    }

    assert past not in {row["lane"] for row in rows}
    open_cases = of(demo.home, "decide", "--lane", past)
    assert open_cases
    assert INTAKE not in {row["lane"] for row in open_cases}


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--lane", "intake.nowhere"), "intake.nowhere has no to-do list here; there are"),
        (("--lane", "audit.authority"), "audit.authority has no to-do list here; there are"),
        (("--agency", "nobody"), "'nobody' is no agency here"),
    ],
)
def test_who_is_not_here_is_refused_in_words(
    played: Path, options: tuple[str, ...], says: str
) -> None:
    assert says in refused(played, "todo", *options)


def test_a_decision_that_a_later_stage_has_made_is_no_task_any_more(summer: Path) -> None:
    """The second body let its term pass; the authority has decided (19.2, 19.5)."""
    assert of(summer, "decide_complaint", "--lane", "complaints.justice") == []


@pytest.mark.parametrize("agency", ["kegen-land", "talgar-centre"])
def test_of_an_agency_whose_software_is_elsewhere_that_is_said(summer: Path, agency: str) -> None:
    findings = lines(summer, "findings", "--agency", agency)

    first, second = said(summer, "todo", "--agency", agency).splitlines()

    assert f"are kept by {agency}'s own software, not here" in first
    assert second.startswith(f"of {agency} the ledger knows: {len(findings)} finding")
    assert lines(summer, "todo", "--agency", agency) == []
