"""The front of a lane: many clients share commits, and each gets its own outcome."""

import asyncio
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from events.common import Act
from events.deciding import Refused
from events.log.adapters.sqlite_store import SqliteStore
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.lane.front import GROUP_MAX, CommandFront, FrontClosed
from events.log.lane.group import Outcome
from events.log.lane.work import Answer
from tests.log.evidence import read_evidence
from tests.log.realm import signer
from tests.log.small_service import Say
from tests.log.writing import LANE, work, writer


class SometimesFull(SqliteStore):
    """A store on a disk that can be full."""

    full = False

    @contextmanager
    def transaction(self) -> Iterator[SqliteTransaction]:
        if self.full:
            raise sqlite3.OperationalError("database or disk is full")
        with super().transaction() as tx:
            yield tx


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SometimesFull]:
    store = SometimesFull(tmp_path / "lane.db", signer(LANE))
    yield store
    store.close()


def commits(store: SqliteStore) -> list[int]:
    """Give the sizes at which the lane was sealed."""
    return [commit.size for commit in read_evidence(store.path).commits]


async def say_all(front: CommandFront, names: Sequence[str]) -> list[Outcome]:
    return await asyncio.gather(*(front.do(work(name, Say(talk=name))) for name in names))


def test_every_client_gets_the_answer_to_its_own_command(store: SqliteStore) -> None:
    names = [f"c{number}" for number in range(GROUP_MAX * 2)]

    async def clients() -> list[Outcome]:
        async with CommandFront(writer(store).commit) as front:
            return await say_all(front, names)

    outcomes = asyncio.run(clients())

    assert [one.stream for one in outcomes if isinstance(one, Answer)] == [
        f"talk-{name}" for name in names
    ]


def test_commands_that_wait_together_share_a_commit(store: SqliteStore) -> None:
    names = [f"c{number}" for number in range(GROUP_MAX + 1)]

    async def clients() -> None:
        async with CommandFront(writer(store).commit) as front:
            await say_all(front, names)

    asyncio.run(clients())

    assert commits(store) == [GROUP_MAX, GROUP_MAX + 1]


def test_clients_that_were_just_answered_join_the_next_group(store: SqliteStore) -> None:
    async def client(front: CommandFront, name: str) -> None:
        for number in range(3):
            await front.do(work(f"{name}/{number}", Say(talk=name)))

    async def clients() -> None:
        async with CommandFront(writer(store).commit) as front:
            await asyncio.gather(*(client(front, f"c{number}") for number in range(64)))

    asyncio.run(clients())

    assert commits(store) == [64, 128, 192]


def test_a_refusal_goes_to_its_own_caller_alone(store: SqliteStore) -> None:
    async def clients() -> list[Outcome]:
        async with CommandFront(writer(store).commit) as front:
            refused = front.do(work("no", Say(text="forbidden")))
            return list(await asyncio.gather(refused, front.do(work("yes"))))

    refused, answered = asyncio.run(clients())

    assert isinstance(refused, Refused)
    assert isinstance(answered, Answer)


def test_a_fault_in_one_decision_is_the_fault_of_its_own_command(store: SqliteStore) -> None:
    def faulty(_state: object, _by: object) -> Sequence[Act]:
        raise ZeroDivisionError

    async def clients() -> list[Outcome | BaseException]:
        async with CommandFront(writer(store).commit) as front:
            works = [work("one"), replace(work("bad"), decide=faulty), work("two")]
            return list(await asyncio.gather(*map(front.do, works), return_exceptions=True))

    one, bad, two = asyncio.run(clients())

    assert isinstance(one, Answer)
    assert isinstance(bad, ZeroDivisionError)
    assert isinstance(two, Answer)


def test_a_failing_commit_reaches_all_its_callers_and_the_next_group_works(
    store: SometimesFull,
) -> None:
    async def clients() -> tuple[list[Outcome | BaseException], list[Outcome]]:
        async with CommandFront(writer(store).commit) as front:
            store.full = True
            says = (front.do(work(name)) for name in ("one", "two"))
            failed = await asyncio.gather(*says, return_exceptions=True)
            store.full = False
            return failed, await say_all(front, ["one", "two", "three"])

    failed, answered = asyncio.run(clients())

    assert [str(one) for one in failed] == ["database or disk is full"] * 2
    assert all(isinstance(one, Answer) for one in answered)
    assert commits(store) == [3]


def test_a_commit_that_answers_too_little_fails_instead_of_leaving_a_caller_waiting() -> None:
    async def client() -> None:
        async with CommandFront(lambda _: []) as front:
            await front.do(work("one"))

    with pytest.raises(ValueError, match="shorter"):
        asyncio.run(client())


def test_the_close_waits_for_what_was_taken_and_takes_nothing_more(store: SqliteStore) -> None:
    async def clients() -> list[Outcome | BaseException]:
        front = CommandFront(writer(store).commit)
        taken = [asyncio.create_task(front.do(work(name))) for name in ("one", "two")]
        await asyncio.sleep(0)
        await front.close()
        assert all(one.done() for one in taken)
        return await asyncio.gather(*taken, front.do(work("three")), return_exceptions=True)

    *answered, late = asyncio.run(clients())

    assert all(isinstance(one, Answer) for one in answered)
    assert isinstance(late, FrontClosed)
    assert commits(store) == [2]


def test_a_caller_that_goes_away_takes_no_other_with_it(store: SqliteStore) -> None:
    async def clients() -> Outcome:
        async with CommandFront(writer(store).commit) as front:
            gone = asyncio.create_task(front.do(work("gone")))
            stays = asyncio.create_task(front.do(work("stays")))
            await asyncio.sleep(0)
            gone.cancel()
            return await stays

    assert isinstance(asyncio.run(clients()), Answer)
    assert commits(store) == [2]
