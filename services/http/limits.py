"""What one request, one officer and one address may take of the door; each limit with its reason.

The bodies' own limits (depth, lengths, items) are the commands': `services/command_shape.py`,
`events/strict_json.py`.
"""

from collections import OrderedDict
from typing import Any, Final

from msgspec import Struct

from services.commanding import BODY_BYTES_MAX

__all__ = ["BODY_BYTES_MAX"]

HOST: Final = "127.0.0.1"
"""Loopback: who opens the door to others puts a proxy with TLS before it, knowingly."""
URL_BYTES_MAX: Final = 2_048
"""Bytes of path and query: the longest path has an id of some 100, the longest query five words."""
HEADER_BYTES_MAX: Final = 16 * 1024
"""Bytes of all headers: a token has about 1 KB."""
REQUEST_SECONDS_MAX: Final = 30.0
"""Seconds: a ledger day of a realm takes a few; who waits longer asks again under the same key."""
CONCURRENT_MAX: Final = 512
"""Requests at once: two full groups of commands; beyond that waiting only grows."""
KEEP_ALIVE_SECONDS: Final = 15
"""Seconds that an idle connection stays: a person's next click, and no more sockets than that."""
OFFICER_RATE: Final = 50.0
"""Requests a second of one officer in the long run: no person is quicker, a loop is."""
OFFICER_BURST: Final = 200.0
"""Requests at once after a pause: a page that shows a list with its cases."""
ADDRESS_RATE: Final = 5.0
"""Requests a second without a valid token from one address: who guesses tokens is slowed."""
ADDRESS_BURST: Final = 50.0
"""Such requests at once: an office whose tokens have all expired over lunch."""
BUCKETS_MAX: Final = 10_000
"""Officers or addresses remembered: the one not seen longest is forgotten first."""
ETAG_DIGITS_MAX: Final = 9
"""Digits of a stream's version: a stream has tens of events."""


class Limits(Struct, frozen=True, kw_only=True):
    """The limits that a process may be given otherwise."""

    officer_rate: float = OFFICER_RATE
    officer_burst: float = OFFICER_BURST
    address_rate: float = ADDRESS_RATE
    address_burst: float = ADDRESS_BURST
    concurrent: int = CONCURRENT_MAX
    seconds: float = REQUEST_SECONDS_MAX


class Buckets:
    """A token bucket for each name, in memory: it fills at a rate and holds a burst."""

    def __init__(self, rate: float, burst: float) -> None:
        """Make full buckets.

        Args:
            rate: a second.
            burst: at most.
        """
        self._rate = rate
        self._burst = burst
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        """Name -> (left, when)."""

    def wait(self, name: str, now: float) -> float:
        """Say how many seconds remain until a request may pass; 0: now.

        Args:
            name: whose bucket.
            now: seconds of a clock that never goes back.
        """
        left = self._at(name, now)
        return 0.0 if left >= 1 else (1 - left) / self._rate

    def take(self, name: str, now: float) -> None:
        """Count a request."""
        left = self._at(name, now)
        self._left[name] = max(left - 1, 0.0), now
        self._left.move_to_end(name)
        if len(self._left) > BUCKETS_MAX:
            self._left.popitem(last=False)

    def _at(self, name: str, now: float) -> float:
        left, when = self._left.get(name, (self._burst, now))
        return min(self._burst, left + (now - when) * self._rate)


def uvicorn_settings() -> dict[str, Any]:
    """Give the settings under which uvicorn serves the door; host and port may be given others."""
    return {
        "host": HOST,
        "h11_max_incomplete_event_size": HEADER_BYTES_MAX + URL_BYTES_MAX,
        "http": "h11",
        "timeout_keep_alive": KEEP_ALIVE_SECONDS,
        "limit_concurrency": 2 * CONCURRENT_MAX,  # The door's own limit answers in words first.
        "server_header": False,
        "proxy_headers": False,
        "access_log": False,  # The door writes its own, without paths.
        "log_config": None,
        "lifespan": "off",
    }
