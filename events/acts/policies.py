"""What follows in every service: own events' readers get keys (F1), false disclosures are named."""

from collections.abc import Callable, Sequence
from typing import Any

from events.acts.keys import GrantKey
from events.codec import CannotRead
from events.common import SealedPart
from events.deciding import Ignored, Reaction
from events.envelope import EVERYBODY, Recorded
from events.exchange import CaseDisclosed
from events.known import Known
from events.log.reading.disclosed import check_disclosed

React = Callable[[Recorded[Any]], Sequence[Reaction | Ignored]]


def with_acts(react: React, lane: str, agency: str, known: Callable[[], Known]) -> React:
    """Give a service's policies, completed by what follows in every service.

    Args:
        react: the service's own.
        lane: the own lane.
        agency: the own agency.
        known: reads what the instance knows of agencies now.
    """

    def both(event: Recorded[Any]) -> Sequence[Reaction | Ignored]:
        if event.lane != lane:
            return [*react(event), *not_believed(event, lane, known)]
        if not sealed_parts(event.data):
            return react(event)
        reference = known()
        authority = reference.register.agency_id(reference.audit_lane)
        return [*react(event), *grants(event, {agency, authority})]

    return both


def not_believed(event: Recorded[Any], lane: str, known: Callable[[], Known]) -> Sequence[Ignored]:
    """State that what another lane shows to this one is not believed, and why (protocol G)."""
    if not isinstance(event.data, CaseDisclosed) or event.data.to_lane != lane:
        return ()
    try:
        check_disclosed(event, known())
    except CannotRead as bad:
        return [Ignored(because=f"what is shown here is not believed: {bad}")]
    return ()


def sealed_parts(data: Any) -> tuple[SealedPart, ...]:  # noqa: ANN401 -- any event's data
    """Give the sealed parts of an event."""
    parts: tuple[SealedPart, ...] = getattr(data, "sealed", ())
    return parts


def grants(event: Recorded[Any], without: set[str | None]) -> Sequence[Reaction]:
    """Grant each key of an own event to each agency that may read it.

    Args:
        event: with sealed parts.
        without: the own agency, and the authority: it holds no key unless its officer asks.
    """
    readers = sorted(set(event.to.split(" ")) - without - {EVERYBODY})
    key_ids = dict.fromkeys(part.key_id for part in sealed_parts(event.data))
    return [
        Reaction(
            command=GrantKey(
                key_id=key_id, case_id=event.subject, readers=tuple(readers), of_event=event.ref
            ),
            target=f"key-{key_id}",
        )
        for key_id in key_ids
        if readers
    ]
