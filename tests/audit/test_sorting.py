"""A lane's events are sorted as they come: what stands where it should not is odd (B1, B11, I4)."""

from collections.abc import Mapping
from datetime import date

import pytest

from events import codec
from services.audit.projections.sorting import Rows
from tests.flows.foreign import FOREIGN, Book

FIRST = date(2024, 4, 29)


def sorted_rows(*raws: bytes | str, before: Mapping[str, int] = {}) -> Rows:
    """Sort a lane's events from seq 11 on; of a text only the id can be read."""
    rows = Rows(FOREIGN, FIRST, before.get, historic=False)
    for seq, raw in enumerate(raws, 11):
        if isinstance(raw, str):
            rows.pass_by(seq, raw)
        else:
            rows.add(seq, raw, codec.read(raw))
    return rows


def odd(rows: Rows) -> list[tuple[str, int]]:
    return [(one.kind, one.seq) for one in rows.oddities]


def step(version: int) -> bytes:
    return Book().event(id=f"talk-foreign:{version}")


def closed(number: int, day: str) -> bytes:
    return Book().event(
        id=f"day-book:{number}",
        type="provider.day_closed.v1",
        subject="day-book",
        data={"on": day, "date": day},
    )


def test_versions_that_rise_by_one_from_one_are_not_odd() -> None:
    assert odd(sorted_rows(step(1), step(2), step(3))) == []


def test_a_version_whose_predecessor_is_missing_is_odd_and_its_successors_are_not() -> None:
    assert odd(sorted_rows(step(1), step(3), step(4))) == [("version_skipped", 12)]


def test_a_stream_that_does_not_begin_with_one_is_odd() -> None:
    assert odd(sorted_rows(step(2))) == [("version_skipped", 11)]


def test_a_predecessor_that_comes_afterwards_was_missing() -> None:
    assert odd(sorted_rows(step(1), step(3), step(2))) == [("version_skipped", 12)]


def test_a_predecessor_in_an_earlier_stretch_is_there() -> None:
    assert odd(sorted_rows(step(3), before={"talk-foreign:2": 7})) == []
    assert odd(sorted_rows(step(3), before={"talk-foreign:1": 7})) == [("version_skipped", 11)]


def test_a_predecessor_that_cannot_be_read_is_there() -> None:
    assert odd(sorted_rows(step(1), "talk-foreign:2", step(3))) == []


def test_of_two_events_with_one_id_the_first_counts_also_if_it_cannot_be_read() -> None:
    rows = sorted_rows("talk-foreign:1", step(1), step(2))

    assert odd(rows) == [("id_repeated", 12)]
    assert [row.seq for row in rows.cases] == [13]


def test_what_is_missing_is_counted_in_the_books_of_the_lane_too() -> None:
    rows = sorted_rows(closed(2, "2024-04-29"))

    assert odd(rows) == [("version_skipped", 11)]
    assert [row.day for row in rows.days] == ["2024-04-29"]


@pytest.mark.parametrize("day", ["2024-04-28", "2024-04-30"])
def test_a_day_that_is_not_the_next_is_odd_and_does_not_count(day: str) -> None:
    rows = sorted_rows(closed(1, day), closed(2, "2024-04-29"))

    assert odd(rows) == [("day_out_of_order", 11)]
    assert [row.day for row in rows.days] == ["2024-04-29"]


def test_a_day_closed_twice_is_odd_once() -> None:
    rows = sorted_rows(closed(1, "2024-04-29"), closed(2, "2024-04-29"), closed(3, "2024-04-30"))

    assert odd(rows) == [("day_out_of_order", 12)]
    assert [row.day for row in rows.days] == ["2024-04-29", "2024-04-30"]
