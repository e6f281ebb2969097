"""What the agencies of Kegen did in May and June 2024: three cases and two complaints."""

from examples.foreign.kegen.case import (
    ACCEPTED_ON,
    AKIMAT,
    CENTRE,
    COMPLAINTS,
    INTAKE,
    LAND,
    LAND_OFFICE,
    PROVIDER,
    Act,
    Case,
    Stream,
    fixed_id,
    own_id,
    told,
)

PLAN = ["cadastral_plan"]


def inquire(case: Case, answered_on: str) -> None:
    """Ask the land office for the plan on the day of the registration; it answers when it does."""
    inquiry = fixed_id(f"inquiry {case.number}")
    asker = case.stream(PROVIDER, f"inquiry-{inquiry}", LAND_OFFICE)
    holder = case.stream(LAND, f"held-{inquiry}", AKIMAT)
    about = {"case_id": case.case_id, "documents": PLAN}
    question = {
        **about,
        "kind": "information",
        "legal_basis": "5.5(4)",
        "told": told("2024-05-14", "inquiry"),
    }
    sent = asker.tell("inquiry_sent", ACCEPTED_ON, holder=LAND_OFFICE, to_lane=LAND, **question)
    holder.tell("inquiry_received", ACCEPTED_ON, sent, inquiry=sent, asker=AKIMAT, **question)
    outcome = {"outcome": "provided", **about}
    answer = holder.tell(
        "inquiry_answered", answered_on, sent, inquiry=sent, to_lane=PROVIDER, **outcome
    )
    asker.tell("answer_received", answered_on, answer, answer=answer, **outcome)


def inquiry_answered_late(acts: list[Act]) -> Case:
    """Case 1: the land office answers two days after the date that it was told."""
    case = Case(acts, 1)
    inquire(case, "2024-05-16")
    case.decide("2024-05-17", "2024-05-20", outcome="granted")
    case.window.tell("result_handed_out", "2024-05-21", carrier="paper", to="applicant")
    return case


def refused_on_unlisted_ground(acts: list[Act]) -> tuple[Case, str]:
    """Case 2: refused on a ground that the standard does not list; give the decision too."""
    case = Case(acts, 2)
    ground = {"source": "standard", "code": "no_budget", "citation": "standard item 9"}
    decided = case.decide("2024-05-15", "2024-05-16", outcome="refused", grounds=[ground])
    return case, decided


def documents_of_another_body_asked(acts: list[Act]) -> None:
    """Case 3: the applicant is asked for a plan that the land office holds, and brings it."""
    case = Case(acts, 3)
    asked = case.office.tell(
        "documents_asked",
        "2024-05-14",
        documents=PLAN,
        answer_by="2024-05-16",
        ground="incomplete",
    )
    case.window.tell("documents_supplemented", "2024-05-15", asked, documents=PLAN, carrier="paper")
    case.decide("2024-05-16", "2024-05-17", outcome="granted")


def complain(case: Case, number: int, on: str, due_on: str, about: dict[str, str]) -> Stream:
    """Hand a complaint in at the centre; the akimat registers it the same day, stage 1."""
    complaint_id = own_id(INTAKE, f"complaint {number}")
    complaint = {
        "complaint_id": complaint_id,
        "case_id": case.case_id,
        "service_code": "land-act",
        "respondent": {"agency": AKIMAT, "kind": "deliverer"},
        "about": [about],
        "medium": "paper",
    }
    window = case.stream(INTAKE, f"complaint-{complaint_id}", AKIMAT)
    to = {"to_agency": AKIMAT, "to_lane": COMPLAINTS}
    handed_in = window.tell("complaint_handed_in", on, **to, **complaint)
    body = case.stream(COMPLAINTS, f"complaint-{complaint_id}-1", CENTRE)
    receipt = {"stage": 1, "handed_in_at": INTAKE, "received_on": on}
    body.tell("complaint_lodged", on, handed_in, **receipt, **complaint)
    register = {"registration_no": registration_no(number), "told": told_stage(due_on)}
    body.tell("complaint_registered", on, **register)
    return body


def registration_no(number: int) -> str:
    """Give the number under which a complaint stands in the akimat's book."""
    return f"C-2024-{number:06}"


def told_stage(due_on: str) -> dict[str, str]:
    """Give the date by which the deliverer examines a complaint."""
    return told(due_on, "stage-deliverer", "kz-draft-1579-2012")


def complaint_refused(case: Case, decided: str) -> None:
    """Complaint A: told of the extension two days late, then refused without reasons."""
    about = {"kind": "decision", "event": decided}
    body = complain(case, 1, "2024-05-17", "2024-05-24", about)
    new = {"told": told_stage("2024-06-07")}
    reason = {"ground": "check", "reasons": ["site_visit"]}
    body.tell("examination_extended", "2024-05-22", by_days=10, **reason, **new)
    body.tell("check_made", "2024-05-22", on_site=True)
    body.tell("extension_notified", "2024-05-23", medium="paper", reasons_given=True, **new)
    decision = {"outcome": "refused", "reasons_given": False, "participation": "took_part"}
    body.tell("complaint_decided", "2024-06-05", **decision)
    body.tell("decision_sent", "2024-06-05", medium="paper", tells_next_step=True)
    book = {"registration_no": registration_no(1), "registered_on": "2024-05-17"}
    body.tell("outcome_notified", "2024-06-05", outcome="refused", **book)


def story() -> list[Act]:
    """Give all acts; those of a stream stand in order of date, the others in no order."""
    acts: list[Act] = []
    late = inquiry_answered_late(acts)
    refused = refused_on_unlisted_ground(acts)
    documents_of_another_body_asked(acts)
    complaint_refused(*refused)
    complain(late, 2, "2024-05-21", "2024-05-28", {"kind": "action"})  # B: nobody answers it
    return acts
