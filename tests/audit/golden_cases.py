"""Cases whose judgement is recorded: between them every rule speaks, in each of its readings."""

from typing import Final

from tests.audit.golden_acceptance import ACCEPTANCE, REFUSALS
from tests.audit.golden_addressed import ADDRESSED
from tests.audit.golden_complaints import COMPLAINTS, DECISIONS, EXTENSIONS
from tests.audit.golden_delivery import COUNTING, DELIVERY
from tests.audit.golden_exchange import ASKING, MOVED, RECORDS
from tests.audit.golden_forwarded import FORWARDED
from tests.audit.golden_window import MONEY_AND_TIME, WINDOWS

GOLDEN_CASES: Final = {
    **ACCEPTANCE,
    **DELIVERY,
    **COUNTING,
    **REFUSALS,
    **COMPLAINTS,
    **EXTENSIONS,
    **DECISIONS,
    **WINDOWS,
    **MONEY_AND_TIME,
    **ASKING,
    **MOVED,
    **RECORDS,
    **FORWARDED,
    **ADDRESSED,
}
"""What it is about -> the case."""
