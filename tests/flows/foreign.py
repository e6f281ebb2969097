"""An agency whose own software writes its lane, well or badly: a lane file in HOME/in."""

from datetime import date, timedelta
from pathlib import Path

from events.audit import LaneRegistration
from events.log.reading.arrivals import Record
from events.log.reading.lane_file import format_line
from examples.kazakhstan.agencies import AUDIT_LANE, FIRST_DAY, JURISDICTION, ZONE
from examples.kazakhstan.scenario import JOINED_AT, REGISTRAR
from services.audit.domain.commands import RegisterAgency
from services.driver import Driver
from tests.log.foreign_lane import ForeignLane
from tests.log.realm import agency, signer

FOREIGN = "provider.astana"
FOREIGN_AGENCY = agency(FOREIGN)


def join_foreign(driver: Driver) -> None:
    """Register the agency; the authority is its only reader."""
    lane = LaneRegistration(lane=FOREIGN, key=signer(FOREIGN).vkey.text, first_day=FIRST_DAY)
    register = RegisterAgency(
        agency=FOREIGN_AGENCY,
        roles=("deliverer",),
        jurisdiction=JURISDICTION,
        zone=ZONE,
        week="5",
        lanes=(lane,),
    )
    commands = [(f"register/{FOREIGN_AGENCY}", register)]
    driver.do(AUDIT_LANE, commands, actor=REGISTRAR, time=JOINED_AT)


class Book(ForeignLane):
    """A foreign lane that also keeps a day book."""

    def __init__(self) -> None:
        super().__init__(FOREIGN)
        self._days = 0
        self._heard = 0

    def day_closed(self) -> bytes:
        """Write the closing of the next day."""
        day = str(FIRST_DAY + timedelta(days=self._days))
        self._days += 1
        return self.event(
            id=f"day-book:{self._days}",
            type="provider.day_closed.v1",
            subject="day-book",
            data={"on": day, "date": day},
        )

    def step(self, on: date, name: str = "copied") -> bytes:
        """Write an act of a case, for everybody."""
        return self.event(data={"on": str(on), "step": name})

    def heard(self, *lanes: dict[str, object], on: date = FIRST_DAY) -> bytes:
        """State what the lane was shown."""
        self._heard += 1
        return self.event(
            id=f"heard-book:{self._heard}",
            type="provider.lanes_heard.v1",
            subject="heard-book",
            to=FOREIGN_AGENCY,
            data={"on": str(on), "lanes": lanes},
        )

    def write(self, home: Path) -> None:
        """Write the lane file."""
        write_lane_file(home, self.records)


def write_lane_file(home: Path, records: list[Record], lane: str = FOREIGN) -> None:
    (home / "in").mkdir(exist_ok=True)
    lines = b"".join(format_line(record.note, record.value) for record in records)
    (home / "in" / f"{lane}.jsonl").write_bytes(lines)
