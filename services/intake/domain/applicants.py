"""What applicants do after they have asked: bring documents, take the request back (8.1(7))."""

import re
from collections.abc import Sequence
from typing import Final

from events.common import Act
from events.deciding import Header
from events.intake import Applicant
from events.intake_course import ApplicationWithdrawn, DocumentsSupplemented
from services.intake.domain.application import Application
from services.intake.domain.commands_course import SupplyDocuments, Withdraw
from services.intake.domain.paper import no_paper_in_electronic
from services.intake.domain.status import Status

_RANDOM: Final = re.compile("[0-9a-f]+(?:-[0-9a-f]+)*")
"""Hexadecimal digits, in groups if one likes: hardly a name, in any spelling."""


def must_be_random(applicants: Sequence[Applicant], by: Header) -> None:
    """Refuse ids of applicants that may say who they are."""
    by.form(
        all(_RANDOM.fullmatch(one.applicant_id) for one in applicants),
        "applicant-id-not-random",
        "An applicant's id is random: hexadecimal digits, with hyphens between them at most",
        "24",
    )


def supply(application: Application, command: SupplyDocuments, by: Header) -> Sequence[Act]:
    """Take documents in, also such as nobody asked for."""
    application.must_be(by, Status.ACCEPTED, Status.WITH_DELIVERER)
    by.form(bool(command.documents), "nothing-brought", "Name what was brought", "8.1(7)")
    no_paper_in_electronic(application, by, command.carrier)
    supplemented = DocumentsSupplemented(
        **by.act(),
        documents=command.documents,
        carrier=command.carrier,
        sealed=command.sealed,
    )
    return [supplemented]


def withdraw(application: Application, command: Withdraw, by: Header) -> Sequence[Act]:
    """Let applicants go; an event that names nobody says that none is left."""
    application.must_be(by, Status.LODGED, Status.ACCEPTED, Status.WITH_DELIVERER)
    left = {one.applicant_id for one in still_applying(application)}
    leaving = set(command.applicants)
    by.form(
        bool(leaving) and leaving <= left,
        "not-the-applicant",
        "Only applicants may take their request back, each once",
    )
    withdrawn = ApplicationWithdrawn(
        **by.act(),
        applicants=() if leaving == left else command.applicants,
        sealed=command.sealed,
    )
    return [withdrawn]


def still_applying(application: Application) -> tuple[Applicant, ...]:
    """List the applicants who have not withdrawn."""
    gone = application.withdrawn
    return tuple(one for one in application.applicants if one.applicant_id not in gone)
