"""Golden cases of windows: how they take in, what they take, how long people wait."""

from typing import Final

from msgspec.structs import replace

from events.common import Money
from events.intake import Carrier, Signed
from events.law.norms import Fee, Term, Waits
from events.law.term import Unit
from events.register import Register
from services.audit.domain.case_file import CaseFile
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import entries
from tests.audit.golden_case import BEGUN, Golden, judged, standard, told_to_be
from tests.audit.ledger_days import OTHER_LANE, ledger_day

PORTAL: Final = "portal"
BY_OFFICER: Final = Signed(by="officer", eds_algorithm="gost-2015", verified=True)
SIGNED: Final = replace(x.ACCEPTED, signed=BY_OFFICER)
CONSENTED: Final = replace(SIGNED, consent_on="2024-05-03")
UNSIGNED: Final = replace(x.ACCEPTED, signed=Signed(by="none"))
COSTING: Final = standard(fees=(Fee(amount=Money(minor=50_000, currency="KZT")),))
INDEX: Final = standard(fees=(Fee(index_permille=500),))
QUEUED: Final = standard(waits=Waits(applying=20, collecting=15))
TICKET: Final = "2024-05-03T05:00:00Z"
NEXT_DAY: Final = Term(term_id="registration", length=1, unit=Unit.WORKING_DAY, calendar="kz")
REGISTERED: Final = standard(registration=NEXT_DAY)
DONE: Final = (x.sent("2024-05-08"), x.received("2024-05-08"))
ON_PAPER: Final = replace(x.FORWARDED, carrier=Carrier.PAPER)
PAPER_SENT: Final = replace(x.sent("2024-05-08"), carrier=Carrier.PAPER, result_kind="paper")


def of_another_deliverer() -> Golden:
    """A specialised centre of the police took in a request to the Ministry of Justice."""
    case = judged(x.LODGED, x.ACCEPTED, on="2024-05-03", role="specialised_centre")
    register = case.day.register
    centre = replace(register.agencies[x.CENTRE], parent=x.HOLDER)
    agencies = {**register.agencies, x.CENTRE: centre}
    return case._replace(
        day=replace(case.day, register=Register(agencies=agencies, lanes=register.lanes))
    )


def claimed() -> Golden:
    """A window that did not make the case's id says that it took the case in."""
    told = entries(*((OTHER_LANE, act) for act in (x.LODGED, x.ACCEPTED, x.FORWARDED)))
    return Golden(CaseFile(x.CASE, told, window=None), ledger_day("2024-05-20"))


WINDOWS: Final = {
    "taken in by a window that did not make the case's id": claimed(),
    "taken in without identifying": judged(
        x.LODGED, replace(x.ACCEPTED, identified=None), on="2024-05-03"
    ),
    "signed by an officer on consent": judged(x.LODGED, CONSENTED, on="2024-05-03"),
    "signed by a centre's officer without consent": judged(x.LODGED, SIGNED, on="2024-05-03"),
    "signed by another officer without consent": judged(
        x.LODGED, SIGNED, on="2024-05-03", role="specialised_centre"
    ),
    "an electronic service without a signature": judged(x.LODGED, UNSIGNED, on="2024-05-03"),
    "a specialised centre of another deliverer": of_another_deliverer(),
    "handed over with another receipt": judged(
        *BEGUN, replace(c.transferred(), case=replace(c.transferred().case, receipt_no="r-2"))
    ),
    "papers sent in an electronic service": judged(x.LODGED, x.ACCEPTED, ON_PAPER, *DONE),
    "a paper result sent in an electronic service": judged(
        *BEGUN, PAPER_SENT, x.received("2024-05-09")
    ),
}

MONEY_AND_TIME: Final = {
    "the standard's fee": judged(*BEGUN, c.fee(50_000), *DONE, contents=COSTING),
    "a tiyn more than the fee": judged(*BEGUN, c.fee(50_001), *DONE, contents=COSTING),
    "more than the fee, given back": judged(
        *BEGUN, c.fee(50_001), *DONE, c.fee_returned(1), contents=COSTING
    ),
    "a fee for what is free": judged(*BEGUN, c.fee(1), *DONE),
    "a fee that an index decides": judged(*BEGUN, c.fee(1), *DONE, contents=INDEX),
    "twenty minutes in the queue": judged(
        replace(x.LODGED, ticket_at=TICKET, called_at="2024-05-03T05:20:00Z"),
        *BEGUN[1:],
        *DONE,
        contents=QUEUED,
    ),
    "a second more in the queue": judged(
        replace(x.LODGED, ticket_at=TICKET, called_at="2024-05-03T05:20:01Z"),
        *BEGUN[1:],
        *DONE,
        contents=QUEUED,
    ),
    "accepted on the last day to register": judged(
        x.LODGED, told_to_be("2024-05-13", on=x.day("2024-05-04"))[1], *DONE, contents=REGISTERED
    ),
    "accepted the day after": judged(
        x.LODGED, told_to_be("2024-05-13", on=x.day("2024-05-05"))[1], *DONE, contents=REGISTERED
    ),
    "registered by the deliverer the day after": judged(
        *BEGUN[:3], x.registered(x.day("2024-05-05")), *DONE, contents=REGISTERED
    ),
    "lodged, and nobody answered": judged(x.LODGED, contents=REGISTERED),
    "lodged, the window silent": judged(
        x.LODGED, contents=REGISTERED, closed={x.WINDOW: "2024-05-03"}
    ),
}
