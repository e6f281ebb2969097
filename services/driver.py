"""What drives a realm under `LogClock`: commands, quiet, the closing of days (protocol D).

It alone commands; no timer writes events. So two runs of the same commands give the same bytes.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from events.deciding import Command, Refused
from events.log.lane.group import Outcome
from events.log.lane.work import Answer
from events.register import Register
from services.audit.application.judge import DayOutcome
from services.carrying import Alarm, Carrying
from services.home import Draw

__all__ = ["Alarm", "Driver", "Personal", "Told", "answered"]


class Personal(NamedTuple):
    """Personal data that go sealed into a command's event."""

    applicant_id: str
    parts: Mapping[str, bytes]


class Told(NamedTuple):
    """An act of the past, as it is told."""

    command_id: str
    command: Command
    actor: str


class Driver(Carrying):
    """Drives the instances of a home, in one process."""

    @property
    def register(self) -> Register:
        """The agencies and lanes that the authority has registered."""
        return self.realm.audit.known.register

    def key(self, lane: str, agency: str, draw: Draw | None = None) -> str:
        """Give the verification key of a lane; its keys are made if absent."""
        realm = self.realm
        made = realm.vkey(lane) if realm.runs_here(lane) else realm.join(lane, agency, draw)
        return made.text

    def grant_key(self, agency: str) -> str:
        """Give an agency's public key for grants."""
        return self.realm.grant_key(agency)

    @property
    def lane_files(self) -> Path:
        """The folder of lane files that other software writes."""
        return self.realm.lane_file("").parent

    def begin(self, lanes: Mapping[str, str]) -> None:
        """Let lanes work, once the authority has registered them: here they do already."""

    def next_ledger_day(self, jurisdiction: str) -> date:
        """Say which day of a ledger is closed next."""
        return self.realm.closing.next_day(jurisdiction)

    def counted(self, jurisdiction: str) -> Mapping[str, int]:
        """Say how much of each lane counted on the day that was counted last."""
        return self.realm.closing.counted_sizes(jurisdiction)

    def size(self, lane: str) -> int:
        """Count a lane's events."""
        return self.realm.grown(lane)

    def mint(self, lane: str) -> Callable[[str, str], str]:
        """Give what makes the ids of a lane: (command id, name) -> id."""
        return self.realm.mint(lane).id

    def do(
        self, lane: str, commands: Sequence[tuple[str, Command]], *, actor: str, time: str
    ) -> list[Answer]:
        """Send commands to a lane and wait until all is quiet.

        Raises:
            Refused: the first refusal; what was decided before it stands.
        """
        outcomes = self.realm.instance(lane).do(commands, actor=actor, time=time)
        self.quiet()
        return [answered(outcome) for outcome in outcomes]

    def do_sealed(
        self,
        lane: str,
        command: tuple[str, Command],
        personal: Personal,
        *,
        actor: str,
        time: str,
        draw: Draw | None = None,
    ) -> Answer:
        """Send a command with personal data sealed in it, and wait until all is quiet.

        Args:
            lane: to which.
            command: its id and what it says; it names a case.
            personal: whose data go into it.
            actor: who acts.
            time: when.
            draw: gives the data's key from a seed; None draws at random.

        Raises:
            Refused: as `do`, or of the sealing.
        """
        command_id, bare = command
        case_id: str = getattr(bare, "case_id")  # noqa: B009 -- commands about a person have it
        sealer = self.realm.sealer(lane, draw)
        sealed = sealer.seal(case_id, personal.applicant_id, command_id, personal.parts)
        whole = replace(bare, sealed=sealed)
        return self.do(lane, [(command_id, whole)], actor=actor, time=time)[0]

    def close_day(self, lanes: Sequence[str], day: date, *, time: str) -> None:
        """Close a day on lanes, and carry that to whom it concerns (protocol D4)."""
        for lane in lanes:
            instance = self.realm.instance(lane)
            answered(instance.close_day(day, actor=instance.me.policy, time=time))
        self.quiet()

    def close_ledger_day(
        self,
        jurisdiction: str,
        day: date,
        *,
        actor: str,
        time: str,
        silent: Sequence[str] = (),
    ) -> DayOutcome:
        """Close a day of the authority's ledger, and carry what it says."""
        outcome = self.realm.closing.close(jurisdiction, day, actor=actor, time=time, silent=silent)
        self.quiet()
        return outcome

    def tell(self, lane: str, told: Sequence[Told], *, time: str) -> None:
        """Send acts of the past, in their order; nothing follows from them.

        Raises:
            Refused: the first refusal; what was told before it stands.
        """
        instance = self.realm.instance(lane)
        works = [
            instance.work(one.command, command_id=one.command_id, actor=one.actor, time=time)
            for one in told
        ]
        for outcome in instance.writer.commit(works):
            answered(outcome)

    def close_past_day(self, lanes: Sequence[str], day: date, *, actor: str, time: str) -> None:
        """Close a day of lanes of the past, and tell the authority."""
        for lane in lanes:
            answered(self.realm.instance(lane).close_day(day, actor=actor, time=time))
        self.tell_authority(lanes)

    def judge_past_day(self, jurisdiction: str, day: date, *, actor: str, time: str) -> None:
        """Close a day of the ledger that only lanes of the past have; nobody waits for it."""
        self.realm.closing.close(jurisdiction, day, actor=actor, time=time)


def answered(outcome: Outcome) -> Answer:
    """Give the answer.

    Raises:
        Refused: the outcome is a refusal.
    """
    if isinstance(outcome, Refused):
        raise outcome
    return outcome
