"""What an example of an event consists of, and the names that all examples share."""

from base64 import b64encode
from datetime import date
from hashlib import sha256
from typing import Final

from msgspec import Struct

from events.common import Act, SealedPart, Told
from events.envelope import audience

CASE: Final = "5d0e4c61f0a94b1e4f10433808ba46bd"
WINDOW: Final = "almaty-centre"
WINDOW_LANE: Final = "intake.almaty-1"
OTHER_WINDOW: Final = "astana-centre"
OTHER_WINDOW_LANE: Final = "intake.astana-1"
DELIVERER: Final = "justice-almaty"
DELIVERER_LANE: Final = "provider.justice-almaty"
CENTRAL_BODY: Final = "justice-ministry"
HOLDER: Final = "registry-office"
AUTHORITY: Final = "quality-authority"
BOTH: Final = f"{WINDOW} {DELIVERER}"

COMPLAINT: Final = "9c2f7d10b83e4a6f4f10433808ba46bd"
COMPLAINT_LANE: Final = "complaints.justice-almaty"
FINDING: Final = sha256(b"late_result").hexdigest()
LODGED_ON: Final = date(2024, 5, 3)
LODGED_AT: Final = "2024-05-03T05:04:00Z"


class Writer(Struct, frozen=True, kw_only=True):
    """The agency that speaks for a service in an example, and its lane."""

    agency: str
    lane: str


AUTHORITY_COMPLAINTS: Final = Writer(agency=AUTHORITY, lane="complaints.authority")
"""The last stage is the authority's (19.5)."""


class Example(Struct, frozen=True, kw_only=True):
    """One event: where it stands, who may read it, what it answers and what it says."""

    stream: str
    to: str
    data: Act
    causationid: str | None = None
    subject: str | None = None
    """Where neither the data nor the stream names the case, but the stream's state does."""
    writer: Writer | None = None
    """None: who speaks for the service in most examples."""


def readers(*agencies: str) -> str:
    """Write the audience of these agencies, each once."""
    return audience(set(agencies))


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
