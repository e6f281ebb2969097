"""The quality authority demands that rights be restored, and watches that they are (19.5)."""

from collections.abc import Sequence
from typing import Final

from events.common import Act
from events.complaints import Verdict
from events.complaints_after import RestorationChecked, RestorationDemanded
from events.deciding import Header, refuse
from services.complaints.domain.commands import CheckRestoration, DemandRestoration
from services.complaints.domain.competence import Competence
from services.complaints.domain.complaint import Complaint, Status

IN_FAVOUR: Final = (Verdict.SATISFIED, Verdict.PARTLY)


def demand(
    complaint: Complaint,
    command: DemandRestoration,
    by: Header,
    competence: Competence,
    addressee: str | None,
) -> Sequence[Act]:
    """Demand of a provider or deliverer that infringed rights be restored by a date.

    Args:
        complaint: decided here.
        command: says of whom, what and by when.
        by: who demands, and when.
        competence: who this body is.
        addressee: the agency of `to_lane`, as registered; None if it is nobody's provider lane.
    """
    complaint.must_be(by, Status.DECIDED, Status.ANSWERED)
    _may_demand(complaint, by, competence)
    by.form(
        addressee == command.to_agency,
        "not-the-providers-lane",
        f"{command.to_lane} is not registered as a provider's lane of {command.to_agency}",
        "19.5(2)",
    )
    if command.by is None:
        raise refuse("date-missing", "A demand says by when rights are restored", "19.5(2)")
    demanded = RestorationDemanded(
        **by.act(),
        to_agency=command.to_agency,
        to_lane=command.to_lane,
        measures=command.measures,
        by=command.by,
    )
    return [demanded]


def _may_demand(complaint: Complaint, by: Header, competence: Competence) -> None:
    _must_be_the_authority(by, competence, "demands", "19.5(2)")
    by.law(
        complaint.the_decision().unlawful_act,
        "no-unlawful-act",
        "The decision establishes no unlawful act",
        "19.5(2)",
    )


def check(
    complaint: Complaint, command: CheckRestoration, by: Header, competence: Competence
) -> Sequence[Act]:
    """Say whether what the decision or a demand asked for was done in time and in full.

    19.5(3) names the quality authority alone; who decided at an earlier stage takes measures
    (19.4(3)), and does not watch itself.
    """
    complaint.must_be(by, Status.DECIDED, Status.ANSWERED)
    _must_be_the_authority(by, competence, "checks", "19.5(3)")
    by.form(
        bool(complaint.demands) or complaint.the_decision().outcome in IN_FAVOUR,
        "nothing-to-restore",
        f"Neither the decision on complaint {complaint.complaint_id} nor a demand asks for it",
        "19.5(3)",
    )
    return [RestorationChecked(**by.act(), timely=command.timely, full=command.full)]


def _must_be_the_authority(by: Header, competence: Competence, does: str, article: str) -> None:
    by.law(
        competence.is_authority,
        "not-the-authority",
        f"Only the quality authority {does} restoration",
        article,
    )
