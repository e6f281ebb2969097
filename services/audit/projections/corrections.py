"""What corrections change, in a line for a person."""

from events.exchange import RecordCorrected
from services.audit.domain.correcting import Otherwise
from services.audit.domain.corrections import JUDGED_MAX, Correction
from services.audit.domain.evidence import Evidence


def otherwise_text(one: Otherwise) -> str:
    """Say which correction it is, and what is found with it."""
    if len(one.corrections) > 1:
        which = f"all {len(one.corrections)} corrections"
    else:
        which = f"the correction of {_of(one.corrections[0])}"
    return f"With {which}: {_found(one)}"


def unfitting_text(one: Correction) -> str:
    """Say of a correction that it cannot be applied."""
    data: RecordCorrected = one.told.data
    return f"The correction of {_of(one)} is not applicable: {data.value} fits no such field"


def left_out_text(count: int) -> str:
    """Say that not all corrections are judged."""
    which = "1 earlier correction is" if count == 1 else f"{count} earlier corrections are"
    return f"{which} not judged: of each lane the last {JUDGED_MAX} are"


def late_text(days: int | None) -> str:
    """Say how late something was; None: it is still open."""
    if days is None:
        return "still open"
    return f"{days} calendar day{'' if days == 1 else 's'} late"


def _of(one: Correction) -> str:
    data: RecordCorrected = one.told.data
    return f"{one.corrects.ref} ({data.field}, {data.ground})"


def _found(one: Otherwise) -> str:
    if one.undecidable is not None:
        return f"nothing can be said ({one.undecidable})"
    return "not found" if one.corrected is None else f"found{_how(one.corrected)}"


def _how(evidence: Evidence) -> str:
    arguable = "" if evidence.reading is None else ", arguable"
    return arguable if evidence.due_on is None else f", {late_text(evidence.days_late)}{arguable}"
