"""The plan of a home: its register, and the lanes that the ledger knows to have ended."""

from pathlib import Path

from click.testing import CliRunner

from services.cli.main import main
from services.topics.of_home import ended_lanes, plan_of
from tests.examples.receipt_log import text
from tests.flows import small_log
from tests.flows.homes import copy_of, driven, import_log


def test_lanes_have_ended_once_they_closed_their_last_day(joined: Path, tmp_path: Path) -> None:
    home = copy_of(joined, tmp_path)
    with driven(home) as driver:
        before = ended_lanes(driver.realm)

    import_log(home, text(*small_log.log(small_log.LATE)))

    with driven(home) as driver:
        past = {
            lane.lane
            for lane in driver.realm.audit.known.register.lanes.values()
            if lane.last_day is not None
        }
        writers = {
            acl.principal.removeprefix("User:")
            for acl in plan_of(driver.realm).acls
            if acl.operation == "write"
        }
        assert before == frozenset()
        assert past
        assert ended_lanes(driver.realm) == past
        assert writers == driver.realm.audit.known.register.lanes.keys() - past


def test_the_command_prints_the_plan_without_a_broker(joined: Path) -> None:
    told = CliRunner().invoke(main, ["--home", str(joined), "topics", "plan"])

    assert told.exit_code == 0, told.output
    assert "user intake.talgar of talgar" in told.output
    assert told.output.splitlines()[-1] == "22 topics, 5 users, 51 permissions, 5 quotas"


def test_the_command_refuses_settings_that_contradict(joined: Path) -> None:
    told = CliRunner().invoke(main, ["--home", str(joined), "topics", "plan", "--replication", "1"])

    assert told.exit_code == 1
    assert "2 copies cannot be in sync: a topic has 1" in told.output
