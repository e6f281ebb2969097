"""What goes wrong at a broker is said in words, within seconds, and never with a password."""

import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from events.log.kafka.access import KafkaAccess, admin_access_file, write_access
from examples.broker.broker import Broker
from services.cli.main import main
from services.topics.admin import Administrator
from services.topics.declared import Acl
from services.topics.trouble import BrokerTrouble
from tests.flows.homes import copy_of
from tests.kafka.own_broker import access, admin

pytestmark = pytest.mark.usefixtures("sockets_of_the_library")

WRONG = "wrong-7f3a"
SECONDS_MAX = 10


def trouble(as_: KafkaAccess) -> str:
    begun = time.monotonic()
    with pytest.raises(BrokerTrouble) as said:
        Administrator(as_).actual()
    assert time.monotonic() - begun < SECONDS_MAX
    return str(said.value)


def test_an_absent_broker_is_said_to_be_absent() -> None:
    nowhere = KafkaAccess(bootstrap="127.0.0.1:1,127.0.0.1:2", user="admin", password=WRONG)

    assert trouble(nowhere) == "no broker hears at 127.0.0.1:1,127.0.0.1:2"


@pytest.mark.parametrize("user", ["admin", "nobody"])
def test_a_wrong_password_or_user_is_told_from_an_absent_broker(broker: Broker, user: str) -> None:
    said = trouble(access(broker, user, WRONG))

    assert f"hears, but does not let {user} in" in said
    assert WRONG not in said


def test_tls_at_a_broker_without_it_is_said(broker: Broker) -> None:
    said = trouble(replace(admin(broker), security_protocol="SASL_SSL"))

    assert "not SASL_SSL" in said


def test_what_a_broker_refuses_is_an_error_and_not_silence(broker: Broker) -> None:
    impossible = Acl(
        principal="nobody", resource="topic", name="x", pattern="literal", operation="read"
    )

    with pytest.raises(BrokerTrouble, match="the broker refuses 1; the first: permissions"):
        Administrator(admin(broker)).add_acls([impossible])


def test_the_command_says_it_in_one_line(joined: Path, tmp_path: Path) -> None:
    home = copy_of(joined, tmp_path)
    nowhere = KafkaAccess(bootstrap="127.0.0.1:1", user="admin", password=WRONG)
    write_access(admin_access_file(home), nowhere)

    told = CliRunner().invoke(main, ["--home", str(home), "topics", "apply", "--yes"])

    assert told.exit_code == 1
    assert told.output == "Error: no broker hears at 127.0.0.1:1\n"


def test_a_home_without_the_administrators_access_says_where_it_belongs(
    joined: Path, tmp_path: Path
) -> None:
    home = copy_of(joined, tmp_path)

    told = CliRunner().invoke(main, ["--home", str(home), "topics", "plan", "--against"])

    assert told.exit_code == 1
    assert "kafka.json is missing; services/topics/README.md says" in told.output
