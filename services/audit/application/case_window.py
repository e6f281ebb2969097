"""Which lane is a case's window: saying that it took the case in makes none one."""

from collections.abc import Sequence

from events.identity import made_by
from events.intake import ApplicationLodged
from events.register import Register
from services.audit.application.told import LedgerTold
from services.audit.domain.entry import Entry


def window_of(
    subject: str, entries: Sequence[Entry], register: Register, told: LedgerTold
) -> str | None:
    """Name the lane that made the case's id; of an id that names nobody, who was counted first.

    While a registered lane has made the id, no other is the window, with or without it: whoever
    else takes the case in has only learnt the id.

    Of the others, a date can be chosen afterwards, and so can the day that closes over an entry, by
    a lane that lags; the ledger day on which it counted cannot. Of two that one day counted first
    neither is the window: nothing tells to which the applicant went, and whichever is taken,
    agencies would be held to the word of a lane that had no right to the id (`id_not_own`).

    Args:
        subject: the case.
        entries: what all lanes tell of it.
        register: as known when it is read.
        told: when the ledger was told of it.

    Returns:
        None where no lane is.
    """
    lodged: dict[str, int] = {}
    for entry in entries:
        if isinstance(entry.data, ApplicationLodged):
            lodged[entry.lane] = min(entry.seq, lodged.get(entry.lane, entry.seq))
    maker = next((lane for lane in lodged if made_by(subject, lane)), None)
    if maker is not None or not lodged or any(made_by(subject, lane) for lane in register.lanes):
        return maker
    if len(lodged) == 1:
        return next(iter(lodged))
    counted = {lane: told.counted_on(lane, seq) for lane, seq in lodged.items()}
    first = [lane for lane, day in counted.items() if day == min(counted.values())]
    return first[0] if len(first) == 1 else None
