"""`qyzmet todo`: what each office must do next, by what day, by which article."""

from collections.abc import Iterable, Iterator
from typing import Final

import click

from services.answers import task_data
from services.audit.projections.narrative import day_text
from services.cli.common import AS_JSON, Said, check_agency, in_words, line, opened
from services.realm import Realm
from services.todo import Task, ToDo
from services.todo_acts import FINDING
from services.todo_elsewhere import kept_elsewhere, unsettled
from services.todo_lists import FOLDS, todo_list

_NO_DATE: Final = "-"


@click.command()
@click.option("--agency", help="Only the lanes of this agency.")
@click.option("--lane", help="Only this lane; also one of the past.")
@AS_JSON
@click.pass_context
@in_words
def todo(context: click.Context, agency: str | None, lane: str | None, *, as_json: bool) -> None:
    """List what is to be done at each lane: by what day, by which article, since when.

    Overdue is what was due before the lane's open day, the day after the one that it closed last.
    Lanes of the past, as imported logs, are listed only by name: nobody works at them any more.
    Of an agency whose software is not in this home you are told what the ledger knows.
    """
    with opened(context) as realm:
        lists = [unsettled(realm, one) for one in _lists(realm, agency, lane)]
        elsewhere = [] if agency is None or lane else list(kept_elsewhere(realm, agency))
    for text in elsewhere:
        click.echo(text, err=as_json)
    if as_json:
        for one in lists:
            for task in one.tasks:
                line(task_data(one, task))
    else:
        for text in _as_text(lists) if lists or not elsewhere else ():
            click.echo(text)


def _lists(realm: Realm, agency: str | None, lane: str | None) -> Iterator[ToDo]:
    register = realm.audit.known.register
    here = [one for one in realm.lanes if one.partition(".")[0] in FOLDS]
    if lane is not None and lane not in here:
        raise Said(f"{lane} has no to-do list here; there are {', '.join(here)}")
    if agency is not None:
        check_agency(agency, register.agencies)
    past = {one.lane for one in register.lanes.values() if one.historic}
    names = [one for one in here if one not in past] if lane is None else [lane]
    for name in names:
        if agency in (None, realm.me(name).agency):
            yield todo_list(realm, name)


def _as_text(lists: Iterable[ToDo]) -> Iterator[str]:
    tasks = overdue = waiting = 0
    for one in lists:
        if not one.tasks:
            continue
        day = _NO_DATE if one.open_day is None else day_text(one.open_day)
        yield f"{one.lane} ({one.agency}), open day {day}"
        yield from (f"  {_task_text(task, one)}" for task in one.tasks if task.what != FINDING)
        findings = sum(task.what == FINDING for task in one.tasks)
        if findings:
            yield f"  {_findings_text(findings, one)}"
        tasks += len(one.tasks)
        overdue += sum(task.is_overdue(one.open_day) for task in one.tasks)
        waiting += sum(task.waits_for is not None for task in one.tasks)
    told = f"{tasks} task{'' if tasks == 1 else 's'}"
    yield f"{told}: {overdue} overdue, {waiting} waiting for others"


def _findings_text(count: int, of: ToDo) -> str:
    """Write the findings in one line: they have a command of their own."""
    stand = "1 finding stands" if count == 1 else f"{count} findings stand"
    return f"{_NO_DATE:14}  {stand}: accept or dispute (20); qyzmet findings --agency {of.agency}"


def _task_text(task: Task, of: ToDo) -> str:
    due = _NO_DATE if task.due_on is None else day_text(task.due_on)
    late = "  OVERDUE" if task.is_overdue(of.open_day) else ""
    waits = "" if task.waits_for is None else f"  waits for {task.waits_for}:"
    return f"{due:14}{late}{waits}  {task.sentence} ({task.article})  {task.case_id[:8]}"
