"""What the quality authority says: the register, the reference, the ledger, the findings."""

from datetime import date

from msgspec import Struct, field

from events.clear import Code, Codes, Id, LaneName, Opaque, Ref, Subject, Text
from events.common import Act, Count, LaneSize, Whole
from events.law.calendar import CalendarVersion, Week
from events.law.complaint_path import ComplaintPath
from events.words import Certainty, FindingKind, ReviewVerdict


class LaneRegistration(Struct, frozen=True, kw_only=True):
    """A lane, or another key of a lane, and from where to where it counts (protocol C5)."""

    lane: LaneName
    key: Opaque
    """The verification key, as a C2SP signed note has it."""
    from_size: Count = 0
    """The key signs checkpoints larger than this."""
    first_day: date = field(name="from")
    last_day: date | None = field(name="until", default=None)
    historic: bool = False
    """An import of the past: its days count together, its entries are not backdated."""
    readers: tuple[Id, ...] = ()


class AgencyRegistered(Act, frozen=True, kw_only=True):
    """An agency, its roles and its lanes (1, 5); a later one replaces its facts and adds lanes."""

    agency: Id
    roles: tuple[Code, ...]
    parent: Id | None = None
    jurisdiction: Id
    zone: Code
    """IANA name; its local dates are the agency's days."""
    week: Week
    grant_key: Opaque | None = None
    lanes: tuple[LaneRegistration, ...]


class CalendarAdopted(Act, frozen=True, kw_only=True):
    """A version of a jurisdiction's calendar."""

    calendar: CalendarVersion


class LawEditionAdopted(Act, frozen=True, kw_only=True):
    """An edition of the law that findings cite (25.1)."""

    jurisdiction: Id
    edition: Code
    act: Text
    in_force_from: date
    paths: tuple[ComplaintPath, ...] = ()
    """How complaints go under this edition (19.2-19.6)."""


class LanesAccepted(Act, frozen=True, kw_only=True):
    """How far the archive holds this agency's lanes, to the agency."""

    agency: Id
    lanes: tuple[LaneSize, ...]


class SilentLane(Struct, frozen=True, kw_only=True):
    """A lane that did not close the day, and the last day that it did close."""

    lane: LaneName
    last_day: date | None


class DayCounted(Act, frozen=True, kw_only=True):
    """What the ledger judges this day on, said before it judges."""

    jurisdiction: Id
    date: date
    silent: tuple[SilentLane, ...] = ()


class DayJudged(Act, frozen=True, kw_only=True):
    """The day is judged, and never again."""

    jurisdiction: Id
    date: date
    rules_edition: Code
    """The edition of the rules that judged it."""


class CitedNorm(Struct, frozen=True, kw_only=True):
    """Where the duty stands."""

    act: Text
    article: Text


class FindingMade(Act, frozen=True, kw_only=True):
    """A breach, as known at the end of the judged day; a later one is a new version (22.1)."""

    finding_id: Id
    rule: Code
    rules_edition: Code
    citation: CitedNorm
    kind: FindingKind
    certainty: Certainty
    """`certain`, or `arguable` with the reading in `reading`."""
    reading: Text | None = None
    charged: Id
    subject: Subject
    due_on: date | None
    days_late: Whole | None
    """Calendar days after `due_on`; none while the breach is open or has no length."""
    event_ids: tuple[Ref, ...]
    calendar_version: Codes | None
    jurisdiction: Id
    judged_day: date


class FindingReviewed(Act, frozen=True, kw_only=True):
    """An officer of the authority has looked at a finding; it stays, whatever the verdict (20)."""

    finding_id: Id
    verdict: ReviewVerdict
    reason: Code
    """A code."""
    charged: Id
    jurisdiction: Id


class FindingSuperseded(Act, frozen=True, kw_only=True):
    """A later fact has taken the finding away; nothing is deleted."""

    finding_id: Id
    charged: Id
    jurisdiction: Id
    judged_day: date
