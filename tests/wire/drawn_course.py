"""Random good events of what comes in the course of a case and after it."""

from base64 import b64encode
from typing import Final

from hypothesis import strategies as st

from events.audit import LawEditionAdopted
from events.common import Act, Money
from events.complaints import About, ComplaintDecided, ComplaintLodged, Respondent, Verdict
from events.exchange import CaseDisclosed, DisclosedEvent
from events.intake_course import CaseAtWindow, CaseTransferred
from events.keys import KeyGranted
from events.law.complaint_path import ComplaintPath, Stage
from events.provider_course import RightsRestored
from tests.wire.drawn_parts import (
    acts,
    applicants,
    counts,
    hashes,
    names,
    sealed,
    some,
    texts,
    told,
    variants,
)

_days: Final = st.integers(1, 365)
_raw: Final = st.binary(min_size=1, max_size=40).map(lambda raw: b64encode(raw).decode())
transferred: Final = st.builds(
    CaseTransferred,
    **acts,
    to_agency=names,
    to_lane=names,
    reason=names,
    case=st.builds(
        CaseAtWindow,
        service_code=names,
        standard_edition=names,
        variant=variants,
        applicants=some(applicants),
        receipt_no=names,
        deliverer=names,
        deliverer_lane=names,
        told=told,
    ),
)
restored: Final = st.builds(
    RightsRestored,
    **acts,
    complaint_id=st.none() | texts,
    cause=names,
    to_lane=st.none() | texts,
    measures=some(texts),
    amount=st.none()
    | st.builds(Money, minor=counts, currency=st.text("AKTZ", min_size=3, max_size=3)),
)
lodged: Final = st.builds(
    ComplaintLodged,
    **acts,
    complaint_id=names,
    stage=st.integers(1, 9),
    case_id=st.none() | texts,
    respondent=st.builds(Respondent, agency=names, kind=names),
    about=some(st.builds(About, kind=names, event=st.none() | texts, item=st.none() | texts)),
    medium=names,
    handed_in_at=st.none() | texts,
    received_on=st.dates(),
    previous=st.none() | texts,
    sealed=some(sealed),
)
decided: Final = st.builds(
    ComplaintDecided,
    **acts,
    outcome=st.sampled_from(Verdict),
    reasons_given=st.booleans(),
    reasons=some(texts),
    participation=names,
    measures=some(texts),
    measures_by=st.none() | st.dates(),
    unlawful_act=st.booleans(),
    causes=some(texts),
)
granted: Final = st.builds(
    KeyGranted, **acts, case_id=names, key_id=names, reader=names, of_event=names
)
disclosed: Final = st.builds(
    CaseDisclosed,
    **acts,
    case_id=names,
    to_agency=names,
    to_lane=names,
    events=some(
        st.builds(
            DisclosedEvent,
            lane=names,
            seq=counts,
            raw=_raw,
            proof=some(hashes),
            checkpoint=names,
        )
    ),
)
adopted: Final = st.builds(
    LawEditionAdopted,
    **acts,
    jurisdiction=names,
    edition=names,
    act=names,
    in_force_from=st.dates(),
    paths=some(
        st.builds(
            ComplaintPath,
            path_id=names,
            stages=some(
                st.builds(Stage, body=names, term_id=names, working_days=_days, article=names)
            ),
            calendar=names,
            extension_days=_days,
            extension_grounds=some(texts),
            notice_days=_days,
        )
    ),
)
DATA: Final[dict[str, st.SearchStrategy[Act]]] = {
    "intake.case_transferred.v1": transferred,
    "provider.rights_restored.v1": restored,
    "complaints.complaint_lodged.v1": lodged,
    "complaints.complaint_decided.v1": decided,
    "complaints.key_granted.v1": granted,
    "provider.case_disclosed.v1": disclosed,
    "audit.law_edition_adopted.v1": adopted,
}
