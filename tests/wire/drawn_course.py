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
from events.words import AboutKind, Body, Medium, Participation, RespondentKind
from tests.wire.drawn_parts import (
    acts,
    applicants,
    citations,
    codes,
    counts,
    hashes,
    ids,
    lanes,
    names,
    numbers,
    refs,
    sealed,
    some,
    texts,
    told,
    variants,
    words,
)

_days: Final = st.integers(1, 365)
_raw: Final = st.binary(min_size=1, max_size=40).map(lambda raw: b64encode(raw).decode())
transferred: Final = st.builds(
    CaseTransferred,
    **acts,
    to_agency=ids,
    to_lane=lanes,
    reason=codes,
    case=st.builds(
        CaseAtWindow,
        service_code=codes,
        standard_edition=codes,
        variant=variants,
        applicants=some(applicants),
        receipt_no=numbers,
        deliverer=ids,
        deliverer_lane=lanes,
        told=told,
    ),
)
restored: Final = st.builds(
    RightsRestored,
    **acts,
    complaint_id=st.none() | ids,
    cause=refs,
    to_lane=st.none() | lanes,
    measures=some(codes),
    amount=st.none()
    | st.builds(Money, minor=counts, currency=st.text("AKTZ", min_size=3, max_size=3)),
)
lodged: Final = st.builds(
    ComplaintLodged,
    **acts,
    complaint_id=ids,
    stage=st.integers(1, 9),
    case_id=st.none() | ids,
    respondent=st.builds(Respondent, agency=ids, kind=words(RespondentKind)),
    about=some(
        st.builds(About, kind=words(AboutKind), event=st.none() | refs, item=st.none() | codes)
    ),
    medium=words(Medium),
    handed_in_at=st.none() | lanes,
    received_on=st.dates(),
    previous=st.none() | refs,
    sealed=some(sealed),
)
decided: Final = st.builds(
    ComplaintDecided,
    **acts,
    outcome=st.sampled_from(Verdict),
    reasons_given=st.booleans(),
    reasons=some(codes),
    participation=words(Participation),
    measures=some(codes),
    measures_by=st.none() | st.dates(),
    unlawful_act=st.booleans(),
    causes=some(codes),
)
granted: Final = st.builds(KeyGranted, **acts, case_id=ids, key_id=ids, reader=ids, of_event=refs)
disclosed: Final = st.builds(
    CaseDisclosed,
    **acts,
    case_id=ids,
    to_agency=ids,
    to_lane=lanes,
    events=some(
        st.builds(
            DisclosedEvent,
            lane=lanes,
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
    jurisdiction=ids,
    edition=codes,
    act=texts,
    in_force_from=st.dates(),
    paths=some(
        st.builds(
            ComplaintPath,
            path_id=codes,
            stages=some(
                st.builds(
                    Stage, body=words(Body), term_id=codes, working_days=_days, article=citations
                )
            ),
            calendar=ids,
            extension_days=_days,
            extension_grounds=some(codes),
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
