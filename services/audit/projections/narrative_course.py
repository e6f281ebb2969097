"""Sentences for what a case meets on its course: fees, pauses, moves, restored rights, keys."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from events.common import Money
from events.exchange import CaseDisclosed, RecordCorrected
from events.intake_course import (
    ApplicationWithdrawn,
    CaseTakenOver,
    CaseTransferred,
    ComplaintHandedIn,
    DocumentsSupplemented,
    FeeTaken,
    ResultReturned,
)
from events.keys import KeyAsked, KeyErased, KeyGranted, PersonalDataRead, SubjectErased
from events.provider_course import (
    CaseForwarded,
    CaseReopened,
    DocumentsAsked,
    HandOutPlaceChanged,
    InquiryAnswered,
    InquiryReceived,
    RightsRestored,
    TermExtended,
    TermResumed,
)

MINOR_UNITS: Final = 100
"""Of the currencies in use here: tiyn, cents."""


def money_text(amount: Money) -> str:
    """Write an amount in whole units of its currency."""
    return f"{amount.minor // MINOR_UNITS:,}.{amount.minor % MINOR_UNITS:02} {amount.currency}"


def listed(codes: Sequence[str]) -> str:
    """Write codes, or say that there are none."""
    return ", ".join(codes) if codes else "nothing named"


def _by(day: date | None) -> str:
    return "" if day is None else f" by {day}"


def told_text(data: Any) -> str:  # noqa: ANN401 -- any event with a told date
    """Write the date that the applicant was told with an event; empty if none was."""
    return "" if data.told is None else f"; the applicant was told {data.told.due_on}"


def _handed_in(data: ComplaintHandedIn) -> str:
    return f"a complaint against {data.respondent.agency} was handed in for {data.to_agency}"


def _answered(data: InquiryAnswered) -> str:
    ground = "" if data.ground is None else f" on {data.ground}"
    return f"answered the question: {data.outcome}{ground}"


def _restored(data: RightsRestored) -> str:
    amount = "" if data.amount is None else f" ({money_text(data.amount)})"
    return f"rights were restored: {listed(data.measures)}{amount}"


COURSE: Final[dict[type[Any], Callable[[Any], str]]] = {
    FeeTaken: lambda d: f"a fee of {money_text(d.amount)} was taken, receipt {d.receipt_no}",
    DocumentsSupplemented: lambda d: f"the applicant brought {listed(d.documents)}",
    ApplicationWithdrawn: lambda _: "the request was taken back",
    CaseTransferred: lambda d: f"the case went to {d.to_agency} ({d.reason})",
    CaseTakenOver: lambda d: f"the case was taken over from {d.from_agency}",
    ResultReturned: lambda d: f"nobody came for the result: it went back to {d.to_lane}",
    ComplaintHandedIn: _handed_in,
    DocumentsAsked: lambda d: (
        f"the applicant was asked for {listed(d.documents)}{_by(d.answer_by)}"
    ),
    TermResumed: lambda d: f"the term goes on after the pause on {d.ground}{told_text(d)}",
    TermExtended: lambda d: (
        f"the term was extended by {d.length} {d.unit}s on {d.ground}{told_text(d)}"
    ),
    CaseForwarded: lambda d: f"{d.to_agency} is competent ({d.reason})",
    HandOutPlaceChanged: lambda d: f"the result is to be handed out at {d.window}",
    CaseReopened: lambda d: f"the case was reopened{_by(d.by)}",
    RightsRestored: _restored,
    InquiryReceived: lambda d: f"has the question of {d.asker} for {listed(d.documents)}",
    InquiryAnswered: _answered,
    CaseDisclosed: lambda d: f"{len(d.events)} earlier events were disclosed to {d.to_agency}",
    RecordCorrected: lambda d: f"the field {d.field} of {d.corrects} was corrected ({d.ground})",
    KeyGranted: lambda d: f"{d.reader} was given the key to personal data",
    KeyAsked: lambda d: f"a key was asked of {d.to_lane}",
    PersonalDataRead: lambda d: f"personal data were read ({d.ground}, {d.role})",
    SubjectErased: lambda d: f"the personal data are to be destroyed ({d.ground})",
    KeyErased: lambda _: "the key to personal data was destroyed",
}
"""Event -> its sentence."""
