"""What a body knows of a complaint's way: who must examine it, and whom it concerns."""

from contextlib import suppress

from events.complaints import ComplaintLodged
from events.known import Known
from events.law.complaint_way import NoWay, deliverer_of, standard_of
from events.roles import authority_over
from services.complaints.domain.audience import Concerned
from services.complaints.domain.competence import Competence
from services.complaints.domain.way import complained, way_at


def competence(known: Known, agency: str, lodged: ComplaintLodged | None) -> Competence:
    """Say who must examine a complaint.

    Args:
        known: agencies and norms as known here now.
        agency: this body.
        lodged: the complaint as it came; None if none did.
    """
    way = None if lodged is None else way_at(known, agency, lodged)
    return Competence(
        agency=agency,
        is_authority=agency == authority_over(known.register, agency),
        way=way,
        calendars=None if way is None else known.norms.calendars.get(way.path.calendar),
    )


def concerned(known: Known, lodged: ComplaintLodged | None) -> Concerned:
    """Say which agencies a complaint concerns: registered ones alone, whatever it names."""
    if lodged is None:
        return Concerned()
    named, about = {lodged.respondent.agency}, complained(lodged)
    with suppress(NoWay):
        named.add(deliverer_of(about, standard_of(about, known.norms)))
    return Concerned(
        respondents=named & known.register.agencies.keys(),
        window=known.register.agency_id(lodged.handed_in_at or ""),
    )


def complaints_lane(known: Known, agency: str) -> str | None:
    """Name the lane on which a body takes complaints in; the first by name, None if it has none."""
    return min(
        (
            lane.lane
            for lane in known.register.lanes.values()
            if lane.agency == agency
            and lane.lane.startswith("complaints.")
            and not lane.historic
            and lane.last_day is None
        ),
        default=None,
    )


def agency_of(known: Known, lane: str, service: str) -> str | None:
    """Name the agency of a lane of this service; None if there is no such lane."""
    return known.register.agency_id(lane) if lane.startswith(f"{service}.") else None
