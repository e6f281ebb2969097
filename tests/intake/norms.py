"""What a standard may say beside the scenario's: a fee, a term from its payment, storage."""

from typing import Final

from msgspec.structs import replace

from events.common import Money
from events.law.norms import Fee, StandardContents, Term
from events.law.term import Unit
from examples.kazakhstan.standard import CONTENTS

FEE: Final = Fee(amount=Money(minor=184_600, currency="KZT"))
"""1,846 tenge."""
BY_INDEX: Final = Fee(index_permille=500)
"""Half of the month's index."""
STORAGE: Final = Term(term_id="storage", length=1, unit=Unit.MONTH, calendar="kz")
FROM_PAYMENT: Final = Term(
    term_id="result", length=3, unit=Unit.WORKING_DAY, calendar="kz", starts="paid"
)


def costing(*fees: Fee) -> StandardContents:
    return replace(CONTENTS, fees=fees)
