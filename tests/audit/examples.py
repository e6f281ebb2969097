"""One good example of each event that a case across two agencies is made of.

Three working days: accepted on Friday 3 May 2024, due on Friday 10 May, sent by Thursday 9 May.
"""

from datetime import date
from typing import Final

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
from events.law.norms import Document, PauseEffect, StandardContents, Term
from events.law.term import Unit
from events.law.variant import Variant
from events.provider import CaseRegistered, DecisionMade, Ground, Outcome, ResultSent, TermPaused
from events.words import NoticeKind

CASE: Final = "5d0e4c61f0a94b1e4f10433808ba46bd"
WINDOW: Final = "intake.almaty-1"
CENTRE: Final = "almaty"
DELIVERER_LANE: Final = "provider.justice"
DELIVERER: Final = "justice"
HOLDER_LANE: Final = "provider.police"
HOLDER: Final = "police"

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


LODGED: Final = ApplicationLodged(
    on=MAY_3,
    service_code="apostille",
    standard_edition="1",
    variant=VARIANT,
    applicants=(Applicant(applicant_id="a-1", kind="natural", citizenship="citizen"),),
    language="kk",
    documents_presented=("form", "deed"),
)


def told(due_on: date, calendar_version: str | None = "kz/2024/1") -> Told:
    return Told(
        due_on=due_on,
        term_id="result",
        norm_edition="apostille/1",
        calendar_version=calendar_version,
    )


ACCEPTED: Final = ApplicationAccepted(
    on=MAY_3,
    service_code="apostille",
    standard_edition="1",
    variant=VARIANT,
    documents_accepted=("form", "deed"),
    identified="id_card",
    signed=Signed(by="applicant", eds_algorithm="gost-2015", verified=True),
    identifier="iin",
    receipt_no="r-1",
    deliverer=DELIVERER,
    to_lane=DELIVERER_LANE,
    told=told(MAY_10),
)


def refused(ground: str = "incomplete", on: date = MAY_3) -> AcceptanceRefused:
    return AcceptanceRefused(on=on, missing=("deed",), ground=ground, basis="14.2")


FORWARDED: Final = ApplicationForwarded(
    on=MAY_3,
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


def paused(
    on: str, until: str | None, ground: str = "inquiry", new_date: str | None = None
) -> TermPaused:
    return TermPaused(
        on=day(on),
        ground=ground,
        until=None if until is None else day(until),
        effect=PauseEffect.CONTINUE,
        told=None if new_date is None else told(day(new_date), None),
    )


def noticed(on: str, due_on: str, kind: NoticeKind = "pause") -> NoticeGiven:
    return NoticeGiven(
        on=day(on), kind=kind, about="provider.elsewhere/delivery-x:1", told=told(day(due_on), None)
    )


def decided(
    on: str,
    *,
    outcome: Outcome = Outcome.GRANTED,
    grounds: tuple[Ground, ...] = (),
    result_kind: str = "e_document",
) -> DecisionMade:
    return DecisionMade(
        on=day(on), outcome=outcome, grounds=grounds, reasons_given=True, result_kind=result_kind
    )


def sent(on: str, to_lane: str = WINDOW) -> ResultSent:
    return ResultSent(
        on=day(on), to_lane=to_lane, carrier=Carrier.ELECTRONIC, result_kind="e_document"
    )


def received(on: str) -> ResultReceived:
    return ResultReceived(on=day(on), carrier=Carrier.ELECTRONIC, result_kind="e_document")
