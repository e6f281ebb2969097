# ruff: noqa: RUF001 -- sentences in Kazakh and Russian
"""5.3(2), 8.1(8): a service is refused on a ground that the law gives."""

from collections.abc import Iterator, Sequence
from typing import Final

from events.law.predicates import ground_is_listed
from events.provider import DecisionMade, Ground, GroundSource, Outcome
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Verdict
from services.audit.domain.files import CaseFile, Entry, LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import refs, signer, unknown_standard

OTHER_ACT: Final = (
    "A ground may stand in any act: 5.3(2) says «Қазақстан Республикасының заңнамасында "
    "белгіленген негіздер», legislation, while 8.1(8) has the standard list the grounds"
)


def _without_ground(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    for made in _refusals(file):
        if not made.data.grounds:
            yield _evidence(file, day, made)


def _ground_unlisted(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    for made in _refusals(file):
        if not made.data.grounds:
            continue
        standard = file.standard(day)
        ...


def _refusals(file: CaseFile) -> Sequence[Entry]:
    return [
        made
        for made in file.all(DecisionMade)
        if made.data.outcome is Outcome.REFUSED and made.lane == file.deliverer_lane
    ]
