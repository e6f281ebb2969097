"""Examples of what the quality authority says."""

from datetime import date
from typing import Final

from events.audit import (
    AgencyRegistered,
    CalendarAdopted,
    CitedNorm,
    DayCounted,
    DayJudged,
    FindingMade,
    FindingReviewed,
    FindingSuperseded,
    LaneRegistration,
    LanesAccepted,
    LawEditionAdopted,
    SilentLane,
)
from events.common import LaneSize
from events.envelope import EVERYBODY
from events.law.calendar import CalendarVersion, Cause, Day, Name, WeekDays, Why
from events.law.complaint_path import ComplaintPath, Stage
from events.words import FindingKind
from tests.wire.example import (
    AUTHORITY,
    CASE,
    DELIVERER,
    DELIVERER_LANE,
    FINDING,
    WINDOW_LANE,
    Example,
    digest,
)

JUDGED: Final = date(2024, 5, 13)
CHARGED: Final = " ".join(sorted({AUTHORITY, DELIVERER}))
LATE: Final = f"{DELIVERER_LANE}/delivery-{CASE}:1"

REGISTERED: Final = AgencyRegistered(
    on=date(2023, 12, 20),
    agency=DELIVERER,
    roles=("provider",),
    parent="justice-ministry",
    jurisdiction="kz",
    zone="Asia/Almaty",
    week="5",
    grant_key="mlkem768x25519+c2VhbGVk",
    lanes=(
        LaneRegistration(
            lane=DELIVERER_LANE,
            key="kz/provider.justice-almaty+0123abcd+AAAA",
            from_size=12,
            first_day=date(2024, 1, 1),
            last_day=date(2024, 12, 31),
            historic=True,
            readers=("auditor-abroad",),
        ),
        LaneRegistration(lane="provider.justice-2", key="k", first_day=date(2024, 1, 1)),
    ),
)
VICTORY: Final = Name(en="Victory Day", kk="Жеңіс күні", ru="День Победы")
WEEK: Final = WeekDays(
    week="5",
    rest=("Sat", "Sun"),
    days_off=(
        Day(on=date(2024, 5, 9), why=Why(cause=Cause.HOLIDAY, name=VICTORY)),
        Day(on=date(2024, 5, 10), why=Why(cause=Cause.DAY_OFF_MOVED, other=date(2024, 5, 4))),
    ),
    working=(Day(on=date(2024, 5, 4), why=Why(cause=Cause.WORKS_INSTEAD)),),
)
CALENDAR: Final = CalendarAdopted(
    on=date(2023, 12, 20),
    calendar=CalendarVersion(
        jurisdiction="kz",
        version="kz/2024/2",
        valid_from=date(2024, 1, 1),
        valid_to=date(2024, 12, 31),
        adopted_on=date(2023, 12, 20),
        act="V2300000000",
        weeks=(WEEK,),
        replaces="kz/2024/1",
        adoption_assumed=True,
    ),
)
PATH: Final = ComplaintPath(
    path_id="kz-19",
    stages=(
        Stage(body="deliverer", term_id="stage-deliverer", working_days=5, article="19.2"),
        Stage(body="approver", term_id="stage-central", working_days=5, article="19.2, 19.3"),
        Stage(body="authority", term_id="stage-authority", working_days=15, article="19.5"),
    ),
    calendar="kz",
    extension_days=10,
    extension_grounds=("check", "information"),
    notice_days=3,
)
EDITION: Final = LawEditionAdopted(
    on=date(2023, 12, 20),
    jurisdiction="kz",
    edition="kz/1",
    act="draft law on public services",
    in_force_from=date(2024, 1, 1),
    paths=(PATH,),
)
ACCEPTED: Final = LanesAccepted(
    on=JUDGED,
    agency=DELIVERER,
    lanes=(LaneSize(lane=DELIVERER_LANE, size=12, root=digest("twelve")),),
)
SILENT: Final = (
    SilentLane(lane=WINDOW_LANE, last_day=date(2024, 5, 10)),
    SilentLane(lane="complaints.justice", last_day=None),
)
COUNTED: Final = DayCounted(on=JUDGED, jurisdiction="kz", date=JUDGED, silent=SILENT)
MADE: Final = FindingMade(
    on=JUDGED,
    finding_id=FINDING,
    rule="late_result",
    rules_edition="1",
    citation=CitedNorm(act="draft law on public services", article="8.1(5)"),
    kind=FindingKind.BREACH,
    certainty="arguable",
    reading="first day counted",
    charged=DELIVERER,
    subject=CASE,
    due_on=date(2024, 5, 10),
    days_late=3,
    event_ids=(LATE,),
    calendar_version="kz/2024/1",
    jurisdiction="kz",
    judged_day=JUDGED,
)
SUPERSEDED: Final = FindingSuperseded(
    on=date(2024, 5, 14),
    finding_id=FINDING,
    charged=DELIVERER,
    jurisdiction="kz",
    judged_day=date(2024, 5, 14),
)
REVIEWED: Final = FindingReviewed(
    on=date(2024, 5, 15),
    finding_id=FINDING,
    verdict="dismissed",
    reason="other-reading",
    charged=DELIVERER,
    jurisdiction="kz",
)

EXAMPLES: Final = {
    "audit.agency_registered.v1": Example(
        stream=f"agency-{DELIVERER}", to=EVERYBODY, data=REGISTERED
    ),
    "audit.calendar_adopted.v1": Example(stream="calendar-kz", to=EVERYBODY, data=CALENDAR),
    "audit.law_edition_adopted.v1": Example(stream="law-kz", to=EVERYBODY, data=EDITION),
    "audit.lanes_accepted.v1": Example(stream=f"accepted-{DELIVERER}", to=CHARGED, data=ACCEPTED),
    "audit.day_counted.v1": Example(stream="ledger-kz", to=EVERYBODY, data=COUNTED),
    "audit.day_judged.v1": Example(
        stream="ledger-kz",
        to=EVERYBODY,
        data=DayJudged(on=JUDGED, jurisdiction="kz", date=JUDGED, rules_edition="1"),
    ),
    "audit.finding_made.v1": Example(
        stream=f"finding-{FINDING}", to=CHARGED, causationid=LATE, data=MADE
    ),
    "audit.finding_superseded.v1": Example(
        stream=f"finding-{FINDING}", to=CHARGED, data=SUPERSEDED
    ),
    "audit.finding_reviewed.v1": Example(stream=f"finding-{FINDING}", to=CHARGED, data=REVIEWED),
}
