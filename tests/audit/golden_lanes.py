"""Lanes whose judgement is recorded: kept as agreed, and in each way not."""

from typing import Final

from events.common import LaneHeard
from services.audit.domain.lane_file import HeardClaim, LaneFile, Oddity, Silence, WronglyShipped
from tests.audit import examples as x

OPEN_DAY: Final = x.day("2024-05-07")
ROOT: Final = "A" * 43 + "="
OTHER_ROOT: Final = "B" * 43 + "="
BEGAN: Final = f"{x.WINDOW}/day-book:120"
LANE: Final = LaneFile(lane=x.WINDOW, agency=x.CENTRE, historic=False)
HISTORIC: Final = LaneFile(lane=x.WINDOW, agency=x.CENTRE, historic=True)


def _odd(kind: str, other: int | None = None) -> list[Oddity]:
    ref = f"{x.WINDOW}/application-{x.CASE}:"
    same = "" if other is None else f"{ref}{other}"
    return [Oddity(kind, x.WINDOW, 7, f"{ref}2", x.CASE, x.MAY_3, OPEN_DAY, same)]


def _heard(root: str, events: int) -> list[HeardClaim]:
    claimed = LaneHeard(lane=x.DELIVERER_LANE, size=9, root=ROOT, events=4)
    return [HeardClaim(f"{x.WINDOW}/heard-book:5", x.MAY_3, claimed, root, events)]


def _shipped() -> list[WronglyShipped]:
    events = (f"{x.DELIVERER_LANE}/case-{x.CASE}:4",)
    rejected = f"{x.WINDOW}/rejected-book:3"
    return [WronglyShipped(rejected, x.DELIVERER_LANE, x.DELIVERER, events)]


def _lane(file: LaneFile = LANE, **parts: object) -> LaneFile:
    known = {name: getattr(file, name) for name in file.__struct_fields__}
    return LaneFile(**known | parts)


GOLDEN_LANES: Final = {
    "a lane kept as agreed": _lane(heard=_heard(ROOT, 4)),
    "a lane silent": _lane(silences=[Silence(BEGAN, x.MAY_3, None)]),
    "a lane silent for four days": _lane(silences=[Silence(BEGAN, x.MAY_3, OPEN_DAY)]),
    "an entry before its day": _lane(oddities=_odd("backdated")),
    "an entry before its day in an import of the past": _lane(HISTORIC, oddities=_odd("backdated")),
    "an entry after its day": _lane(oddities=_odd("postdated")),
    "an id twice": _lane(oddities=_odd("id_repeated", other=2)),
    "a version that no other came before": _lane(oddities=_odd("version_skipped")),
    "a day closed out of order": _lane(oddities=_odd("day_out_of_order")),
    "another root was shown": _lane(heard=_heard(OTHER_ROOT, 4)),
    "fewer events were shown": _lane(heard=_heard(ROOT, 5)),
    "an event of others was shipped here": _lane(shipped=_shipped()),
}
"""What it is about -> the lane's conduct."""
