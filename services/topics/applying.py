"""Making a broker hold the plan, and looking whether it does.

The administrator comes in from outside, so that the plan is printed without the broker's client.
"""

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from msgspec import Struct

from services.topics.declared import Plan
from services.topics.difference import (
    AddAcl,
    Change,
    CreateTopic,
    CreateUser,
    Difference,
    RemoveAcl,
    SetConfig,
    SetQuota,
    difference,
)
from services.topics.passwords import LanePasswords, Passwords

if TYPE_CHECKING:
    from services.topics.admin import Administrator

C = TypeVar("C")

READ_BACK_SECONDS: Final = 5.0
"""Until the broker must tell what its controller has taken: it follows within milliseconds."""
READ_BACK_PAUSE_SECONDS: Final = 0.2
"""Between two looks."""


class Applied(Struct, frozen=True, kw_only=True):
    """What applying came to."""

    left: Difference
    """What the broker lacks still, and what is odd; nothing, if all is well."""
    lacking: tuple[str, ...]
    """Users without a password: their software is not here, and no file was named for it."""


def apply_plan(
    plan: Plan,
    found: Difference,
    administrator: "Administrator",
    passwords: LanePasswords,
    *,
    rotate: Iterable[str] = (),
    out: Path | None = None,
) -> Applied:
    """Make a broker hold the plan, read back, and say what is left; again, nothing is to be done.

    Args:
        plan: what it is to hold.
        found: what it lacks of it or holds beside it: what was shown is what is done.
        administrator: who makes it so.
        passwords: of the lanes of the home.
        rotate: users that are to have another password.
        out: takes the accesses of lanes whose software is not here.

    Raises:
        BrokerTrouble: the broker was not reached or refuses something; what was made before
            stays, and applying again goes on.
        AccessUnsafe: a lane's access file cannot be read, or others may read it.
        OutThere: the file for passwords is there already; nothing was changed.
    """
    missing = [one.user.name for one in _of(found.changes, CreateUser)]
    drawn = admit(missing, administrator, passwords, rotate=rotate, out=out)
    make(found.changes, administrator)
    return Applied(left=_left(plan, administrator, drawn.lacking), lacking=drawn.lacking)


def admit(
    users: Iterable[str],
    administrator: "Administrator",
    passwords: LanePasswords,
    *,
    rotate: Iterable[str] = (),
    out: Path | None = None,
) -> Passwords:
    """Give users their passwords, and those whose giving was cut off before; say which.

    Raises:
        BrokerTrouble, AccessUnsafe, OutThere: as `apply_plan`.
    """
    drawn = passwords.drawn([*users, *passwords.unfinished()], rotate, out)
    administrator.set_passwords(drawn.of)
    passwords.taken(drawn.of)
    return drawn


def make(changes: Sequence[Change], administrator: "Administrator") -> None:
    """Make all changes but users, whose passwords come first.

    Raises:
        BrokerTrouble: the broker was not reached or refuses one; what was made before stays.
    """
    administrator.create_topics([one.topic for one in _of(changes, CreateTopic)])
    administrator.set_configs(_of(changes, SetConfig))
    administrator.set_quotas([one.quota for one in _of(changes, SetQuota)])
    administrator.add_acls([one.acl for one in _of(changes, AddAcl)])
    administrator.remove_acls([one.acl for one in _of(changes, RemoveAcl)])


def _left(plan: Plan, administrator: "Administrator", lacking: Sequence[str]) -> Difference:
    """Read back until the broker tells what its controller has taken, or too long."""
    deadline = time.monotonic() + READ_BACK_SECONDS
    while True:
        found = difference(plan, administrator.actual())
        waits = {one.user.name for one in _of(found.changes, CreateUser)} & set(lacking)
        if len(found.changes) == len(waits) or time.monotonic() > deadline:
            return found
        time.sleep(READ_BACK_PAUSE_SECONDS)


def _of(changes: Sequence[Change], kind: type[C]) -> list[C]:
    return [one for one in changes if isinstance(one, kind)]
