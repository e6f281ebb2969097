"""Which server is taken: the choice looks at obstacles alone, and needs no engine."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest

from examples.broker import finding as broker
from examples.broker.broker import NoBroker
from examples.postgres import finding as postgres
from examples.postgres.server import NoPostgres
from examples.servers.choosing import choose
from examples.servers.server import NoServer


class Obstacles:
    """Why ways are shut, and which were looked at."""

    def __init__(self, shut: dict[StrEnum, str]) -> None:
        self.shut = shut
        self.looked: list[StrEnum] = []

    def __call__(self, way: StrEnum) -> str | None:
        self.looked.append(way)
        return self.shut.get(way)


def test_the_first_way_without_obstacle_is_taken_and_none_after_it_is_looked_at() -> None:
    obstacles = Obstacles({broker.Way.GIVEN: "not set"})

    assert choose(broker.ways({}), obstacles, NoBroker) is broker.Way.CONTAINER
    assert obstacles.looked == [broker.Way.GIVEN, broker.Way.CONTAINER]


@pytest.mark.parametrize(
    ("ways", "none", "what"),
    [(broker.EVERY, NoBroker, "Kafka broker"), (postgres.EVERY, NoPostgres, "PostgreSQL")],
)
def test_without_a_way_every_reason_is_told_in_order(
    ways: tuple[StrEnum, ...], none: type[NoServer], what: str
) -> None:
    shut = {way: f"reason {place}" for place, way in enumerate(ways)}

    with pytest.raises(none) as refused:
        choose(ways, Obstacles(shut), none)

    assert refused.value.reasons == tuple(f"{way}: reason {n}" for n, way in enumerate(ways))
    assert str(refused.value) == f"no {what}: " + "; ".join(refused.value.reasons)


@pytest.mark.parametrize(
    ("ways", "given", "programs"),
    [
        (broker.ways, "KAFKA_BOOTSTRAP", broker.Way.JARS),
        (postgres.ways, "QYZMET_TEST_DSN", postgres.Way.PROGRAMS),
    ],
)
def test_who_gives_an_address_wants_that_server_or_none_and_programs_come_last(
    ways: Callable[[dict[str, str]], tuple[StrEnum, ...]], given: str, programs: StrEnum
) -> None:
    assert len(ways({given: str(Path())})) == 1
    assert ways({})[-1] is programs
