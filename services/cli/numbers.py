"""One case by whatever a person types, for the commands that need it at hand at a lane."""

from collections.abc import Callable, Iterable

from events.deciding import refuse
from services.audit.application.case_numbers import SHOWN_MAX, find_case
from services.audit.application.deriving import derive
from services.cli.common import Said, check_agency
from services.realm import Realm
from services.sealing.reading import PartHere

Begun = Callable[[str], Iterable[str]]
"""The beginning of an id -> the cases at hand whose ids begin so."""


def case_at_hand(realm: Realm, number: str, begun: Begun, lacking: str) -> str:
    """Find the one case that is meant, by its id as it is at hand, else by the ledger's numbers.

    The home must be held: the ledger's tables are brought up to what its archive has.

    Args:
        realm: the home.
        number: see `find_case`.
        begun: finds cases at hand.
        lacking: what is said before `of case ...` where the case is known and not at hand.

    Raises:
        Refused: no such case, or more than one.
        Said: it is not at hand.
    """
    typed = number.strip()
    found = sorted({case for one in {typed, typed.lower()} for case in begun(one) if typed})
    if len(found) > 1 and typed.lower() not in found:
        several = ", ".join(found[:SHOWN_MAX])
        raise refuse("which-case", f"{typed!r} fits more than one case, such as {several}")
    if found:
        return typed.lower() if typed.lower() in found else found[0]
    case = _in_ledger(realm, typed)
    if case not in begun(case):
        raise Said(f"{lacking} of case {case}")
    return case


def _in_ledger(realm: Realm, number: str) -> str:
    store = realm.store(realm.settings.audit_lane)
    derive(store, realm.settings.realm, realm.audit.known.register)
    with store.reading() as tx:
        return find_case(tx, number)


def personal_data(realm: Realm, agency: str, number: str) -> tuple[str, list[PartHere]]:
    """Find a case's sealed parts at an agency: the lane that sees them, and the parts.

    Raises:
        Refused: as `case_at_hand`.
        Said: the agency is not here, or has none of that case.
    """
    lanes = {lane: realm.me(lane).agency for lane in realm.lanes}
    check_agency(agency, lanes.values())
    cases = {
        lane: realm.personal_data(lane).cases()
        for lane, keeper in lanes.items()
        if keeper == agency
    }

    def begun(beginning: str) -> list[str]:
        return [one for own in cases.values() for one in own if one.startswith(beginning)]

    case = case_at_hand(realm, number, begun, f"{agency} has no personal data")
    lane = min(lane for lane, own in cases.items() if case in own)
    return lane, realm.personal_data(lane).parts(case)
