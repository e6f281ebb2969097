"""The norm that the log's cases are told under: a standard whose date is the date told."""

from typing import Final

from events.law.norms import Pause, PauseEffect, StandardContents, Term
from events.law.term import Unit
from examples.receipt.vocabulary import CHANNELS

SERVICE: Final = "environmental-permit"
EDITION: Final = "1"
NORM_EDITION: Final = f"{SERVICE}/{EDITION}"
TERM: Final = "decision"
RESULT: Final = "decision"
HOLD: Final = "hold"


def dutch_standard(agency: str) -> StandardContents:
    """Return the standard of the receipt phase, approved and delivered by the municipality.

    Not a text of Dutch law: the log gives each case its own deadline, no length follows from it,
    and so the term is as told. The channels are those of the log.
    """
    return StandardContents(
        deliverers=(agency,),
        approver=agency,
        name="Receipt phase of an environmental permit application (Wabo)",
        procedure="The general act on environmental permits (Wabo), the Netherlands",
        result_kinds=(RESULT,),
        terms=(Term(term_id=TERM, unit=Unit.AS_TOLD),),
        pauses=(Pause(ground=HOLD, effect=PauseEffect.CONTINUE),),
        channels=tuple(CHANNELS.values()),
        complaint_path="nl",
    )
