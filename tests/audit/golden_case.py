"""How the golden cases are built."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from msgspec.structs import replace

from events.common import Act
from events.law.norms import StandardContents, Term
from services.audit.domain.case_file import CaseFile
from services.audit.domain.ledger_day import LedgerDay
from tests.audit import examples as x
from tests.audit.given import case
from tests.audit.ledger_days import ledger_day


class Golden(NamedTuple):
    """A case, and the ledger day on which it is judged."""

    file: CaseFile
    day: LedgerDay


BEGUN: Final = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())
COUNTER: Final = "deliverer"


def judged(
    *told: Act | tuple[str, Act],
    on: str = "2024-05-20",
    contents: StandardContents | None = x.CONTENTS,
    role: str = "centre",
    closed: Mapping[str, str] = {},
    jurisdiction: str = "kz",
) -> Golden:
    day = ledger_day(on, contents, closed=closed, window_role=role, jurisdiction=jurisdiction)
    return Golden(case(*told), day)


def told_to_be(due_on: str, *, on: date = x.MAY_3, version: str = "kz/2024/1") -> tuple[Act, Act]:
    accepted = replace(x.ACCEPTED, on=on, told=x.told(x.day(due_on), version))
    return replace(x.LODGED, on=on), accepted


def standard(*terms: Term, **parts: object) -> StandardContents:
    return replace(x.CONTENTS, terms=terms or x.CONTENTS.terms, **parts)
