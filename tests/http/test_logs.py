"""The log: one JSON line a request, which names a route and an agency, and nobody."""

import json
import logging

import pytest

from examples.kazakhstan.agencies import WINDOW_LANE
from services.http.logs import JsonLines
from tests.http.calling import Caller
from tests.http.words import CLERK, NOW, record


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [JsonLines().format(one) for one in caplog.records if one.name == "qyzmet.http"]


def test_a_request_is_one_line_with_its_route_and_agency(
    morning: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="qyzmet.http"):
        morning("GET", f"/lanes/{WINDOW_LANE}/cases/canary-case?after=canary", CLERK)
    (line,) = lines(caplog)
    told = json.loads(line)

    assert told.keys() == {
        *("time", "level", "message"),
        *("id", "method", "route", "status", "ms", "agency"),
    }
    assert told["route"] == "/lanes/{lane}/cases/{case}"
    assert (told["method"], told["status"], told["agency"]) == ("GET", 400, "almaty-centre")


def test_no_line_holds_a_value_of_path_query_header_or_body(
    morning: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        record(morning, "canary-key", "canary-outage", Qyzmet_Time=NOW)
        morning("GET", "/canary/path?canary=1", CLERK)
        morning("GET", f"/lanes/{WINDOW_LANE}/cases/canary-case", CLERK)
    said = "\n".join(lines(caplog))

    assert said.count("\n") == 2
    assert "canary" not in said
    assert CLERK.officer not in said
