"""Every event type has a schema, a sample of its bytes, and a page that speaks of it."""

import pytest

from events.catalogue import CATALOGUE, SERVICES
from tests.architecture.services_of import ACTS, page, said_by_every_lane
from tests.architecture.tree import ROOT

PAGES = "\n".join(page(one) for one in (*SERVICES, ACTS))


@pytest.mark.parametrize("folder", ["events/schemas", "tests/wire/samples"])
def test_every_event_type_has_its_file_and_every_file_its_event_type(folder: str) -> None:
    files = {path.stem for path in (ROOT / folder).glob("*.json")}

    assert files == CATALOGUE.keys(), folder


def test_every_event_type_stands_in_a_services_page() -> None:
    missing = [
        name
        for name in CATALOGUE
        if f"`{name}`" not in PAGES
        and not (
            name.partition(".")[2] in said_by_every_lane()
            and f"`{name.partition('.')[2]}`" in PAGES
        )
    ]

    assert not missing, missing


def test_every_event_type_says_what_happened_in_a_sentence() -> None:
    silent = [name for name, data in CATALOGUE.items() if not (data.__doc__ or "").endswith(".")]

    assert not silent, silent
