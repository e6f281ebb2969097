"""Who may read the acts that every service has (24), and who is granted a key for it (F1)."""

from typing import Any, Final

import pytest
from msgspec.structs import replace

from events.acts.audience import of_act, with_acts
from events.acts.keys import GrantKey, Key
from events.acts.policies import grants
from events.acts.policies import with_acts as policies_with_acts
from events.common import Act, DayClosed, SealedPart
from events.deciding import Ignored, Reaction
from events.envelope import EVERYBODY, Recorded
from events.exchange import (
    AnswerReceived,
    CaseDisclosed,
    FindingAnswered,
    InquirySent,
    RecordCorrected,
)
from events.intake import NoticeGiven
from events.keys import KeyAsked, KeyErased, KeyGranted, PersonalDataRead, SubjectErased
from events.known import Known
from events.register import Lane, Register
from tests.given import TODAY, recorded

CASE: Final = "c1"
ON: Final[Any] = {"on": TODAY, "case_id": CASE}
KEY: Final[Any] = {**ON, "key_id": "k1"}
GRANTED: Final = Key(key_id="k1", readers=("justice", "akimat"))
COMMITMENT: Final = "A" * 43 + "="


def agency_of(lane: str) -> str | None:
    return {"intake.one": "centre", "audit.one": "authority"}.get(lane)


@pytest.mark.parametrize(
    ("act", "readers"),
    [
        (KeyGranted(**KEY, reader="justice", of_event="intake.one/x-1:1"), {"justice"}),
        (KeyAsked(**KEY, to_lane="intake.one"), {"centre"}),
        (KeyAsked(**KEY, to_lane="intake.unknown"), set()),
        (SubjectErased(**KEY, ground="consent"), {"justice", "akimat"}),
        (KeyErased(**KEY, erasure="intake.one/key-k1:3"), {"centre"}),
        (KeyErased(**KEY, erasure="intake.unknown/key-k1:3"), set()),
        (PersonalDataRead(**KEY, parts=("name",), ground="case", role="clerk"), set()),
        (CaseDisclosed(**ON, to_agency="justice", to_lane="provider.one", events=()), {"justice"}),
        (
            InquirySent(**ON, holder="justice", kind="information", legal_basis="5.5(4)"),
            {"justice"},
        ),
        (AnswerReceived(**ON, outcome="provided"), set()),
        (RecordCorrected(**ON, corrects="x-1:1", field="on", value="v", ground="g"), set()),
        (FindingAnswered(on=TODAY, finding_id="f", position="accepted"), set()),
    ],
    ids=lambda one: type(one).__name__,
)
def test_an_act_is_for_whom_it_concerns(act: Act, readers: set[str]) -> None:
    assert of_act(act, GRANTED, agency_of) == readers


def test_every_other_event_is_for_whom_its_service_says() -> None:
    closed = DayClosed(on=TODAY, date=TODAY)
    audience = with_acts(lambda _data, _state: {EVERYBODY}, Known)

    assert of_act(closed, None, agency_of) is None
    assert audience(closed, None) == {EVERYBODY}
    assert audience(AnswerReceived(**ON, outcome="provided"), None) == set()


def notice(*key_ids: str) -> NoticeGiven:
    parts = [
        SealedPart(part="text", key_id=id_, commitment=COMMITMENT, nonce="n", ciphertext="c")
        for id_ in key_ids
    ]
    return NoticeGiven(on=TODAY, kind="ready", about="x", sealed=tuple(parts))


def said(to: str, *key_ids: str, lane: str = "intake.one") -> Recorded[Any]:
    return replace(recorded(notice(*key_ids), lane=lane, case=CASE), to=to)


def grant_of(key_id: str, *readers: str) -> Reaction:
    command = GrantKey(
        key_id=key_id, case_id=CASE, readers=readers, of_event="intake.one/stream-c1:1"
    )
    return Reaction(command=command, target=f"key-{key_id}")


def test_each_key_of_an_event_is_granted_to_its_readers() -> None:
    event = said("akimat centre justice", "k1", "k2", "k1")

    assert grants(event, {"centre", "authority"}) == [
        grant_of("k1", "akimat", "justice"),
        grant_of("k2", "akimat", "justice"),
    ]


@pytest.mark.parametrize("to", ["centre", "authority centre", EVERYBODY])
def test_neither_the_own_agency_nor_the_authority_nor_everybody_is_granted_a_key(to: str) -> None:
    assert grants(said(to, "k1"), {"centre", "authority"}) == []


def known() -> Known:
    lane = Lane(
        lane="audit.one",
        agency="authority",
        keys=(),
        first_day=TODAY,
        last_day=None,
        historic=False,
        readers=frozenset(),
        registered_by="",
    )
    return Known(register=Register(lanes={"audit.one": lane}), audit_lane="audit.one")


def test_keys_follow_from_own_events_beside_what_the_service_does() -> None:
    react = policies_with_acts(lambda _: [Ignored(because="paper")], "intake.one", "centre", known)

    assert react(said("authority centre justice", "k1")) == [
        Ignored(because="paper"),
        grant_of("k1", "justice"),
    ]
    assert react(said("centre justice")) == [Ignored(because="paper")]
    assert react(said("centre justice", "k1", lane="intake.two")) == [Ignored(because="paper")]
