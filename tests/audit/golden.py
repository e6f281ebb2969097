"""Record what the rules say of the golden cases: python -m tests.audit.golden.

The edition, the event types that it reads, one line a case. What is recorded changes only with a
new `RULES_EDITION`; cases may be added.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct

from events.catalogue import CATALOGUE
from events.deciding import Command
from services.audit.domain.commands import RecordFinding
from services.audit.domain.evidence import RULES_EDITION
from services.audit.domain.judging import Judgement, judgement
from services.audit.domain.rulebook import judge_case, judge_lane
from tests.audit.golden_cases import GOLDEN_CASES
from tests.audit.golden_lanes import GOLDEN_LANES
from tests.audit.ledger_days import ledger_day

FILE: Final = Path(__file__).parent / "golden_findings.jsonl"
NEW_EDITION: Final = (
    "the rules say something else than they did in edition {edition}, or read other events, "
    "see: {changed}. "
    "Give RULES_EDITION (services/audit/domain/evidence.py) a new value, "
    "then run `python -m tests.audit.golden`"
)
NOT_RECORDED: Final = "run `python -m tests.audit.golden`: {what} is not recorded"
_LANE_DAY: Final = ledger_day("2024-05-20")
_NOT_SAID: Final = ("rules_edition", *Command.__struct_fields__)
"""What a finding takes from the edition and from its recording, not from a rule."""


class Record(Struct, frozen=True, kw_only=True):
    """What the rules of an edition say."""

    edition: str
    types: Sequence[str]
    """Wire names that can be read: what cannot is in no file, so a new one is a new edition."""
    cases: Mapping[str, Any]
    """What a case is about -> its judgement, as JSON has it."""


def today() -> Record:
    """Let today's rules judge every case."""
    said = {
        name: judgement(judge_case(one.file, one.day), {}, one.day)
        for name, one in GOLDEN_CASES.items()
    }
    said |= {
        name: judgement(judge_lane(file, _LANE_DAY), {}, _LANE_DAY)
        for name, file in GOLDEN_LANES.items()
    }
    cases = {name: _as_json(one) for name, one in said.items()}
    return Record(edition=RULES_EDITION, types=sorted(CATALOGUE), cases=cases)


def _as_json(said: Judgement) -> Any:  # noqa: ANN401 -- JSON
    made = [msgspec.to_builtins(one) for one in said.changes if isinstance(one, RecordFinding)]
    findings = [{name: one[name] for name in one if name not in _NOT_SAID} for one in made]
    whole = {"findings": findings, "undecidable": said.undecidable, "again_on": said.again_on}
    return msgspec.json.decode(msgspec.json.encode(whole))


def recorded() -> Record:
    """Read what is recorded."""
    edition, types, *lines = map(msgspec.json.decode, FILE.read_bytes().splitlines())
    return Record(edition=edition, types=types, cases=dict(lines))


def objection(before: Record, now: Record) -> str | None:
    """Say why a record may not stand beside what the rules say now; None if it may."""
    changed = [name for name, said in before.cases.items() if now.cases.get(name) != said]
    changed += sorted(set(before.types) ^ set(now.types))
    if changed and before.edition == now.edition:
        return NEW_EDITION.format(edition=now.edition, changed=", ".join(changed))
    return None


def unrecorded(before: Record, now: Record) -> str | None:
    """Say what is not recorded yet; None if all is."""
    if before.edition != now.edition:
        return NOT_RECORDED.format(what=f"edition {now.edition}")
    new = now.cases.keys() - before.cases.keys()
    return NOT_RECORDED.format(what=", ".join(sorted(new))) if new else None


def write(record: Record) -> None:
    """Write a record, one line a case."""
    lines = [record.edition, record.types, *record.cases.items()]
    FILE.write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))


def main() -> None:
    """Record, unless the rules have changed within their edition."""
    now = today()
    against = objection(recorded(), now) if FILE.exists() else None
    if against is not None:
        sys.exit(against)
    write(now)


if __name__ == "__main__":
    main()
