"""Random values of the members that events share: also texts that nobody would write."""

from base64 import b64encode
from datetime import UTC, datetime
from typing import Any, Final, get_args

from hypothesis import strategies as st

from events.common import SealedPart, Told
from events.envelope import instant
from events.intake import Applicant
from events.law.identifiers import NUMBER_DIGITS
from events.law.variant import Variant
from events.words import ApplicantKind, Citizenship, Form

# Few characters, each of another kind: to list all of Unicode takes Hypothesis seconds.
_PRINTED: Final = 'azAZ09 ./:-_"\\éӘқя漢😀'
_OTHERS: Final = "\0\b\n\x1f\x7f\x85\u0301\u2028\ufeff\uffff"  # Not in an attribute, but in data.
names: Final = st.text(_PRINTED, min_size=1, max_size=11)
texts: Final = st.text(_PRINTED + _OTHERS, min_size=1, max_size=12)
codes: Final = st.text("aZ09._/:()+-", max_size=11).map(lambda text: f"c{text}")
citations: Final = codes.map(lambda code: f"item 9, {code}")
numbers: Final = st.text("aZ9ӘқЯ№._/:()-", max_size=11).map(lambda text: f"Э1{text}")
ids: Final = st.text("az09-", min_size=1, max_size=11)
lanes: Final = st.builds("intake.{}".format, ids)
event_ids: Final = st.builds("case-{}:{}".format, ids, st.integers(1, 10**4))
"""Digits of an id and a version never come to a number that may be a person's."""
refs: Final = st.builds("{}/{}".format, lanes, event_ids)
instants: Final = st.builds(
    instant,
    st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001 -- bounds are naive
)
hashes: Final = st.binary(min_size=32, max_size=32).map(lambda raw: b64encode(raw).decode())
counts: Final = st.integers(0, 2**53 - 1).filter(lambda count: len(str(count)) != NUMBER_DIGITS)
acts: Final[dict[str, Any]] = {
    "on": st.dates(),
    "at": st.none() | instants,
    "transcribed": st.booleans(),
}


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw up to three of these."""
    return st.lists(values, max_size=3).map(tuple)


def words(closed: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 -- a type form
    """Draw a word of a closed list."""
    return st.sampled_from(get_args(closed))


sealed: Final = st.builds(
    SealedPart, part=codes, key_id=ids, commitment=hashes, nonce=names, ciphertext=names
)
variants: Final = st.builds(
    Variant,
    channel=codes,
    form=words(Form),
    place=st.none() | codes,
    conditions=some(codes),
)
applicants: Final = st.builds(
    Applicant,
    applicant_id=ids,
    kind=words(ApplicantKind),
    citizenship=words(Citizenship),
    by_representative=st.booleans(),
)
told: Final = st.builds(
    Told,
    due_on=st.dates(),
    term_id=codes,
    norm_edition=codes,
    calendar_version=st.none() | codes,
)
