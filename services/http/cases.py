"""Cases as this agency has them at one of its lanes, what is to be done, what was received."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from msgspec import Struct

from events import codec
from events.deciding import refuse
from events.envelope import Recorded
from events.identity import mark
from events.log.adapters.sqlite_places import own_seq
from events.log.adapters.sqlite_streams import streams
from events.log.service import Service
from services.answers import task_data
from services.audit.domain.entry import Entry
from services.audit.projections.narrative import sentence
from services.http.asking import Asked, Reply
from services.http.commands import etag
from services.realm import Realm
from services.todo import Task
from services.todo_lists import FOLDS, todo_list

CATEGORIES: Final[Mapping[str, str]] = {
    "intake": "application",
    "provider": "delivery",
    "complaints": "complaint",
}
"""Service -> the category of the streams that are its cases; the ledger has none."""
PAGE: Final = 100
"""Cases a page: each is folded anew."""


class CaseRow(Struct, frozen=True, kw_only=True):
    """A case in a list."""

    case: str
    version: int
    status: str


class CaseList(Struct, frozen=True, kw_only=True):
    """A page of cases, by id; `after` the last of them the list goes on."""

    lane: str
    mark: str
    """The end of an id of a new case, after 16 random hex digits (protocol E3)."""
    cases: tuple[CaseRow, ...]
    more: bool


class Said(Struct, frozen=True, kw_only=True):
    """An event of a case, and what it says."""

    on: date
    says: str
    event: Recorded[Any]


class CaseView(Struct, frozen=True, kw_only=True):
    """A case as one lane has said it."""

    lane: str
    case: str
    stream: str
    version: int
    status: str
    events: tuple[Said, ...]


class TaskRow(Task, frozen=True, kw_only=True):
    """A task, and whether its last lawful day had passed when the lane's open day began."""

    open_day: date | None
    overdue: bool


class TaskList(Struct, frozen=True, kw_only=True):
    """What is to be done at a lane, by last lawful day."""

    lane: str
    open_day: date | None
    tasks: tuple[TaskRow, ...]


async def list_cases(asked: Asked) -> Reply:
    """List the lane's cases."""
    category, service = _category(asked.lane), asked.door.services[asked.lane]
    after = asked.query.get("after", "")

    def page(realm: Realm) -> CaseList:
        with realm.store(asked.lane).reading() as tx:
            found = streams(tx, category, after, PAGE + 1)
            histories = tx.history([stream for stream, _ in found[:PAGE]])
        rows = [_row(service, stream, histories[stream]) for stream, _ in found[:PAGE]]
        return CaseList(
            lane=asked.lane, mark=mark(asked.lane), cases=tuple(rows), more=len(found) > PAGE
        )

    return Reply(await asked.door.host.read(page))


async def show_case(asked: Asked) -> Reply:
    """Tell one case of the lane, with the version that If-Match takes."""
    stream = f"{_category(asked.lane)}-{asked.path['case']}"
    service = asked.door.services[asked.lane]

    def view(realm: Realm) -> CaseView:
        with realm.store(asked.lane).reading() as tx:
            history = tx.history([stream]).get(stream, ())
            events = [codec.read(raw) for raw in history]
            said = tuple(_said(asked.lane, own_seq(tx, stream, one.version), one) for one in events)
        if not said:
            raise refuse("case-unknown", "This lane has no such case")
        row = _row(service, stream, history)
        return CaseView(
            lane=asked.lane,
            case=row.case,
            stream=stream,
            version=row.version,
            status=row.status,
            events=said,
        )

    told = await asked.door.host.read(view)
    return Reply(told, {"ETag": etag(told.version)})


async def list_tasks(asked: Asked) -> Reply:
    """List what the lane's officers must do next."""
    if asked.lane.partition(".")[0] not in FOLDS:
        raise refuse("case-unknown", "The ledger has no to-do list")

    def tasks(realm: Realm) -> dict[str, Any]:
        found = todo_list(realm, asked.lane)
        rows = [task_data(found, task) for task in found.tasks]
        return {"lane": found.lane, "open_day": found.open_day, "tasks": rows}

    return Reply(await asked.door.host.read(tasks))


def _category(lane: str) -> str:
    category = CATEGORIES.get(lane.partition(".")[0])
    if category is None:
        raise refuse("case-unknown", "The ledger's cases are at /cases/{number}")
    return category


def _row(service: Service, stream: str, history: Any) -> CaseRow:  # noqa: ANN401 -- stored events
    category, _, id_ = stream.partition("-")
    state, version = service.empty[category](id_), 0
    for raw in history:
        event = codec.read(raw)
        state, version = state.evolve(event.data), event.version
    return CaseRow(case=id_, version=version, status=str(state.status))


def _said(lane: str, seq: int | None, event: Recorded[Any]) -> Said:
    return Said(on=event.data.on, says=sentence(Entry(lane, seq or 0, event)), event=event)
