"""`qyzmet topics`: a broker is made to hold the plan, and what was done by hand is undone."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result
from kafka.errors import KafkaTimeoutError
from msgspec.structs import replace

from events.log.kafka.access import (
    KafkaAccess,
    admin_access_file,
    lane_access_file,
    read_access,
    write_access,
)
from examples.broker.broker import Broker
from examples.kazakhstan.agencies import AUTHORITY
from services.cli.main import main
from services.topics.admin import Administrator
from services.topics.declared import Acl, Topic
from services.topics.difference import SetConfig
from tests.flows.homes import copy_of
from tests.kafka import client_rights
from tests.kafka.own_broker import admin, own_broker

HERE, ELSEWHERE = "intake.almaty-1", "intake.talgar"
LANES = (HERE, "provider.justice", "provider.justice-almaty", "audit.authority")
ONE_BROKER = ("--replication", "1", "--min-insync", "1")
DRAWN = "drawn-before-the-crash"
BY_HAND = Acl(
    principal=f"User:{HERE}",
    resource="topic",
    name="lane.audit.",
    pattern="prefixed",
    operation="all",
)


class Applied(NamedTuple):
    """A home whose plan a broker holds, and what applying it said."""

    home: Path
    broker: Broker
    out: Path
    said: str

    @property
    def administrator(self) -> Administrator:
        """Who works by hand."""
        return Administrator(admin(self.broker))


def topics(home: Path, command: str, *arguments: str, answer: str | None = None) -> Result:
    settings = ["--home", str(home), "topics", command, *ONE_BROKER]
    return CliRunner().invoke(main, [*settings, *arguments], input=answer)


@pytest.fixture(scope="module")
def applied(
    joined: Path, tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[Applied]:
    """The Kazakh realm on its first morning, on a broker."""
    folder = tmp_path_factory.mktemp("apply")
    with own_broker(tmp_path_factory.mktemp("broker"), pytestconfig) as broker:
        home, out = copy_of(joined, folder), folder / "elsewhere.jsonl"
        write_access(admin_access_file(home), admin(broker))
        told = topics(home, "apply", "--yes", "--out", str(out))
        assert told.exit_code == 0, told.output
        yield Applied(home, broker, out, told.output)


def test_applying_says_what_it_does_before_and_that_nothing_is_left(applied: Applied) -> None:
    lines = applied.said.splitlines()

    assert f"create user {HERE} of almaty" in applied.said
    assert "create topic lane.intake.almaty-1." in applied.said
    assert f"add: {HERE} may write topic lane.{HERE}.*" in lines
    assert lines[-1] == "left: nothing"


def test_applying_again_has_nothing_to_do(applied: Applied) -> None:
    again = topics(applied.home, "apply")

    assert again.exit_code == 0, again.output
    assert again.output.splitlines() == ["changes to make: none", "left: nothing"]
    against = topics(applied.home, "plan", "--against")
    assert against.output == "the broker holds the plan: nothing to do\n"


def test_each_lane_comes_in_with_its_own_password(applied: Applied) -> None:
    accesses = [read_access(lane_access_file(applied.home, lane)) for lane in LANES]

    for lane, access in zip(LANES, accesses, strict=True):
        own = f"lane.{lane}.{AUTHORITY}"
        assert client_rights.written(access, [own]) == {own}
    assert len({access.password for access in accesses}) == len(LANES)


def test_the_password_of_a_lane_elsewhere_goes_to_the_file_named_and_nowhere_else(
    applied: Applied,
) -> None:
    (told,) = applied.out.read_bytes().splitlines()
    access = KafkaAccess(**json.loads(told))

    assert applied.out.stat().st_mode & 0o777 == 0o600
    assert access.user == ELSEWHERE
    assert client_rights.written(access, [f"lane.{ELSEWHERE}.{AUTHORITY}"])
    held = [path for path in applied.home.rglob("*") if path.is_file()]
    assert not [path for path in held if access.password.encode() in path.read_bytes()]


def test_no_password_is_printed(applied: Applied) -> None:
    passwords = [read_access(lane_access_file(applied.home, lane)).password for lane in LANES]
    passwords += [json.loads(applied.out.read_bytes())["password"]]

    assert not [one for one in passwords if one in applied.said]


def test_after_a_rotation_the_old_password_fails_and_the_new_one_works(applied: Applied) -> None:
    path, own = lane_access_file(applied.home, HERE), f"lane.{HERE}.{AUTHORITY}"
    old = read_access(path)

    told = topics(applied.home, "apply", "--yes", "--rotate", HERE)

    assert told.exit_code == 0, told.output
    assert f"give user {HERE} another password" in told.output
    assert client_rights.written(read_access(path), [own]) == {own}
    with pytest.raises(KafkaTimeoutError, match="Unable to bootstrap"):
        client_rights.write(old, own)


def test_only_who_is_named_gets_another_password(applied: Applied) -> None:
    path = lane_access_file(applied.home, "provider.justice")
    before = path.read_bytes()

    topics(applied.home, "apply", "--yes", "--rotate", HERE)

    assert path.read_bytes() == before


def test_a_rotation_that_a_crash_cut_short_is_gone_on_with(applied: Applied) -> None:
    path, own = lane_access_file(applied.home, HERE), f"lane.{HERE}.{AUTHORITY}"
    drawn = replace(read_access(path), password=DRAWN)
    write_access(path.with_name("kafka.next"), drawn)

    told = topics(applied.home, "apply", "--yes")

    assert told.exit_code == 0, told.output
    assert read_access(path) == drawn
    assert client_rights.written(read_access(path), [own]) == {own}
    assert not path.with_name("kafka.next").exists()


def test_a_permission_given_by_hand_is_shown_and_removed(applied: Applied) -> None:
    applied.administrator.add_acls([BY_HAND])

    shown = topics(applied.home, "plan", "--against").output
    refused = topics(applied.home, "apply", answer="n\n")
    still_there = BY_HAND in applied.administrator.actual().acls
    done = topics(applied.home, "apply", answer="y\n")

    assert f"remove: {BY_HAND.words}" in shown
    assert refused.exit_code == 1
    assert still_there
    assert done.exit_code == 0, done.output
    assert BY_HAND not in applied.administrator.actual().acls


@pytest.mark.parametrize(
    ("key", "value"),
    [("retention.ms", "1000"), ("cleanup.policy", "compact"), ("segment.bytes", "1048576")],
)
def test_a_setting_changed_by_hand_is_set_back(applied: Applied, key: str, value: str) -> None:
    topic = f"lane.{HERE}.{AUTHORITY}"
    before = applied.administrator.actual().topics[topic]
    by_hand = SetConfig(topic=topic, key=key, value=value, was="")
    applied.administrator.set_configs([by_hand])

    told = topics(applied.home, "apply", "--yes")

    assert f"set {key} of {topic} to " in told.output
    assert applied.administrator.actual().topics[topic] == before


def test_a_topic_by_hand_is_told_and_left(applied: Applied) -> None:
    by_hand = Topic(name="by-hand", partitions=2, replication=1, configs={})
    applied.administrator.create_topics([by_hand])

    told = topics(applied.home, "apply", "--yes")

    assert "topic by-hand is not in the plan; it is left as it is" in told.output
    assert told.output.splitlines()[-1] == "left to a person: 1"
    assert "by-hand" in applied.administrator.actual().topics
    assert client_rights.deleted(admin(applied.broker), ["by-hand"])


def test_a_lane_topic_of_two_partitions_is_a_fault(applied: Applied) -> None:
    topic = f"lane.{ELSEWHERE}.{AUTHORITY}"
    client_rights.deleted(admin(applied.broker), [topic])
    two = Topic(name=topic, partitions=2, replication=1, configs={"retention.ms": "-1"})
    applied.administrator.create_topics([two])

    told = topics(applied.home, "apply", "--yes")

    assert f"topic {topic} has 2 partitions" in told.output
    client_rights.deleted(admin(applied.broker), [topic])
    assert topics(applied.home, "apply", "--yes").exit_code == 0


def test_a_lane_elsewhere_without_a_file_for_its_password_is_named(applied: Applied) -> None:
    told = topics(applied.home, "apply", "--yes", "--rotate", ELSEWHERE)

    assert told.exit_code == 1
    assert f"user {ELSEWHERE} lacks a password, its software is not here: --out" in told.output


def test_a_file_that_may_hold_the_only_passwords_is_not_written_over(applied: Applied) -> None:
    before = applied.out.read_bytes()

    told = topics(applied.home, "apply", "--yes", "--rotate", ELSEWHERE, "--out", str(applied.out))

    assert told.exit_code == 1
    assert "is there already; name another file" in told.output
    assert applied.out.read_bytes() == before


def test_a_lane_here_that_lost_its_password_is_named(applied: Applied) -> None:
    path = lane_access_file(applied.home, "provider.justice")
    path.unlink()

    told = topics(applied.home, "apply", "--yes")

    assert "lane provider.justice has a user and no password here: --rotate" in told.output
    assert topics(applied.home, "apply", "--yes", "--rotate", "provider.justice").exit_code == 0
    assert client_rights.written(read_access(path), [f"lane.provider.justice.{AUTHORITY}"])


def test_a_lane_that_is_not_in_the_plan_gets_no_password(applied: Applied) -> None:
    told = topics(applied.home, "apply", "--yes", "--rotate", "intake.nowhere")

    assert told.exit_code == 1
    assert "intake.nowhere: no such lane in the plan; nothing was changed" in told.output


def test_more_copies_than_brokers_are_refused_in_words(applied: Applied) -> None:
    client_rights.deleted(admin(applied.broker), [f"lane.{ELSEWHERE}.{AUTHORITY}"])

    told = topics(applied.home, "apply", "--yes", "--replication", "3")

    assert told.exit_code == 1
    assert "the broker refuses 1; the first: lane.intake.talgar." in told.output
    assert topics(applied.home, "apply", "--yes").exit_code == 0


def test_a_plan_is_lines_of_json_for_machines(applied: Applied) -> None:
    kinds = [one["what"] for one in _planned(applied.home)]

    assert set(kinds) == {"topic", "user", "acl", "quota"}
    assert kinds.count("user") == len(LANES) + 1


def _planned(home: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in topics(home, "plan", "--json").stdout.splitlines()]
