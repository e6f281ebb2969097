"""Golden cases of taking in, telling and refusing."""

from typing import Final

from msgspec.structs import replace

from events.common import Act
from events.law.norms import Term
from events.law.term import Unit
from events.provider import Ground, GroundSource, Outcome
from tests.audit import examples as x
from tests.audit.golden_case import BEGUN, COUNTER, judged, standard, told_to_be

EIGHT: Final = Term(term_id="result", length=8, unit=Unit.WORKING_DAY, calendar="kz")
OWN: Final = Ground(source=GroundSource.STANDARD, code="forged", citation="8.1(8)")
UNKNOWN: Final = Ground(source=GroundSource.STANDARD, code="unlisted", citation="8.1(8)")
OF_AN_ACT: Final = Ground(source=GroundSource.ACT, code="unlisted", citation="act 7")
JUNE: Final = x.day("2024-06-05")


def refusal(*grounds: Ground) -> tuple[Act, ...]:
    decided = x.decided("2024-05-08", outcome=Outcome.REFUSED, grounds=grounds)
    return (*BEGUN, decided, x.sent("2024-05-08"), x.received("2024-05-10"))


ACCEPTANCE: Final = {
    "accepted what is complete": judged(x.LODGED, x.ACCEPTED, on="2024-05-03"),
    "accepted what is incomplete": judged(
        x.LODGED, replace(x.ACCEPTED, documents_accepted=("form",)), on="2024-05-03"
    ),
    "accepted what is incomplete at a counter": judged(
        x.LODGED, replace(x.ACCEPTED, documents_accepted=()), on="2024-05-03", role=COUNTER
    ),
    "refused what is complete": judged(x.LODGED, x.refused()),
    "refused what is complete on a ground of the standard": judged(
        x.LODGED, x.refused("expired_document")
    ),
    "refused what is complete on another ground": judged(x.LODGED, x.refused("closing_time")),
    "told the lawful date": judged(*told_to_be("2024-05-10"), on="2024-05-03"),
    "told an earlier date": judged(*told_to_be("2024-05-09"), on="2024-05-03"),
    "told a later date": judged(*told_to_be("2024-05-11"), on="2024-05-03"),
    "told by the calendar known": judged(
        *told_to_be("2024-06-18", on=JUNE), on="2024-06-05", contents=standard(EIGHT)
    ),
    "told by a calendar not yet known": judged(
        *told_to_be("2024-06-17", on=JUNE, version="kz/2024/2"),
        on="2024-06-05",
        contents=standard(EIGHT),
    ),
    "no standard known": judged(*BEGUN, contents=None),
}

REFUSALS: Final = {
    "refused without a ground": judged(*refusal()),
    "refused on a ground of the standard": judged(*refusal(OWN)),
    "refused on a ground said to be the standard's": judged(*refusal(UNKNOWN)),
    "refused on a ground of another act": judged(*refusal(OF_AN_ACT)),
}
