"""What a lane never signs: events that others could not read, for those would stand for ever."""

import msgspec

from events.catalogue import CATALOGUE
from events.codec import CannotRead
from events.deciding import Refused, refuse
from events.log.reading.admit import read_of_lane
from events.personal_number import ARTICLE, IN_CLEAR, numbers_in_event, sentence


class _Said(msgspec.Struct):
    type: str


def refuse_unreadable(raw: bytes, origin: str) -> None:
    """Read an event as another lane would.

    Args:
        raw: the event's bytes.
        origin: `<realm>/<lane>` of the lane that is to sign it.

    Raises:
        Refused: for form: `event-unreadable`, or `personal-number-in-clear` where that is why.
    """
    try:
        read_of_lane(raw, origin)
    except CannotRead as unreadable:
        raise _refusal(raw, unreadable) from unreadable


def _refusal(raw: bytes, unreadable: CannotRead) -> Refused:
    said = msgspec.json.decode(raw, type=_Said)
    for path in numbers_in_event(CATALOGUE[said.type], raw):
        return refuse(IN_CLEAR, f"{said.type}: {sentence(path)}", ARTICLE)
    return refuse("event-unreadable", f"Others could not read it: {unreadable}", "A14")
