"""Provider's lanes as policies see them, and a case as a window hands it to another."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from events.common import Told
from events.intake_course import CaseAtWindow
from events.known import Known
from events.law.norm_book import NormBook
from events.law.variant import Variant
from examples.kazakhstan.agencies import AUDIT_LANE, DELIVERY_LANE, JUSTICE_ALMATY
from services.provider.application.here import Here
from services.provider.application.registers import RegisterAnswer
from tests.given import TODAY
from tests.law.calendars_of_kz import KZ
from tests.provider.examples import HOLDER, STANDARD
from tests.provider.realm import DELIVERER, OTHER_DELIVERER, OTHER_DELIVERY_LANE

KNOWN: Final = Known(
    register=DELIVERER.register,
    norms=NormBook(standards={"apostille/1": STANDARD}, calendars={"kz": KZ}),
    audit_lane=AUDIT_LANE,
)
HERE: Final = Here(DELIVERY_LANE, JUSTICE_ALMATY, KNOWN)
ELSEWHERE: Final = Here(OTHER_DELIVERY_LANE, OTHER_DELIVERER, KNOWN)
AT_HOLDER: Final = Here(f"provider.{HOLDER}", HOLDER, KNOWN)
UNTOLD: Final = HERE._replace(known=replace(KNOWN, norms=NormBook()))

AT_WINDOW: Final = CaseAtWindow(
    service_code="apostille",
    standard_edition="1",
    variant=Variant(channel="centre", form="paper"),
    applicants=(),
    receipt_no="A-2024-000117",
    deliverer=JUSTICE_ALMATY,
    deliverer_lane=DELIVERY_LANE,
    told=Told(due_on=TODAY, term_id="result-centre", norm_edition="apostille/1"),
)


class PlanRegister:
    """A register that holds plans, for every case."""

    def answer(self, case_id: str, documents: Sequence[str]) -> RegisterAnswer | None:  # noqa: ARG002 -- for every case
        """Provide plans; the rest is for an officer."""
        return RegisterAnswer("provided", ("plan",)) if tuple(documents) == ("plan",) else None
