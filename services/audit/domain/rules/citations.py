"""Where the duties of the rules stand, and how a finding cites them.

The act's id is written in full: the law enacted later has other article numbers.
"""

from collections.abc import Mapping
from typing import Final

from events.audit import CitedNorm
from events.law.norm_book import Standard

KZ_ACT: Final = "kz-draft-1579-2012"
OWN_CONTROL: Final = "22.1(1), 5.4(12)"
"""22.1(1): breaches are what is controlled; 5.4(12): agencies owe the information for it."""

TERM_OF_STANDARD: Final = CitedNorm(act="the standard's edition", article="term as told")
"""Where no act is adopted as law: a finding names the edition in place of the act."""


def kz(article: str) -> Mapping[str, CitedNorm]:
    """Cite the Kazakh draft law; the rule runs nowhere else."""
    return {"kz": CitedNorm(act=KZ_ACT, article=article)}


def everywhere(rule: str) -> Mapping[str, CitedNorm]:
    """Cite what every lane has agreed to, a rule of the protocol; in Kazakhstan, the law."""
    return {**kz(OWN_CONTROL), "*": CitedNorm(act="qyzmet-protocol", article=rule)}


def edition_cited(
    cites: Mapping[str, CitedNorm], jurisdiction: str, standard: Standard
) -> str | None:
    """Name the standard's edition if that is the norm cited; none if an act is."""
    cited = cites.get(jurisdiction) is TERM_OF_STANDARD
    return standard.norm_edition if cited else None
