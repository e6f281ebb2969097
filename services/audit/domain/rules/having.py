"""Which deliverer has a case: whom the window sent it to last, until that one lets it go (5.5(1)).

Each act of a deliverer falls into one time in which it has the case. The window's word begins it;
its end is the window's sending on or the deliverer's own word that another is competent,
whichever came first.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from events.intake import ApplicationForwarded
from events.provider import CaseRegistered
from events.provider_course import CaseForwarded
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.ledger_day import LedgerDay


class Bound(NamedTuple):
    """The deliverer that 5.5(1) binds."""

    agency: str
    sent: Entry | None
    """What sent the case on to it; none for the deliverer that the acceptance names."""


def bound_on(file: CaseFile, day: LedgerDay, accepted: Entry, on: date) -> Bound:
    """Name the deliverer that has the case when a day begins: that day is the last to act.

    A lane that nobody has registered binds no agency: then it is still the first deliverer's.
    """
    sent = _sent_before(file, on) or accepted
    agency = day.register.agency_id(sent.data.to_lane)
    if sent.data.to_lane == accepted.data.to_lane or agency is None:
        return Bound(accepted.data.deliverer, None)
    return Bound(agency, sent)


def was_shown(file: CaseFile, on: date) -> bool:
    """Say whether the deliverer bound on a day could know by then of the case sent to it (B9)."""
    sent = _sent_before(file, on) or file.accepted
    lane = None if sent is None else sent.data.to_lane
    asks = (one for one in _sendings(file) if one.data.to_lane == lane)
    has_it = any(one.lane == lane and one.on <= on for one in file.all(CaseRegistered))
    return has_it or all(file.knowable_on(one) <= on for one in asks)


def had(file: CaseFile, act: Entry) -> bool:
    """Say whether a deliverer still had the case when it did something."""
    end = left(file, act)
    if end is None or act.on < end.on:
        return True
    return act.on == end.on and (act.lane != end.lane or act.seq < end.seq)


def left(file: CaseFile, act: Entry) -> Entry | None:
    """Give what ends the time in which a deliverer has the case, of one of its acts."""
    sent = _sendings(file)
    came = [place for place, one in enumerate(sent) if one.data.to_lane == act.lane]
    if not came:
        return None
    # Across zones an act may be dated before the case came: then it is of the first time.
    since = next((place for place in reversed(came) if sent[place].on <= act.on), came[0])
    gone = (one for one in sent[since:] if one.data.to_lane != act.lane)
    ends = (_let_go(file, act, sent[since].on), next(gone, None))
    return min((one for one in ends if one is not None), key=lambda one: one.on, default=None)


def _let_go(file: CaseFile, act: Entry, since: date) -> Entry | None:
    """Give its own word that another is competent, the first since it had the case."""
    taken_on = (one.seq for one in file.all(CaseRegistered) if one.lane == act.lane)
    after = max((seq for seq in taken_on if seq < act.seq), default=0)
    told = [one for one in file.all(CaseForwarded) if one.lane == act.lane]
    gone = [one for one in told if one.seq > after and one.on >= since]
    return min(gone, key=lambda one: one.seq, default=None)


def _sent_before(file: CaseFile, on: date) -> Entry | None:
    before = [one for one in _sendings(file) if one.on < on]
    return before[-1] if before else None


def _sendings(file: CaseFile) -> Sequence[Entry]:
    """List what says who is to deliver: the acceptance, then what windows sent, by date."""
    windows = {lane: place for place, lane in enumerate(file.windows)}
    sent = [one for one in file.all(ApplicationForwarded) if one.lane in windows]
    ordered = sorted(sent, key=lambda one: (one.on, windows[one.lane], one.seq))
    return [*(() if file.accepted is None else (file.accepted,)), *ordered]
