"""Waiting until all is quiet: nobody has anything new for anybody (protocol D2)."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from examples.over_http.door import Status

ROUND_SECONDS: Final = 0.01
"""Between two rounds of asking: a record is on its way some milliseconds."""
QUIET_SECONDS_MAX: Final = 60.0
"""Until quiet must come; a deadline of wall time only ends the run aloud (protocol D5)."""

Statuses = Mapping[str, Status]
"""By lane."""


class NotQuiet(Exception):
    """Something is still under way; the sentence says what."""


def wait_until_quiet(
    ask: Callable[[], Statuses],
    agencies: Mapping[str, str],
    published: Mapping[str, Mapping[str, int]],
    seconds: float = QUIET_SECONDS_MAX,
) -> None:
    """Ask all processes until two full rounds in a row are alike and nothing is under way.

    Args:
        ask: asks each process once.
        agencies: lane -> whose it is, of the lanes that answer.
        published: lane whose software is not here -> reading agency -> end of its last record.
        seconds: at most.

    Raises:
        NotQuiet: it took longer.
    """
    until, before = time.monotonic() + seconds, None
    while True:
        now = ask()
        left = list(under_way(now, agencies, published))
        if not left and now == before:
            return
        if time.monotonic() > until:
            raise NotQuiet("; ".join(left) or "the lanes go on growing")
        before = now
        time.sleep(ROUND_SECONDS)


def under_way(
    statuses: Statuses,
    agencies: Mapping[str, str],
    published: Mapping[str, Mapping[str, int]],
) -> Iterator[str]:
    """Say what is under way, a sentence each."""
    due: dict[str, Mapping[str, int]] = {
        **{lane: status.due for lane, status in statuses.items()},
        **published,
    }
    for reader, status in statuses.items():
        if status.busy:
            yield f"{reader} is busy"
        for lane, ends in due.items():
            end, heard = ends.get(agencies[reader], 0), status.heard.get(lane, 0)
            if lane != reader and end > heard:
                yield f"{reader} has heard {lane} up to {heard} of {end}"


def in_turn(doors: Sequence[Callable[[], Statuses]]) -> Statuses:
    """Ask doors one after the other."""
    return {lane: status for door in doors for lane, status in door().items()}
