"""The way of a complaint as known at a body: for its decisions and its to-do list (19)."""

from events.complaints import ComplaintLodged
from events.known import Known
from events.law.complaint_way import Complained, NoWay, Way, came_on, way_of


def way_at(known: Known, agency: str, lodged: ComplaintLodged) -> Way | None:
    """Give the way of a complaint; None where a norm that says it is unknown here.

    Args:
        known: agencies and norms as known here now.
        agency: the body.
        lodged: the complaint as it came.
    """
    itself = known.register.agencies.get(agency)
    if itself is None:
        return None
    try:
        return way_of(complained(lodged), known.norms, known.register, itself.jurisdiction)
    except NoWay:
        return None


def complained(lodged: ComplaintLodged) -> Complained:
    """Give what the way of a complaint hangs on, as it came."""
    return Complained(lodged.service_code, lodged.respondent, came_on(lodged), lodged.taken_in)
