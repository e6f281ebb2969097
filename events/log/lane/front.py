"""The front of a lane for many clients: their commands are gathered and share commits.

One thread commits. While it waits for the disk the next group gathers, so the more clients wait,
the fewer syncs a command costs.
"""

import asyncio
from asyncio import Future
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from types import TracebackType
from typing import Final, Self

from events.log.lane.group import Outcome
from events.log.lane.work import Work

GROUP_MAX: Final = 256
"""Commands a group: with an event or two of 1 KB each they fit into one commit (protocol A1), and
beyond it a sync is spread so thin that a larger group only makes its first command wait."""

Commit = Callable[[Sequence[Work]], Sequence[Outcome]]
"""Commits works in their order and gives each its outcome; as `Writer.commit`."""


class FrontClosed(Exception):
    """The front takes no more commands; this one was not taken."""


class CommandFront:
    """Gathers commands of many clients into commits; to be used within one event loop.

    `async with` it, or close it. What it commits with must be used by no other thread meanwhile.
    """

    def __init__(self, commit: Commit, thread: Executor | None = None) -> None:
        """Take no command yet.

        Args:
            commit: commits a group.
            thread: runs it, one group at a time; it stays open. None: a thread of its own.
        """
        self._commit = commit
        self._waiting: deque[tuple[Work, Future[Outcome]]] = deque()
        self._committing: asyncio.Task[None] | None = None
        self._closed = False
        self._own = None if thread else ThreadPoolExecutor(1, thread_name_prefix="commit")
        self._thread = thread or self._own

    async def do(self, work: Work) -> Outcome:
        """Commit a command together with those that wait at the same time.

        Returns:
            Its answer, once that is durable, or its refusal.

        Raises:
            FrontClosed: it was not taken.
            Exception: the commit failed. Whoever sees that, or was cancelled, cannot know whether
                the command was done, and repeats it under the same id.
        """
        if self._closed:
            raise FrontClosed(f"command {work.command_id!r} came after the close")
        answer: Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, answer))
        if self._committing is None:
            self._committing = asyncio.create_task(self._commit_all())
        return await answer

    async def close(self) -> None:
        """Take no more commands, and wait until those that were taken have their outcomes."""
        self._closed = True
        if self._committing is not None:
            await asyncio.shield(self._committing)
        if self._own is not None:
            self._own.shutdown()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def _commit_all(self) -> None:
        while self._waiting:
            size = min(len(self._waiting), GROUP_MAX)
            await self._commit_group([self._waiting.popleft() for _ in range(size)])
            await asyncio.sleep(0)  # Clients just answered may join the next group.
        self._committing = None

    async def _commit_group(self, group: Sequence[tuple[Work, Future[Outcome]]]) -> None:
        """Commit a group and answer it.

        If that fails, whatever it is, each command is tried alone: a fault in one decision is the
        fault of its own command; a full disk is everybody's.
        """
        works, answers = [work for work, _ in group], [answer for _, answer in group]
        loop = asyncio.get_running_loop()
        try:
            outcomes = await loop.run_in_executor(self._thread, self._commit, works)
            for answer, outcome in zip(answers, outcomes, strict=True):
                if not answer.done():  # Else its caller was cancelled.
                    answer.set_result(outcome)
        except Exception as failure:  # noqa: BLE001 -- it is the callers'
            if len(group) == 1:
                _fail(answers[0], failure)
                return
            for one in group:
                await self._commit_group([one])


def _fail(answer: Future[Outcome], failure: Exception) -> None:
    if not answer.done():
        answer.set_exception(failure)
