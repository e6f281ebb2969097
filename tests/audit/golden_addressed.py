"""Golden cases of whom an act is addressed and shipped to."""

from typing import Final

from events.register import Register
from tests.audit import examples as x
from tests.audit.given_readers import READER, case_for, register, registered
from tests.audit.golden_case import Golden
from tests.audit.ledger_days import ledger_day


def _judged(known: Register, **counted: str) -> Golden:
    refs = {
        f"agency-{x.CENTRE}:{number.removeprefix('at_')}": day for number, day in counted.items()
    }
    return Golden(case_for(known, refs), ledger_day("2024-05-03"))


_SHIPPED: Final = register(READER, READER)

ADDRESSED: Final = {
    "accepted for a deliverer that may not read so": _judged(register("justice", "justice")),
    "accepted for a deliverer that may read so": _judged(_SHIPPED),
    "accepted for a deliverer that nothing is shipped to": _judged(register(READER)),
    "accepted for a deliverer that nothing was shipped to till later": _judged(
        registered(register(READER), x.WINDOW, x.CENTRE, READER), at_2="2024-05-04"
    ),
    "accepted for a deliverer that nothing is shipped to any more": _judged(
        registered(_SHIPPED, x.WINDOW, x.CENTRE), at_2="2024-05-04"
    ),
}
