"""Random good events: also with texts that nobody would write."""

from base64 import b64encode
from datetime import UTC, datetime
from typing import Any, Final

from hypothesis import strategies as st
from msgspec import UNSET

from events import codec
from events.audit import CitedNorm, DayCounted, FindingMade, SilentLane
from events.common import Act, LaneHeard, LanesHeard, SealedPart
from events.envelope import Recorded, instant
from events.intake import Applicant, ApplicationLodged
from events.law.norms import Variant
from events.provider import DecisionMade, Ground, GroundSource, Outcome

# Few characters, each of another kind: to list all of Unicode takes Hypothesis seconds.
_PRINTED: Final = 'azAZ09 ./:-_"\\éӘқя漢😀'
_OTHERS: Final = "\0\b\n\x1f\x7f\x85\u0301\u2028\ufeff\uffff"  # Not in an attribute, but in data.
names: Final = st.text(_PRINTED, min_size=1, max_size=12)
texts: Final = st.text(_PRINTED + _OTHERS, max_size=12)
instants: Final = st.builds(
    instant,
    st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001 -- bounds are naive
)
hashes: Final = st.binary(min_size=32, max_size=32).map(lambda raw: b64encode(raw).decode())
counts: Final = st.integers(0, 2**53 - 1)
acts: Final[dict[str, Any]] = {
    "on": st.dates(),
    "at": st.none() | instants,
    "transcribed": st.booleans(),
}


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw up to three of these."""
    return st.lists(values, max_size=3).map(tuple)


sealed: Final = st.builds(
    SealedPart, part=names, key_id=names, commitment=hashes, nonce=names, ciphertext=names
)
lodged: Final = st.builds(
    ApplicationLodged,
    **acts,
    service_code=names,
    standard_edition=names,
    variant=st.builds(
        Variant, channel=names, form=names, place=st.none() | texts, conditions=some(texts)
    ),
    applicants=some(
        st.builds(
            Applicant,
            applicant_id=names,
            kind=names,
            citizenship=names,
            by_representative=st.booleans(),
        )
    ),
    language=names,
    documents_presented=some(texts),
    ticket_at=st.none() | instants,
    source_ref=st.none() | texts,
    sealed=some(sealed),
)
decided: Final = st.builds(
    DecisionMade,
    **acts,
    outcome=st.sampled_from(Outcome),
    grounds=some(
        st.builds(Ground, source=st.sampled_from(GroundSource), code=names, citation=names)
    ),
    reasons_given=st.booleans(),
    result_kind=names,
    supersedes=st.none() | texts,
)
found: Final = st.builds(
    FindingMade,
    **acts,
    **dict.fromkeys(("finding_id", "rule", "rules_edition", "kind", "certainty"), names),
    **dict.fromkeys(("charged", "subject", "jurisdiction"), names),
    citation=st.builds(CitedNorm, act=names, article=names),
    reading=st.none() | texts,
    due_on=st.none() | st.dates(),
    days_late=st.none() | st.integers(0, 9999),
    event_ids=some(texts),
    calendar_version=st.none() | texts,
    judged_day=st.dates(),
)
heard: Final = st.builds(
    LanesHeard,
    **acts,
    lanes=some(st.builds(LaneHeard, lane=names, size=counts, root=hashes, events=counts)),
)
counted: Final = st.builds(
    DayCounted,
    **acts,
    jurisdiction=names,
    date=st.dates(),
    silent=some(st.builds(SilentLane, lane=names, last_day=st.none() | st.dates())),
)
DATA: Final[dict[str, st.SearchStrategy[Act]]] = {
    "intake.application_lodged.v1": lodged,
    "provider.decision_made.v1": decided,
    "audit.finding_made.v1": found,
    "intake.lanes_heard.v1": heard,
    "audit.day_counted.v1": counted,
}


@st.composite
def records(draw: st.DrawFn) -> Recorded[Any]:
    """Any record of one of the types above."""
    wire_name = draw(st.sampled_from(sorted(DATA)))
    attributes = {name: draw(names) for name in ("id", "source", "subject", "actor", "to")}
    optional = {name: draw(st.just(UNSET) | names) for name in ("causationid", "commandid")}
    return codec.record(
        wire_name, **attributes, **optional, time=draw(instants), data=draw(DATA[wire_name])
    )
