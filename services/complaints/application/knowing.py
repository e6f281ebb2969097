"""What a body knows of a complaint's way: who must examine it, and whom it concerns."""

from events.complaints import ComplaintLodged, Respondent
from events.known import Known
from events.law.complaint_terms import Bodies, stages_of
from events.law.norm_book import Standard
from services.complaints.domain.audience import Concerned
from services.complaints.domain.competence import CENTRE, Competence

LOCAL_BODY = "local_body"
"""The role of a local executive body (19.2); the authority gives it."""


def competence(known: Known, agency: str, lodged: ComplaintLodged | None) -> Competence:
    """Say who must examine a complaint, by the standard in use and the law adopted last.

    Args:
        known: agencies and norms as known here now.
        agency: this body.
        lodged: the complaint as it came; None if none did.
    """
    body = Competence(agency=agency, is_authority=agency == _authority(known))
    standard = _standard(known, lodged)
    if lodged is None or standard is None or agency not in known.register.agencies:
        return body
    told = known.norms.path(
        known.register.agencies[agency].jurisdiction, standard.contents.complaint_path
    )
    if told is None:
        return body
    edition, path = told
    deliverer = _examined_by(lodged.respondent, standard)
    bodies = Bodies(deliverer, standard.contents.approver, _authority(known))
    return Competence(
        agency=agency,
        is_authority=body.is_authority,
        is_local_body=_is_local_body(known, agency, deliverer),
        edition=edition,
        path=path,
        stages=stages_of(path, bodies),
        calendars=known.norms.calendars.get(path.calendar),
    )


def concerned(known: Known, lodged: ComplaintLodged | None) -> Concerned:
    """Say which agencies a complaint concerns: registered ones alone, whatever it names."""
    if lodged is None:
        return Concerned()
    standard, named = _standard(known, lodged), {lodged.respondent.agency}
    if standard is not None:
        named.add(_examined_by(lodged.respondent, standard))
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


def _standard(known: Known, lodged: ComplaintLodged | None) -> Standard | None:
    return known.norms.standard_in_use((lodged and lodged.service_code) or "")


def _authority(known: Known) -> str:
    return known.register.agency_id(known.audit_lane) or ""


def _examined_by(respondent: Respondent, standard: Standard) -> str:
    """Name who examines at the deliverer's stage."""
    deliverers = standard.contents.deliverers
    if respondent.kind == CENTRE and len(deliverers) == 1:
        return deliverers[0]
    return respondent.agency


def _is_local_body(known: Known, agency: str, deliverer: str) -> bool:
    registered = known.register.agencies
    below = registered.get(deliverer)
    return below is not None and below.parent == agency and LOCAL_BODY in registered[agency].roles
