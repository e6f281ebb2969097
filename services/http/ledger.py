"""The ledger's answers: findings, why they were made, case files; and the closing of its days.

The authority reads all. Another agency reads what it is charged with: the finding, and of the case
what its own agency may read. Whether there is anything else, it is not told.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any, Final

from msgspec import Struct

from events.deciding import Refused
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.answers import case_data, finding_data, shown_to
from services.audit.application.as_of import as_of
from services.audit.application.case_numbers import find_case, jurisdiction_of
from services.audit.application.explaining import explanation
from services.audit.application.findings import recorded
from services.audit.application.story import story
from services.http.asking import Asked, Reply
from services.http.bodies import SilentBody, shaped
from services.http.commands import time_of
from services.http.problems import Problematic
from services.http.words import a_date
from services.realm import Realm

FINDINGS_MAX: Final = 10_000
"""Findings in one answer, some 8 MB; more are asked for by agency, rule or case."""


class FindingList(Struct, frozen=True, kw_only=True):
    """Findings that stand, by (judged day, rule, id)."""

    findings: tuple[dict[str, Any], ...]


class FindingView(Struct, frozen=True, kw_only=True):
    """A finding, and why it was made."""

    finding: dict[str, Any]
    stands: bool
    explanation: tuple[str, ...]
    """Rule, norm, evidence, the count day by day: in lines."""


class CaseFileView(Struct, frozen=True, kw_only=True):
    """A case across agencies, as far as it is for who asks."""

    case: str
    as_of: int
    events: tuple[dict[str, Any], ...]
    strangers: tuple[dict[str, Any], ...]
    unaddressed: tuple[dict[str, Any], ...]
    due_on: date | None
    told_due_on: date | None
    findings: tuple[dict[str, Any], ...]


class DayJudged(Struct, frozen=True, kw_only=True):
    """What closing a day of the ledger led to."""

    jurisdiction: str
    date: date
    changes: int
    """Findings made, changed or taken away."""
    cases: int
    """Cases looked at."""


async def list_findings(asked: Asked) -> Reply:
    """List the findings that stand, for who asks."""
    rule, agency = asked.query.get("rule"), asked.query.get("agency")
    number, when = asked.query.get("case"), asked.query.get("as_of")
    mine = _mine(asked)

    def found(realm: Realm, tx: SqliteTransaction) -> FindingList:
        lane = realm.settings.audit_lane
        case = None if number is None else _case(tx, number, mine)
        at = as_of(tx, when, None if case is None else jurisdiction_of(tx, lane, case))
        standing = [
            finding_data(one)
            for one in recorded(tx, at.size)
            if one.stands
            and rule in (None, one.made.rule)
            and agency in (None, one.made.charged)
            and mine in (None, one.made.charged)
            and case in (None, one.made.subject)
        ]
        return FindingList(findings=tuple(standing[:FINDINGS_MAX]))

    return Reply(await _read(asked, found))


async def show_finding(asked: Asked) -> Reply:
    """Explain one finding."""
    id_, mine = asked.path["finding"], _mine(asked)

    def view(realm: Realm, tx: SqliteTransaction) -> FindingView:
        one = next((one for one in recorded(tx, tx.size()) if one.made.finding_id == id_), None)
        if one is None or mine not in (None, one.made.charged):
            raise _not_yours("finding-unknown", "There is no such finding", mine)
        lines = explanation(tx, realm.settings.audit_lane, one, shown_to(mine))
        return FindingView(finding=finding_data(one), stands=one.stands, explanation=tuple(lines))

    return Reply(await _read(asked, view))


async def show_case(asked: Asked) -> Reply:
    """Tell the story of a case across agencies, as known at a point of the ledger."""
    number, when, mine = asked.path["number"], asked.query.get("as_of"), _mine(asked)

    def told(realm: Realm, tx: SqliteTransaction) -> dict[str, Any]:
        lane = realm.settings.audit_lane
        case = _case(tx, number, mine)
        return case_data(story(tx, lane, case, when), mine)

    return Reply(await _read(asked, told))


async def close_day(asked: Asked) -> Reply:
    """Close a day of a jurisdiction's ledger; again, it does nothing (protocol D4)."""
    jurisdiction, day = asked.path["jurisdiction"], a_date(asked.path["date"])
    silent = shaped(SilentBody, asked.body).silent
    time = await time_of(asked, asked.door.audit_lane)

    def close(realm: Realm) -> DayJudged:
        actor = realm.audit.me.policy
        outcome = realm.closing.close(jurisdiction, day, actor=actor, time=time, silent=silent)
        return DayJudged(
            jurisdiction=jurisdiction,
            date=day,
            changes=len(outcome.changes),
            cases=outcome.cases,
        )

    return Reply(await asked.door.host.write(close))


async def _read(asked: Asked, query: Callable[[Realm, SqliteTransaction], Any]) -> Any:  # noqa: ANN401 -- the query's
    def within(realm: Realm) -> Any:  # noqa: ANN401 -- the query's
        with realm.store(realm.settings.audit_lane).reading() as tx:
            return query(realm, tx)

    return await asked.door.host.read(within)


def _mine(asked: Asked) -> str | None:
    """Give the agency that is shown its own alone; None: the authority, who reads all."""
    agency = asked.officer.agency
    return None if agency == asked.door.authority else agency


def _case(tx: SqliteTransaction, number: str, mine: str | None) -> str:
    """Find a case; another agency must be charged in it, and is not told whether there is one.

    Raises:
        Refused: as `find_case`, to the authority.
        Problematic: `not-charged`.
    """
    if mine is None:
        return find_case(tx, number)
    charged = {one.made.subject for one in recorded(tx, tx.size()) if one.made.charged == mine}
    with suppress(Refused):
        case = find_case(tx, number)
        if case in charged:
            return case
    raise _not_yours("", "", mine)


def _not_yours(code: str, sentence: str, mine: str | None) -> Problematic:
    if mine is None:
        return Problematic(code, sentence)
    return Problematic(
        "not-charged", "The agency is charged with nothing of this kind", article="24"
    )
