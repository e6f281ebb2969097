"""What a rule yields, and what a rule is: a sentence, a citation per jurisdiction, a function.

Evidence      a breach, or a fault of the norm or of the evidence
Undecidable   the rule applies, and nothing that is known decides it: counted, never stored
NotYet        nothing before that ledger day: the case is looked at again then
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final, Generic, TypeVar

from msgspec import Struct

from events.audit import CitedNorm
from events.words import FindingKind
from services.audit.domain.ledger_day import LedgerDay

RULES_EDITION: Final = "2026-11-24/4"
"""Changes with what the rules say, with what is sorted for them, and with the event types that can
be read (protocol H13): it stands for all that a judgement depends on beside the lanes. Tests tie it
to the golden findings and the catalogue."""


Kind = FindingKind


class Evidence(Struct, frozen=True, kw_only=True):
    """What proves a breach, in one reading of the law."""

    charged: str
    """The agency."""
    began: str
    """`<lane>/<event id>` of the event that began the duty: one finding a duty."""
    subject: str
    event_ids: tuple[str, ...]
    """`<lane>/<event id>`, sorted by (on, lane, id)."""
    due_on: date | None = None
    days_late: int | None = None
    """Calendar days after `due_on`; none while the breach is open or has no length."""
    calendar_version: str | None = None
    reading: str | None = None
    """The lenient reading under which there is no breach; none if it is certain."""
    norm_edition: str | None = None
    """The standard's edition, where the norm is the standard's own."""
    article: str | None = None
    """The one that was breached, where the rule's norm names several."""


class Undecidable(Struct, frozen=True, kw_only=True):
    """Why nothing can be said."""

    reason: str


class NotYet(Struct, frozen=True, kw_only=True):
    """The first ledger day on which the rule may have something to say."""

    until: date


Verdict = Evidence | Undecidable | NotYet
F = TypeVar("F")


class Sentence(Struct, frozen=True, kw_only=True):
    """What the rule says, in the three languages of its readers."""

    en: str
    kk: str
    ru: str


class Rule(Struct, Generic[F], frozen=True, kw_only=True):
    """One duty: breached as `judge` finds in a file."""

    name: str
    kind: Kind
    sentence: Sentence
    cites: Mapping[str, CitedNorm]
    """Jurisdiction -> norm. A rule runs only where it has a norm; `*` is every jurisdiction."""
    judge: Callable[[F, LedgerDay], Iterator[Verdict]]

    def norm(self, jurisdiction: str) -> CitedNorm | None:
        """Give the norm of a jurisdiction; None if the rule does not run there."""
        return self.cites.get(jurisdiction) or self.cites.get("*")


def finding_id(rule: str, charged: str, began: str) -> str:
    """Name the finding of one duty: SHA-256 of rule, charged agency and beginning, in hex.

    The three are joined by newlines, which none of them can hold (protocol E6).
    """
    return hashlib.sha256(f"{rule}\n{charged}\n{began}".encode()).hexdigest()
