"""One good example of each event that a case across two agencies is made of.

Apostille at a centre, three working days: accepted on Friday 3 May 2024, due on Friday 10 May, to
be sent to the centre by Thursday 9 May (model case of the worked example 1).
"""

from datetime import date
from typing import Any, Final

from events.common import Told
from events.intake import (
    AcceptanceRefused,
    Applicant,
    ApplicationAccepted,
    ApplicationForwarded,
    ApplicationLodged,
    Carrier,
    NoticeGiven,
    ResultReceived,
    Signed,
)
from events.law.norms import Document, PauseEffect, StandardContents, Term, Variant
from events.law.term import Unit
from events.provider import CaseRegistered, DecisionMade, Outcome, ResultSent, TermPaused

CASE: Final = "5d0e4c61f0a94b1e8f3a2b7c9d1e6f02"
WINDOW: Final = "intake.almaty-1"
CENTRE: Final = "almaty"
DELIVERER_LANE: Final = "provider.justice"
DELIVERER: Final = "justice"

day = date.fromisoformat
MAY_3, MAY_10 = day("2024-05-03"), day("2024-05-10")

CONTENTS: Final = StandardContents(
    deliverers=(DELIVERER,),
    approver="ministry",
    name="Apostille",
    procedure="-",
    result_kinds=("e_document", "paper", "register_record"),
    terms=(Term(term_id="result", length=3, unit=Unit.WORKING_DAY, calendar="kz"),),
    channels=("centre",),
    documents=(Document(code="form"), Document(code="deed"), Document(code="id", source="police")),
    refusal_grounds=("forged",),
    acceptance_refusal_grounds=("expired_document",),
    complaint_path="kz",
)

VARIANT: Final = Variant(channel="centre", form="electronic")


def lodged(**changes: Any) -> ApplicationLodged:
    members: dict[str, Any] = {
        "on": MAY_3,
        "service_code": "apostille",
        "standard_edition": "1",
        "variant": VARIANT,
        "applicants": (Applicant(applicant_id="a-1", kind="natural", citizenship="citizen"),),
        "language": "kk",
        "documents_presented": ("form", "deed"),
    }
    return ApplicationLodged(**members | changes)


def accepted(**changes: Any) -> ApplicationAccepted:
    members: dict[str, Any] = {
        "on": MAY_3,
        "service_code": "apostille",
        "standard_edition": "1",
        "variant": VARIANT,
        "documents_accepted": ("form", "deed"),
        "identified": "id_card",
        "signed": Signed(by="applicant", verified=True),
        "identifier": "iin",
        "receipt_no": "r-1",
        "deliverer": DELIVERER,
        "to_lane": DELIVERER_LANE,
        "told": told(MAY_10),
    }
    return ApplicationAccepted(**members | changes)


def told(due_on: date, calendar_version: str | None = "kz/2024/1") -> Told:
    return Told(
        due_on=due_on,
        term_id="result",
        norm_edition="apostille/1",
        calendar_version=calendar_version,
    )


def refused(ground: str = "incomplete", on: date = MAY_3) -> AcceptanceRefused:
    return AcceptanceRefused(on=on, missing=("deed",), ground=ground, basis="14.2")


def forwarded(on: date = MAY_3) -> ApplicationForwarded:
    return ApplicationForwarded(
        on=on,
        service_code="apostille",
        standard_edition="1",
        to_lane=DELIVERER_LANE,
        carrier=Carrier.ELECTRONIC,
        documents=("form", "deed"),
    )


def registered(on: date = MAY_3) -> CaseRegistered:
    return CaseRegistered(
        on=on,
        service_code="apostille",
        standard_edition="1",
        window=CENTRE,
        from_lane=WINDOW,
        received_on=on,
        registration_no="1",
    )


def paused(on: str, until: str | None, ground: str = "inquiry", **changes: Any) -> TermPaused:
    return TermPaused(
        on=day(on),
        ground=ground,
        until=None if until is None else day(until),
        effect=PauseEffect.CONTINUE,
        **changes,
    )


def noticed(on: str, due_on: str, kind: str = "pause") -> NoticeGiven:
    return NoticeGiven(on=day(on), kind=kind, about="-", told=told(day(due_on), None))


def decided(on: str, **changes: Any) -> DecisionMade:
    members: dict[str, Any] = {
        "outcome": Outcome.GRANTED,
        "reasons_given": True,
        "result_kind": "e_document",
    }
    return DecisionMade(on=day(on), **members | changes)


def sent(on: str, to_lane: str = WINDOW) -> ResultSent:
    return ResultSent(
        on=day(on), to_lane=to_lane, carrier=Carrier.ELECTRONIC, result_kind="e_document"
    )


def received(on: str) -> ResultReceived:
    return ResultReceived(on=day(on), carrier=Carrier.ELECTRONIC, result_kind="e_document")
