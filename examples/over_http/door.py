"""The front doors of a realm's processes, as a driver knocks at them (protocol D)."""

import time as machine
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, Self, TypeVar

import httpx
import msgspec
from msgspec import Struct

from events.deciding import Command, RefusalKind, Refused
from events.log.lane.work import Answer

T = TypeVar("T")
SECONDS_MAX: Final = 60.0
"""Until an answer must come: a ledger day of the whole realm is judged in less."""
BACK_SECONDS_MAX: Final = 60.0
"""Until a process that does not answer must be back: whoever starts it again takes seconds."""
AGAIN_SECONDS: Final = 0.05
"""Until it is knocked again."""
PROBLEM: Final = "application/problem+json"


class Status(Struct, frozen=True, kw_only=True):
    """What `/status` says of one lane (protocol D1)."""

    size: int
    due: Mapping[str, int]
    """Reading agency -> end of its last record."""
    heard: Mapping[str, int]
    """Lane -> up to which size it is held."""
    busy: bool


class DoorFailed(Exception):
    """A door gave neither an answer nor a refusal."""


class Door:
    """One process's door, with the token of its agency's driver.

    If the process breaks off, what was asked is asked again once it is back (protocol D5).

    Attributes:
        agency: whose process it is.
        sent_again: how often something had been sent and no answer came.
    """

    def __init__(self, port: int, agency: str, bearer: str) -> None:
        self.agency = agency
        self.sent_again = 0
        self._client = httpx.Client(
            base_url=f"http://127.0.0.1:{port}",
            headers={"Authorization": bearer, "Content-Type": "application/json"},
            timeout=SECONDS_MAX,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def come_with(self, bearer: str) -> None:
        """Show another token from now on."""
        self._client.headers["Authorization"] = bearer

    def ready(self) -> bool:
        """Say whether the process takes requests."""
        try:
            return self._client.get("/readyz").status_code == httpx.codes.OK
        except httpx.TransportError:
            return False

    def send(
        self,
        lane: str,
        command_id: str,
        command: Command,
        *,
        actor: str,
        time: str,
        more: Mapping[str, Any] | None = None,
    ) -> Answer:
        """Send a command; again under the same id it adds nothing.

        Args:
            lane: to which.
            command_id: becomes the Idempotency-Key.
            command: what is sent.
            actor: who acts.
            time: when.
            more: members beside the command's own fields, as `personal`.

        Raises:
            Refused: the service says no.
            DoorFailed: it says something else, or its process does not come back.
        """
        body = {**msgspec.to_builtins(command), **(more or {})}
        headers = {"Idempotency-Key": command_id, "Qyzmet-Time": time, "Qyzmet-Actor": actor}
        path = f"/lanes/{lane}/commands/{type(command).__name__}"
        return self._post(path, msgspec.json.encode(body), headers, Answer)

    def close_day(self, lane: str, day: date, *, time: str) -> None:
        """Close a local day of a lane."""
        self._post(f"/lanes/{lane}/days/{day}", b"", {"Qyzmet-Time": time}, Answer)

    def close_ledger_day(self, jurisdiction: str, day: date, *, time: str) -> None:
        """Close a day of the authority's ledger; nobody is named silent."""
        path, body = f"/ledger/{jurisdiction}/days/{day}", b'{"silent":[]}'
        self._post(path, body, {"Qyzmet-Time": time}, dict[str, Any])

    def status(self) -> Mapping[str, Status]:
        """Ask how far the lanes are that are served there."""
        return _read(self._patiently(lambda: self._client.get("/status")), dict[str, Status])

    def _post(self, path: str, body: bytes, headers: Mapping[str, str], kind: type[T]) -> T:
        def post() -> httpx.Response:
            return self._client.post(path, content=body, headers=dict(headers))

        return _read(self._patiently(post), kind)

    def _patiently(self, ask: Callable[[], httpx.Response]) -> httpx.Response:
        until = machine.monotonic() + BACK_SECONDS_MAX
        while True:
            try:
                return ask()
            except httpx.TransportError as gone:
                if machine.monotonic() > until:
                    raise DoorFailed(f"{self.agency}: {type(gone).__name__}: {gone}") from gone
                self.sent_again += not isinstance(gone, httpx.ConnectError)
                machine.sleep(AGAIN_SECONDS)


def _read(response: httpx.Response, kind: type[T]) -> T:
    if response.is_success:
        return msgspec.json.decode(response.content, type=kind)
    if response.headers.get("content-type", "").startswith(PROBLEM):
        raise _refusal(msgspec.json.decode(response.content))
    raise DoorFailed(f"{response.request.url.path}: {response.status_code}")


def _refusal(problem: Mapping[str, Any]) -> Refused:
    return Refused(
        problem["code"],
        problem.get("detail", problem["title"]),
        article=problem.get("article", ""),
        kind=RefusalKind.FORM,
    )
