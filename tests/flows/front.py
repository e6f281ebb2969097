"""One realm with a lane of every service, and its front: JSON in, a refusal or an answer out."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from events.audit import LaneRegistration
from events.deciding import Command, Refused
from events.log.lane.work import Answer
from events.log.reading.policies import Handlers
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    CENTRE,
    FIRST_DAY,
    JURISDICTION,
    JUSTICE,
    JUSTICE_ALMATY,
    ZONE,
)
from examples.kazakhstan.scenario import JOINED_AT, REGISTRAR
from services.audit.domain.commands import RegisterAgency
from services.cli.demo import draw
from services.commanding import decode
from services.driver import Driver
from services.realm import SERVICES
from tests.acts.test_answering import CORRECT
from tests.flows.good_commands import LANES
from tests.flows.homes import copy_of, driven
from tests.intake.realm import COMPLAINTS_LANE

NOW = "2024-05-03T05:05:00Z"
SECOND_DELIVERY_LANE = "provider.justice-almaty-2"
"""Another lane of the agency whose first one delivers."""


class Front(NamedTuple):
    """A realm as its clients see it."""

    driver: Driver

    def handlers(self, service: str) -> Handlers:
        realm, lane = self.driver.realm, LANES[service]
        instance = realm.instance(lane)
        return SERVICES[service](realm.me(lane), lambda: instance.known).handlers

    def do(self, lane: str, id_: str, command: Command, time: str = NOW) -> Answer:
        """Send a good command."""
        actor = f"{self.driver.realm.me(lane).agency}/desk/o-1"
        (answer,) = self.driver.do(lane, [(id_, command)], actor=actor, time=time)
        return answer

    def refused(self, service: str, name: str, raw: bytes) -> Refused:
        """Give the refusal of a command, and see that its lane is as it was."""
        before = self.written(LANES[service])
        with pytest.raises(Refused) as caught:
            self.do(LANES[service], f"bad/{name}", decode(self.handlers(service), name, raw))
        assert self.written(LANES[service]) == before
        return caught.value

    def written(self, lane: str) -> tuple[int, ...]:
        """Count what a lane's file holds: events, commits, remembered commands."""
        with closing(sqlite3.connect(self.driver.realm.path(lane))) as file:
            tables = ("stored_events", "sealed", "command")
            return tuple(
                file.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 -- fixed
                for table in tables
            )


@contextmanager
def front_of(joined: Path, folder: Path) -> Iterator[Front]:
    """Open a copy of the joined realm, with a complaints lane and a second delivery lane."""
    with driven(copy_of(joined, folder)) as driver:
        lanes = tuple(
            LaneRegistration(
                lane=lane,
                key=driver.realm.join(lane, JUSTICE_ALMATY, draw).text,
                first_day=FIRST_DAY,
                readers=(CENTRE,),
            )
            for lane in (COMPLAINTS_LANE, SECOND_DELIVERY_LANE)
        )
        register = RegisterAgency(
            agency=JUSTICE_ALMATY,
            roles=("deliverer",),
            parent=JUSTICE,
            jurisdiction=JURISDICTION,
            zone=ZONE,
            week="5",
            grant_key=driver.realm.grant_key(JUSTICE_ALMATY),
            lanes=lanes,
        )
        driver.do(AUDIT_LANE, [("register/more", register)], actor=REGISTRAR, time=JOINED_AT)
        front = Front(driver)
        for lane in (*LANES.values(), SECOND_DELIVERY_LANE):
            front.do(
                lane, "first", CORRECT
            )  # It closes the days before, which is no command's act.
        yield front
