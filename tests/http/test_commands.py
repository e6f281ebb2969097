"""Commands over HTTP: done once under a key, on the version that was read, refused as problems."""

import asyncio
from datetime import date

import msgspec
import pytest
from msgspec.structs import replace

from examples.kazakhstan.agencies import AUTHORITY, CENTRE, WINDOW_LANE
from examples.kazakhstan.cases import HALL
from services.officers import Role
from tests.http.calling import Caller, officer
from tests.http.words import CLERK, DRIVER, JSON, NOW, OUTAGES, code, keyed, outage, record
from tests.intake.besides import RECORD


def size(call: Caller) -> int:
    """Give the size of the window's lane."""
    status = call("GET", "/status", officer(CENTRE, Role.OPERATOR)).json()
    found: int = status[WINDOW_LANE]["size"]
    return found


def test_a_command_is_answered_with_its_stream_version_and_events(morning: Caller) -> None:
    answer = record(morning, "done/1", "d1", Qyzmet_Time=NOW)

    assert answer.status_code == 200
    assert answer.json() == {"stream": "outage-d1", "version": 1, "events": ["outage-d1:1"]}
    assert answer.headers["etag"] == '"1"'


def test_the_same_key_again_adds_nothing_and_gives_the_same_answer(morning: Caller) -> None:
    first = record(morning, "again/1", "a1", Qyzmet_Time=NOW)
    before = size(morning)

    assert record(morning, "again/1", "a1", Qyzmet_Time=NOW).json() == first.json()
    assert size(morning) == before


def test_a_key_is_not_used_for_other_data(morning: Caller) -> None:
    record(morning, "other/1", "o1", Qyzmet_Time=NOW)

    assert code(record(morning, "other/1", "o2", Qyzmet_Time=NOW)) == (422, "command-reused")


def test_a_command_has_a_key(morning: Caller) -> None:
    without = morning("POST", OUTAGES, CLERK, JSON, content=outage("k1"))
    odd = record(morning, "two words", "k1")

    assert code(without) == (400, "header-missing")
    assert code(odd) == (400, "header-malformed")


@pytest.mark.parametrize("key", ["desk/870412300129", "desk-870412-300129", "8704.1230.0129/1"])
def test_a_key_shows_nobodys_number(morning: Caller, key: str) -> None:
    answer = record(morning, key, "k1", Qyzmet_Time=NOW)

    assert code(answer) == (400, "personal-number-in-clear")
    assert "Idempotency-Key" in answer.json()["detail"]
    assert "3001" not in answer.text


def test_ids_of_the_lanes_own_work_are_nobodys_key(morning: Caller) -> None:
    answer = record(morning, f"close/{WINDOW_LANE}/2024-05-03", "k2", Qyzmet_Time=NOW)

    assert code(answer) == (400, "command-id-reserved")


def test_while_a_command_is_under_way_its_key_is_held(morning: Caller) -> None:
    door = morning.app.state["door"]

    with door.in_flight(WINDOW_LANE, "held/1"):
        answer = record(morning, "held/1", "h1")

    assert code(answer) == (409, "in-flight")
    assert answer.headers["retry-after"] == "1"
    assert record(morning, "held/1", "h1", Qyzmet_Time=NOW).status_code == 200


def test_many_at_once_are_each_done_once(morning: Caller) -> None:
    before = size(morning)

    async def all_at_once() -> list[int]:
        client = morning.client
        headers = {**keyed("many/0", **{"Qyzmet-Time": NOW}), **morning.by(CLERK)}
        sent = [
            client.post(
                OUTAGES,
                headers={**headers, "Idempotency-Key": f"many/{n}"},
                content=outage(f"m{n}"),
            )
            for n in range(20)
        ]
        return [one.status_code for one in await asyncio.gather(*sent)]

    assert morning.run(all_at_once()) == [200] * 20
    assert size(morning) == before + 20


def test_a_stream_that_has_moved_on_is_read_again_first(morning: Caller) -> None:
    record(morning, "match/1", "v1", Qyzmet_Time=NOW)
    before = size(morning)

    stale = record(morning, "match/2", "v1", Qyzmet_Time=NOW, If_Match='"0"')
    odd = record(morning, "match/2", "v1", Qyzmet_Time=NOW, If_Match="*")
    fresh = record(morning, "match/3", "v2", Qyzmet_Time=NOW, If_Match='"0"')

    assert code(stale) == (412, "version-changed")
    assert code(odd) == (400, "header-malformed")
    assert fresh.status_code == 200
    assert size(morning) == before + 1


def test_a_repeat_is_answered_though_its_stream_has_moved_on(morning: Caller) -> None:
    first = record(morning, "moved/1", "w1", Qyzmet_Time=NOW, If_Match='"0"')

    assert record(morning, "moved/1", "w1", If_Match='"0"').json() == first.json()


def test_a_problem_says_what_is_wrong_where_and_by_which_article(morning: Caller) -> None:
    body = msgspec.json.encode({"outage_id": "p1", "from_at": NOW})
    answer = morning("POST", OUTAGES, CLERK, keyed("problem/1"), content=body)
    told = answer.json()

    assert code(answer) == (400, "command-malformed")
    assert told["type"] == "/problems/command-malformed"
    assert told["field"] == "until_at"
    assert told["article"] == "8.1(3)"
    assert told["errors"] == [{"field": "until_at", "detail": told["detail"]}]
    assert told["instance"].startswith("urn:qyzmet:request:")


def test_a_problem_repeats_no_value_of_the_request(morning: Caller) -> None:
    canary = "canary-8f2e41"
    paths = (f"/cases/{canary}", f"/findings/{canary}", f"/findings?case={canary}")
    auditor = officer(AUTHORITY, Role.AUDITOR)
    answers = [morning("GET", path, auditor) for path in (*paths, f"/cases/x?as_of={canary}")]
    answers += [
        morning("POST", OUTAGES, CLERK, keyed(canary), content=outage(canary, from_at=canary)),
        morning("GET", f"/lanes/{WINDOW_LANE}/cases/{canary}", CLERK),
        morning("GET", f"/{canary}", CLERK),
    ]

    assert all(answer.status_code >= 400 for answer in answers)
    assert not [answer.text for answer in answers if canary in answer.text]


def test_what_the_law_forbids_is_422_and_what_the_case_is_not_ready_for_409(
    morning: Caller,
) -> None:
    path = f"/lanes/{WINDOW_LANE}/commands/HandOutResult"
    body = {"case_id": "c1", "carrier": "paper", "to": "applicant"}
    when = keyed("law/1", **{"Qyzmet-Time": "2024-04-29T05:00:00Z"})
    answer = morning("POST", path, CLERK, when, content=msgspec.json.encode(body))
    unknown = {"case_id": "c1", "service_code": "apostille", "variant": {}, "applicants": []}
    lodge = f"/lanes/{WINDOW_LANE}/commands/LodgeApplication"
    malformed = morning("POST", lodge, CLERK, keyed("l/2"), content=msgspec.json.encode(unknown))

    assert answer.status_code in (409, 422)
    assert answer.json()["code"] != "command-malformed"
    assert malformed.status_code == 400


def test_who_transcribes_tells_afterwards_and_nothing_live(morning: Caller) -> None:
    transcriber = officer(CENTRE, Role.TRANSCRIBER)
    told = replace(RECORD, outage_id="t1", transcribed=True, on=date(2024, 5, 2))
    raw = msgspec.json.encode(told)

    live = record(morning, "told/1", "t1", transcriber, Qyzmet_Time=NOW)
    afterwards = morning(
        "POST", OUTAGES, transcriber, keyed("told/2", **{"Qyzmet-Time": NOW}), content=raw
    )
    by_clerk = morning("POST", OUTAGES, CLERK, keyed("told/3"), content=raw)

    assert code(live) == (403, "role-missing")
    assert afterwards.status_code == 200
    assert code(by_clerk) == (403, "role-missing")


def test_a_driver_acts_as_an_officer_of_its_agency_under_the_logs_clock(morning: Caller) -> None:
    done = record(morning, "drive/1", "x1", DRIVER, Qyzmet_Time=NOW, Qyzmet_Actor=HALL)
    other = record(morning, "drive/2", "x2", DRIVER, Qyzmet_Actor="justice/unit/o-1")
    clerk = record(morning, "drive/3", "x3", Qyzmet_Actor=HALL)
    event = morning("GET", f"/lanes/{WINDOW_LANE}/events/outage-x1:1", CLERK).json()

    assert done.status_code == 200
    assert event["event"]["actor"] == HALL
    assert code(other) == (403, "not-the-lanes-agency")
    assert code(clerk) == (403, "role-missing")


def test_a_time_far_ahead_is_refused_as_it_would_close_years(morning: Caller) -> None:
    answer = record(morning, "far/1", "f1", Qyzmet_Time="2031-05-03T06:00:00Z")

    assert code(answer) == (400, "header-malformed")


def test_under_the_machines_clock_nobody_brings_a_time(office: Caller) -> None:
    assert code(record(office, "clock/1", "c1", Qyzmet_Time=NOW)) == (400, "header-malformed")


def test_a_command_of_another_service_is_not_known_at_a_lane(morning: Caller) -> None:
    path = f"/lanes/{WINDOW_LANE}/commands/PauseTerm"
    answer = morning("POST", path, officer(CENTRE, Role.EXAMINER), keyed("s/1"), content=b"{}")

    assert code(answer) == (404, "command-unknown")


def test_a_host_that_closes_takes_no_command(morning: Caller) -> None:
    front = morning.app.state["door"].host._fronts[WINDOW_LANE]
    front._closed = True
    try:
        answer = record(morning, "closing/1", "z1", Qyzmet_Time=NOW)
    finally:
        front._closed = False

    assert code(answer) == (503, "closing")
    assert answer.headers["retry-after"]
