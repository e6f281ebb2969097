"""What the quality authority says: the register, the reference, the ledger, the findings."""

from datetime import date

from msgspec import Struct, field

from events.common import Act, Count, LaneSize, Whole
from events.envelope import Name
from events.law.calendar import CalendarVersion
from events.law.complaint_path import ComplaintPath


class LaneRegistration(Struct, frozen=True, kw_only=True):
    """A lane, or another key of a lane, and from where to where it counts (protocol C5)."""

    lane: Name
    key: Name
    """The verification key, as a C2SP signed note has it."""
    from_size: Count = 0
    """The key signs checkpoints larger than this."""
    first_day: date = field(name="from")
    last_day: date | None = field(name="until", default=None)
    historic: bool = False
    """An import of the past: its days count together, its entries are not backdated."""
    readers: tuple[str, ...] = ()


class AgencyRegistered(Act, frozen=True, kw_only=True):
    """An agency, its roles and its lanes (1, 5); a later one replaces its facts and adds lanes."""

    agency: Name
    roles: tuple[str, ...]
    parent: str | None = None
    jurisdiction: Name
    zone: Name
    """IANA name; its local dates are the agency's days."""
    week: Name
    """`5` or `6` working days."""
    grant_key: str | None = None
    lanes: tuple[LaneRegistration, ...]


class CalendarAdopted(Act, frozen=True, kw_only=True):
    """A version of a jurisdiction's calendar."""

    calendar: CalendarVersion


class LawEditionAdopted(Act, frozen=True, kw_only=True):
    """An edition of the law that findings cite (25.1)."""

    jurisdiction: Name
    edition: Name
    act: Name
    in_force_from: date
    paths: tuple[ComplaintPath, ...] = ()
    """How complaints go under this edition (19.2-19.6)."""


class LanesAccepted(Act, frozen=True, kw_only=True):
    """How far the archive holds this agency's lanes, to the agency."""

    agency: Name
    lanes: tuple[LaneSize, ...]


class SilentLane(Struct, frozen=True, kw_only=True):
    """A lane that did not close the day, and the last day that it did close."""

    lane: Name
    last_day: date | None


class DayCounted(Act, frozen=True, kw_only=True):
    """What the ledger judges this day on, said before it judges."""

    jurisdiction: Name
    date: date
    silent: tuple[SilentLane, ...] = ()


class DayJudged(Act, frozen=True, kw_only=True):
    """The day is judged, and never again."""

    jurisdiction: Name
    date: date
    rules_edition: Name
    """The edition of the rules that judged it."""


class CitedNorm(Struct, frozen=True, kw_only=True):
    """Where the duty stands."""

    act: Name
    article: Name


class FindingMade(Act, frozen=True, kw_only=True):
    """A breach, as known at the end of the judged day; a later one is a new version (22.1)."""

    finding_id: Name
    rule: Name
    rules_edition: Name
    citation: CitedNorm
    kind: Name
    """`breach`, `norm_defect`, `integrity` or `hint`."""
    certainty: Name
    """`certain`, or `arguable` with the reading in `reading`."""
    reading: str | None = None
    charged: Name
    subject: Name
    due_on: date | None
    days_late: Whole | None
    """Calendar days after `due_on`; none while the breach is open or has no length."""
    event_ids: tuple[str, ...]
    calendar_version: str | None
    jurisdiction: Name
    judged_day: date


class FindingReviewed(Act, frozen=True, kw_only=True):
    """An officer of the authority has looked at a finding; it stays, whatever the verdict (20)."""

    finding_id: Name
    verdict: Name
    """`confirmed` or `dismissed`."""
    reason: Name
    """A code."""
    charged: Name
    jurisdiction: Name


class FindingSuperseded(Act, frozen=True, kw_only=True):
    """A later fact has taken the finding away; nothing is deleted."""

    finding_id: Name
    charged: Name
    jurisdiction: Name
    judged_day: date
