"""Complaints for the rules: who tells what at which stage, what is known, what the rules say."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from msgspec import UNSET, UnsetType

from events import codec
from events.audit import AgencyRegistered, LaneRegistration, LawEditionAdopted
from events.catalogue import wire_name
from events.common import Act
from events.law.calendars import Calendars
from events.law.norm_book import NormBook, Standard
from events.law.norms import StandardContents
from events.register import Register
from examples.kazakhstan.complaint_path import PATH
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, NotYet, Rule, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules import (
    complaint_authority,
    complaint_decision,
    complaint_extension,
    complaint_extension_notice,
    complaint_extension_told,
    complaint_not_authority,
    complaint_notice,
    complaint_officer,
    complaint_order,
    complaint_registration,
    complaint_restoring,
    complaint_stage,
)
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.ledger_days import KZ

COMPLAINT_RULES: Final[tuple[Rule[CaseFile], ...]] = (
    *complaint_registration.RULES,
    *complaint_stage.RULES,
    *complaint_order.RULES,
    *complaint_extension.RULES,
    *complaint_extension_told.RULES,
    *complaint_extension_notice.RULES,
    *complaint_decision.RULES,
    *complaint_notice.RULES,
    *complaint_officer.RULES,
    *complaint_restoring.RULES,
    *complaint_authority.RULES,
    *complaint_not_authority.RULES,
)

AGENCIES: Final[Mapping[str, tuple[str, str | None, tuple[str, ...]]]] = {
    x.CENTRE: ("centre", None, (x.WINDOW,)),
    x.DELIVERER: ("deliverer", "akimat", (x.DELIVERER_LANE, c.JUSTICE)),
    "ministry": ("approver", None, ("provider.ministry", c.MINISTRY)),
    "authority": ("quality_authority", None, ("audit.authority", c.AUTHORITY)),
    "transport": ("deliverer", None, ("provider.transport", c.TRANSPORT)),
    "akimat": ("local_body", None, ("complaints.akimat",)),
}
"""Agency -> its role, its parent, its lanes."""

LAW: Final = LawEditionAdopted(
    on=date(2012, 1, 1),
    jurisdiction="kz",
    edition="kz-draft-1579-2012",
    act="draft 1579",
    in_force_from=date(2012, 1, 1),
    paths=(PATH,),
)


class Says(NamedTuple):
    """An act with the lane and the stream that tell it, and who acted."""

    lane: str
    stream: str
    act: Act
    officer: str
    cause: str | UnsetType = UNSET
    """What it answers, of another lane."""


def at(lane: str, *acts: Act, stage: int = 1, officer: str = "examiner") -> Iterator[Says]:
    """Let a body tell of the complaint at a stage."""
    for act in acts:
        asks = type(act).__module__ == "events.exchange"
        yield Says(lane, "inquiry-1" if asks else f"complaint-{c.ID}-{stage}", act, officer)


def window(*acts: Act) -> Iterator[Says]:
    for act in acts:
        yield Says(x.WINDOW, f"application-{x.CASE}", act, "clerk")


def deliverer(*acts: Act, lane: str = x.DELIVERER_LANE, officer: str = "maker") -> Iterator[Says]:
    for act in acts:
        yield Says(lane, f"delivery-{x.CASE}", act, officer)


def case(*told: Iterator[Says]) -> CaseFile:
    """A case that was accepted at the window and sent to the deliverer, with complaints."""
    begun = (window(x.LODGED, x.ACCEPTED, x.FORWARDED), deliverer(x.registered()))
    return CaseFile(x.CASE, list(_entries(x.CASE, *begun, *told)))


def without_case(*told: Iterator[Says]) -> CaseFile:
    """A complaint of no case: it is its own subject."""
    return CaseFile(c.ID, list(_entries(c.ID, *told)))


def _entries(subject: str, *told: Iterator[Says]) -> Iterator[Entry]:
    seqs: Counter[str] = Counter()
    versions: Counter[tuple[str, str]] = Counter()
    for one in (one for group in told for one in group):
        seqs[one.lane] += 1
        versions[one.lane, one.stream] += 1
        record = codec.record(
            wire_name(one.lane.partition(".")[0], one.act),
            id=f"{one.stream}:{versions[one.lane, one.stream]}",
            source=f"kz/{one.lane}",
            subject=subject,
            time="2024-06-30T00:00:00Z",
            actor=f"agency/unit/{one.officer}",
            to="authority",
            causationid=one.cause,
            data=one.act,
        )
        yield Entry(one.lane, seqs[one.lane], codec.read(codec.write(record)))


def register() -> Register:
    found = Register()
    for agency, (role, parent, lanes) in AGENCIES.items():
        event = AgencyRegistered(
            on=date(2012, 1, 1),
            agency=agency,
            roles=(role,),
            parent=parent,
            jurisdiction="kz",
            zone="Asia/Almaty",
            week="5",
            lanes=tuple(
                LaneRegistration(lane=one, key="k", first_day=date(2012, 1, 1)) for one in lanes
            ),
        )
        found = found.evolve(f"audit.authority/agency-{agency}:1", event)
    return found


REGISTER: Final = register()


def on(
    day: str,
    *,
    closed: Mapping[str, str] = {},
    contents: StandardContents | None = c.CONTENTS,
    law: LawEditionAdopted | None = LAW,
    calendars: Calendars | None = KZ,
) -> LedgerDay:
    """A day that all lanes have closed, but for those that `closed` names with their last day."""
    covered = dict.fromkeys(REGISTER.lanes, x.day(day))
    return LedgerDay(
        jurisdiction="kz",
        day=x.day(day),
        register=REGISTER,
        norms=NormBook(
            standards={} if contents is None else {"apostille/1": _standard(contents)},
            in_use={"apostille": "apostille/1"},
            calendars={} if calendars is None else {"kz": calendars},
            law={} if law is None else {"kz": (law,)},
        ),
        covered=covered | {lane: x.day(last) for lane, last in closed.items()},
    )


def _standard(contents: StandardContents) -> Standard:
    return Standard(
        service_code="apostille",
        edition="1",
        contents=contents,
        approved_by="provider.ministry/standard-apostille:1",
        registered=True,
    )


def verdicts(file: CaseFile, day: LedgerDay) -> list[tuple[str, Verdict]]:
    """What all rules on complaints say."""
    return [(rule.name, one) for rule in COMPLAINT_RULES for one in rule.judge(file, day)]


def found(rule: str, file: CaseFile, day: LedgerDay) -> list[Evidence]:
    """What one rule finds."""
    said = verdicts(file, day)
    return [one for name, one in said if name == rule and isinstance(one, Evidence)]


def findings(file: CaseFile, day: LedgerDay) -> set[str]:
    """Which rules find something."""
    return {name for name, one in verdicts(file, day) if isinstance(one, Evidence)}


def the_finding(rule: str, file: CaseFile, day: LedgerDay) -> Evidence:
    """The only thing that a rule finds."""
    (one,) = found(rule, file, day)
    return one


def again(rule: str, file: CaseFile, day: LedgerDay) -> date | None:
    """When a rule wants to see the file again."""
    said = verdicts(file, day)
    days = [one.until for name, one in said if name == rule and isinstance(one, NotYet)]
    return min(days, default=None)


def undecidable(rule: str, file: CaseFile, day: LedgerDay) -> str | None:
    """Why a rule cannot decide."""
    said = verdicts(file, day)
    reasons = [one.reason for name, one in said if name == rule and isinstance(one, Undecidable)]
    return next(iter(reasons), None)


def ref(number: int, lane: str = c.JUSTICE, stage: int = 1) -> str:
    """The n-th thing that a body tells of the complaint at a stage."""
    return f"{lane}/complaint-{c.ID}-{stage}:{number}"
