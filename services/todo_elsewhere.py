"""What a lane's own events cannot tell of its tasks, and the ledger of this home can."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from events.complaints import ComplaintDecided
from events.exchange import AnswerReceived, InquirySent
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.case_numbers import read_case
from services.audit.application.findings import recorded
from services.realm import Realm
from services.todo import Task, ToDo

_UNTIL_DECIDED: Final = ("register_complaint", "decide_complaint", "tell_extension")
"""Tasks of a stage that a decision at a later stage settles; no body hears of a later stage."""


def unsettled(realm: Realm, of: ToDo) -> ToDo:
    """Leave out what a later stage of the same complaint has settled, as the ledger has it."""
    register = realm.audit.known.register
    with realm.store(realm.settings.audit_lane).reading() as tx:
        tasks = (
            one
            for one in of.tasks
            if one.what not in _UNTIL_DECIDED or not _is_settled(tx, one, register)
        )
        return replace(of, tasks=tuple(tasks))


def _is_settled(tx: SqliteTransaction, task: Task, register: Register) -> bool:
    complaint, _, stage = task.about.partition("/")[2].rpartition(":")[0].rpartition("-")
    sizes = {head.lane: head.size for head in tx.heads()}
    decided = (
        entry.event.stream.rpartition("-")
        for entry in read_case(tx, task.case_id, sizes, register).entries
        if isinstance(entry.data, ComplaintDecided)
    )
    return any(other == complaint and int(later) > int(stage) for other, _, later in decided)


def kept_elsewhere(realm: Realm, agency: str) -> Iterator[str]:
    """Say in words which lists of an agency its own software keeps, and what the ledger knows."""
    register, here = realm.audit.known.register, realm.lanes
    lanes = sorted(
        lane.lane
        for lane in register.lanes.values()
        if lane.agency == agency and lane.lane not in here and not lane.historic
    )
    if not lanes:
        return
    yield f"the to-do lists of {', '.join(lanes)} are kept by {agency}'s own software, not here"
    with realm.store(realm.settings.audit_lane).reading() as tx:
        findings = [
            one for one in recorded(tx, tx.size()) if one.stands and one.made.charged == agency
        ]
        asked = sum(1 for _ in _unanswered(tx, agency))
    yield (
        f"of {agency} the ledger knows: {_many(len(findings), 'finding stands', 'findings stand')}"
        f" (qyzmet findings --agency {agency}), "
        f"{_many(asked, 'question to it is', 'questions to it are')} not answered"
    )


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _unanswered(tx: SqliteTransaction, agency: str) -> Iterator[InquirySent]:
    """Give the questions to an agency whose askers have said of no answer that it came."""
    tables = LedgerTables(tx)
    for asked in tables.holding(f'"holder":"{agency}"'.encode()):
        if isinstance(asked.data, InquirySent) and asked.data.holder == agency:
            place = (asked.lane, asked.event.stream)
            came = (
                isinstance(one.data, AnswerReceived) and (one.lane, one.event.stream) == place
                for one in tables.case(asked.event.subject)
            )
            if not any(came):
                yield asked.data
