"""What of a counted day may judge otherwise than the day before: only that is judged."""

from collections.abc import Iterator

from msgspec import Struct

from events import codec
from events.log.reading.batch import split_batch
from events.register import Lane
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.counted import Prefix, lanes_of
from services.audit.application.deriving import RECORDS_MAX
from services.audit.domain.ledger_day import LedgerDay


class Scope(Struct, frozen=True, kw_only=True):
    """A counted day, and from where on it is new."""

    day: LedgerDay
    prefix: Prefix
    """What counts."""
    since: Prefix | None
    """What counted the day before; none if all files must be judged again."""
    authority: str | None
    """The agency of the ledger: each of its lanes is shown every lane whole (protocol A8)."""

    @property
    def lanes(self) -> list[Lane]:
        """The lanes of the jurisdiction."""
        return lanes_of(self.day.register, self.day.jurisdiction)

    def stretch(self, lane: str) -> tuple[int, int]:
        """Give the stretch of a lane that is looked at: after one size, up to another."""
        after = 0 if self.since is None else self.since.sizes.get(lane, 0)
        return after, self.prefix.sizes.get(lane, 0)

    def subjects(self, tables: LedgerTables) -> set[str]:
        """List the cases that have new events or are on the agenda; or all."""
        if self.since is None:
            return set(tables.subjects())
        found = {subject for lane in self.prefix.sizes for subject in self._touched(tables, lane)}
        found |= tables.due(self.day.jurisdiction, self.day.day)
        return {subject for subject in found if tables.is_case(subject)}

    def _touched(self, tables: LedgerTables, lane: str) -> Iterator[str]:
        after, upto = self.stretch(lane)
        while after < upto:
            records = tables.archived(lane, after, RECORDS_MAX)
            for record in records:
                for seq, raw in enumerate(split_batch(record.value), record.start + 1):
                    if after < seq <= upto and isinstance(raw, bytes):
                        yield codec.subject(raw)
            after = records[-1].size if records else upto
