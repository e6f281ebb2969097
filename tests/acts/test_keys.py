"""A key is granted, asked for, let go (24, protocol F)."""

from typing import Final

import pytest
from msgspec.structs import replace

from events.acts.keys import AskKey, ConfirmErasure, EraseSubject, GrantKey, Key
from events.keys import KeyAsked, KeyErased, KeyGranted, SubjectErased
from tests.given import TODAY, forbidden_by_law, given, live, refused_for_form, transcribed

CASE: Final = "5d0e4c61f0a94b1e4f10433808ba46bd"
EVENT: Final = f"intake.almaty-1/application-{CASE}:2"
ERASURE: Final = "intake.almaty-1/key-k1:3"
UNGRANTED: Final = Key(key_id="k1")
GRANT: Final = GrantKey(key_id="k1", case_id=CASE, readers=("justice", "akimat"), of_event=EVENT)
ASK: Final = AskKey(key_id="k1", case_id=CASE, to_lane="intake.almaty-1", ground="inspection")
ERASE: Final = EraseSubject(key_id="k1", case_id=CASE, ground="consent_withdrawn")
CONFIRM: Final = ConfirmErasure(key_id="k1", case_id=CASE, erasure=ERASURE)


def granted_to(reader: str) -> KeyGranted:
    return KeyGranted(on=TODAY, case_id=CASE, key_id="k1", reader=reader, of_event=EVENT)


ERASED: Final = SubjectErased(on=TODAY, case_id=CASE, key_id="k1", ground="consent_withdrawn")
GRANTED: Final = given(UNGRANTED, granted_to("justice"))
GONE: Final = given(GRANTED, ERASED)


def test_each_reader_is_granted_the_key_by_an_event_of_its_own() -> None:
    assert UNGRANTED.grant(GRANT, live()) == [granted_to("justice"), granted_to("akimat")]


def test_who_has_the_key_is_not_granted_it_again() -> None:
    assert GRANTED.grant(GRANT, live()) == [granted_to("akimat")]


def test_where_all_have_the_key_nothing_is_granted() -> None:
    state = given(GRANTED, granted_to("akimat"))

    refused_for_form(lambda by: state.grant(GRANT, by), "already-granted", "protocol F1")


def test_an_erased_key_is_granted_to_nobody() -> None:
    refused_for_form(lambda by: GONE.grant(GRANT, by), "key-erased", "protocol F3")


@pytest.mark.parametrize("ground", [None, "inspection"])
def test_a_key_is_asked_for_as_often_as_it_does_not_come(ground: str | None) -> None:
    ask = replace(ASK, ground=ground)
    (event,) = UNGRANTED.ask(ask, live())

    assert event == KeyAsked(
        on=TODAY, case_id=CASE, key_id="k1", to_lane="intake.almaty-1", ground=ground
    )
    assert given(UNGRANTED, event).ask(ask, live())


def test_an_erasure_names_the_key_and_its_ground() -> None:
    (event,) = GRANTED.erase(ERASE, live())

    assert event == ERASED


def test_an_erasure_gives_its_ground() -> None:
    forbidden_by_law(
        lambda by: GRANTED.erase(replace(ERASE, ground=""), by), "ground-missing", "24"
    )


def test_where_no_ground_was_recorded_the_erasure_says_so() -> None:
    (event,) = GRANTED.erase(replace(ERASE, ground=""), transcribed())

    assert isinstance(event, SubjectErased)
    assert event.ground == "not_recorded"


def test_a_key_is_erased_once() -> None:
    refused_for_form(lambda by: GONE.erase(ERASE, by), "key-erased", "protocol F3")


def test_who_has_granted_the_key_to_nobody_only_says_that_it_is_gone() -> None:
    (event,) = UNGRANTED.confirm(CONFIRM, live())

    assert event == KeyErased(on=TODAY, case_id=CASE, key_id="k1", erasure=ERASURE)


def test_who_has_granted_it_on_tells_those_first() -> None:
    asked, said = GRANTED.confirm(CONFIRM, live())

    assert asked == SubjectErased(on=TODAY, case_id=CASE, key_id="k1", ground=ERASURE)
    assert said == KeyErased(on=TODAY, case_id=CASE, key_id="k1", erasure=ERASURE)


def test_those_are_told_once() -> None:
    (event,) = GONE.confirm(CONFIRM, live())

    assert isinstance(event, KeyErased)


def test_of_one_erasure_it_is_said_once_that_the_key_is_gone() -> None:
    state = given(UNGRANTED, *UNGRANTED.confirm(CONFIRM, live()))

    refused_for_form(lambda by: state.confirm(CONFIRM, by), "already-confirmed", "protocol F6")
    assert state.confirm(replace(CONFIRM, erasure="provider.justice/key-k1:2"), live())


def test_a_key_is_the_fold_of_grants_and_erasure() -> None:
    assert (UNGRANTED.readers, UNGRANTED.erased) == ((), False)
    assert (GRANTED.readers, GRANTED.case_id, GRANTED.erased) == (("justice",), CASE, False)
    assert (GONE.readers, GONE.erased) == (("justice",), True)
    assert given(GRANTED, granted_to("justice")) == GRANTED
