"""The norms of a service: editions of its standard, approved and registered (art. 7, 8)."""

from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from events.common import Act
from events.deciding import Header
from events.law.norms import StandardContents
from events.provider import StandardApproved, StandardRegistered
from services.provider.domain.commands import ApproveStandard, RecordRegistration


class StandardEditions(Struct, frozen=True, kw_only=True):
    """A service's editions as told by the body that approves them."""

    service_code: str
    approved: frozenset[str] = frozenset()
    registered: frozenset[str] = frozenset()

    def approve(self, command: ApproveStandard, by: Header, *, may_approve: bool) -> Sequence[Act]:
        """Approve an edition."""
        by.law(
            may_approve,
            "not-central-body",
            "Only the central body approves standards",
            "7.1",
        )
        by.form(
            command.edition not in self.approved,
            "edition-exists",
            f"Edition {command.edition} of {self.service_code} is approved already",
        )
        _must_be_whole(command.contents, by)
        approved = StandardApproved(
            **by.act(),
            service_code=self.service_code,
            edition=command.edition,
            contents=command.contents,
            act_no=command.act_no,
            effective_from=command.effective_from,
        )
        return [approved]

    def record_registration(self, command: RecordRegistration, by: Header) -> Sequence[Act]:
        """Note that an edition was registered."""
        by.form(
            command.edition in self.approved - self.registered,
            "not-approved",
            f"Edition {command.edition} of {self.service_code} is not approved here, or is "
            "registered already",
            "7.2",
        )
        registered = StandardRegistered(
            **by.act(),
            service_code=self.service_code,
            edition=command.edition,
            registration_no=command.registration_no,
        )
        return [registered]

    def evolve(self, event: Any) -> "StandardEditions":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        match event:
            case StandardApproved(edition=edition):
                return replace(self, approved=self.approved | {edition})
            case StandardRegistered(edition=edition):
                return replace(self, registered=self.registered | {edition})
            case _:
                return self


def _must_be_whole(contents: StandardContents, by: Header) -> None:
    empty = [name for name in _NEVER_EMPTY if not getattr(contents, name)]
    by.law(not empty, "content-missing", f"The standard lacks {', '.join(empty)}", "8.1")


_NEVER_EMPTY: Final = ("terms", "channels", "result_kinds", "deliverers")
"""Contents without which no case can be taken in: 8.1(1), (3), (4), (5); others may be empty."""
