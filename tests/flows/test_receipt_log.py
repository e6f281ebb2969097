"""The receipt log: what is late comes out of the rule, whatever the log."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

import events
import examples
import services
from examples.receipt.log_file import RECEIPT_LOG, read_text
from services.audit.application.summary import Tally
from tests.conftest import Demo
from tests.examples.independent_count import Count, count
from tests.examples.receipt_log import case, text
from tests.flows.homes import (
    INTAKE,
    PROVIDER,
    copy_of,
    findings_of,
    import_log,
    lanes_of,
    summary_of,
)
from tests.flows.small_log import LATE, ON_TIME, WEEK_LATE, log, told


def counted(home: Path) -> Count:
    """What the ledger says, in the shape of the count that knows nothing of it."""
    total = summary_of(home).total
    return Count(total.finished, total.finished_late, total.open, total.open_late)


def test_the_ledger_of_the_real_log_agrees_with_the_independent_count(demo: Demo) -> None:
    independent = count(read_text(RECEIPT_LOG))

    found = [one for one in findings_of(demo.home) if one.jurisdiction == "nl"]

    assert counted(demo.home) == independent
    assert {one.rule for one in found} == {"service_term_missed"}
    assert sum(one.days_late is not None for one in found) == independent.ended_late
    assert sum(one.days_late is None for one in found) == independent.open_past_due


def test_the_channels_add_up_to_the_whole_log(demo: Demo) -> None:
    counted = summary_of(demo.home)

    tallies = counted.by_channel.values()
    assert counted.total == Tally(
        finished=sum(one.finished for one in tallies),
        finished_late=sum(one.finished_late for one in tallies),
        open=sum(one.open for one in tallies),
        open_late=sum(one.open_late for one in tallies),
    )
    assert len(counted.by_channel) > 1


def test_where_the_norm_is_as_told_no_told_date_can_be_called_wrong(demo: Demo) -> None:
    counted = summary_of(demo.home)

    assert counted.undecidable == {"told_wrong": counted.total.finished + counted.total.open}


@pytest.mark.parametrize(("moved_to", "late"), [(ON_TIME, 2), (LATE, 3)])
def test_moving_one_end_over_its_told_date_moves_the_count_by_one(
    tmp_path: Path, moved_to: str, late: int
) -> None:
    cases = log(LATE, ON_TIME, moved_to)

    import_log(tmp_path / "home", text(*cases))

    assert counted(tmp_path / "home") == count(text(*cases)) == Count(4, late, 0, 0)
    days_late = sorted(one.days_late or 0 for one in findings_of(tmp_path / "home"))
    assert days_late == [1] * (late - 1) + [7]


def test_another_log_in_the_same_columns_gives_its_own_numbers(tmp_path: Path) -> None:
    cases = [
        told(1, WEEK_LATE),
        told(2, ON_TIME, channel="Internet"),
        told(3, channel="Internet"),
    ]

    imported = import_log(tmp_path / "home", text(*cases))

    found = findings_of(tmp_path / "home")
    assert counted(tmp_path / "home") == count(text(*cases)) == Count(2, 1, 1, 1)
    assert sorted((str(one.due_on), one.days_late or 0) for one in found) == [
        ("2024-03-06", 0),
        ("2024-03-06", 7),
    ]
    assert {str(one.judged_day) for one in found} == {str(imported.last_day)}
    assert set(summary_of(tmp_path / "home").by_channel) == {"desk", "internet"}


def test_a_log_of_days_that_are_judged_already_counts_on_the_next_ledger_day(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    first = import_log(home, text(*log()))

    import_log(home, text(told(1, LATE)), agency="village")

    assert {INTAKE, PROVIDER, "intake.village", "provider.village"} < lanes_of(home).keys()
    assert [(one.charged, one.judged_day) for one in findings_of(home)] == [
        ("town", first.last_day),
        ("village", first.last_day + timedelta(days=1)),
    ]


def test_a_log_that_begins_after_another_one_is_judged_to_its_own_end(tmp_path: Path) -> None:
    """The idle days between the two are closed on the ledger, too: its days ascend by one."""
    home = tmp_path / "home"
    import_log(home, text(told(1, ON_TIME)))
    months_later = case(1, start="2024-05-06 08:00:00+02:00", deadline="2024-05-06 12:00:00+02:00")
    later = [line | {"time:timestamp": "2024-05-08 09:00:00+02:00"} for line in months_later]

    imported = import_log(home, text(later), agency="village")

    assert [one.judged_day for one in findings_of(home)] == [imported.last_day]


def test_a_second_import_adds_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = import_log(home, text(*log(LATE, ON_TIME)))
    before = lanes_of(home)

    again = import_log(home, text(*log(LATE, ON_TIME)))

    assert first.events_added > 0
    assert again.events_added == 0
    assert lanes_of(home) == before


def test_a_second_demo_adds_nothing_to_any_lane(demo: Demo, tmp_path: Path) -> None:
    home = copy_of(demo.home, tmp_path)
    before = lanes_of(home)

    import_log(home, read_text(RECEIPT_LOG), agency="receipt-office")

    assert lanes_of(home) == before


def test_the_headline_numbers_stand_nowhere_in_the_product() -> None:
    independent = count(read_text(RECEIPT_LOG))
    written = rf"\b({independent.ended_late}|{independent.ended:_}|{independent.ended})\b"

    for package in (events, services, examples):
        for file in Path(package.__path__[0]).rglob("*.py"):
            assert not re.search(written, file.read_text("utf-8")), file
