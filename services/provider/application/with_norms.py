"""The decisions that ask who the agency is, and which standard governs the case."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from events.common import Act
from events.deciding import Header
from events.known import Known
from events.roles import APPROVER
from services.provider.application.here import deliverer
from services.provider.domain import (
    asking,
    delivering,
    extending,
    moving,
    pausing,
    restoring,
)
from services.provider.domain.commands import ApproveStandard, Decide, PauseTerm
from services.provider.domain.commands_course import (
    AskDocuments,
    ChangeHandOutPlace,
    ExtendTerm,
    ForwardCase,
    ReopenCase,
    ResumeTerm,
)
from services.provider.domain.deliverer import Deliverer
from services.provider.domain.delivery import Delivery
from services.provider.domain.standard import StandardEditions


class WithNorms(NamedTuple):
    """A provider's decisions with what it knows now."""

    agency: str
    known: Callable[[], Known]

    def approve(
        self, state: StandardEditions, command: ApproveStandard, by: Header
    ) -> Sequence[Act]:
        """Approve an edition of a standard."""
        may = APPROVER in self.known().register.agencies[self.agency].roles
        return state.approve(command, by, may_approve=may)

    def pause(self, state: Delivery, command: PauseTerm, by: Header) -> Sequence[Act]:
        """Let the term stand still."""
        return pausing.pause(state, command, by, self._of(state))

    def resume(self, state: Delivery, command: ResumeTerm, by: Header) -> Sequence[Act]:
        """Let the term go on."""
        return pausing.resume(state, command, by, self._of(state))

    def extend(self, state: Delivery, command: ExtendTerm, by: Header) -> Sequence[Act]:
        """Make the term longer."""
        return extending.extend(state, command, by, self._of(state))

    def ask(self, state: Delivery, command: AskDocuments, by: Header) -> Sequence[Act]:
        """Ask the applicant for documents."""
        return asking.ask_documents(state, command, by, self._of(state).standard)

    def decide(self, state: Delivery, command: Decide, by: Header) -> Sequence[Act]:
        """Decide the case."""
        return delivering.decide(state, command, by, self._of(state).standard)

    def forward(self, state: Delivery, command: ForwardCase, by: Header) -> Sequence[Act]:
        """Say that another body is competent."""
        return moving.forward(state, command, by, self._of(state))

    def change_place(
        self, state: Delivery, command: ChangeHandOutPlace, by: Header
    ) -> Sequence[Act]:
        """Hand the result out elsewhere."""
        return moving.change_place(state, command, by, self._of(state))

    def reopen(self, state: Delivery, command: ReopenCase, by: Header) -> Sequence[Act]:
        """Take the decision up again."""
        return restoring.reopen(state, command, by, self._of(state))

    def _of(self, state: Delivery) -> Deliverer:
        case = state.registered
        code, edition = ("", "") if case is None else (case.service_code, case.standard_edition)
        return deliverer(self.agency, self.known(), code, edition)
