"""The acts of a case as the three agencies of Kegen write them down, in four lanes.

The numbers in brackets are sections of PROTOCOL.md.
"""

import hashlib
from dataclasses import dataclass

INTAKE, PROVIDER, COMPLAINTS = "intake.kegen", "provider.kegen", "complaints.kegen"
LAND = "provider.kegen-land"
CENTRE, AKIMAT, LAND_OFFICE = "kegen-centre", "kegen-akimat", "kegen-land"
AGENCIES = {INTAKE: CENTRE, PROVIDER: AKIMAT, LAND: LAND_OFFICE, COMPLAINTS: AKIMAT}

ACCEPTED_ON = "2024-05-13"  # a Monday; every case comes to the window on it
SERVICE = {"service_code": "land-act", "standard_edition": "1"}
VARIANT = {"channel": "centre", "form": "paper"}
DOCUMENTS = ["application", "identity_document"]
RESULT = {"carrier": "paper", "result_kind": "paper"}
OWN_AGENCY_ONLY = {  # [8] for the first, the samples of the types for the others
    "application_lodged",
    "answer_received",
    "examination_extended",
    "check_made",
    "extension_notified",
    "complaint_decided",
    "decision_sent",
    "outcome_notified",  # goes to the authority, which need not be listed [2]
}


def fixed_id(text: str) -> str:
    """Give 64 bits in hex that look random but are the same in every run; a window draws them."""
    return hashlib.sha256(f"kegen demo, {text}".encode()).hexdigest()[:16]


def own_id(lane: str, text: str) -> str:
    """Give an id of a case or a complaint, which ends in the mark of the lane that makes it [2]."""
    return fixed_id(text) + hashlib.sha256(lane.encode()).hexdigest()[:16]


def told(due_on: str, term_id: str, norm_edition: str = "land-act/1") -> dict[str, str]:
    """Give a date that a person or an agency is told, and the rule that it comes from."""
    rule = {"term_id": term_id, "norm_edition": norm_edition, "calendar_version": "kz/2024/1"}
    return {"due_on": due_on, **rule}


class Stream:
    """One stream of one lane, about one case; `readers` are the others who must know."""

    def __init__(
        self, acts: "list[Act]", lane: str, name: str, case_id: str, *readers: str
    ) -> None:
        """Begin a stream without acts; what it will tell is added to `acts`."""
        self.acts, self.lane, self.name, self.case_id = acts, lane, name, case_id
        self.readers, self.version = readers, 0

    def tell(self, kind: str, on: str, cause: str | None = None, /, **data: object) -> str:
        """Add an act, not before the stream's last one; give its `<lane>/<event id>` [2]."""
        self.version += 1
        event_id = f"{self.name}:{self.version}"
        self.acts.append(Act(self, event_id, kind, on, cause, data))
        return f"{self.lane}/{event_id}"


@dataclass(frozen=True)
class Act:
    """One act of the local day `on`; `cause` is the `<lane>/<event id>` that it answers, if any."""

    stream: Stream
    event_id: str
    kind: str
    on: str
    cause: str | None
    data: dict[str, object]

    def readers(self) -> tuple[str, ...]:
        """Give the agencies that read it beside the lane's own and the authority [2]."""
        return () if self.kind in OWN_AGENCY_ONLY else self.stream.readers


class Case:
    """A case that the centre accepted and forwarded and the akimat registered, all on one day."""

    def __init__(self, acts: list[Act], number: int) -> None:
        """Tell how the case came in; receipts are numbered from 1."""
        self.acts, self.number, self.case_id = acts, number, own_id(INTAKE, f"case {number}")
        self.window = self.stream(INTAKE, f"application-{self.case_id}", AKIMAT)
        self.office = self.stream(PROVIDER, f"delivery-{self.case_id}", CENTRE)
        self._lodge()
        self._accept()
        self._register(self._forward())

    def stream(self, lane: str, name: str, *readers: str) -> Stream:
        """Begin a stream about this case."""
        return Stream(self.acts, lane, name, self.case_id, *readers)

    def _lodge(self) -> None:
        applicant = {"applicant_id": fixed_id(f"applicant {self.number}"), "kind": "natural"}
        self.window.tell(
            "application_lodged",
            ACCEPTED_ON,
            **SERVICE,
            variant=VARIANT,
            applicants=[{**applicant, "citizenship": "citizen"}],
            language="kk",
            documents_presented=DOCUMENTS,
        )

    def _accept(self) -> None:
        self.window.tell(
            "application_accepted",
            ACCEPTED_ON,
            **SERVICE,
            variant=VARIANT,
            documents_accepted=DOCUMENTS,
            identified="identity_card",
            signed={"by": "applicant"},
            identifier="iin",
            receipt_no=f"K-2024-{self.number:06}",
            deliverer=AKIMAT,
            to_lane=PROVIDER,
            told=told("2024-05-20", "result-centre"),
        )

    def _forward(self) -> str:
        way = {"to_lane": PROVIDER, "carrier": "paper"}
        return self.window.tell(
            "application_forwarded", ACCEPTED_ON, **SERVICE, **way, documents=DOCUMENTS
        )

    def _register(self, forwarded: str) -> None:
        self.office.tell(
            "case_registered",
            ACCEPTED_ON,
            forwarded,
            **SERVICE,
            window=CENTRE,
            from_lane=INTAKE,
            received_on=ACCEPTED_ON,
            registration_no=f"D-2024-{self.number:06}",
        )

    def decide(self, on: str, received_on: str, **decision: object) -> str:
        """Decide, send the result to the centre the same day, and give the decision's event."""
        form = {"result_kind": "paper", "reasons_given": True}
        decided = self.office.tell("decision_made", on, **form, **decision)
        sent = self.office.tell("result_sent", on, to_lane=INTAKE, **RESULT)
        self.window.tell("result_received", received_on, sent, **RESULT)
        return decided
