"""A ledger whose authority counts, finds and supersedes by hand, and what `verify` says of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from events.audit import FindingMade
from events.deciding import Command, Refused
from examples.kazakhstan.agencies import AUDIT_LANE, JURISDICTION, LANES
from services.audit.application import closing, judge, making
from services.audit.application.deriving import derive
from services.audit.domain import judging
from services.audit.domain.commands import CountDay, RecordFinding, SupersedeFinding
from services.realm import Realm
from services.verifying import Verifying
from tests.flows.homes import copy_of
from tests.flows.kz_days import CLOSER, KzDays, kz_days

TAKEN_IN = date(2024, 5, 3)
FOUND_ON = date(2024, 5, 10)
"""The late case's first finding is made on this day."""
OTHER = "2024-01-01/1"
INVENTED = "0" * 64


@contextmanager
def late_case(joined: Path, to: Path) -> Iterator[KzDays]:
    """Take the late case in; nothing comes back, and 10 May is open."""
    with kz_days(copy_of(joined, to)) as days:
        days.close_until(TAKEN_IN)
        take_in(days)
        days.close_until(FOUND_ON)
        yield days


def take_in(days: KzDays) -> None:
    """Take the late case in and forward it."""
    days.act(*(step for step in days.late_case() if step.time < "2024-05-04"))


@contextmanager
def of_edition(days: KzDays, edition: str) -> Iterator[pytest.MonkeyPatch]:
    """Let a version of the product with other rules run on the home, from its start to its end."""
    with pytest.MonkeyPatch.context() as version:
        for module in (closing, judge, judging, making):
            version.setattr(module, "RULES_EDITION", edition)
        days.realm.close()
        yield version
        days.realm.close()


def verified(days: KzDays) -> tuple[list[str], dict[str, int]]:
    """Verify; give what does not hold, and what was done."""
    verifying = Verifying(Realm(days.realm.home))
    return [fault.what for fault in verifying.faults()], verifying.done


def do(days: KzDays, command: Command) -> None:
    """Let the authority say something, whether it is so or not."""
    (outcome,) = days.realm.audit.do(
        [("by-hand", command)], actor=CLOSER, time="2024-05-30T12:00:00Z"
    )
    assert not isinstance(outcome, Refused)


def count_alone(days: KzDays) -> None:
    """Close the lanes, count the day as the ledger does, and stop there."""
    days.close_lanes(*LANES)
    realm = days.realm
    derive(realm.store(AUDIT_LANE), realm.settings.realm, realm.audit.known.register)
    count = CountDay(jurisdiction=JURISDICTION, day=days.day)
    realm.audit.do([("count", count)], actor=CLOSER, time=f"{days.day}T18:59:59Z")


def finding(made: FindingMade, **changes: object) -> RecordFinding:
    """Ask for a finding like one that was made."""
    return RecordFinding(**(_said(made, RecordFinding) | changes))


def superseded(made: FindingMade) -> SupersedeFinding:
    """Ask that a finding be taken away, on the day on which it was made."""
    return SupersedeFinding(**_said(made, SupersedeFinding))


def _said(made: FindingMade, command: type[Command]) -> dict[str, Any]:
    own = set(command.__struct_fields__) - set(Command.__struct_fields__)
    return {name: getattr(made, name) for name in own}


def made_elsewhere(days: KzDays, tmp_path: Path) -> FindingMade:
    """Give the finding of 10 May, as a copy of the home makes it."""
    with kz_days(copy_of(days.realm.home, tmp_path / "ahead")) as ahead:
        ahead.day = FOUND_ON
        ahead.close()
        return ahead.standing()[0]
