"""What a lane withholds from one reader of the whole realm shows within a day (A11)."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from events.acts.inquiry import SendInquiry
from events.audit import FindingMade
from examples.almaty.agencies import ALMATY, FIRST_STAGE, LAST_STAGE
from examples.almaty.play import SUMMER
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    FIRST_DAY,
    JURISDICTION,
    JUSTICE,
    JUSTICE_ALMATY,
    STANDARDS_LANE,
)
from examples.kazakhstan.founding import found
from examples.kazakhstan.scenario import Scenario
from services.audit.application.findings import recorded
from services.cli.demo import draw
from services.driver import Driver
from services.realm import Realm
from tests.flows.homes import copy_of, driven, no_progress, refuse_alarms
from tests.flows.kz_days import CLOSER
from tests.flows.withholding import WithholdingRealm

DAY: Final = SUMMER.last_day + timedelta(days=1)
DAY_AFTER: Final = DAY + timedelta(days=1)
ASKED: Final = "ask/summer"
MakeRealm = Callable[[Path], Realm]


def ask() -> SendInquiry:
    """A body of the first stage asks the ministry; that may read it."""
    return SendInquiry(
        inquiry_id="summer",
        case_id="summer",
        holder=JUSTICE,
        to_lane=STANDARDS_LANE,
        kind="information",
        legal_basis="19.6(2)",
    )


def found_after_asking(home: Path, make: MakeRealm, asked: str) -> Sequence[FindingMade]:
    """Play two more days, on the first of which an inquiry is sent; give what is found of views.

    A lane says of a day what it was shown before it closed it: the event that stands in a view of
    the first day's closing is missed in the statement of the next.
    """
    realm = make(home)
    driver = Driver(realm, refuse_alarms)
    actor, time = f"{JUSTICE_ALMATY}/complaints/o-1", f"{DAY}T05:00:00Z"
    driver.do(FIRST_STAGE, [(asked, ask())], actor=actor, time=time)
    for day in (DAY, DAY_AFTER):
        midnight = f"{day}T18:59:59Z"
        driver.close_day(list(ALMATY.lanes), day, time=midnight)
        driver.close_ledger_day(JURISDICTION, day, actor=CLOSER, time=midnight)
    made = views_that_differ(realm)
    realm.close()
    return made


def views_that_differ(realm: Realm) -> list[FindingMade]:
    with realm.store(AUDIT_LANE).reading() as tx:
        standing = [one.made for one in recorded(tx, tx.size()) if one.stands]
    return [made for made in standing if made.rule == "view_differs"]


def withholding(home: Path) -> Realm:
    return WithholdingRealm(home, FIRST_STAGE, JUSTICE, f'"commandid":"{ASKED}"'.encode())


def test_an_event_withheld_from_one_of_its_readers_shows_within_a_day(
    summer: Path, tmp_path: Path
) -> None:
    """Both lanes of the ministry state what they were shown, and both statements fall short."""
    found = found_after_asking(copy_of(summer, tmp_path), withholding, ASKED)

    assert {(one.charged, one.subject, one.judged_day) for one in found} == {
        (JUSTICE, FIRST_STAGE, DAY_AFTER)
    }
    assert len(found) == len([lane for lane, owner in ALMATY.lanes.items() if owner == JUSTICE])


@pytest.mark.parametrize("make", [Realm, withholding], ids=["all carried", "nothing to withhold"])
def test_where_nothing_is_withheld_no_view_differs(
    summer: Path, tmp_path: Path, make: MakeRealm
) -> None:
    assert found_after_asking(copy_of(summer, tmp_path), make, "ask/openly") == []


def test_the_authority_s_second_lane_is_shown_every_lane_whole(tmp_path: Path) -> None:
    """Its agency is the ledger's: what it counts is the size of each lane, and no view differs."""
    found(tmp_path, draw)
    days = SUMMER._replace(steps=lambda _: (), foreign=(), last_day=FIRST_DAY + timedelta(days=1))
    with driven(tmp_path) as driver:
        scenario = Scenario(driver, draw, days)
        scenario.join()
        scenario.play(no_progress)

        assert views_that_differ(driver.realm) == []
        assert lanes_heard_by(driver.realm, LAST_STAGE) >= set(ALMATY.lanes) - {LAST_STAGE}


def lanes_heard_by(realm: Realm, lane: str) -> set[str]:
    with realm.store(lane).reading() as tx:
        return {head.lane for head in tx.heads()}
