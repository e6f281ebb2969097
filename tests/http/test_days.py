"""A rehearsal over HTTP (protocol D): status, days of lanes, days of the ledger."""

from typing import Final

import msgspec

from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    AUTHORITY,
    CENTRE,
    DELIVERY_LANE,
    JUSTICE,
    JUSTICE_ALMATY,
    STANDARDS_LANE,
    WINDOW_LANE,
)
from services.driver import Driver
from services.officers import Role
from tests.flows.homes import refuse_alarms
from tests.http.calling import Caller, officer
from tests.http.words import CLERK, code, keyed, record

LANES: Final = {WINDOW_LANE: CENTRE, DELIVERY_LANE: JUSTICE_ALMATY, STANDARDS_LANE: JUSTICE}
DAY: Final = "2024-04-29"
MIDNIGHT: Final = {"Qyzmet-Time": f"{DAY}T18:59:59Z"}
LEDGER: Final = f"/ledger/kz/days/{DAY}"
OF_THE_LEDGER: Final = officer(AUTHORITY, Role.DRIVER)


def test_a_lane_says_how_far_it_has_said_and_heard(morning: Caller) -> None:
    record(morning, "status/1", "s1", Qyzmet_Time="2024-04-29T06:00:00Z")
    told = morning("GET", "/status", officer(CENTRE, Role.DRIVER)).json()
    one = told[WINDOW_LANE]

    assert told.keys() == {WINDOW_LANE}
    assert one["due"][CENTRE] == one["due"][AUTHORITY] == one["size"]
    assert one["heard"][WINDOW_LANE] == one["size"]
    assert one["heard"][AUDIT_LANE] > 0
    assert one["busy"] is False
    assert JUSTICE_ALMATY in one["due"]


def test_what_is_for_a_reader_ends_where_its_last_record_does(morning: Caller) -> None:
    before = morning("GET", "/status", officer(CENTRE, Role.DRIVER)).json()[WINDOW_LANE]
    record(morning, "due/1", "d1", Qyzmet_Time="2024-04-29T06:00:00Z")
    after = morning("GET", "/status", officer(CENTRE, Role.DRIVER)).json()[WINDOW_LANE]

    assert after["size"] == before["size"] + 1
    assert after["due"][AUTHORITY] == before["due"][AUTHORITY] + 1
    assert after["due"][JUSTICE_ALMATY] == before["due"][JUSTICE_ALMATY]


def test_a_ledger_day_is_closed_when_all_lanes_have_closed_it(morning: Caller) -> None:
    early = morning("POST", LEDGER, OF_THE_LEDGER, keyed("-", **MIDNIGHT), content=b"{}")
    closed = [
        morning("POST", f"/lanes/{lane}/days/{DAY}", officer(agency, Role.DRIVER), MIDNIGHT)
        for lane, agency in LANES.items()
    ]
    again = morning(
        "POST", f"/lanes/{WINDOW_LANE}/days/{DAY}", officer(CENTRE, Role.DRIVER), MIDNIGHT
    )
    host = morning.app.state["door"].host
    morning.run(host.write(lambda realm: Driver(realm, refuse_alarms).quiet()))
    judged = morning("POST", LEDGER, OF_THE_LEDGER, keyed("-", **MIDNIGHT), content=b"{}")
    once_more = morning("POST", LEDGER, OF_THE_LEDGER, keyed("-", **MIDNIGHT), content=b"{}")

    assert code(early) == (409, "not-covered")
    assert [one.status_code for one in closed] == [200, 200, 200]
    assert again.json() == closed[0].json()
    assert judged.status_code == 200, judged.text
    assert judged.json()["date"] == DAY
    assert once_more.status_code == 200


def test_a_ledger_day_waits_for_no_lane_that_is_named_silent(morning: Caller) -> None:
    lanes = morning("GET", "/lanes", officer(AUTHORITY, Role.OPERATOR)).json()["lanes"]
    day, midnight = "2024-04-30", {"Qyzmet-Time": "2024-04-30T18:59:59Z"}
    path = f"/ledger/kz/days/{day}"
    silent = msgspec.json.encode({"silent": [one["lane"] for one in lanes]})

    waits = morning("POST", path, OF_THE_LEDGER, keyed("-", **midnight), content=b"{}")
    closed = morning("POST", path, OF_THE_LEDGER, keyed("-", **midnight), content=silent)

    assert code(waits) == (409, "not-covered")
    assert closed.status_code == 200, closed.text


def test_days_are_closed_in_their_order(morning: Caller) -> None:
    path = f"/lanes/{WINDOW_LANE}/days/2024-05-20"
    answer = morning("POST", path, officer(CENTRE, Role.DRIVER), MIDNIGHT)

    assert answer.status_code == 409
    assert answer.json()["code"] == "day-out-of-order"


def test_under_the_machines_clock_nobody_closes_a_day(office: Caller) -> None:
    path = f"/lanes/{WINDOW_LANE}/days/{DAY}"

    assert code(office("POST", path, officer(CENTRE, *Role), {})) == (403, "role-missing")


def test_an_officer_without_the_drivers_role_closes_no_day(morning: Caller) -> None:
    assert code(morning("POST", f"/lanes/{WINDOW_LANE}/days/{DAY}", CLERK)) == (
        403,
        "role-missing",
    )
