"""Commands that contradict something: what is common to all services."""

from typing import Final

import msgspec
from msgspec.structs import replace

from events.deciding import Command
from examples.kazakhstan.agencies import (
    STANDARDS_LANE,
    WINDOW_LANE,
)
from tests.acts.test_answering import CORRECT, DISPUTE
from tests.acts.test_keys import ERASE
from tests.acts.test_reading import READ
from tests.complaints import examples as complaint
from tests.flows.front import Front
from tests.given import made_at
from tests.intake import examples as window
from tests.intake.realm import COMPLAINTS_LANE
from tests.provider import examples as deliverer

Row = tuple[str, Command, str, str]
"""What is asked, how it is refused: in words, the command, code and article."""
LODGED_ALONE: Final = "5d0e4c61f0a94b1f4f10433808ba46bd"
"""A case that is lodged, and not yet accepted."""
NEW: Final = made_at(WINDOW_LANE, "a new case")
AT_ANY: Final[list[Row]] = [
    ("a dispute without reasons", replace(DISPUTE, reasons=()), "reason-missing", "20"),
    ("a correction without ground", replace(CORRECT, ground=""), "ground-missing", "24"),
    ("an erasure without ground", replace(ERASE, ground=""), "ground-missing", "24"),
    ("personal data read without a part", replace(READ, parts=()), "parts-missing", "24"),
    (
        "a question without a basis",
        replace(deliverer.ASK, inquiry_id="i-9", legal_basis=""),
        "basis-missing",
        "5.5(4)",
    ),
]


def lead_to_cases(front: Front) -> None:
    """Give a realm one case at its deliverer, one only lodged, and a complaint on the books."""
    front.do(STANDARDS_LANE, "approve", deliverer.APPROVE)
    front.do(STANDARDS_LANE, "in-use", deliverer.RECORD)
    front.do(WINDOW_LANE, "lodge", window.LODGE)
    front.do(WINDOW_LANE, "accept", window.ACCEPT)
    front.do(WINDOW_LANE, "forward", window.FORWARD)
    front.do(WINDOW_LANE, "lodge-2", replace(window.LODGE, case_id=LODGED_ALONE))
    front.do(COMPLAINTS_LANE, "lodge", complaint.LODGE)


def assert_refused(front: Front, service: str, command: Command, says: list[str]) -> None:
    """See that a command is refused with this code and article, and that nothing is written."""
    refusal = front.refused(service, type(command).__name__, msgspec.json.encode(command))

    assert [refusal.code, refusal.article] == says, refusal
    assert refusal.sentence
