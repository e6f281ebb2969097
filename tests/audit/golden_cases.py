"""Cases whose judgement is recorded: between them every rule speaks, in each of its readings."""

from typing import Final

from tests.audit.golden_acceptance import ACCEPTANCE, REFUSALS
from tests.audit.golden_delivery import COUNTING, DELIVERY

GOLDEN_CASES: Final = {**ACCEPTANCE, **DELIVERY, **COUNTING, **REFUSALS}
"""What it is about -> the case."""
