"""What the quality authority is asked to do."""

from datetime import date

from events.audit import CitedNorm, LaneRegistration, SilentLane
from events.common import LaneSize
from events.deciding import Command
from events.envelope import Name
from events.law.calendar import CalendarVersion
from events.law.complaint_path import ComplaintPath


class RegisterAgency(Command, frozen=True, kw_only=True):
    """Register an agency and its lanes, or change them (1, 5)."""

    agency: Name
    roles: tuple[str, ...]
    parent: str | None = None
    jurisdiction: Name
    zone: Name
    week: Name
    grant_key: str | None = None
    """Its X25519 public key for key grants, in standard base64 (protocol F2)."""
    lanes: tuple[LaneRegistration, ...]


class AdoptCalendar(Command, frozen=True, kw_only=True):
    """Adopt a version of a jurisdiction's calendar."""

    calendar: CalendarVersion


class AdoptEdition(Command, frozen=True, kw_only=True):
    """Adopt an edition of the law (25.1)."""

    jurisdiction: Name
    edition: Name
    act: Name
    in_force_from: date
    paths: tuple[ComplaintPath, ...] = ()


class AcceptLanes(Command, frozen=True, kw_only=True):
    """Tell an agency how far its lanes are in the archive."""

    agency: Name
    lanes: tuple[LaneSize, ...]


class CountDay(Command, frozen=True, kw_only=True):
    """Say on what a day of the ledger is judged (protocol B3)."""

    jurisdiction: Name
    day: date
    silent: tuple[SilentLane, ...] = ()


class JudgeDay(Command, frozen=True, kw_only=True):
    """Say that a day of the ledger is judged (protocol B3)."""

    jurisdiction: Name
    day: date
    rules_edition: Name


class RecordFinding(Command, frozen=True, kw_only=True):
    """Record what a rule has found, or a new version of it (22.1)."""

    finding_id: Name
    rule: Name
    rules_edition: Name
    citation: CitedNorm
    kind: Name
    reading: str | None
    charged: Name
    subject: Name
    due_on: date | None
    days_late: int | None
    event_ids: tuple[str, ...]
    calendar_version: str | None
    jurisdiction: Name
    judged_day: date


class SupersedeFinding(Command, frozen=True, kw_only=True):
    """Take a finding away that later facts do not bear out."""

    finding_id: Name
    charged: Name
    jurisdiction: Name
    judged_day: date


class ReviewFinding(Command, frozen=True, kw_only=True):
    """An officer of the authority looks at a finding (20, 22.1)."""

    finding_id: Name
    verdict: Name
    reason: str
