"""A broker at a given address: which one it is, and that it is not touched."""

from pathlib import Path

import pytest

from examples.broker.broker import NoBroker
from examples.broker.finding import find_broker, given_obstacle
from examples.servers.server import NotOurs

GIVEN = {"KAFKA_BOOTSTRAP": "kafka.example:9092", "KAFKA_ADMIN_PASSWORD": "given"}


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
