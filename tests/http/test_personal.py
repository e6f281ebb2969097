"""Personal data: sealed by the door before the commit, read only after the reading is an event."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest
from httpx import Response

from examples.kazakhstan.agencies import (
    CENTRE,
    DELIVERY_LANE,
    JUSTICE_ALMATY,
    STANDARDS_LANE,
    WINDOW_LANE,
)
from examples.kazakhstan.play import FORTNIGHT
from examples.kazakhstan.scenario import CLERK as NORMS
from examples.kazakhstan.scenario import STANDARD_AT
from examples.kazakhstan.standard import SERVICE
from services.officers import Officer, Role
from tests.flows.homes import copy_of, driven
from tests.given import made_at
from tests.http.calling import Caller, officer, served
from tests.http.words import CLERK, EXAMINER, at, code
from tests.sealing.agencies import lodge
from tests.sealing.searching import found

CASE: Final = made_at(WINDOW_LANE, "case 1")
TWO_PERSONS: Final = made_at(WINDOW_LANE, "case 2")
APPLICANT: Final = "9b1f0c"
NAME: Final = "Айгүл Сәрсенбаева"
READ: Final = f"/lanes/{WINDOW_LANE}/cases/{CASE}/personal-data"


@pytest.fixture
def call(standard: Path, tmp_path: Path) -> Iterator[Caller]:
    home = copy_of(standard, tmp_path)
    with served(home) as caller:
        yield caller


@pytest.fixture(scope="module")
def standard(joined: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The realm once the standard is in use at every window."""
    home = copy_of(joined, tmp_path_factory.mktemp("standard"))
    with driven(home) as driver:
        driver.do(STANDARDS_LANE, FORTNIGHT.norms(), actor=NORMS, time=STANDARD_AT)
    return home


def lodged(call: Caller, key: str = "lodge/1", by: Officer = CLERK, **members: Any) -> Response:  # noqa: ANN401 -- JSON
    """Lodge an application with members beside the command's own."""
    command = msgspec.to_builtins(lodge(CASE, APPLICANT))
    command = {name: one for name, one in command.items() if name != "sealed"}
    raw = msgspec.json.encode({**command, "service_code": SERVICE, **members})
    path = f"/lanes/{WINDOW_LANE}/commands/LodgeApplication"
    return call("POST", path, by, at(key), content=raw)


def read(call: Caller, key: str, by: Officer = CLERK, **body: Any) -> Response:  # noqa: ANN401 -- JSON
    raw = msgspec.json.encode({"ground": "case", **body})
    return call("POST", READ, by, at(key), content=raw)


def lane_size(call: Caller) -> int:
    status = call("GET", "/status", officer(CENTRE, Role.OPERATOR)).json()
    found: int = status[WINDOW_LANE]["size"]
    return found


def test_what_a_client_sends_in_words_stands_in_no_file_and_opens_for_who_may_read(
    call: Caller,
) -> None:
    answer = lodged(call, personal={"applicant.name": NAME})
    home = call.app.state["door"].host._home

    told = read(call, "read/1").json()

    assert answer.status_code == 200, answer.text
    assert not found(home, NAME)
    assert [(one["part"], one["text"]) for one in told["parts"]] == [("applicant.name", NAME)]


def test_the_same_key_seals_the_same_bytes_and_adds_nothing(call: Caller) -> None:
    first = lodged(call, personal={"applicant.name": NAME})
    before = lane_size(call)

    assert lodged(call, personal={"applicant.name": NAME}).json() == first.json()
    assert code(lodged(call, personal={"applicant.name": "other"})) == (422, "command-reused")
    assert lane_size(call) == before


def test_a_reading_is_an_event_before_anything_is_opened(call: Caller) -> None:
    lodged(call, personal={"applicant.name": NAME})
    before = lane_size(call)

    read(call, "read/1", ground="case")

    assert lane_size(call) == before + 1


def test_a_reading_that_was_done_opens_nothing_again(call: Caller) -> None:
    lodged(call, personal={"applicant.name": NAME})
    read(call, "read/1")

    assert code(read(call, "read/1")) == (409, "reading-repeated")
    assert read(call, "read/2").status_code == 200


def test_a_reading_says_a_ground_and_names_parts_that_there_are(call: Caller) -> None:
    lodged(call, personal={"applicant.name": NAME})
    before = lane_size(call)

    assert read(call, "read/1", ground="curiosity").status_code in (400, 409)
    assert code(read(call, "read/2", parts=["applicant.shoe"])) == (404, "case-unknown")
    assert code(read(call, "read/3", shoe=1)) == (400, "field-unknown")
    assert lane_size(call) == before


def test_another_agency_reads_nothing_at_this_lane(call: Caller) -> None:
    lodged(call, personal={"applicant.name": NAME})
    stranger = officer(JUSTICE_ALMATY, Role.EXAMINER)

    assert code(read(call, "read/1", stranger)) == (403, "not-the-lanes-agency")


def test_a_client_sends_words_or_ciphertext_never_both(call: Caller) -> None:
    part = {"part": "a", "key_id": "k", "commitment": "", "nonce": "n", "ciphertext": "c"}
    both = lodged(call, personal={"applicant.name": NAME}, sealed=[part])

    assert code(both) == (400, "command-malformed")
    assert both.json()["field"] == "personal"


@pytest.mark.parametrize(
    "personal",
    [
        {},
        [],
        "name",
        {"applicant.name": 1},
        {"Applicant Name": NAME},
        {"applicant.name": ""},
        {"applicant.name": "x" * (16 * 1024 + 1)},
        {"applicant.name": "ж" * (16 * 1024 - 1)},
        {f"part{n}": "x" for n in range(21)},
    ],
)
def test_personal_data_are_a_few_named_texts(call: Caller, personal: Any) -> None:  # noqa: ANN401 -- JSON
    before = lane_size(call)

    assert code(lodged(call, personal=personal)) == (400, "command-malformed")
    assert lane_size(call) == before


def test_where_it_is_not_plain_whose_they_are_the_client_says_so(call: Caller) -> None:
    lodged(call, personal={"applicant.name": NAME})
    (one,) = msgspec.to_builtins(lodge(CASE, APPLICANT).applicants)
    two = [one, {**one, "applicant_id": "7c2e1a"}]

    unclear = lodged(
        call, "l/2", applicants=two, personal={"applicant.name": NAME}, case_id=TWO_PERSONS
    )
    told = lodged(
        call,
        "l/3",
        applicants=two,
        personal={"applicant.name": NAME},
        personal_of="7c2e1a",
        case_id=TWO_PERSONS,
    )

    assert code(unclear) == (400, "command-malformed")
    assert unclear.json()["field"] == "personal_of"
    assert told.status_code == 200


def test_a_command_that_bears_none_takes_none(call: Caller) -> None:
    path = f"/lanes/{WINDOW_LANE}/commands/HandOutResult"
    raw = msgspec.json.encode(
        {"case_id": CASE, "carrier": "paper", "to": "applicant", "personal": {"a": "b"}}
    )
    answer = call("POST", path, CLERK, at("h/1"), content=raw)

    assert code(answer) == (400, "field-unknown")


def test_a_later_holder_seals_with_the_key_that_the_case_bears(call: Caller) -> None:
    lodged(call, personal={"applicant.name": NAME})
    door = call.app.state["door"]
    seen = call.run(door.host.read(lambda realm: realm.personal_data(DELIVERY_LANE).parts(CASE)))
    path = f"/lanes/{DELIVERY_LANE}/cases/{CASE}/personal-data"
    answer = call("POST", path, EXAMINER, at("r/1"), content=b'{"ground":"case"}')

    assert seen == []
    assert code(answer) == (404, "case-unknown")
