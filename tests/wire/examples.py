"""One good example of each event type, as a record that its lane could have signed."""

from typing import Any, Final

from msgspec import UNSET

from events import codec
from events.catalogue import SERVICES
from events.envelope import Recorded
from tests.wire import (
    examples_audit,
    examples_complaints,
    examples_intake,
    examples_intake_course,
    examples_provider,
    examples_provider_course,
)
from tests.wire.example import (
    AUTHORITY,
    CASE,
    COMPLAINT_LANE,
    DELIVERER,
    DELIVERER_LANE,
    WINDOW,
    WINDOW_LANE,
    Example,
    Writer,
)
from tests.wire.examples_common import day_book, every_service
from tests.wire.examples_keys import keys

WRITERS: Final = {
    "intake": Writer(agency=WINDOW, lane=WINDOW_LANE),
    "provider": Writer(agency=DELIVERER, lane=DELIVERER_LANE),
    "complaints": Writer(agency=DELIVERER, lane=COMPLAINT_LANE),
    "audit": Writer(agency=AUTHORITY, lane="audit.kz"),
}


def _of_service(service: str) -> dict[str, Example]:
    own = WRITERS[service].agency
    shared = every_service(own) | keys(own) | ({} if service == "audit" else day_book(own))
    return {f"{service}.{name}": example for name, example in shared.items()}


EXAMPLES: Final[dict[str, Example]] = {
    **{name: one for service in SERVICES for name, one in _of_service(service).items()},
    **examples_intake.EXAMPLES,
    **examples_intake_course.EXAMPLES,
    **examples_provider.EXAMPLES,
    **examples_provider_course.EXAMPLES,
    **examples_complaints.EXAMPLES,
    **examples_audit.EXAMPLES,
}


def writer(wire_name: str) -> Writer:
    """Say who speaks in the example of a wire name."""
    return EXAMPLES[wire_name].writer or WRITERS[wire_name.partition(".")[0]]


def record(wire_name: str) -> Recorded[Any]:
    """Put the envelope around the example of a wire name."""
    example, by = EXAMPLES[wire_name], writer(wire_name)
    return codec.record(
        wire_name,
        id=f"{example.stream}:1",
        source=f"kz/{by.lane}",
        subject=_subject(example),
        time=f"{example.data.on}T19:00:00Z",
        actor=f"{by.agency}/unit-1/o-7f31",
        to=example.to,
        causationid=UNSET if example.causationid is None else example.causationid,
        commandid="desk4/000117",
        data=example.data,
    )


def _subject(example: Example) -> str:
    """Give the case as a lane does: from the data, else from the stream; else the stream."""
    named = example.subject or getattr(example.data, "case_id", None)
    return named or (CASE if CASE in example.stream else example.stream)
