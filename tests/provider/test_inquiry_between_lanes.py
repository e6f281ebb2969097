"""Asked, received, answered, noted: an inquiry between two agencies' lanes (policies 3 to 5)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from events import codec
from events.audit import LaneRegistration
from events.common import DayClosed, LanesHeard
from events.envelope import Recorded
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    CENTRE,
    DELIVERY_LANE,
    FIRST_DAY,
    JURISDICTION,
    JUSTICE_ALMATY,
    STANDARDS_LANE,
    ZONE,
)
from examples.kazakhstan.cases import DESK
from examples.kazakhstan.scenario import CLERK, JOINED_AT, REGISTRAR, STANDARD_AT
from services.audit.domain.commands import RegisterAgency
from services.driver import Driver
from services.realm import REGISTER_FILE
from tests.flows.homes import copy_of, driven
from tests.provider.examples import APPROVE, CASE, CONTENTS, HOLDER, RECORD, REGISTER
from tests.provider.examples_course import REPLY

HOLDER_LANE = f"provider.{HOLDER}"
WRITTEN = '{"register": "Plans of Almaty", "documents": {"plan": ["*"]}}'
NOW = "2024-05-03T05:05:00Z"


@pytest.fixture
def driver(joined: Path, tmp_path: Path) -> Iterator[Driver]:
    """Let a holder join, and a standard need what it holds."""
    with driven(copy_of(joined, tmp_path)) as driver:
        key = driver.realm.join(HOLDER_LANE, HOLDER).text
        holder = LaneRegistration(
            lane=HOLDER_LANE, key=key, first_day=FIRST_DAY, readers=(JUSTICE_ALMATY,)
        )
        asker = LaneRegistration(
            lane=DELIVERY_LANE,
            key=driver.realm.vkey(DELIVERY_LANE).text,
            first_day=FIRST_DAY,
            readers=(CENTRE, HOLDER),
        )
        registrations = [
            (f"register/{agency}/2", register(agency, lane))
            for agency, lane in ((HOLDER, holder), (JUSTICE_ALMATY, asker))
        ]
        driver.do(AUDIT_LANE, registrations, actor=REGISTRAR, time=JOINED_AT)
        norms = [("approve", replace(APPROVE, contents=CONTENTS)), ("in-use", RECORD)]
        driver.do(STANDARDS_LANE, norms, actor=CLERK, time=STANDARD_AT)
        yield driver


def register(agency: str, lane: LaneRegistration) -> RegisterAgency:
    return RegisterAgency(
        agency=agency,
        roles=("deliverer",),
        jurisdiction=JURISDICTION,
        zone=ZONE,
        week="5",
        lanes=(lane,),
    )


def acts(driver: Driver, lane: str) -> list[Recorded[Any]]:
    """Give what a lane has said of cases, in order; its day book is left out."""
    with driver.realm.store(lane).reading() as tx:
        events = [codec.read(raw) for _, raw in tx.own_after(0, 100)]
    return [event for event in events if not isinstance(event.data, DayClosed | LanesHeard)]


def said(driver: Driver, lane: str) -> list[str]:
    """Name these acts."""
    return [event.type.split(".")[1] for event in acts(driver, lane)]


def taken_on(driver: Driver) -> None:
    """Register the case, and let everything follow."""
    driver.do(DELIVERY_LANE, [("case", REGISTER)], actor=DESK, time=NOW)


def test_a_case_asks_by_itself_and_an_integrated_register_answers_by_itself(
    driver: Driver,
) -> None:
    driver.realm.path(HOLDER_LANE).with_name(REGISTER_FILE).write_text(WRITTEN)
    driver.realm.close()

    taken_on(driver)

    assert said(driver, DELIVERY_LANE) == ["case_registered", "inquiry_sent", "answer_received"]
    assert said(driver, HOLDER_LANE) == ["inquiry_received", "inquiry_answered"]


def test_without_a_register_the_question_waits_for_an_officer_of_the_holder(
    driver: Driver,
) -> None:
    taken_on(driver)
    assert said(driver, HOLDER_LANE) == ["inquiry_received"]

    (question,) = acts(driver, HOLDER_LANE)
    reply = replace(REPLY, inquiry=question.data.inquiry)
    driver.do(HOLDER_LANE, [("reply", reply)], actor=f"{HOLDER}/plans/o-5e1d", time=NOW)

    assert question.subject == CASE
    assert said(driver, DELIVERY_LANE) == ["case_registered", "inquiry_sent", "answer_received"]
