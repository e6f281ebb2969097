"""One good example of each event type, as a record that its lane could have signed."""

from typing import Any, Final

from msgspec import UNSET, Struct

from events import codec
from events.catalogue import SERVICES
from events.envelope import Recorded
from tests.wire import examples_audit, examples_intake, examples_provider
from tests.wire.example import (
    AUTHORITY,
    CASE,
    DELIVERER,
    DELIVERER_LANE,
    WINDOW,
    WINDOW_LANE,
    Example,
)
from tests.wire.examples_common import day_book, every_service


class Writer(Struct, frozen=True, kw_only=True):
    """The agency that speaks for a service in the examples, and its lane."""

    agency: str
    lane: str


WRITERS: Final = {
    "intake": Writer(agency=WINDOW, lane=WINDOW_LANE),
    "provider": Writer(agency=DELIVERER, lane=DELIVERER_LANE),
    "complaints": Writer(agency=DELIVERER, lane="complaints.justice-almaty"),
    "audit": Writer(agency=AUTHORITY, lane="audit.kz"),
}


def _of_service(service: str) -> dict[str, Example]:
    own = WRITERS[service].agency
    shared = every_service(own) | ({} if service == "audit" else day_book(own))
    return {f"{service}.{name}": example for name, example in shared.items()}


EXAMPLES: Final[dict[str, Example]] = {
    **{name: one for service in SERVICES for name, one in _of_service(service).items()},
    **examples_intake.EXAMPLES,
    **examples_provider.EXAMPLES,
    **examples_audit.EXAMPLES,
}


def record(wire_name: str) -> Recorded[Any]:
    """Put the envelope around the example of a wire name."""
    example, writer = EXAMPLES[wire_name], WRITERS[wire_name.partition(".")[0]]
    return codec.record(
        wire_name,
        id=f"{example.stream}:1",
        source=f"kz/{writer.lane}",
        subject=CASE if CASE in example.stream else example.stream,
        time=f"{example.data.on}T19:00:00Z",
        actor=f"{writer.agency}/unit-1/o-7f31",
        to=example.to,
        causationid=UNSET if example.causationid is None else example.causationid,
        commandid="desk4/000117",
        data=example.data,
    )
