"""Earlier events of a case are shown with the proof of the lane that signed them (19.6(2))."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pytest
from msgspec.structs import replace

from events import codec
from events.acts.disclosing import DiscloseCase, Discloser, Disclosures
from events.acts.policies import with_acts
from events.audit import AgencyRegistered, LaneRegistration
from events.codec import CannotRead, UnknownType
from events.deciding import Ignored
from events.envelope import Recorded
from events.exchange import CaseDisclosed, DisclosedEvent
from events.known import Known
from events.log.reading.disclosed import NotProved, Sealed, check_disclosed, proved
from events.log.tree.checkpoint import Checkpoint, seal
from events.log.tree.exact_base64 import to_base64
from tests.given import TODAY, forbidden_by_law, given, live, refused_for_form
from tests.log.foreign_lane import ForeignLane
from tests.log.lanes import Tree
from tests.log.realm import AUDIT, AUTHORITY, REALM, agency, signer

CASE: Final = "c1"
SOURCE: Final = "provider.source"
"""The lane of the events that are shown."""
SHOWS, GETS = "provider.shows", "complaints.gets"
LANES: Final = (AUDIT, SOURCE, SHOWS, GETS)
RAWS: Final = [
    ForeignLane(SOURCE).event(id=f"talk-{CASE}:{n}", subject=subject, to=to)
    for n, (subject, to) in enumerate(
        [
            (CASE, f"{agency(SHOWS)} {agency(SOURCE)}"),
            (CASE, agency(SOURCE)),
            ("c2", f"{agency(SHOWS)} {agency(SOURCE)}"),
            (CASE, agency(SHOWS)),
        ],
        1,
    )
]
TREE: Final = Tree(RAWS)
NOTE: Final = seal(
    Checkpoint(origin=f"{REALM}/{SOURCE}", size=len(RAWS), root=TREE.root(0, len(RAWS))),
    signer(SOURCE),
)


def known(keys: Mapping[str, str] = {}) -> Known:
    """Know all lanes by their keys, or by others."""
    made = Known(audit_lane=AUDIT)
    for lane in LANES:
        told = LaneRegistration(
            lane=lane, key=keys.get(lane, signer(lane).vkey.text), first_day=date(2024, 4, 29)
        )
        event = AgencyRegistered(
            on=TODAY,
            agency=agency(lane),
            roles=(),
            jurisdiction="kz",
            zone="Asia/Almaty",
            week="5",
            lanes=(told,),
        )
        made = replace(made, register=made.register.evolve("audit/x:1", event))
    return made


def shown(seq: int) -> DisclosedEvent:
    sealed = Sealed(lane=SOURCE, note=NOTE, size=len(RAWS), nodes=TREE.node)
    return sealed.show(seq, RAWS[seq - 1])


FIRST: Final = shown(1)
DISCLOSE: Final = DiscloseCase(case_id=CASE, to_agency=agency(GETS), to_lane=GETS, events=(FIRST,))
NOTHING_SHOWN: Final = Disclosures(case_id=CASE)


def by(lane: str) -> Discloser:
    return Discloser(REALM, agency(lane), known)


def disclosed(*events: DisclosedEvent, lane: str = SHOWS, to_lane: str = GETS) -> Recorded[Any]:
    """A disclosure as a lane signed it."""
    service = lane.partition(".")[0]
    return codec.record(
        f"{service}.case_disclosed.v1",
        id=f"disclosure-{CASE}:1",
        source=f"{REALM}/{lane}",
        subject=CASE,
        time="2024-05-03T05:05:00Z",
        actor=f"{agency(lane)}/unit/o-1",
        to=f"{agency(GETS)} {agency(lane)}",
        data=CaseDisclosed(
            on=TODAY, case_id=CASE, to_agency=agency(GETS), to_lane=to_lane, events=events
        ),
    )


def test_what_was_read_is_shown_with_its_proof() -> None:
    (event,) = by(SHOWS).disclose(NOTHING_SHOWN, DISCLOSE, live())

    assert event == CaseDisclosed(
        on=TODAY, case_id=CASE, to_agency=agency(GETS), to_lane=GETS, events=(FIRST,)
    )


def test_the_same_may_be_shown_again() -> None:
    (event,) = by(SHOWS).disclose(NOTHING_SHOWN, DISCLOSE, live())
    before = given(NOTHING_SHOWN, event)

    assert by(SHOWS).disclose(before, DISCLOSE, live()) == [event]


def test_a_disclosure_shows_something() -> None:
    command = replace(DISCLOSE, events=())

    refused_for_form(
        lambda at: by(SHOWS).disclose(NOTHING_SHOWN, command, at), "nothing-disclosed", "19.6(2)"
    )


@pytest.mark.parametrize("to_lane", [SOURCE, "complaints.unknown"])
def test_it_goes_to_a_lane_of_the_agency_that_is_named(to_lane: str) -> None:
    command = replace(DISCLOSE, to_lane=to_lane)

    refused_for_form(
        lambda at: by(SHOWS).disclose(NOTHING_SHOWN, command, at), "not-the-readers-lane", "24"
    )


OTHER_KEY: Final = seal(
    Checkpoint(origin=f"{REALM}/{SOURCE}", size=len(RAWS), root=TREE.root(0, len(RAWS))),
    signer(SOURCE, 1),
)
OTHER_LANE: Final = seal(
    Checkpoint(origin=f"{REALM}/{SHOWS}", size=len(RAWS), root=TREE.root(0, len(RAWS))),
    signer(SHOWS),
)
WRONG: Final = {
    "other bytes": replace(FIRST, raw=to_base64(RAWS[0] + b" ")),
    "another event": replace(FIRST, raw=shown(2).raw),
    "another place": replace(FIRST, seq=2),
    "no place": replace(FIRST, seq=0),
    "a place beyond the tree": replace(FIRST, seq=len(RAWS) + 1),
    "a shorter proof": replace(FIRST, proof=FIRST.proof[1:]),
    "a longer proof": replace(FIRST, proof=(*FIRST.proof, FIRST.proof[0])),
    "a root instead of a proof": replace(FIRST, proof=()),
    "no base64": replace(FIRST, raw="%"),
    "a hash in no base64": replace(FIRST, proof=("%" * 44, *FIRST.proof[1:])),
    "another lane": replace(FIRST, lane=SHOWS),
    "a lane that nobody knows": replace(FIRST, lane="provider.unknown"),
    "a key that is not registered": replace(FIRST, checkpoint=OTHER_KEY.decode()),
    "the checkpoint of another lane": replace(FIRST, checkpoint=OTHER_LANE.decode()),
    "a checkpoint that was changed": replace(FIRST, checkpoint=FIRST.checkpoint.replace("4", "5")),
    "no checkpoint": replace(FIRST, checkpoint="signed"),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_the_lane_did_not_sign_at_this_place_is_shown_to_nobody(wrong: DisclosedEvent) -> None:
    command = replace(DISCLOSE, events=(FIRST, wrong))

    refused_for_form(
        lambda at: by(SHOWS).disclose(NOTHING_SHOWN, command, at), "proof-wrong", "protocol G"
    )


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_nor_does_anybody_believe_it(wrong: DisclosedEvent) -> None:
    with pytest.raises(NotProved):
        check_disclosed(disclosed(FIRST, wrong), known())


def test_a_lane_without_a_key_proves_nothing_yet() -> None:
    with pytest.raises(NotProved, match="no key"):
        proved(FIRST, REALM, known({SOURCE: "no key"}).register)


def test_an_event_of_another_case_is_not_shown() -> None:
    command = replace(DISCLOSE, events=(shown(3),))

    refused_for_form(
        lambda at: by(SHOWS).disclose(NOTHING_SHOWN, command, at), "of-another-case", "24"
    )


def test_what_was_not_for_an_agency_it_does_not_show() -> None:
    command = replace(DISCLOSE, events=(shown(2),))

    forbidden_by_law(
        lambda at: by(SHOWS).disclose(NOTHING_SHOWN, command, at), "not-a-reader", "24"
    )


@pytest.mark.parametrize("lane", [SOURCE, AUDIT], ids=["own", "authority"])
def test_the_own_agency_and_the_authority_may_show_every_event(lane: str) -> None:
    command = replace(DISCLOSE, events=(shown(2),))

    assert by(lane).disclose(NOTHING_SHOWN, command, live())


def test_whoever_is_shown_events_can_read_them() -> None:
    (event,) = check_disclosed(disclosed(FIRST), known())

    assert event.ref == f"{SOURCE}/talk-{CASE}:1"
    assert event.data.step == "said"
    assert not event.admits(agency(GETS))


@pytest.mark.parametrize(
    ("seq", "because"),
    [
        (2, "was not for agency-shows, who shows it"),
        (3, "is of c2, not of case c1"),
        (4, "to does not list the lane's own agency"),
    ],
)
def test_a_disclosure_is_believed_whole_or_not_at_all(seq: int, because: str) -> None:
    with pytest.raises(CannotRead, match=because):
        check_disclosed(disclosed(FIRST, shown(seq)), known())


def test_an_event_of_a_later_type_is_proved_and_waits() -> None:
    raw = RAWS[0].replace(b"step_started.v1", b"step_started.v9")
    tree = Tree([raw])
    point = Checkpoint(origin=f"{REALM}/{SOURCE}", size=1, root=tree.root(0, 1))
    sealed = Sealed(lane=SOURCE, note=seal(point, signer(SOURCE)), size=1, nodes=tree.node)

    with pytest.raises(UnknownType):
        proved(sealed.show(1, raw), REALM, known().register)


def reactions(event: Recorded[Any]) -> list[Any]:
    return list(with_acts(lambda _: (), GETS, agency(GETS), known)(event))


def test_a_disclosure_that_holds_leads_to_nothing_by_itself() -> None:
    assert reactions(disclosed(FIRST)) == []


def test_one_that_does_not_hold_is_ignored_and_it_is_said_why() -> None:
    (ignored,) = reactions(disclosed(WRONG["another place"]))

    assert isinstance(ignored, Ignored)
    assert ignored.because.startswith("what is shown here is not believed: the proof does not")


def test_a_disclosure_to_another_lane_is_not_this_lanes_to_judge() -> None:
    assert reactions(disclosed(WRONG["another place"], to_lane="complaints.other")) == []


def test_the_authority_shows_as_its_register_says() -> None:
    (event,) = check_disclosed(disclosed(shown(2), lane=AUDIT), known())

    assert agency(AUDIT) == AUTHORITY
    assert event.subject == CASE
