"""The table of routes: nothing answers that is not in it, and no command is left out of it."""

from pathlib import Path
from typing import Final

import pytest
from litestar.routes import HTTPRoute

from events.acts.shared import HANDLERS, disclosing
from events.catalogue import SERVICES
from events.known import Known
from services.http.acts import ACTS
from services.http.problems import STATUS
from services.http.routes import OF_SERVICES, ROUTES
from services.http.table import BEGIN, END, table
from tests.architecture.services_of import handled
from tests.http.calling import Caller

PAGE: Final = Path(__file__).parents[2] / "services/http/README.md"


@pytest.mark.parametrize("service", SERVICES)
def test_every_command_of_a_service_is_sent_by_a_role_or_closed_with_a_reason(service: str) -> None:
    routes = OF_SERVICES[service]

    assert routes.live.keys() | routes.closed.keys() == handled(service)
    assert not routes.live.keys() & routes.closed.keys()
    assert all(routes.live.values())
    assert all(routes.closed.values())


def test_every_act_that_all_services_do_is_sent_by_a_role_or_closed_with_a_reason() -> None:
    acts = {one.__name__ for one in (*HANDLERS, *disclosing("kz", "one", Known))}

    assert ACTS.live.keys() | ACTS.closed.keys() == acts
    assert not ACTS.live.keys() & ACTS.closed.keys()


def test_no_two_entries_are_for_the_same_path_and_method() -> None:
    names = [route.name for route in ROUTES]

    assert len(names) == len(set(names))


def test_what_answers_stands_in_the_table(morning: Caller) -> None:
    told = {(route.method, route.path) for route in ROUTES}
    there = {
        (str(method), route.path_format)
        for route in morning.app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if "OPTIONS" not in handler.http_methods
        for method in handler.http_methods
    }

    assert there == told


def test_every_refusal_that_an_entry_names_has_a_status_or_is_of_the_cases_state() -> None:
    of_state = {
        "calendar-gap",
        "day-out-of-order",
        "ground-missing",
        "in-flight",
        "key-not-here",
        "not-covered",
        "not-sealed",
        "reading-repeated",
        "which-case",
    }

    assert {code for route in ROUTES for code in route.refusals} - STATUS.keys() == of_state


def test_the_page_shows_the_table_of_roles_as_it_is() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert page.partition(BEGIN)[2].partition(END)[0].strip() == table().strip()
