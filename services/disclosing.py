"""What an instance may show of a case, each event with its proof (19.6(2), protocol G)."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, Final, NamedTuple

from events import codec
from events.acts.disclosing import DiscloseCase
from events.codec import CannotRead
from events.envelope import Recorded
from events.exchange import CaseDisclosed, DisclosedEvent
from events.keys import KeyAsked, KeyErased, KeyGranted, PersonalDataRead, SubjectErased
from events.known import Known
from events.log.adapters.local import Nodes
from events.log.adapters.sqlite_store import SqliteStore
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.reading.batch import Omitted, split_batch
from events.log.reading.disclosed import Sealed, check_disclosed, may_read, proved
from events.log.reading.parts import Me
from events.log.reading.record_nodes import RecordNodes
from events.log.tree.edge import Edge
from events.readership import Readership

_STAYS: Final = (
    CaseDisclosed,
    KeyGranted,
    KeyAsked,
    KeyErased,
    PersonalDataRead,
    SubjectErased,
)
"""What is not shown on: other lanes' events, which have proofs of their own, and who holds keys."""
_ESCAPE: Final = b"\\u"
"""A writer may spell any character so, also those of an id."""


class _Stored(NamedTuple):
    """An event as it lies here, under the checkpoint of its commit."""

    sealed: Sealed
    seq: int
    raw: bytes

    @property
    def subject(self) -> str:
        return codec.subject(self.raw)


class Disclosing:
    """One instance's events of a case."""

    def __init__(self, me: Me, store: SqliteStore) -> None:
        self._me = me
        self._store = store

    def cases(self, beginning: str) -> list[str]:
        """List the cases that begin so, of all events here."""
        with self._store.reading() as tx:
            return sorted({one.subject for one in self._of(tx, beginning)})

    def command(self, case_id: str, to_lane: str, known: Known) -> DiscloseCase:
        """Make the command that shows another lane what its agency lacks of a case.

        Args:
            case_id: the subject of the events.
            to_lane: whose agency gets them.
            known: agencies as known here now.

        Raises:
            NotRegistered: the register does not name that lane.
        """
        agency = known.register.lane(to_lane).agency
        with self._store.reading() as tx:
            shown = tuple(self._lacking(tx, case_id, agency, known))
        return DiscloseCase(case_id=case_id, to_agency=agency, to_lane=to_lane, events=shown)

    def shown_here(self, case_id: str, known: Known) -> list[Recorded[Any]]:
        """Give what others have shown this lane of a case, as far as it is proved."""
        with self._store.reading() as tx:
            told = [event for event, _ in self._proved(tx, case_id, known)]
        found: dict[str, Recorded[Any]] = {}
        for event in told:
            if isinstance(event.data, CaseDisclosed) and event.data.to_lane == self._me.lane:
                found |= {one.ref: one for one in _believed(event, known)}
        return list(found.values())

    def _lacking(
        self, tx: SqliteTransaction, case_id: str, agency: str, known: Known
    ) -> Iterator[DisclosedEvent]:
        """Show what this agency may read and that one does not get."""
        for event, shown in self._proved(tx, case_id, known):
            mine = may_read(self._me.agency, event, known)
            if mine and not isinstance(event.data, _STAYS) and not _gets(agency, event, known):
                yield shown

    def _proved(
        self, tx: SqliteTransaction, case_id: str, known: Known
    ) -> Iterator[tuple[Recorded[Any], DisclosedEvent]]:
        """Give the case's events, each as it can be shown; what nobody would believe is left."""
        for one in self._of(tx, case_id):
            if one.subject == case_id:
                shown = one.sealed.show(one.seq, one.raw)
                with suppress(CannotRead):  # Rejected when it came, or of a type not yet known.
                    yield proved(shown, self._me.realm, known.register), shown

    def _of(self, tx: SqliteTransaction, beginning: str) -> Iterator[_Stored]:
        """Give all events here whose subject begins so, lane by lane, in their order."""
        for one in (*self._own(tx, beginning.encode()), *_received(tx, beginning.encode())):
            if one.subject.startswith(beginning):
                yield one

    def _own(self, tx: SqliteTransaction, mark: bytes) -> Iterator[_Stored]:
        nodes = Nodes(tx.cursor.connection)
        for seq, raw, size, note in tx.all(
            "SELECT e.rowid, e.state, s.size, s.note FROM sealed s JOIN stored_events e "
            "ON e.rowid > s.previous AND e.rowid <= s.size WHERE instr(e.state, ?) > 0 "
            "ORDER BY e.rowid",
            mark,
        ):
            yield _Stored(Sealed(lane=self._me.lane, note=note, size=size, nodes=nodes), seq, raw)


def _received(tx: SqliteTransaction, mark: bytes) -> Iterator[_Stored]:
    for lane, start, note, value, edge in tx.all(
        "SELECT r.lane, r.start, r.note, r.value, coalesce(b.edge, x'') FROM received r "
        "LEFT JOIN received b ON b.lane = r.lane AND b.size = r.start "
        "WHERE instr(r.value, ?) > 0 OR instr(r.value, ?) > 0 ORDER BY r.lane, r.size",
        mark,
        _ESCAPE,
    ):
        items, before = split_batch(value), Edge.from_bytes(start, edge)
        nodes, at = RecordNodes(before, items), start
        for item in items:
            at += item.omitted if isinstance(item, Omitted) else 1
            if not isinstance(item, Omitted):
                sealed = Sealed(lane=lane, note=note, size=nodes.size, nodes=nodes)
                yield _Stored(sealed, at, item)


def _believed(event: Recorded[CaseDisclosed], known: Known) -> Sequence[Recorded[Any]]:
    try:
        return check_disclosed(event, known)
    except CannotRead:
        return ()  # The policy has stated why.


def _gets(agency: str, event: Recorded[Any], known: Known) -> bool:
    """Say whether an agency gets an event by itself: it may read it, and reads its lane."""
    lane = known.register.lanes.get(event.lane)
    if lane is None or not may_read(agency, event, known):
        return False
    authority = known.register.agency_id(known.audit_lane) or ""
    return Readership(authority, known.audit_lane).may_read(agency, lane)
