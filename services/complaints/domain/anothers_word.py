"""A complaint of which another lane tells: whose word makes one here (19.1-19.3, protocol E3).

Who tells may be complained of. So its word begins the first stage alone, of a complaint whose id
names it as the maker, and brings back what was sent there; all else an officer lodges, as the
applicant has it.
"""

from typing import Final

from msgspec.structs import replace

from events.deciding import Header
from events.identity import made_by
from services.complaints.domain.commands import LodgeComplaint
from services.complaints.domain.complaint import Complaint, Status

FIRST_STAGE: Final = 1


def as_told(complaint: Complaint, lane: str, command: LodgeComplaint, by: Header) -> LodgeComplaint:
    """Give a complaint as another lane's word makes it: what comes back says what it said here.

    Raises:
        Refused: `not-theirs-to-lodge`.
    """
    back = complaint.status is Status.ELSEWHERE
    theirs = complaint.sent_to == lane if back else _is_theirs(command, lane)
    by.form(
        theirs,
        "not-theirs-to-lodge",
        f"{lane} alone makes no complaint {complaint.complaint_id} at stage {complaint.stage} "
        "here: an officer lodges it",
        "19.1, protocol E3",
    )
    return _as_it_was(complaint, command) if back else command


def _is_theirs(command: LodgeComplaint, lane: str) -> bool:
    return command.stage == FIRST_STAGE and made_by(command.complaint_id, lane)


def _as_it_was(complaint: Complaint, command: LodgeComplaint) -> LodgeComplaint:
    """Take nothing but the day from who sends it back, and not that of a window either."""
    own = complaint.the_lodging()
    return replace(
        command,
        case_id=own.case_id,
        service_code=own.service_code,
        respondent=own.respondent,
        about=own.about,
        medium=own.medium,
        handed_in_at=own.handed_in_at,
        received_on=own.received_on if own.handed_in_at else command.received_on,
        previous=own.previous,
        taken_in=own.taken_in,
    )
