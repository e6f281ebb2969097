"""Golden cases of whom an act is addressed and shipped to."""

from typing import Final

from events.register import Register
from services.audit.domain.case_file import CaseFile
from tests.audit import examples as x
from tests.audit.given import ref
from tests.audit.given_readers import READER, case_for, register, registered
from tests.audit.golden_case import Golden
from tests.audit.ledger_days import ledger_day


def _judged(known: Register, **counted: str) -> Golden:
    refs = {
        f"agency-{x.CENTRE}:{number.removeprefix('at_')}": day for number, day in counted.items()
    }
    return Golden(case_for(known, refs), ledger_day("2024-05-03"))


def _stated(file: CaseFile) -> Golden:
    """Judge it after the service's term."""
    return Golden(file, ledger_day("2024-05-20"))


_SHIPPED: Final = register(READER, READER)
_FORWARDED: Final = f"application-{x.CASE}:3"
"""What is kept back."""

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
    "forwarded to a deliverer that says so on the day": _stated(case_for(_SHIPPED)),
    "forwarded to a deliverer that says so five days later": _stated(
        case_for(_SHIPPED, {}, {_FORWARDED: "2024-05-08"})
    ),
    "forwarded to a deliverer that does not say so": _stated(
        case_for(_SHIPPED, {}, {_FORWARDED: None})
    ),
    "forwarded to a deliverer that acts on it and does not say so": _stated(
        case_for(_SHIPPED, {}, {_FORWARDED: None}, x.registered(), because=ref(3))
    ),
    "forwarded to a deliverer whose software reads no lane": _stated(
        case_for(_SHIPPED, on_paper=True)
    ),
    "forwarded to a deliverer that was silent when it should have said so": _stated(
        case_for(_SHIPPED, {}, {_FORWARDED: None}, silent={x.DELIVERER_LANE: "2024-05-03"})
    ),
}
