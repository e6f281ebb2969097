"""`qyzmet verify`: exit code 0 if all holds, 1 with lane and place of each fault if not."""

from datetime import date
from pathlib import Path

from events.audit import LaneRegistration
from events.log.reading.parts import Me
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    CENTRE,
    DELIVERY_LANE,
    JURISDICTION,
    JUSTICE,
    JUSTICE_ALMATY,
    WINDOW_LANE,
    ZONE,
)
from examples.kazakhstan.scenario import REGISTRAR
from services.audit.domain.commands import RegisterAgency
from services.cli.common import time_of
from services.cli.demo import draw
from services.driver import Driver
from services.home import Home
from services.verifying import Verifying
from tests.acts.test_answering import CORRECT
from tests.cli.calling import lines, refused, said
from tests.conftest import Demo
from tests.flows.flipping import flipped, rows
from tests.flows.front import SECOND_DELIVERY_LANE
from tests.flows.homes import copy_of, driven
from tests.flows.tampering import Column, file_of, raw


def test_a_good_home_is_verified_and_the_work_is_counted(played: Path) -> None:
    text = said(played, "verify")

    (counts,) = lines(played, "verify")
    assert counts["faults"] == 0
    assert text == (
        f"verified: {counts['lanes']} lanes here, {counts['events']} events under "
        f"{counts['checkpoints']} checkpoints, {counts['received']} received records, "
        f"{counts['findings']} findings recomputed\n"
    )
    assert counts["findings"] == 2


def test_the_whole_demo_holds(demo: Demo) -> None:
    assert "\nverified: " in demo.output
    assert "FAULT" not in demo.output


def test_a_fault_is_named_with_its_lane_and_place_and_fails_the_command(
    played: Path, tmp_path: Path
) -> None:
    home = copy_of(played, tmp_path)
    count = len(rows(file_of(home, WINDOW_LANE), "stored_events"))
    with flipped(home, WINDOW_LANE, Column("stored_events", "state")):
        text = refused(home, "verify")

    assert f"FAULT {WINDOW_LANE} at {count // 2 + 1}: " in text
    assert "faults; " in text.splitlines()[-1]


def test_a_record_that_does_not_follow_is_told_in_words(played: Path, tmp_path: Path) -> None:
    home = copy_of(played, tmp_path)
    with raw(file_of(home, WINDOW_LANE)) as db:
        (first, *_) = db.execute(
            "DELETE FROM received WHERE lane = ? AND size = (SELECT min(size) FROM received "
            "WHERE lane = ?1) RETURNING size",
            (DELIVERY_LANE,),
        ).fetchone()

    text = refused(home, "verify")

    held = f"record does not follow: a record begins at {first}, held up to 0\n"
    assert f"FAULT {WINDOW_LANE} <- {DELIVERY_LANE} at " in text
    assert held in text


def test_settings_of_a_home_that_are_not_text_are_refused_in_words(
    played: Path, tmp_path: Path
) -> None:
    home = copy_of(played, tmp_path)
    settings = (home / "realm.json").read_bytes()
    (home / "realm.json").write_bytes(settings.replace(b'"kz"', b'"k\xff"'))

    assert "cannot be read: 'utf-8' codec" in refused(home, "verify")


class Busy(Home):
    """A home in which another process goes on while it is verified: a new lane begins to speak."""

    begun = False

    def me(self, lane: str) -> Me:
        if not self.begun:
            self.begun = True
            with driven(self.home) as driver:
                add_lane(driver)
        return super().me(lane)


def add_lane(driver: Driver) -> None:
    """Let the authority register another lane of the deliverer, and let it say something."""
    realm = driver.realm
    new = LaneRegistration(
        lane=SECOND_DELIVERY_LANE,
        key=realm.join(SECOND_DELIVERY_LANE, JUSTICE_ALMATY, draw).text,
        first_day=date(2024, 5, 15),
        readers=(CENTRE,),
    )
    register = RegisterAgency(
        agency=JUSTICE_ALMATY,
        roles=("deliverer",),
        parent=JUSTICE,
        jurisdiction=JURISDICTION,
        zone=ZONE,
        week="5",
        grant_key=realm.grant_key(JUSTICE_ALMATY),
        lanes=(new,),
    )
    time = time_of(realm, AUDIT_LANE)
    driver.do(AUDIT_LANE, [("register/more", register)], actor=REGISTRAR, time=time)
    clerk = f"{JUSTICE_ALMATY}/desk/o-1"
    driver.do(SECOND_DELIVERY_LANE, [("first", CORRECT)], actor=clerk, time=time)


def test_what_others_commit_while_it_verifies_is_no_fault(played: Path, tmp_path: Path) -> None:
    home = copy_of(played, tmp_path)
    before = Verifying(Home(home))
    assert list(before.faults()) == []

    busy = Busy(home)
    verifying = Verifying(busy)

    assert list(verifying.faults()) == []
    assert busy.begun
    assert verifying.done == before.done, "what came meanwhile is verified the next time"
    after = Verifying(Home(home))
    assert list(after.faults()) == []
    assert after.done["lanes"] == before.done["lanes"] + 1
