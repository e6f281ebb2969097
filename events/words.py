"""The closed lists of the language: words that no norm and no agency adds to.

A word of a list that is not closed (grounds, documents, channels, kinds of result) is a `Code`.
"""

from enum import StrEnum
from typing import Final, Literal

Medium = Literal["paper", "electronic"]
"""How a complaint came, and how its answer goes (19.6)."""
Form = Literal["electronic", "paper", "unknown"]
"""The form of a request; unknown where a log does not say it."""
ApplicantKind = Literal["natural", "legal", "unknown"]
Citizenship = Literal["citizen", "foreign", "stateless", "kz_legal", "foreign_legal", "unknown"]
"""Whom equality is about (4.2); unknown where a log does not say it."""
Signer = Literal["applicant", "officer", "none"]
"""Whose signature a request bears (14.4, 15.2)."""
Identifier = Literal["iin", "bin", "none"]
"""Which number was given, never the number (15.2)."""
NoticeKind = Literal["receipt", "pause", "resume", "extension", "supplement", "ready", "reopened"]
Receiver = Literal["applicant", "representative"]
StatusPlace = Literal["window", "portal", "contact_centre"]
"""Who told the status (5.5(6), 17.4)."""
RespondentKind = Literal["provider", "deliverer", "centre"]
AboutKind = Literal["result", "decision", "action", "omission", "item"]
"""What is complained of; an item is one of the norm (19.1)."""
ForwardReason = Literal["not_competent", "wrong_stage", "handed_in"]
"""Why another body examines a complaint (19.2, 19.3)."""
Participation = Literal["none", "offered", "took_part"]
"""Of the applicant in the examination (19.4(2))."""
CourtOutcome = Literal["upheld", "overturned", "other"]
InquiryOutcome = Literal["provided", "not_held", "refused", "agreed", "not_agreed"]
"""How a holder answers (5.5(4), 7.3)."""
Position = Literal["accepted", "disputed"]
"""What the charged agency thinks of a finding (20)."""
Correctable = Literal["on", "at", "documents", "documents_accepted", "carrier", "result_kind"]
"""Fields of an event that a correction may name; what a person was told stays said."""
ReadingGround = Literal["case", "inquiry", "complaint", "inspection", "not_recorded"]
"""What an officer may read personal data for (24)."""
ReadingGroundOrNone = Literal["case", "inquiry", "complaint", "inspection", ""]
"""The same in a command: one without it is refused by article, not for form."""
Body = Literal["deliverer", "approver", "authority"]
"""Who examines a stage: the approver is the central body that approved the standard (19.2)."""
Certainty = Literal["certain", "arguable"]
ReviewVerdict = Literal["confirmed", "dismissed"]

NOT_RECORDED: Final = "not_recorded"
"""What stands where a transcribed act does not say what a live one must say."""


class FindingKind(StrEnum):
    """What a finding is about; the law has no scale of severity (22.1)."""

    BREACH = "breach"
    NORM_DEFECT = "norm_defect"
    INTEGRITY = "integrity"
    HINT = "hint"
