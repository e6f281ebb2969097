"""What a writer answers: once for each command, whatever comes with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from events.deciding import Refused
from events.log.adapters.sqlite_store import SqliteStore
from events.log.lane.clock import WallClock
from events.log.lane.work import Answer, CommandReused
from tests.log.evidence import Evidence, ids_ascend, read_evidence
from tests.log.realm import signer
from tests.log.small_service import Say
from tests.log.writing import FREE, LANE, work, writer

NOON = "2024-04-29T07:00:00Z"
EVENING = "2024-04-29T13:00:00Z"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "lane.db", signer(LANE))
    yield store
    store.close()


def evidence(store: SqliteStore) -> Evidence:
    found = read_evidence(store.path)
    found.verify(signer(LANE).vkey)
    ids_ascend(found)
    return found


def test_a_command_sees_what_the_command_before_it_did(store: SqliteStore) -> None:
    answers = writer(store).commit([work("one"), work("two", Say(times=3)), work("three")])

    assert [a.events for a in answers if isinstance(a, Answer)] == [
        ("talk-one:1",),
        ("talk-one:2", "talk-one:3", "talk-one:4"),
        ("talk-one:5",),
    ]


def test_a_refused_command_leaves_nothing_and_the_others_stand(store: SqliteStore) -> None:
    commands = [work("one"), work("two", Say(text="forbidden")), work("three")]

    first, refused, third = writer(store).commit(commands)

    assert isinstance(refused, Refused)
    assert refused.code == "forbidden"
    assert isinstance(first, Answer)
    assert isinstance(third, Answer)
    assert [event.commandid for event in evidence(store).events] == ["one", "three"]


def test_a_refusal_is_not_remembered(store: SqliteStore) -> None:
    (refused,) = writer(store).commit([work("one", Say(text="forbidden"))])

    (answered,) = writer(store).commit([work("one", Say(text="allowed"))])

    assert isinstance(refused, Refused)
    assert isinstance(answered, Answer)


@pytest.mark.parametrize("together", [True, False])
def test_a_repeated_command_gets_the_same_answer(store: SqliteStore, *, together: bool) -> None:
    twice = [work("one", time=NOON), work("one", time=EVENING)]

    answers = (
        writer(store).commit(twice)
        if together
        else [outcome for one in twice for outcome in writer(store).commit([one])]
    )

    assert answers[0] == answers[1]
    assert len(evidence(store).raws) == 1


@pytest.mark.parametrize("together", [True, False])
def test_a_command_id_with_other_data_is_refused(store: SqliteStore, *, together: bool) -> None:
    both = [work("one"), work("one", Say(text="another"))]

    answers = (
        writer(store).commit(both)
        if together
        else [outcome for one in both for outcome in writer(store).commit([one])]
    )

    assert isinstance(answers[1], CommandReused)
    assert "take a new one" in str(answers[1])
    assert len(evidence(store).raws) == 1


def test_a_command_that_does_nothing_is_remembered_too(store: SqliteStore) -> None:
    nothing = Say(times=0)

    first = writer(store).commit([work("one", nothing)])
    again = writer(store).commit([work("one", nothing)])

    assert first == again
    assert evidence(store).raws == []


def test_time_never_runs_backwards_in_a_lane(store: SqliteStore) -> None:
    writer(store).commit([work("one", time=EVENING)])
    writer(store).commit([work("two", time=NOON)])

    assert [event.time for event in evidence(store).events] == [EVENING, EVENING]


def test_a_refused_command_leaves_not_even_its_time(store: SqliteStore) -> None:
    refused = work("one", Say(text="forbidden"), time=EVENING)

    writer(store).commit([refused, work("two", time=NOON)])

    assert [event.time for event in evidence(store).events] == [NOON]


def test_by_the_machines_clock_the_lane_records_its_own_time(store: SqliteStore) -> None:
    far = "2049-01-01T00:00:00Z"
    today = work("one", time=NOON)

    writer(store, clock=WallClock()).commit([today, work("two", time=far)])

    events = evidence(store).events
    assert all(NOON < event.time < far for event in events)
    assert all("2024" < str(event.data["on"]) < "2049" for event in events)


def test_by_the_machines_clock_too_time_never_runs_backwards(store: SqliteStore) -> None:
    far = "2049-01-01T00:00:00Z"
    writer(store, FREE).commit([work("one", time=far)])

    writer(store, FREE, WallClock()).commit([work("two", time=NOON)])

    assert [event.time for event in evidence(store).events] == [far, far]


def test_what_others_could_not_read_is_never_signed(store: SqliteStore) -> None:
    """An empty step is no name, and a reader named in capitals is no agency."""
    commands = [
        work("one"),
        work("two", Say(text="")),
        work("three", Say(to=("A b",))),
        work("four"),
    ]

    first, empty, odd, last = writer(store).commit(commands)

    for refused in (empty, odd):
        assert isinstance(refused, Refused)
        assert (refused.code, refused.article) == ("event-unreadable", "A14")
    assert isinstance(first, Answer)
    assert isinstance(last, Answer)
    assert [event.commandid for event in evidence(store).events] == ["one", "four"]


def test_the_number_of_a_person_is_never_signed_in_clear(store: SqliteStore) -> None:
    (refused,) = writer(store).commit([work("one", Say(text="iin-760308140711"))])

    assert isinstance(refused, Refused)
    assert (refused.code, refused.article) == ("personal-number-in-clear", "24")
    assert "field `step`" in refused.sentence
    assert "760308140711" not in str(refused)
    assert evidence(store).events == []
