"""Routes of the ledger: the authority asks for all, another agency for what it is charged with."""

from typing import Final

from services.audit.domain.rulebook import SENTENCES
from services.http import ledger
from services.http.bodies import SilentBody
from services.http.route import OFFICE, Parameter, Route, Whose

_AS_OF: Final = Parameter(name="as_of", says="A size of the audit lane, DATE or JURISDICTION:DATE.")
OF_THE_LEDGER: Final = (
    Route(
        method="GET",
        path="/findings",
        group="findings",
        summary="List the findings that stand: the authority's all, another agency's own.",
        whose=Whose.CHARGED,
        roles=OFFICE,
        answers=ledger.list_findings,
        refusals=("not-charged", "no-such-case", "no-such-size"),
        says=ledger.FindingList,
        query=(
            Parameter(name="rule", says="Only of this rule.", words=tuple(sorted(SENTENCES))),
            Parameter(name="agency", says="Only what this agency is charged with."),
            Parameter(name="case", says="Only of the case with this number."),
            _AS_OF,
        ),
    ),
    Route(
        method="GET",
        path="/findings/{finding}",
        group="findings",
        summary="Explain a finding: rule, norm, evidence, the count day by day.",
        whose=Whose.CHARGED,
        roles=OFFICE,
        answers=ledger.show_finding,
        refusals=("not-charged", "finding-unknown"),
        says=ledger.FindingView,
    ),
    Route(
        method="GET",
        path="/cases/{number}",
        group="case files",
        summary="Tell a case across agencies, as known at a point of the ledger.",
        whose=Whose.CHARGED,
        roles=OFFICE,
        answers=ledger.show_case,
        refusals=("not-charged", "no-such-case", "no-such-size", "which-case"),
        says=ledger.CaseFileView,
        query=(_AS_OF,),
    ),
    Route(
        method="POST",
        path="/ledger/{jurisdiction}/days/{date}",
        group="days",
        summary="Close a day of a jurisdiction's ledger (protocol B3, B4, D4).",
        whose=Whose.AUTHORITY,
        answers=ledger.close_day,
        refusals=("not-covered", "day-out-of-order"),
        rehearsal=True,
        body=SilentBody,
        says=ledger.DayJudged,
    ),
)
