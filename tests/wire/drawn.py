"""Random good events of some types, of each service."""

from typing import Any, Final

from hypothesis import strategies as st
from msgspec import UNSET

from events import codec
from events.audit import CitedNorm, DayCounted, FindingMade, SilentLane
from events.common import Act, LaneHeard, LanesHeard
from events.envelope import Recorded
from events.intake import ApplicationLodged
from events.provider import DecisionMade, Ground, GroundSource, Outcome
from events.words import Certainty, FindingKind
from tests.wire import drawn_course
from tests.wire.drawn_parts import (
    acts,
    applicants,
    citations,
    codes,
    counts,
    event_ids,
    hashes,
    ids,
    instants,
    lanes,
    names,
    numbers,
    refs,
    sealed,
    some,
    texts,
    variants,
    words,
)

lodged: Final = st.builds(
    ApplicationLodged,
    **acts,
    service_code=codes,
    standard_edition=codes,
    variant=variants,
    applicants=some(applicants),
    language=codes,
    documents_presented=some(codes),
    ticket_at=st.none() | instants,
    source_ref=st.none() | numbers,
    sealed=some(sealed),
)
decided: Final = st.builds(
    DecisionMade,
    **acts,
    outcome=st.sampled_from(Outcome),
    grounds=some(
        st.builds(Ground, source=st.sampled_from(GroundSource), code=codes, citation=citations)
    ),
    reasons_given=st.booleans(),
    result_kind=codes,
    supersedes=st.none() | event_ids,
)
found: Final = st.builds(
    FindingMade,
    **acts,
    **dict.fromkeys(("rule", "rules_edition"), codes),
    **dict.fromkeys(("finding_id", "charged", "subject", "jurisdiction"), ids),
    kind=st.sampled_from(FindingKind),
    certainty=words(Certainty),
    citation=st.builds(CitedNorm, act=texts, article=texts),
    reading=st.none() | texts,
    due_on=st.none() | st.dates(),
    days_late=st.none() | st.integers(0, 9999),
    event_ids=some(refs),
    calendar_version=st.none() | codes,
    judged_day=st.dates(),
)
heard: Final = st.builds(
    LanesHeard,
    **acts,
    lanes=some(st.builds(LaneHeard, lane=lanes, size=counts, root=hashes, events=counts)),
)
counted: Final = st.builds(
    DayCounted,
    **acts,
    jurisdiction=ids,
    date=st.dates(),
    silent=some(st.builds(SilentLane, lane=lanes, last_day=st.none() | st.dates())),
)
DATA: Final[dict[str, st.SearchStrategy[Act]]] = {
    "intake.application_lodged.v1": lodged,
    "provider.decision_made.v1": decided,
    "audit.finding_made.v1": found,
    "intake.lanes_heard.v1": heard,
    "audit.day_counted.v1": counted,
    **drawn_course.DATA,
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
