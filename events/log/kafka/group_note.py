"""What is committed beside an offset, so that one that means nothing any more is not gone on from.

A topic that was made anew has another id, and its old offsets are of other records; a store that
was restored holds less than it did when it came to an offset.
"""


def note(topic_id: str, held: int) -> str:
    """Give what stands beside an offset.

    Args:
        topic_id: of the topic, as the broker draws it (KIP-516).
        held: the size up to which the lane was held when this offset was reached.
    """
    return f"{topic_id} {held}"


def goes_on(noted: str, topic_id: str, held: int) -> bool:
    """Say whether an offset with this note is of this topic, and of a store that held no more."""
    of, _, size = noted.partition(" ")
    return of == topic_id and size.isdecimal() and int(size) <= held
