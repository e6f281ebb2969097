"""Which broker is taken: the choice looks at obstacles alone, and needs no engine."""

from pathlib import Path

import pytest

from examples.broker.broker import NoBroker, NotOurs
from examples.broker.finding import Way, choose, find_broker, given_obstacle, ways

GIVEN = {"KAFKA_BOOTSTRAP": "kafka.example:9092", "KAFKA_ADMIN_PASSWORD": "given"}


class Obstacles:
    """Why ways are shut, and which were looked at."""

    def __init__(self, shut: dict[Way, str]) -> None:
        self.shut = shut
        self.looked: list[Way] = []

    def __call__(self, way: Way) -> str | None:
        self.looked.append(way)
        return self.shut.get(way)


def test_the_first_way_without_obstacle_is_taken() -> None:
    no_address = {Way.GIVEN: "not set"}
    no_engine = {**no_address, Way.CONTAINER: "no engine"}

    assert choose(ways({}), Obstacles(no_address)) is Way.CONTAINER
    assert choose(ways({}), Obstacles(no_engine)) is Way.JARS
    assert choose(ways(GIVEN), Obstacles({})) is Way.GIVEN


def test_what_comes_after_the_way_taken_is_not_looked_at() -> None:
    obstacles = Obstacles({Way.GIVEN: "not set"})

    choose(ways({}), obstacles)

    assert obstacles.looked == [Way.GIVEN, Way.CONTAINER]


def test_without_a_way_every_reason_is_told_in_order() -> None:
    shut = {Way.GIVEN: "not set", Way.CONTAINER: "no engine", Way.JARS: "no network"}

    with pytest.raises(NoBroker) as refused:
        choose(ways({}), Obstacles(shut))

    assert refused.value.reasons == (
        "an address given: not set",
        "a container: no engine",
        "Apache Kafka's jars: no network",
    )
    assert all(reason in str(refused.value) for reason in refused.value.reasons)


def test_who_gives_an_address_gets_that_broker_or_none(tmp_path: Path) -> None:
    with pytest.raises(NoBroker, match="KAFKA_ADMIN_PASSWORD is not set"):
        find_broker(tmp_path, environ={"KAFKA_BOOTSTRAP": "kafka.example:9092"})


def test_an_address_is_given_with_its_password() -> None:
    assert given_obstacle({}) == "KAFKA_BOOTSTRAP is not set"
    assert given_obstacle({**GIVEN, "KAFKA_ADMIN_PASSWORD": ""}) is not None
    assert given_obstacle(GIVEN) is None


def test_a_given_broker_is_used_as_it_is_and_never_touched(tmp_path: Path) -> None:
    broker = find_broker(tmp_path, environ=GIVEN)

    with broker:
        assert broker.access().bootstrap == "kafka.example:9092"
        assert broker.access().security_protocol == "SASL_PLAINTEXT"
        assert not broker.ours
        for touch in (broker.stop, broker.kill, broker.pause, broker.resume, broker.wipe):
            with pytest.raises(NotOurs, match=r"kafka\.example:9092"):
                touch()


def test_a_given_broker_with_an_authority_is_reached_by_tls(tmp_path: Path) -> None:
    plain = find_broker(tmp_path, environ={**GIVEN, "KAFKA_TLS": "1"})
    own = find_broker(tmp_path, environ={**GIVEN, "KAFKA_SSL_CAFILE": "/etc/ca.pem"})

    assert (plain.access().security_protocol, plain.access().ssl_cafile) == ("SASL_SSL", None)
    assert (own.access().security_protocol, own.access().ssl_cafile) == ("SASL_SSL", "/etc/ca.pem")
