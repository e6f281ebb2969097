"""Limits: what is too large, too long, too much or too slow is refused in words."""

import asyncio
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from examples.kazakhstan.agencies import CENTRE, WINDOW_LANE
from services.http import limits
from services.http.limits import BODY_BYTES_MAX, HEADER_BYTES_MAX, URL_BYTES_MAX, Buckets, Limits
from services.http.logs import JsonLines
from services.officers import Role
from tests.flows.homes import copy_of
from tests.http.calling import WIDE, Caller, officer, served
from tests.http.words import CLERK, NOW, OUTAGES, at, code, keyed, outage, record


def test_a_body_is_at_most_as_large_as_an_event(morning: Caller) -> None:
    fits = b" " * (BODY_BYTES_MAX - len(outage("b1"))) + outage("b1")
    most = morning("POST", OUTAGES, CLERK, at("b/1"), content=fits)
    more = morning("POST", OUTAGES, CLERK, at("b/2"), content=fits + b" ")

    assert most.status_code == 200
    assert code(more) == (413, "too-large")


def test_json_is_nested_32_deep_at_most(morning: Caller) -> None:
    deep = b'{"outage_id":' + b"[" * 40 + b"]" * 40 + b"}"

    assert code(morning("POST", OUTAGES, CLERK, keyed("d/1"), content=deep)) == (
        400,
        "command-malformed",
    )


def test_path_query_and_headers_have_their_lengths(morning: Caller) -> None:
    path = f"/lanes/{'x' * URL_BYTES_MAX}/cases"

    assert code(morning("GET", path, CLERK)) == (414, "url-too-long")
    assert code(morning("GET", "/lanes", CLERK, {"X-Long": "x" * HEADER_BYTES_MAX})) == (
        431,
        "headers-too-large",
    )


@pytest.mark.parametrize("kind", ["", "text/plain", "application/xml", "application/json; q=1"])
def test_a_body_is_json_and_says_so(morning: Caller, kind: str) -> None:
    headers = {**keyed("m/1"), "Content-Type": kind}

    assert code(morning("POST", OUTAGES, CLERK, headers, content=outage("m1"))) == (
        415,
        "media-type-unknown",
    )


def test_a_bucket_gives_a_burst_and_then_its_rate() -> None:
    buckets = Buckets(rate=2.0, burst=3.0)
    for _ in range(3):
        assert buckets.wait("one", 10.0) == 0
        buckets.take("one", 10.0)

    assert buckets.wait("one", 10.0) == 0.5
    assert buckets.wait("one", 10.5) == 0
    assert buckets.wait("other", 10.0) == 0


def test_who_was_not_seen_longest_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BUCKETS_MAX", 2)
    buckets = Buckets(rate=1.0, burst=1.0)
    for name in ("one", "two", "three"):
        buckets.take(name, 0.0)

    assert buckets.wait("one", 0.0) == 0
    assert buckets.wait("three", 0.0) == 1


def test_an_officer_who_asks_too_often_waits_and_others_do_not(
    joined: Path, tmp_path: Path
) -> None:
    few = replace(WIDE, officer_rate=0.001, officer_burst=2.0)
    with served(copy_of(joined, tmp_path), limits=few) as call:
        answers = [call("GET", "/lanes", officer(CENTRE, Role.OPERATOR)) for _ in range(3)]
        other = call("GET", "/lanes", officer(CENTRE, Role.OPERATOR, id_="o-2"))

    assert [one.status_code for one in answers] == [200, 200, 429]
    assert int(answers[-1].headers["retry-after"]) > 900
    assert other.status_code == 200


def test_an_address_that_brings_no_token_too_often_waits(joined: Path, tmp_path: Path) -> None:
    few = replace(WIDE, address_rate=0.001, address_burst=2.0)
    with served(copy_of(joined, tmp_path), limits=few) as call:
        answers = [call("GET", "/lanes").status_code for _ in range(3)]
        health = call("GET", "/livez").status_code

    assert answers == [401, 401, 429]
    assert health == 200


def test_more_at_once_than_can_be_served_are_asked_to_come_back(
    joined: Path, tmp_path: Path
) -> None:
    with served(copy_of(joined, tmp_path), limits=replace(WIDE, concurrent=0)) as call:
        answer = call("GET", "/livez")

    assert code(answer) == (503, "too-busy")
    assert answer.headers["retry-after"]


def test_what_takes_too_long_is_answered_so_and_repeated_under_its_key(
    joined: Path, tmp_path: Path
) -> None:
    with served(copy_of(joined, tmp_path), limits=replace(WIDE, seconds=0.2)) as call:
        call("GET", "/livez")
        door, gate = call.app.state["door"], asyncio.Event()

        async def slow(_lane: str, _work: Any) -> Any:  # noqa: ANN401 -- the host's
            await gate.wait()

        quick, door.host.do = door.host.do, slow
        answer = record(call, "slow/1", "s1", Qyzmet_Time=NOW)
        door.host.do = quick
        again = record(call, "slow/1", "s1", Qyzmet_Time=NOW)

    assert code(answer) == (503, "too-slow")
    assert again.status_code == 200


def test_a_failure_is_told_without_its_words_and_logged_by_its_place(
    morning: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    door = morning.app.state["door"]
    host = door.host

    async def failing(_query: Any) -> Any:  # noqa: ANN401 -- the host's
        raise ZeroDivisionError("somebody's name")

    reads, host.read = host.read, failing
    try:
        answer = morning("GET", f"/lanes/{WINDOW_LANE}/cases", CLERK)
    finally:
        host.read = reads
    (entry,) = (one for one in caplog.records if one.levelname == "ERROR")
    line = JsonLines().format(entry)

    assert code(answer) == (500, "failed")
    assert "somebody" not in answer.text + line
    assert json.loads(line)["exception"] == "ZeroDivisionError"
    assert json.loads(line)["id"] == answer.json()["instance"]


def test_a_damaged_home_is_said_in_words(morning: Caller) -> None:
    host = morning.app.state["door"].host

    async def damaged(_query: Any) -> Any:  # noqa: ANN401 -- the host's
        raise sqlite3.DatabaseError("database disk image is malformed: /secret/path")

    reads, host.read = host.read, damaged
    try:
        answer = morning("GET", f"/lanes/{WINDOW_LANE}/cases", CLERK)
    finally:
        host.read = reads

    assert code(answer) == (500, "home-damaged")
    assert "qyzmet verify" in answer.json()["detail"]
    assert "secret" not in answer.text


def test_the_door_listens_on_loopback_and_tells_nothing_of_its_software() -> None:
    settings = limits.uvicorn_settings()

    assert settings["host"] == "127.0.0.1"
    assert not settings["server_header"]
    assert not settings["access_log"]
    assert Limits().concurrent < settings["limit_concurrency"]
