"""More commands to a window, lawful and not, of one case: fees, papers, moves."""

from typing import Final

from hypothesis import strategies as st
from msgspec.structs import replace

from events.common import Money
from events.deciding import Command
from events.intake import Carrier
from services.intake.domain.commands_course import (
    ReturnResult,
    SupplyDocuments,
    TakeFee,
    TakeOverCase,
    TransferCase,
    Withdraw,
)
from tests.intake.examples import AT_WINDOW, CASE
from tests.intake.realm import (
    HERE,
    OTHER_WINDOW,
    OTHER_WINDOW_LANE,
    UNNAMED,
    UNNAMED_LANE,
)

_case: Final = st.just(CASE)
_carriers: Final = st.sampled_from(Carrier)
_window_lanes: Final = st.sampled_from((HERE, OTHER_WINDOW_LANE, UNNAMED_LANE))

commands_course: Final[st.SearchStrategy[Command]] = st.one_of(
    st.builds(
        TakeFee,
        case_id=_case,
        amount=st.builds(
            Money, minor=st.sampled_from((0, 50_000)), currency=st.sampled_from(("KZT", "EUR"))
        ),
        method=st.just("card"),
        receipt_no=st.just("F-2024-31"),
    ),
    st.builds(
        SupplyDocuments,
        case_id=_case,
        documents=st.sampled_from(((), ("power_of_attorney",))),
        carrier=_carriers,
    ),
    st.builds(
        Withdraw,
        case_id=_case,
        applicants=st.sampled_from(((), ("a-51c0",), ("a-51c0", "a-9999"))),
    ),
    st.builds(
        TransferCase,
        case_id=_case,
        to_agency=st.sampled_from((OTHER_WINDOW, UNNAMED)),
        to_lane=_window_lanes,
        reason=st.just("applicant_moved"),
    ),
    st.builds(
        TakeOverCase,
        case_id=_case,
        from_lane=_window_lanes,
        to_lane=_window_lanes,
        case=st.sampled_from((AT_WINDOW, replace(AT_WINDOW, service_code="unlisted"))),
    ),
    st.builds(ReturnResult, case_id=_case, carrier=_carriers),
)
