"""Cases by the numbers that people know them by, and what stands on their receipts."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from events import codec
from events.audit import FindingMade
from events.codec import CannotRead
from events.deciding import refuse
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.adapters.sqlite_numbers import cases_numbered
from services.audit.application.case_files import CaseFiles
from services.audit.application.counted import KnownAt
from services.audit.application.places import Place, event_there, place_of
from services.audit.domain.case_file import CaseFile

SHOWN_MAX: Final = 5
"""Cases that a number fits, as shown to who must choose."""

NOBODY: Final = Register()
"""Of no agency is anything known."""


def find_case(tx: SqliteTransaction, number: str) -> str:
    """Find one case by any of its numbers, or by the place of an event of it, `LANE #SEQ`.

    Its id or the beginning of it, its receipt, its source's number, a registration at a deliverer,
    a complaint's id or registration. Capitals and small letters are one. A whole id is that case,
    whatever else it fits.

    Raises:
        Refused: the number is empty; there is no such case, or more than one.
    """
    typed = number.strip()
    if not typed:
        raise refuse("no-such-case", "An empty number is no case's: give an id or a receipt number")
    place = place_of(typed)
    if place is not None:
        return _case_at(tx, place)
    found = cases_numbered(tx, typed)
    if not found:
        what = "id, receipt, complaint or source number"
        raise refuse("no-such-case", f"No case has the {what} {typed!r}")
    if typed.lower() in found:
        return typed.lower()
    if len(found) > 1:
        several = ", ".join(found[:SHOWN_MAX])
        raise refuse("which-case", f"{typed!r} fits more than one case, such as {several}")
    return found[0]


def _case_at(tx: SqliteTransaction, place: Place) -> str:
    """Give the case of the event at a place; of a finding, the case that it is about."""
    raw = event_there(tx, place)
    subject = codec.subject(raw)
    with suppress(CannotRead):
        data = codec.read(raw).data
        subject = data.subject if isinstance(data, FindingMade) else subject
    if not LedgerTables(tx).is_case(subject):
        raise refuse("no-such-case", f"{place} is an event of no case")
    return subject


def read_case(
    tx: SqliteTransaction,
    subject: str,
    sizes: Mapping[str, int],
    register: Register = NOBODY,
) -> CaseFile:
    """Give the file of a case.

    Args:
        tx: a snapshot of the ledger's store.
        subject: the case.
        sizes: lane -> how many of its events count.
        register: tells who was to read what; without one that is not asked.
    """
    return CaseFiles(tx, sizes, register).of(subject)


def receipt_no(tx: SqliteTransaction, subject: str, sizes: Mapping[str, int]) -> str | None:
    """Give the receipt number of a case; None where it has none, or the subject is no case.

    Args:
        tx: a snapshot of the ledger's store.
        subject: of a finding, say.
        sizes: lane -> how many of its events count.
    """
    accepted = read_case(tx, subject, sizes).accepted
    return None if accepted is None else accepted.data.receipt_no


def jurisdiction_of(tx: SqliteTransaction, audit_lane: str, subject: str) -> str | None:
    """Give the jurisdiction of a case: its window's; None if nobody registered lodged it."""
    register = KnownAt().register(tx, audit_lane, tx.size())
    file = read_case(tx, subject, {head.lane: head.size for head in tx.heads()}, register)
    lane = register.lanes.get(file.window_lane or "")
    return None if lane is None else register.agencies[lane.agency].jurisdiction
