"""Carrying records between the lanes of one home, until all is quiet (protocol D2)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from events.log.adapters.local import NotShipped
from events.log.instance import Instance
from events.log.reading.arrivals import Record
from events.log.reading.lane_file import LineRefused
from events.log.reading.report import Report
from events.register import Register
from services.realm import Realm

Alarm = Callable[[str], None]


class Carrying:
    """Brings each instance what it lacks of other lanes."""

    def __init__(self, realm: Realm, alarm: Alarm, *, serving: Sequence[str] | None = None) -> None:
        """Carry nothing yet.

        Args:
            realm: the home, opened.
            alarm: is told what an operator must know.
            serving: the lanes whose instances read; None: all whose software runs here.
        """
        self.realm = realm
        self._alarm = alarm
        self._serving = serving
        self._carried: dict[tuple[str, str], int] = {}
        """(reading lane, lane) -> how far the lane had grown when it was carried last."""

    def quiet(self) -> None:
        """Carry records until nobody has anything new for anybody (protocol D2)."""
        lanes = {lane: self.realm.grown(lane) for lane in self.realm.all_lanes}
        while self._round(lanes):
            lanes = {lane: self.realm.grown(lane) for lane in lanes}

    def _round(self, lanes: Mapping[str, int]) -> int:
        """Carry records, then what they say of keys; say how much that was."""
        here = self.realm.lanes if self._serving is None else self._serving
        carried = sum(self._carry_to(self.realm.instance(lane), lanes) for lane in here)
        return carried + sum(self.realm.follower(lane).follow(self._alarm) for lane in here)

    def tell_authority(self, lanes: Sequence[str]) -> None:
        """Carry some lanes to the authority alone; the others catch up when all is quiet."""
        for lane in lanes:
            self._carry(self.realm.audit, lane)

    def _carry_to(self, reader: Instance, lanes: Mapping[str, int]) -> int:
        """Bring one instance what it lacks; say how many records it took."""
        own, taken = reader.me.lane, 0
        grew = [
            lane for lane in lanes if self._carried.get((own, lane)) != lanes[lane] and lane != own
        ]
        register = reader.known.register if grew else Register()
        for lane in grew:
            pair, grown = (own, lane), lanes[lane]
            registered = register.lanes.get(lane)
            if registered is None:
                continue
            report = Report(Counter(), [])
            if self.realm.readership.may_read(reader.me.agency, registered):
                report = self._carry(reader, lane)
            taken += report.counts["taken"]
            if not report.counts["waiting"]:
                self._carried[pair] = grown
        return taken

    def _carry(self, reader: Instance, lane: str) -> Report:
        """Bring one instance what it lacks of one lane; a bad lane file harms nobody else."""
        records = self.realm.records(lane, reader.me.agency, reader.held(lane))
        report = reader.receive(lane, self._good(lane, records))
        for alarm in report.alarms:
            self._alarm(alarm)
        return report

    def _good(self, lane: str, records: Iterator[Record]) -> Iterator[Record]:
        """Give records up to the first that is none, or to where the lane refuses to ship."""
        try:
            yield from records
        except (LineRefused, NotShipped) as bad:
            self._alarm(f"{lane}: {bad}")
