"""Golden cases of whom an act is addressed to."""

from typing import Final

from services.audit.domain.case_file import CaseFile
from tests.audit import examples as x
from tests.audit.given import entries
from tests.audit.golden_case import Golden
from tests.audit.ledger_days import ledger_day


def _for(agency: str) -> Golden:
    """Let a lane of this agency be named by entries that only `agency` may read."""
    file = CaseFile(
        x.CASE,
        entries(x.LODGED, x.ACCEPTED, x.FORWARDED),
        agency_of={x.DELIVERER_LANE: agency}.get,
    )
    return Golden(file, ledger_day("2024-05-03"))


ADDRESSED: Final = {
    "accepted for a deliverer that may not read so": _for("justice"),
    "accepted for a deliverer that may read so": _for("agency"),
}
