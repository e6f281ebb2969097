"""What is answered to machines: the same data on the command line and at the door."""

from collections.abc import Callable
from typing import Any

import msgspec

from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.tree.exact_base64 import to_base64
from events.log.tree.hashing import leaf
from services.audit.application.findings import recorded
from services.audit.application.story import Story
from services.audit.domain.entry import Entry
from services.audit.projections.narrative import sentence
from services.audit.projections.recorded import RecordedFinding
from services.event_seal import Seal
from services.todo import Task, ToDo


def finding_lines(tx: SqliteTransaction) -> list[bytes]:
    """Give the findings that stand, each as a line of `qyzmet findings --json`."""
    every = recorded(tx, tx.size())
    return [msgspec.json.encode(finding_data(one)) for one in every if one.stands]


def finding_data(one: RecordedFinding) -> dict[str, Any]:
    """Give a finding."""
    made = one.made
    return {
        "finding_id": made.finding_id,
        "version": one.version,
        "rule": made.rule,
        "rules_edition": made.rules_edition,
        "citation": made.citation,
        "kind": made.kind,
        "certainty": made.certainty,
        "reading": made.reading,
        "charged": made.charged,
        "subject": made.subject,
        "due_on": made.due_on,
        "days_late": made.days_late,
        "event_ids": made.event_ids,
        "calendar_version": made.calendar_version,
        "jurisdiction": made.jurisdiction,
        "judged_day": made.judged_day,
    }


def case_data(told: Story, reader: str | None = None) -> dict[str, Any]:
    """Give a case as it was known.

    Args:
        told: the story.
        reader: an agency that is shown what was for it alone; None: all.
    """
    file, shown = told.file, shown_to(reader)
    findings = [one for one in told.findings if reader in (None, one.made.charged)]
    return {
        "case": told.file.subject,
        "as_of": told.at.size,
        "events": [entry_data(entry) for entry in file.entries if shown(entry)],
        "strangers": [entry_data(entry) for entry in file.strangers if shown(entry)],
        "unaddressed": [entry_data(entry) for entry in file.addressees.unaddressed if shown(entry)],
        "due_on": None if told.due is None else told.due.due_on,
        "told_due_on": None if told.file.accepted is None else told.file.accepted.data.told.due_on,
        "judged": told.judged,
        "findings": [{**finding_data(one), "stands": one.stands} for one in findings],
    }


def shown_to(agency: str | None) -> Callable[[Entry], bool]:
    """Say which events an agency is shown: its own, and those that were for it; None: all."""
    return lambda entry: agency is None or entry.event.admits(agency)


def entry_data(entry: Entry) -> dict[str, Any]:
    """Give an event of a lane that was read from a store, where it stands and what it says."""
    return {
        "lane": entry.lane,
        "seq": entry.seq,
        "leaf": to_base64(leaf(entry.raw)),
        "on": entry.on,
        "says": sentence(entry),
        "event": entry.event,
    }


def task_data(of: ToDo, task: Task) -> dict[str, Any]:
    """Give a task of a list."""
    data: dict[str, Any] = msgspec.to_builtins(task)
    return {**data, "open_day": of.open_day, "overdue": task.is_overdue(of.open_day)}


def seal_data(seal: Seal) -> dict[str, Any]:
    """Give what a lane has signed over an event."""
    return {
        "size": seal.size,
        "root": to_base64(seal.root),
        "key": seal.key,
        "leaf": to_base64(seal.leaf),
        "proof": [to_base64(one) for one in seal.proof],
        "holds": seal.holds,
    }
