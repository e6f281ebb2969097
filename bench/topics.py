"""`python -m bench.topics [AGENCIES]`: how large the plan of a whole country's broker is.

The register is made here: a tenth of the agencies are centres with a window alone, the others have
a window and deliver; a lane has its centre, or the deliverers of its region, as readers. Every
agency reads the audit lane, and the authority all lanes.
"""

import sys
import time
from datetime import date
from typing import Final

from msgspec import Struct

from events.register import Agency, Lane, Register
from services.topics.difference import Actual, difference
from services.topics.plan import plan
from services.topics.settings import PlanSettings

AGENCIES: Final = 1_000
"""Of a country: some 20 ministries, 200 districts and 17 regions with their departments."""
REGION_SIZE: Final = 10
"""Agencies that work together: the first is the centre where their applicants come."""
DELIVERERS_READING: Final = 3
"""Of a centre's lane, in its region."""
AUTHORITY: Final = "authority"
AUDIT_LANE: Final = "audit.authority"
SETTINGS: Final = PlanSettings(authority=AUTHORITY, audit_lane=AUDIT_LANE)
_FIRST_DAY: Final = date(2026, 1, 1)


class Planned(Struct, frozen=True, kw_only=True):
    """The size of a plan, and how long it took."""

    agencies: int
    lanes: int
    topics: int
    acls: int
    plan_seconds: float
    difference_seconds: float
    """From an empty broker: as if nothing were there."""

    @property
    def words(self) -> str:
        """All of it in one line."""
        return (
            f"{self.agencies} agencies, {self.lanes} lanes: {self.topics} topics, "
            f"{self.acls} ACLs; planned in {self.plan_seconds:.2f} s, "
            f"compared in {self.difference_seconds:.2f} s"
        )


def country(agencies: int) -> Register:
    """Make the register of a country: so many agencies, the authority among them."""
    names = [AUTHORITY, *(f"agency-{number:04}" for number in range(1, agencies))]
    lanes = [_lane(AUDIT_LANE, AUTHORITY), _lane("complaints.authority", AUTHORITY)]
    for start in range(1, agencies, REGION_SIZE):
        lanes += _region(names[start : start + REGION_SIZE])
    return Register(
        agencies={name: _agency(name) for name in names}, lanes={lane.lane: lane for lane in lanes}
    )


def _region(names: list[str]) -> list[Lane]:
    """A centre, whose window the first deliverers read; each deliverer's two lanes it reads."""
    centre, *deliverers = names
    lanes = [_lane(f"intake.{centre}", centre, *deliverers[:DELIVERERS_READING])]
    for name in deliverers:
        lanes += [_lane(f"intake.{name}", name), _lane(f"provider.{name}", name, centre)]
    return lanes


def _lane(name: str, agency: str, *readers: str) -> Lane:
    return Lane(
        lane=name,
        agency=agency,
        keys=(),
        first_day=_FIRST_DAY,
        last_day=None,
        historic=False,
        readers=frozenset(readers),
        registered_by=f"{AUDIT_LANE}/agency-{agency}:1",
    )


def _agency(name: str) -> Agency:
    return Agency(
        agency=name,
        roles=frozenset(),
        parent=None,
        jurisdiction="kz",
        zone="Asia/Almaty",
        week="5",
    )


def measure(agencies: int = AGENCIES) -> Planned:
    """Plan a country's broker, and compare it with an empty one."""
    register = country(agencies)
    begun = time.perf_counter()
    planned = plan(register, SETTINGS)
    after = time.perf_counter()
    difference(planned, Actual(topics={}, users=frozenset(), acls=frozenset(), quotas={}))
    return Planned(
        agencies=agencies,
        lanes=len(register.lanes),
        topics=len(planned.topics),
        acls=len(planned.acls),
        plan_seconds=after - begun,
        difference_seconds=time.perf_counter() - after,
    )


if __name__ == "__main__":
    print(measure(int(sys.argv[1]) if len(sys.argv) > 1 else AGENCIES).words)
