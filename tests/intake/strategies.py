"""Commands to a window, lawful and not, of one case."""

from typing import Final

from hypothesis import strategies as st

from events.common import Told
from events.deciding import Command
from events.intake import Carrier, Signed
from events.law.variant import Variant
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE_ALMATY
from examples.kazakhstan.standard import DOCUMENTS, SERVICE
from services.intake.domain.commands import (
    AcceptApplication,
    ForwardApplication,
    GiveNotice,
    HandOutResult,
    LodgeApplication,
    ReceiveResult,
    RefuseAcceptance,
)
from tests.intake.examples import APPLICANT, CASE, NOTICE, TELL
from tests.intake.realm import UNNAMED, UNNAMED_LANE
from tests.law.calendars_of_kz import day

CHANNELS: Final = ("centre", "portal", "post")
_TOLD: Final = Told(due_on=day("2024-05-20"), term_id="result", norm_edition="apostille/1")

_case: Final = st.just(CASE)
_lanes: Final = st.sampled_from((DELIVERY_LANE, UNNAMED_LANE))
_deliverers: Final = st.sampled_from((JUSTICE_ALMATY, UNNAMED))
_carriers: Final = st.sampled_from(Carrier)
_identified: Final = st.sampled_from((None, "identity_card"))
_documents: Final = st.lists(st.sampled_from(DOCUMENTS), unique=True).map(tuple)
_signed: Final = st.builds(
    Signed,
    by=st.sampled_from(("applicant", "officer", "none")),
    eds_algorithm=st.sampled_from((None, "gost-2015")),
    verified=st.booleans(),
)

commands: Final[st.SearchStrategy[Command]] = st.one_of(
    st.builds(
        GiveNotice,
        case_id=_case,
        kind=st.sampled_from(("receipt", "ready", "reopened")),
        about=st.sampled_from((NOTICE.about, f"{DELIVERY_LANE}/delivery-{CASE}:5")),
        from_lane=st.none() | _lanes,
        told=st.sampled_from((None, _TOLD)),
    ),
    st.just(TELL),
    st.builds(
        LodgeApplication,
        case_id=_case,
        service_code=st.sampled_from((SERVICE, "unlisted")),
        standard_edition=st.sampled_from((None, "1", "9")),
        variant=st.builds(
            Variant,
            channel=st.sampled_from(CHANNELS),
            form=st.sampled_from(("electronic", "paper", "unknown")),
        ),
        applicants=st.just((APPLICANT,)),
        language=st.just("kk"),
        documents_presented=_documents,
    ),
    st.builds(
        AcceptApplication,
        case_id=_case,
        documents_accepted=_documents,
        identified=_identified,
        signed=_signed,
        identifier=st.sampled_from(("iin", "bin", "none")),
        consent_on=st.sampled_from((None, "2024-05-03", "may-3")),
        receipt_no=st.just("A-2024-117"),
        deliverer=_deliverers,
        to_lane=_lanes,
        told=st.sampled_from((None, _TOLD)),
    ),
    st.builds(
        RefuseAcceptance,
        case_id=_case,
        missing=_documents,
        ground=st.sampled_from(("incomplete", "expired_document", "bad_mood")),
        basis=st.just("14.2"),
    ),
    st.builds(
        ForwardApplication,
        case_id=_case,
        carrier=_carriers,
        from_lane=st.none() | _lanes,
        deliverer=st.none() | _deliverers,
        to_lane=st.none() | _lanes,
    ),
    st.builds(
        ReceiveResult,
        case_id=_case,
        from_lane=st.none() | _lanes,
        carrier=_carriers,
        result_kind=st.just("e_document"),
    ),
    st.builds(
        HandOutResult,
        case_id=_case,
        carrier=_carriers,
        to=st.just("applicant"),
        identified=_identified,
    ),
)
