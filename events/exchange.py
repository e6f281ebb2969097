"""What any service says to another body: questions, answers, disclosures, corrections."""

from msgspec import Struct

from events.clear import Citation, Code, Codes, EventId, Id, LaneName, Opaque, Ref
from events.common import Act, Count, Hash, Told
from events.words import Correctable, Position


class InquirySent(Act, frozen=True, kw_only=True):
    """A formal question to another agency (5.5(4), 16.1(2))."""

    case_id: Id
    holder: Id
    to_lane: LaneName | None = None
    """The holder's lane, which alone answers; none where its software keeps no lane."""
    kind: Code
    """`information`, `agreement`, `complaint`, `control` or `assessment`."""
    documents: tuple[Code, ...] = ()
    legal_basis: Citation
    told: Told | None = None
    """By when, where a norm sets it."""


class AnswerReceived(Act, frozen=True, kw_only=True):
    """The asker's half of an inquiry's end."""

    case_id: Id
    outcome: Code
    answer: Ref | None = None
    """`<lane>/<event id>` of the holder's answer; none where the holder keeps no lane."""
    documents: tuple[Code, ...] = ()
    """What was provided."""


class DisclosedEvent(Struct, frozen=True, kw_only=True):
    """An event's own bytes, with the proof that its lane holds them (RFC 6962)."""

    lane: LaneName
    seq: Count
    raw: Opaque
    """The event's bytes in standard base64."""
    proof: tuple[Hash, ...]
    """Hashes from leaf to root: of leaf `seq - 1` in the tree of the checkpoint."""
    checkpoint: Opaque
    """The signed note."""


class CaseDisclosed(Act, frozen=True, kw_only=True):
    """A body gets earlier events of a case that it must know (19.6(2), 1(4)); `to` is not asked."""

    case_id: Id
    to_agency: Id
    to_lane: LaneName
    events: tuple[DisclosedEvent, ...]


class RecordCorrected(Act, frozen=True, kw_only=True):
    """The own lane had a field wrong; nothing is deleted, both verdicts stay visible."""

    case_id: Id
    corrects: EventId
    """Id of an earlier event of this lane."""
    field: Correctable
    value: Codes
    """As the field has it: a date, a moment, a word of a list, a code, or codes with one space
    between. That a code is a name in disguise, nobody can see."""
    ground: Code


class FindingAnswered(Act, frozen=True, kw_only=True):
    """The charged agency says what it thinks of a finding (20)."""

    finding_id: Id
    position: Position
    reasons: tuple[Code, ...] = ()
    event_ids: tuple[Ref, ...] = ()
    """`<lane>/<event id>` of what it points at."""
