"""What the quality authority is asked to do."""

from datetime import date

from events.audit import CitedNorm, LaneRegistration, SilentLane
from events.clear import Code, CodeOrNone, Codes, Id, Opaque, Ref, Subject, Text
from events.common import LaneSize
from events.deciding import Command
from events.law.calendar import CalendarVersion, Week
from events.law.complaint_path import ComplaintPath
from events.words import FindingKind, ReviewVerdict


class RegisterAgency(Command, frozen=True, kw_only=True):
    """Register an agency and its lanes, or change them (1, 5)."""

    agency: Id
    roles: tuple[Code, ...]
    parent: Id | None = None
    jurisdiction: Id
    zone: Code
    week: Week
    grant_key: Opaque | None = None
    """Its X25519 public key for key grants, in standard base64 (protocol F2)."""
    lanes: tuple[LaneRegistration, ...]


class AdoptCalendar(Command, frozen=True, kw_only=True):
    """Adopt a version of a jurisdiction's calendar."""

    calendar: CalendarVersion


class AdoptEdition(Command, frozen=True, kw_only=True):
    """Adopt an edition of the law (25.1)."""

    jurisdiction: Id
    edition: Code
    act: Text
    in_force_from: date
    paths: tuple[ComplaintPath, ...] = ()


class AcceptLanes(Command, frozen=True, kw_only=True):
    """Tell an agency how far its lanes are in the archive."""

    agency: Id
    lanes: tuple[LaneSize, ...]


class CountDay(Command, frozen=True, kw_only=True):
    """Say on what a day of the ledger is judged (protocol B3)."""

    jurisdiction: Id
    day: date
    silent: tuple[SilentLane, ...] = ()


class JudgeDay(Command, frozen=True, kw_only=True):
    """Say that a day of the ledger is judged (protocol B3)."""

    jurisdiction: Id
    day: date
    rules_edition: Code


class RecordFinding(Command, frozen=True, kw_only=True):
    """Record what a rule has found, or a new version of it (22.1)."""

    finding_id: Id
    rule: Code
    rules_edition: Code
    citation: CitedNorm
    kind: FindingKind
    reading: Text | None
    charged: Id
    subject: Subject
    due_on: date | None
    days_late: int | None
    event_ids: tuple[Ref, ...]
    calendar_version: Codes | None
    jurisdiction: Id
    judged_day: date


class SupersedeFinding(Command, frozen=True, kw_only=True):
    """Take a finding away that later facts do not bear out."""

    finding_id: Id
    charged: Id
    jurisdiction: Id
    judged_day: date


class ReviewFinding(Command, frozen=True, kw_only=True):
    """An officer of the authority looks at a finding (20, 22.1)."""

    finding_id: Id
    verdict: ReviewVerdict
    reason: CodeOrNone
