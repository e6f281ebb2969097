"""Who knows one service knows all four: the same rooms, the same page, nothing left out of it."""

import re

import pytest

from events.catalogue import CATALOGUE, SERVICES
from services.audit.domain.rulebook import RULES
from tests.architecture.refusals import refusals
from tests.architecture.services_of import (
    ACTS,
    commands,
    first_cells,
    handled,
    own_events,
    page,
    section,
)
from tests.architecture.tree import ROOMS, ROOT


def difference(service: str, told: set[str], there: set[str]) -> str:
    return (
        f"services/{service}/README.md: not named: {sorted(there - told)}; "
        f"named, but not there: {sorted(told - there)}"
    )


each = pytest.mark.parametrize("service", SERVICES)
each_page = pytest.mark.parametrize("service", [*SERVICES, ACTS])


@each
def test_every_service_has_the_five_rooms_and_a_page(service: str) -> None:
    home = ROOT / "services" / service
    missing = [room for room in ROOMS if not (home / room / "__init__.py").is_file()]

    assert not missing, f"services/{service} lacks {missing}"
    assert (home / "README.md").is_file(), f"services/{service}/README.md says what it is for"


@each
def test_every_command_is_answered(service: str) -> None:
    assert commands(service) == handled(service)


@each_page
def test_the_page_names_every_command_and_no_other(service: str) -> None:
    told = first_cells(section(service, "Commands in, events out"))

    assert told == commands(service), difference(service, told, commands(service))


@each
def test_the_page_names_every_event_type_of_its_own(service: str) -> None:
    missing = [name for name in own_events(service) if f"`{name}`" not in page(service)]

    assert not missing, f"services/{service}/README.md does not name {sorted(missing)}"


@each
def test_the_page_names_no_event_type_that_is_not_in_the_catalogue(service: str) -> None:
    told = set(re.findall(r"`((?:\w+)\.\w+\.v\d+)`", page(service)))

    assert told <= CATALOGUE.keys(), f"services/{service}/README.md"


@each_page
def test_the_page_names_every_refusal_and_no_other(service: str) -> None:
    raised = {one.code for one in refusals() if one.service == service}
    told = first_cells(section(service, "Refusals"))

    assert told == raised, difference(service, told, raised)


def test_the_audits_page_names_every_rule_and_no_other() -> None:
    told = set(re.findall(r"^\| `(\w+)`", section("audit", "Rules"), re.MULTILINE))

    assert told == {rule.name for rule in RULES}
