"""What a person is told: counted when it is told, brought only by who tells the act afterwards."""

from events.common import Told
from events.deciding import Header


def told_or(by: Header, told: Told | None, counted: Told | None) -> Told | None:
    """Give the date that was told, if the act is told afterwards; else the counted one.

    Raises:
        Refused: `told-computed`.
    """
    if told is None:
        return counted
    by.form(
        by.transcribed,
        "told-computed",
        "The date of a live act is computed, not given",
        "4.1(1)",
    )
    return told
