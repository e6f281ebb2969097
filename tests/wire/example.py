"""What an example of an event consists of, and the names that all examples share."""

from base64 import b64encode
from datetime import date
from hashlib import sha256
from typing import Final

from msgspec import Struct

from events.common import Act, SealedPart, Told

CASE: Final = "5d0e4c61f0a94b1e8f3a2b7c9d1e6f02"
WINDOW: Final = "almaty-centre"
WINDOW_LANE: Final = "intake.almaty-1"
DELIVERER: Final = "justice-almaty"
DELIVERER_LANE: Final = "provider.justice-almaty"
AUTHORITY: Final = "quality-authority"
BOTH: Final = f"{WINDOW} {DELIVERER}"

LODGED_ON: Final = date(2024, 5, 3)
LODGED_AT: Final = "2024-05-03T05:04:00Z"


class Example(Struct, frozen=True, kw_only=True):
    """One event: where it stands, who may read it, what it answers and what it says."""

    stream: str
    to: str
    data: Act
    causationid: str | None = None


def digest(text: str) -> str:
    """Return a hash as an event holds it, of something that an example needs no more of."""
    return b64encode(sha256(text.encode()).digest()).decode()


TOLD: Final = Told(
    due_on=date(2024, 5, 10),
    term_id="result",
    norm_edition="apostille/1",
    calendar_version="kz/2024/1",
)
SEALED: Final = SealedPart(
    part="contacts",
    key_id="k-7be1",
    commitment=digest("key"),
    nonce="AAAAAAAAAAAAAAAB",
    ciphertext="c2VhbGVk",
)
