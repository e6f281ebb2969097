"""Requests that several tests send: an outage at the window, and who sends it."""

from typing import Any, Final

import msgspec
from httpx import Response
from msgspec.structs import replace

from examples.kazakhstan.agencies import AUTHORITY, CENTRE, JUSTICE_ALMATY, WINDOW_LANE
from services.officers import Officer, Role
from tests.http.calling import Caller, officer
from tests.intake.besides import RECORD

CLERK: Final = officer(CENTRE, Role.CLERK)
EXAMINER: Final = officer(JUSTICE_ALMATY, Role.EXAMINER, unit="deliveries", id_="o-5e6f")
AUDITOR: Final = officer(AUTHORITY, Role.AUDITOR, unit="quality", id_="o-8a9b")
DRIVER: Final = officer(CENTRE, Role.DRIVER, unit="rehearsal", id_="o-0000")
OUTAGES: Final = f"/lanes/{WINDOW_LANE}/commands/RecordOutage"
NOW: Final = "2024-05-03T06:00:00Z"
JSON: Final = {"Content-Type": "application/json"}


def keyed(key: str, **more: str) -> dict[str, str]:
    """Give the headers of a command."""
    return {**JSON, "Idempotency-Key": key, **more}


def at(key: str, time: str = "") -> dict[str, str]:
    """Give the headers of a command under `LogClock`."""
    return keyed(key, **{"Qyzmet-Time": time or NOW})


def outage(id_: str, **but: Any) -> bytes:  # noqa: ANN401 -- fields of the command
    """Write the command that records an outage."""
    return msgspec.json.encode(replace(RECORD, outage_id=id_, **but))


def record(call: Caller, key: str, id_: str, by: Officer = CLERK, **headers: str) -> Response:
    """Record an outage at the window."""
    told = keyed(key, **{name.replace("_", "-"): one for name, one in headers.items()})
    return call("POST", OUTAGES, by, told, content=outage(id_))


def code(response: Response) -> tuple[int, str]:
    """Give status and code of a problem."""
    assert response.headers["content-type"] == "application/problem+json", response.text
    return response.status_code, response.json()["code"]
