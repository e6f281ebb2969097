"""One good example of every command of every service, with as many fields said as it has."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from events.acts.disclosing import DiscloseCase
from events.audit import LaneRegistration, SilentLane
from events.common import LaneSize
from events.deciding import Command
from events.law.reference import load_reference
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    CENTRE,
    DELIVERY_LANE,
    FIRST_DAY,
    JURISDICTION,
    JUSTICE,
    JUSTICE_ALMATY,
    STANDARDS_LANE,
    WINDOW_LANE,
    ZONE,
)
from examples.kazakhstan.complaint_path import PATH
from services.audit.domain.commands import (
    AcceptLanes,
    AdoptCalendar,
    AdoptEdition,
    CountDay,
    JudgeDay,
    RegisterAgency,
    SupersedeFinding,
)
from tests.acts.test_answering import CORRECT, DISPUTE
from tests.acts.test_keys import ASK, CONFIRM, ERASE, GRANT
from tests.acts.test_reading import READ
from tests.audit.test_finding import RECORD, REVIEW
from tests.complaints import test_said_in_full as complaints
from tests.complaints.examples import CHECK
from tests.intake import test_said_in_full as intake
from tests.intake.realm import COMPLAINTS_LANE
from tests.provider import test_said_in_full as provider
from tests.provider.examples import ASK as SEND_INQUIRY
from tests.provider.examples import NOTE
from tests.provider.examples_course import CHANGE
from tests.wire.examples_common import DISCLOSED

LANES: Final[Mapping[str, str]] = {
    "intake": WINDOW_LANE,
    "provider": DELIVERY_LANE,
    "complaints": COMPLAINTS_LANE,
    "audit": AUDIT_LANE,
}
"""Service -> a lane of it in the realm of the tests."""

_DISCLOSE: Final = DiscloseCase(
    case_id=DISCLOSED.case_id,
    to_agency=DISCLOSED.to_agency,
    to_lane=DISCLOSED.to_lane,
    events=DISCLOSED.events,
)
_OF_EVERY_SERVICE: Final = (
    _DISCLOSE,
    SEND_INQUIRY,
    NOTE,
    CORRECT,
    DISPUTE,
    GRANT,
    ASK,
    ERASE,
    CONFIRM,
    READ,
)
_REGISTER: Final = RegisterAgency(
    agency=JUSTICE_ALMATY,
    roles=("deliverer",),
    parent=JUSTICE,
    jurisdiction=JURISDICTION,
    zone=ZONE,
    week="5",
    grant_key="A" * 43 + "=",
    lanes=(
        LaneRegistration(
            lane=DELIVERY_LANE,
            key=f"kz/{DELIVERY_LANE}+0a1b2c3d+{'A' * 44}",
            first_day=FIRST_DAY,
            last_day=date(2030, 12, 31),
            readers=(CENTRE,),
        ),
    ),
)
_OF_THE_AUTHORITY: Final = (
    _REGISTER,
    AdoptCalendar(calendar=load_reference(JURISDICTION)[0]),
    AdoptEdition(
        jurisdiction=JURISDICTION,
        edition="kz-2025",
        act="kz-draft-1579-2012",
        in_force_from=date(2025, 1, 1),
        paths=(PATH,),
    ),
    AcceptLanes(agency=JUSTICE, lanes=(LaneSize(lane=STANDARDS_LANE, size=2, root="A" * 44),)),
    CountDay(
        jurisdiction=JURISDICTION,
        day=FIRST_DAY,
        silent=(SilentLane(lane=DELIVERY_LANE, last_day=FIRST_DAY),),
    ),
    JudgeDay(jurisdiction=JURISDICTION, day=FIRST_DAY, rules_edition="2024-05-01/1"),
    RECORD,
    SupersedeFinding(
        finding_id="f-1",
        charged=CENTRE,
        jurisdiction=JURISDICTION,
        judged_day=FIRST_DAY,
    ),
    REVIEW,
)


def _by_kind(*commands: Command) -> Mapping[str, Command]:
    return {type(command).__name__: command for command in (*_OF_EVERY_SERVICE, *commands)}


def _last(full: Iterable[tuple[object, ...]]) -> list[Command]:
    """Give the commands of a table whose rows end with one."""
    return [row[-1] for row in full if isinstance(row[-1], Command)]


GOOD: Final[Mapping[str, Mapping[str, Command]]] = {
    "intake": _by_kind(*_last(intake.FULL)),
    "provider": _by_kind(*_last(provider.FULL), CHANGE),
    "complaints": _by_kind(*_last(complaints.FULL), CHECK),
    "audit": _by_kind(*_OF_THE_AUTHORITY),
}
"""Service -> name of the command -> a good one."""

EVERY: Final = [(service, name) for service, them in GOOD.items() for name in them]
