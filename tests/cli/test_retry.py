"""What waits is tried again once and told; an ignored event is sent again under its own id."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from examples.kazakhstan.agencies import AUDIT_LANE, DELIVERY_LANE, WINDOW_LANE
from services.home_lock import serving_lock
from tests.cli.calling import lines, refused, said
from tests.flows.homes import copy_of, driven, lanes_of


@pytest.fixture
def home(played: Path, tmp_path: Path) -> Path:
    """The realm after its fortnight, to be changed."""
    return copy_of(played, tmp_path)


def change(home: Path, lane: str, sql: str, *values: object) -> None:
    """Change an instance's file by hand."""
    with closing(sqlite3.connect(home / "lanes" / lane / "lane.db")) as db:
        db.execute(sql, values)
        db.commit()


def answered_event(home: Path) -> str:
    """Name an event of the window from which something has followed at the deliverer."""
    with driven(home) as driver:
        instance, store = driver.realm.instance(DELIVERY_LANE), driver.realm.store(DELIVERY_LANE)
        with store.reading() as tx:
            rows = tx.all("SELECT state FROM stored_events")
    assert instance.me.lane == DELIVERY_LANE
    refs = [_cause(row[0]) for row in rows]
    return next(ref for ref in refs if ref.startswith(WINDOW_LANE))


def _cause(raw: bytes) -> str:
    _, found, rest = raw.partition(b'"causationid":"')
    return rest.partition(b'"')[0].decode() if found else ""


def test_where_all_is_done_nothing_waits_and_what_policies_let_be_is_told(home: Path) -> None:
    before = lanes_of(home)

    told = said(home, "retry")

    assert "1 event let be, as policies say: paper: an officer forwards it" in told
    assert told.splitlines()[-1] == "nothing waits"
    assert lanes_of(home) == before


def test_an_event_of_a_type_that_nobody_knows_waits_for_an_upgrade(home: Path) -> None:
    sql = "INSERT INTO unread VALUES (?, 1, 'intake.from_the_future.v9')"
    change(home, DELIVERY_LANE, sql, WINDOW_LANE)

    told = said(home, "retry")

    waits = f"waits for a version that knows its type: {WINDOW_LANE} #1: intake.from_the_future.v9"
    assert f"{DELIVERY_LANE}: {waits}" in told
    assert "nothing waits" not in told


def test_an_event_whose_type_is_known_by_now_is_read(home: Path) -> None:
    before = lanes_of(home)
    sql = "INSERT INTO unread VALUES (?, 1, 'intake.application_lodged.v1')"
    change(home, AUDIT_LANE, sql, WINDOW_LANE)

    told = said(home, "retry")

    assert f"{AUDIT_LANE}: 1 event read, of a type that was unknown before" in told
    assert lanes_of(home) == before  # What followed from it was done before, under its own id.


def test_what_was_refused_and_is_done_by_now_is_not_told(home: Path) -> None:
    ref = answered_event(home)
    change(home, DELIVERY_LANE, "INSERT INTO ignored VALUES (?, 'not yet')", ref)

    assert "not yet" not in said(home, "retry")


def test_an_ignored_event_is_sent_again_under_its_id_and_does_nothing_twice(home: Path) -> None:
    ref, before = answered_event(home), lanes_of(home)
    change(home, DELIVERY_LANE, "INSERT INTO ignored VALUES (?, 'not yet')", ref)

    (told,) = lines(home, "retry", "--event", ref)

    assert told["lane"] == DELIVERY_LANE
    assert told["command_id"]
    assert told["outcome"]
    assert lanes_of(home) == before


def test_an_event_from_which_nothing_follows_is_said(home: Path) -> None:
    (lane,) = [one for one in lines(home, "retry") if one["lane"] == WINDOW_LANE]
    ref = lane["ignored"][0]["ref"]

    assert "nothing follows from it here" in said(home, "retry", "--event", ref)


def test_an_event_that_nobody_ignored_is_refused(home: Path) -> None:
    words = refused(home, "retry", "--event", f"{WINDOW_LANE}/nothing-1:1")

    assert "no lane here has stated that this event led to nothing" in words


def test_while_the_home_is_served_nothing_is_tried(home: Path) -> None:
    with serving_lock(home, [WINDOW_LANE]):
        assert "another qyzmet" in refused(home, "retry")
