"""What joining came to, and what is next, for a person."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from services.joining import Joined, Joining

if TYPE_CHECKING:
    from services.joining_topics import OnBroker  # It comes with the broker's client, 0.3 s.


def done(joined: Joined, into: Path) -> Iterator[str]:
    """Say what was made and registered."""
    told = joined.registered
    for lane in joined.made:
        yield f"keys of {lane} made in {into}"
    if not joined.added:
        yield f"{told.agency} is registered as asked; nothing was added"
        return
    yield f"{told.agency} is registered: {', '.join(told.roles)}; {told.jurisdiction}, {told.zone}"
    for one in told.lanes:
        readers = f", {', '.join(one.readers)}" if one.readers else " alone"
        yield f"  {one.lane} from {one.first_day.isoformat()}, read by the authority{readers}"
        yield f"    {one.key}"
    if told.grant_key is None:
        yield "  without a grant key: no key of personal data can be granted to it"


def on_broker(joined: "OnBroker") -> Iterator[str]:
    """Say what the broker gained."""
    if joined.topics or joined.users or joined.permissions:
        yield (
            f"broker: {joined.topics} topics, {joined.users} users, "
            f"{joined.permissions} permissions added"
        )
    else:
        yield "broker: holds what its lanes need; nothing was added"
    if joined.left:
        yield f"broker: {joined.left} other differences from the plan: qyzmet topics apply"
    for lane in joined.lacking:
        yield f"broker: {lane} has no password, its software is elsewhere: again with --out FILE"


def next_steps(asked: Joining, into: Path) -> Iterator[str]:
    """Say what is to be done before its services work."""
    yield "next:"
    if asked.lanes:
        yield f"  door.json and officers.jwks.json in {into}: who issues its officers' tokens"
        yield f"  qyzmet --home {into} serve {' '.join(asked.lanes)}"
        yield f"  qyzmet --home {into} backup DIR --with-keys: no lane goes on without its key"
    for lane in asked.keys:
        yield f"  {lane}: who has its key writes it (PROTOCOL.md); qyzmet check-lane checks a file"
    yield f"  {asked.agency} reads a lane once that lane is registered with it as a reader"
