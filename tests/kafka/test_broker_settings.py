"""One properties file: from jars and in a container it is filled by the same variables."""

import re
from typing import Final

from examples.broker.container import IMAGE
from examples.broker.settings import PROPERTIES, variables

FILLED: Final = variables(
    listen="0.0.0.0:9092",
    advertised="127.0.0.1:9092",
    controller_port=9093,
    data="/var/lib/kafka/data",
    password="secret",  # noqa: S106 -- an example
)


def properties() -> dict[str, str]:
    """Give the file as pairs; a name that stands twice would be one whose value is unsure."""
    lines = [line for line in PROPERTIES.read_text().splitlines() if line and line[0] != "#"]
    pairs = [(name, value) for name, _, value in (line.partition("=") for line in lines)]
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def test_the_file_reads_all_variables_that_are_given_and_no_other() -> None:
    read = re.findall(r"\$\{env:(\w+)\}", PROPERTIES.read_text())

    assert set(read) == set(FILLED)


def test_the_container_image_takes_no_variable_for_a_property() -> None:
    assert not [name for name in FILLED if name.startswith("KAFKA_")]


def test_no_address_password_or_folder_stands_in_the_file_itself() -> None:
    of_one_run = ("listeners", "advertised.listeners", "log.dirs", "controller.quorum.voters")

    assert all("${env:" in properties()[name] for name in of_one_run)
    assert all('="${env:' in value for name, value in properties().items() if "jaas" in name)


def test_only_users_come_in_and_only_the_administrator_makes_topics() -> None:
    told = properties()

    assert told["listener.name.client.sasl.enabled.mechanisms"] == "SCRAM-SHA-512"
    assert told["authorizer.class.name"].endswith("StandardAuthorizer")
    assert told["super.users"] == "User:admin"
    assert told["auto.create.topics.enable"] == "false"
    assert "allow.everyone.if.no.acl.found" not in told


def test_the_controller_listens_to_its_own_machine_alone() -> None:
    assert "CONTROLLER://127.0.0.1:" in properties()["listeners"]
    assert "CONTROLLER" not in properties()["advertised.listeners"]


def test_the_image_is_of_a_named_version() -> None:
    assert re.fullmatch(r"apache/kafka:\d+\.\d+\.\d+", IMAGE)
