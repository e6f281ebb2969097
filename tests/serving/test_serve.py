"""`qyzmet serve`: a process with a front door, one for a lane, that begins and ends in words."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from examples.issuer.issuing import Issuer, bearer
from examples.kazakhstan.agencies import CENTRE, JUSTICE, STANDARDS_LANE, WINDOW_LANE
from examples.kazakhstan.scenario import CLERK, STANDARD_AT
from examples.kazakhstan.standard import approve
from examples.over_http.door import Door
from examples.over_http.processes import READY_SECONDS_MAX, Process, ProcessFailed
from services.officers import Role
from tests.cli.calling import refused
from tests.flows.homes import copy_of

DRIVEN = {WINDOW_LANE: CENTRE, STANDARDS_LANE: JUSTICE}


@pytest.fixture
def home(joined: Path, tmp_path: Path) -> Path:
    """The realm on its first morning, with an issuer of tokens."""
    home = copy_of(joined, tmp_path)
    Issuer.of(home)
    return home


@contextmanager
def served(home: Path, lane: str) -> Iterator[tuple[Process, Door]]:
    """Serve one lane, and knock until the door opens."""
    process = Process(home, lane)
    process.start()
    agency = DRIVEN[lane]
    token = bearer(Issuer.of(home), agency, "driver", "o-0001", [Role.DRIVER])
    try:
        with Door(process.port, agency, token) as door:
            until = time.monotonic() + READY_SECONDS_MAX
            while not door.ready():
                process.check()
                assert time.monotonic() < until, process.log.read_text()
            yield process, door
    finally:
        process.kill()


def test_a_lane_that_is_served_is_not_served_twice(home: Path) -> None:
    with served(home, WINDOW_LANE):
        words = refused(home, "serve", WINDOW_LANE)

    assert "another qyzmet (process " in words
    assert f"works on {home / 'lanes' / WINDOW_LANE}" in words


def test_while_a_lane_is_served_nobody_else_writes_the_home(home: Path) -> None:
    with served(home, WINDOW_LANE):
        words = refused(home, "demo")

    assert f"works on {home}; wait, or stop it" in words


def test_a_process_that_is_told_to_stop_ends_in_good_order(home: Path) -> None:
    with served(home, WINDOW_LANE) as (process, _):
        assert process.stop() == 0

    with served(home, WINDOW_LANE) as (_, door):
        assert door.ready()


def test_two_processes_of_one_home_hear_each_other(home: Path) -> None:
    with served(home, STANDARDS_LANE) as (_, ministry), served(home, WINDOW_LANE) as (_, window):
        before = window.status()[WINDOW_LANE].heard.get(STANDARDS_LANE, 0)
        answer = ministry.send(
            STANDARDS_LANE, "apostille/1", approve(), actor=CLERK, time=STANDARD_AT
        )
        size = ministry.status()[STANDARDS_LANE].size

        until = time.monotonic() + READY_SECONDS_MAX
        while window.status()[WINDOW_LANE].heard.get(STANDARDS_LANE, 0) < size:
            assert time.monotonic() < until

    assert before < size
    assert answer.version == 1


def test_a_lane_that_does_not_run_here_is_named(home: Path) -> None:
    words = refused(home, "serve", "intake.nobody")

    assert "intake.nobody does not run here" in words


def test_a_home_without_an_issuer_opens_no_door(joined: Path, tmp_path: Path) -> None:
    process = Process(copy_of(joined, tmp_path), WINDOW_LANE)
    process.start()
    until = time.monotonic() + READY_SECONDS_MAX
    while process.runs:
        assert time.monotonic() < until

    with pytest.raises(ProcessFailed, match=r"door\.json is missing"):
        process.check()
