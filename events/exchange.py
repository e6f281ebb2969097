"""What any service says to another body: questions, answers, disclosures, corrections."""

from msgspec import Struct

from events.common import Act, Count, Hash, Told
from events.envelope import Name


class InquirySent(Act, frozen=True, kw_only=True):
    """A formal question to another agency (5.5(4), 16.1(2))."""

    case_id: Name
    holder: Name
    to_lane: str | None = None
    """The holder's lane, which alone answers; none where its software keeps no lane."""
    kind: Name
    """`information`, `agreement`, `complaint`, `control` or `assessment`."""
    documents: tuple[str, ...] = ()
    legal_basis: Name
    told: Told | None = None
    """By when, where a norm sets it."""


class AnswerReceived(Act, frozen=True, kw_only=True):
    """The asker's half of an inquiry's end."""

    case_id: Name
    outcome: Name
    answer: str | None = None
    """`<lane>/<event id>` of the holder's answer; none where the holder keeps no lane."""
    documents: tuple[str, ...] = ()
    """What was provided."""


class DisclosedEvent(Struct, frozen=True, kw_only=True):
    """An event's own bytes, with the proof that its lane holds them (RFC 6962)."""

    lane: Name
    seq: Count
    raw: Name
    """The event's bytes in standard base64."""
    proof: tuple[Hash, ...]
    """Hashes from leaf to root: of leaf `seq - 1` in the tree of the checkpoint."""
    checkpoint: Name
    """The signed note."""


class CaseDisclosed(Act, frozen=True, kw_only=True):
    """A body gets earlier events of a case that it must know (19.6(2), 1(4)); `to` is not asked."""

    case_id: Name
    to_agency: Name
    to_lane: Name
    events: tuple[DisclosedEvent, ...]


class RecordCorrected(Act, frozen=True, kw_only=True):
    """The own lane had a field wrong; nothing is deleted, both verdicts stay visible."""

    case_id: Name
    corrects: Name
    """Id of an earlier event of this lane."""
    field: Name
    value: Name
    ground: Name


class FindingAnswered(Act, frozen=True, kw_only=True):
    """The charged agency says what it thinks of a finding (20)."""

    finding_id: Name
    position: Name
    """`accepted` or `disputed`."""
    reasons: tuple[str, ...] = ()
    event_ids: tuple[str, ...] = ()
    """`<lane>/<event id>` of what it points at."""
