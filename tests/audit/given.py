"""Histories for the rules, and what all rules say of them."""

from collections import defaultdict
from datetime import date
from itertools import count

from events import codec
from events.catalogue import wire_name
from events.common import Act
from events.provider_course import InquiryAnswered, InquiryReceived
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, NotYet, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rulebook import judge_case
from tests.audit import examples as x

OF_A_WINDOW = ("events.intake", "events.intake_course")


def entries(*told: Act | tuple[str, Act]) -> list[Entry]:
    """Let each act be told by the lane of its service, or by the lane named with it."""
    seqs: defaultdict[str, count[int]] = defaultdict(lambda: count(1))
    pairs = (one if isinstance(one, tuple) else (_lane(one), one) for one in told)
    return [_entry(lane, next(seqs[lane]), act) for lane, act in pairs]


def case(*told: Act | tuple[str, Act]) -> CaseFile:
    return CaseFile(x.CASE, entries(*told))


def _lane(act: Act) -> str:
    if isinstance(act, InquiryReceived | InquiryAnswered):
        return x.HOLDER_LANE
    return x.WINDOW if type(act).__module__ in OF_A_WINDOW else x.DELIVERER_LANE


def _entry(lane: str, seq: int, act: Act) -> Entry:
    category = "application" if lane.startswith("intake") else "delivery"
    record = codec.record(
        wire_name(lane.partition(".")[0], act),
        id=f"{category}-{x.CASE}:{seq}",
        source=f"kz/{lane}",
        subject=x.CASE,
        time="2024-06-30T00:00:00Z",
        actor="agency/unit/officer",
        to="agency",
        data=act,
    )
    return Entry(lane, seq, codec.read(codec.write(record)))


def verdicts(file: CaseFile, on: LedgerDay) -> list[tuple[str, Verdict]]:
    """What all rules say of a case."""
    return [(rule.name, verdict) for rule, verdict in judge_case(file, on)]


def findings(file: CaseFile, on: LedgerDay) -> dict[str, Evidence]:
    """What all rules find in a case, by rule; no rule may find the same twice."""
    found = [(name, one) for name, one in verdicts(file, on) if isinstance(one, Evidence)]
    assert len({name for name, _ in found}) == len(found)
    return dict(found)


def the_finding(rule: str, file: CaseFile, on: LedgerDay) -> Evidence:
    """The only thing that all rules find in a case."""
    found = findings(file, on)
    assert list(found) == [rule]
    return found[rule]


def looked_at_again(rule: str, file: CaseFile, on: LedgerDay) -> date | None:
    """When the rule wants to see the case again."""
    return next(
        (one.until for name, one in verdicts(file, on) if name == rule and isinstance(one, NotYet)),
        None,
    )


def undecidable(file: CaseFile, on: LedgerDay) -> dict[str, str]:
    """Which rules cannot decide a case, and why."""
    return {name: one.reason for name, one in verdicts(file, on) if isinstance(one, Undecidable)}


def ref(number: int, lane: str = x.WINDOW) -> str:
    """The n-th thing that a lane told of the case."""
    category = "application" if lane.startswith("intake") else "delivery"
    return f"{lane}/{category}-{x.CASE}:{number}"
