"""How a complaint is addressed: one stream for each complaint, at each stage of its way."""

from events.clear import Id
from events.complaints import Stage
from events.deciding import Command


class ToComplaint(Command, frozen=True, kw_only=True):
    """A command to one complaint at one stage; the complaint's id is common to all stages."""

    complaint_id: Id
    stage: Stage = 1


def id_at_stage(complaint_id: str, stage: int) -> str:
    """Write the id of a complaint's stream: `<complaint id>-<stage>`."""
    return f"{complaint_id}-{stage}"


def stage_of(stream_id: str) -> tuple[str, int]:
    """Read complaint id and stage from the id of a stream of this service."""
    complaint_id, _, stage = stream_id.rpartition("-")
    return complaint_id, int(stage)
