"""Role x agency x route: every cell is asked, what is not allowed is refused, by default all is."""

from collections.abc import Iterator
from typing import Final

import pytest

from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    AUTHORITY,
    CENTRE,
    DELIVERY_LANE,
    JUSTICE,
    JUSTICE_ALMATY,
    WINDOW_LANE,
)
from services.http.route import Route, Whose
from services.http.routes import ROUTES
from services.officers import Role
from tests.http.calling import Caller, officer
from tests.http.words import keyed

LANES: Final = {"intake": WINDOW_LANE, "provider": DELIVERY_LANE, "audit": AUDIT_LANE}
KEEPERS: Final = {WINDOW_LANE: CENTRE, DELIVERY_LANE: JUSTICE_ALMATY, AUDIT_LANE: AUTHORITY}
ALLOWED: Final = (200, 400, 404, 409, 412, 415, 422)
"""What an officer meets who may ask, and asks with nothing in hand."""
CASES: Final = ("intake:", "provider:", "complaints:")
PAPER: Final = ("SendInquiry", "Correct", "AnswerFinding")
"""What is told afterwards: acts on cases, never one that lets a key go or registers an agency."""
GUESSED: Final = (403, "not-charged")
"""Of another agency's findings and cases not even this is told: whether there are any."""


def lane_of(route: Route) -> str:
    """Give a lane of the realm that answers a route; of complaints there is none in it."""
    return LANES.get(next(iter(route.services), "intake"), WINDOW_LANE)


def path_of(route: Route) -> str:
    words = {
        "lane": lane_of(route),
        "case": "absent",
        "event": "absent-1:1",
        "finding": "absent",
        "number": "absent",
        "jurisdiction": "kz",
        "date": "2024-04-01",
    }
    return route.path.format(**words)


def agencies(route: Route) -> dict[str, str]:
    """Give the agencies of a route's cells: whose it is, another, the authority."""
    own = KEEPERS[lane_of(route)]
    if route.whose is Whose.LANES_AGENCY:
        return {"own": own, "other": JUSTICE if own != JUSTICE else CENTRE, "authority": AUTHORITY}
    return {"other": CENTRE, "authority": AUTHORITY}


def opens(route: Route, role: Role, agency: str, *, log_clock: bool) -> bool:
    """Say in a sentence of its own what a cell must be."""
    if role is Role.DRIVER:
        by_role = log_clock
    elif role is Role.TRANSCRIBER and route.command:
        by_role = route.command in PAPER or route.group.startswith(CASES)
    else:
        by_role = role in route.roles
    of_lane = route.whose is not Whose.LANES_AGENCY or agency == KEEPERS[lane_of(route)]
    of_authority = route.whose is not Whose.AUTHORITY or agency == AUTHORITY
    return by_role and of_lane and of_authority


def with_token() -> list[Route]:
    return [route for route in ROUTES if route.whose is not Whose.ANYONE]


def cells(route: Route) -> Iterator[tuple[Role, str, str]]:
    for role in Role:
        for whose, agency in agencies(route).items():
            yield role, whose, agency


def ask(call: Caller, route: Route, role: Role, agency: str) -> tuple[int, str]:
    body = {"content": b"{}"} if route.method == "POST" else {}
    answer = call(route.method, path_of(route), officer(agency, role), keyed("k/1"), **body)
    return answer.status_code, answer.json().get("code", "")


@pytest.mark.parametrize("route", with_token(), ids=lambda route: route.name)
@pytest.mark.parametrize("clock", ["morning", "office"])
def test_every_cell_of_a_route_is_as_the_table_says(
    route: Route, clock: str, request: pytest.FixtureRequest
) -> None:
    call: Caller = request.getfixturevalue(clock)
    wrong = []
    for role, whose, agency in cells(route):
        status, code = ask(call, route, role, agency)
        may = opens(route, role, agency, log_clock=clock == "morning")
        charged = route.whose is Whose.CHARGED and agency != AUTHORITY
        good = status in ALLOWED or (charged and (status, code) == GUESSED)
        if good is not may:
            wrong.append(f"{role} of {whose}: {status} {code}; {'lawful' if may else 'unlawful'}")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("route", with_token(), ids=lambda route: route.name)
def test_without_a_token_nobody_comes_in(route: Route, morning: Caller) -> None:
    answer = morning(route.method, path_of(route))

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("route", with_token(), ids=lambda route: route.name)
def test_a_token_without_a_role_opens_nothing(route: Route, morning: Caller) -> None:
    own = agencies(route).get("own", AUTHORITY)

    assert morning(route.method, path_of(route), officer(own)).status_code == 403


def test_what_anyone_may_ask_is_health_and_the_description_alone() -> None:
    anyone = {route.path for route in ROUTES if route.whose is Whose.ANYONE}

    assert anyone == {"/livez", "/readyz", "/metrics", "/openapi.json"}
