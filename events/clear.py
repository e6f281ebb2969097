"""What may stand in clear in an event: codes, numbers of papers, citations, ids, references (24).

An event cannot be destroyed, so no name, no number of a person and no sentence about one may
stand in it unless it is sealed. Each text of an event has one of these types, or one of the lists
in `words.py`; a text that is none of them is no event. They keep sentences and twelve digits in a
row out; digits with others between them, the rule of `number_shown.py` finds in all texts. A name
that is spelled as a code is a code.
"""

import re
from typing import Annotated, Final

from msgspec import Meta

PERSONAL_NUMBER: Final = re.compile(r"(?<![0-9])[0-9]{12}(?![0-9])")
"""A run of exactly twelve digits: an IIN or a BIN, also one with a digit mistyped (15.2)."""

_RUN: Final = "(?:[0-9]{1,11}|[0-9]{13,})"
"""Digits up to the next other character, but not twelve of them."""
_ID_NO_PERSONAL_NUMBER: Final = r"(?![0-9]{12}$)"
"""Of ids only that they are no such number: hexadecimal ones hold twelve digits by chance."""
_END: Final = r"(?!\n)$"


def _runs(others: str) -> str:
    """Write a pattern of other characters with runs of digits between them.

    One pass, as every text of every event of every lane passes here; and nothing that readers of
    JSON Schema in other languages may lack.
    """
    return f"[{others}]*(?:{_RUN}[{others}]+)*{_RUN}?"


_CODE: Final = f"(?=[A-Za-z0-9]){_runs('A-Za-z_./:()+-')}"
"""Codes are made by people for machines: `identity_document`, `8.1(8)`, `kz/2024/1`, `T07-1`; a
plus for zones such as `Etc/GMT+5`. No space, so that no sentence fits."""
_LETTER: Final = r"A-Za-z\u0400-\u04ff\u2116"
_CITATION: Final = f"(?=[^0-9]*[0-9]|not_recorded$){_CODE}(?:,? {_CODE}){{0,11}}"
_ID: Final = "[a-z0-9-]+"
_LANE: Final = rf"[a-z]+\.{_ID}"
_EVENT_ID: Final = "[a-z0-9-]+:[1-9][0-9]{0,15}"

CODE_MAX: Final = 100
"""Characters: the longest codes of standards have some thirty."""
EDITION_MAX: Final = 2 * CODE_MAX + 1
"""Characters: the code of a service, a slash, the edition of its standard."""
CODES_MAX: Final = 1_000
"""Characters: the calendars of ten years, two versions each, have some four hundred."""
NUMBER_MAX: Final = 200
"""Characters of a number of registers and receipts: one of a complaint names its lane."""
CITATION_MAX: Final = 200
"""Characters: some ten articles."""
ID_MAX: Final = 128
"""Characters: two SHA-256 in hexadecimal; minted ids have 32."""
REF_MAX: Final = 400
"""Characters: a lane and an event's id, each of two such ids."""
TEXT_MAX: Final = 4_000
"""Characters of one text, two pages: what is longer is a document, and stands sealed or as hash."""

CODE: Final = f"^{_CODE}{_END}"
CODE_OR_NONE: Final = f"^(?:{_CODE})?{_END}"
CODES: Final = f"^{_CODE}(?: {_CODE})*{_END}"
_NUMBER: Final = f"{_runs(_LETTER + '_./:()-')}{_END}"
NUMBER: Final = f"^(?=[{_LETTER}0-9])(?=[^0-9/]*[0-9/]){_NUMBER}"
NUMBER_GIVEN: Final = f"^(?=[{_LETTER}0-9])(?=[^0-9]*[0-9]){_NUMBER}"
CITATION: Final = f"^{_CITATION}{_END}"
CITATION_OR_NONE: Final = f"^(?:{_CITATION})?{_END}"
ID: Final = f"^{_ID_NO_PERSONAL_NUMBER}{_ID}{_END}"
LANE: Final = rf"^[a-z]+\.(?=[a-z0-9-]){_runs('a-z-')}{_END}"
SUBJECT: Final = f"^{_ID_NO_PERSONAL_NUMBER}(?:{_LANE}|{_ID}){_END}"
EVENT_ID: Final = f"^{_EVENT_ID}{_END}"
REF: Final = f"^{_LANE}/{_EVENT_ID}{_END}"
GROUND_OR_REF: Final = f"^(?:{_LANE}/{_EVENT_ID}|{_CODE}){_END}"
TEXT: Final = f"^{_runs('^0-9')}$"

Code = Annotated[str, Meta(pattern=CODE, min_length=1, max_length=CODE_MAX)]
"""A word of a list that a norm, a jurisdiction or an agency keeps, not this language."""
CodeOrNone = Annotated[str, Meta(pattern=CODE_OR_NONE, max_length=CODE_MAX)]
"""A code that the law asks for: a command without it is refused by article, not for form."""
Edition = Annotated[str, Meta(pattern=CODE, min_length=1, max_length=EDITION_MAX)]
"""`<service code>/<edition>`, or the law's edition."""
Codes = Annotated[str, Meta(pattern=CODES, min_length=1, max_length=CODES_MAX)]
"""Codes joined by one space, as versions of a calendar."""
Number = Annotated[str, Meta(pattern=NUMBER, min_length=1, max_length=NUMBER_MAX)]
"""A number that a register or a receipt gave: letters, also Cyrillic, with a digit; in events also
a slash for it, as a lane and a part of an id, which may hold no digit, was once such a number."""
NumberGiven = Annotated[str, Meta(pattern=NUMBER_GIVEN, min_length=1, max_length=NUMBER_MAX)]
"""The same in a command: never without a digit."""
Citation = Annotated[str, Meta(pattern=CITATION, min_length=1, max_length=CITATION_MAX)]
"""Where something stands: articles, items, by their numbers, as `19.2, 19.3`."""
CitationOrNone = Annotated[str, Meta(pattern=CITATION_OR_NONE, max_length=CITATION_MAX)]
"""A citation that the law asks for, as `CodeOrNone`."""
Id = Annotated[str, Meta(pattern=ID, min_length=1, max_length=ID_MAX)]
"""An agency, a case, a complaint, an applicant: random where it is a person's (protocol I4)."""
LaneName = Annotated[str, Meta(pattern=LANE, min_length=1, max_length=ID_MAX)]
"""`<service>.<name>` (protocol I4)."""
Subject = Annotated[str, Meta(pattern=SUBJECT, min_length=1, max_length=ID_MAX)]
"""A case, a complaint or a lane."""
EventId = Annotated[str, Meta(pattern=EVENT_ID, min_length=1, max_length=REF_MAX)]
"""`<category>-<id>:<version>`, of an event of the own lane."""
Ref = Annotated[str, Meta(pattern=REF, min_length=1, max_length=REF_MAX)]
"""`<lane>/<event id>`."""
GroundOrRef = Annotated[str, Meta(pattern=GROUND_OR_REF, min_length=1, max_length=REF_MAX)]
"""The code of a ground, or the event that asks for it."""
Text = Annotated[str, Meta(pattern=TEXT, min_length=1, max_length=TEXT_MAX)]
"""Words of a norm or of the software itself, never of a case."""
Opaque = Annotated[str, Meta(min_length=1)]
"""A ciphertext, a key, a signed note: no words."""
