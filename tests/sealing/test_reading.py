"""Who reads personal data says so first; then they open, if the key is here (24)."""

from datetime import date

import pytest
from msgspec.structs import replace

from events.deciding import Refused
from events.keys import PersonalDataRead
from services.sealing.reading import KeyNotHere
from tests.sealing.agencies import AUDIT, CENTRE, DELIVERY, WINDOW, decide
from tests.sealing.small_realm import IIN, LETTER, NAME, SmallRealm, reading


def contents(realm: SmallRealm, lane: str, *names: str) -> dict[str, str]:
    opened = realm.personal_data(lane).read(realm.case, realm.key_id, names, reading(lane))
    return {one.part: (one.content or b"").decode() for one in opened}


def test_the_deliverer_reads_what_the_window_has_sealed(realm: SmallRealm) -> None:
    realm.take_in()

    assert contents(realm, DELIVERY) == {"applicant.iin": IIN, "applicant.name": NAME}


def test_the_window_reads_what_the_deliverer_has_sealed(realm: SmallRealm) -> None:
    realm.take_in()
    realm.decide()

    assert contents(realm, WINDOW, "letter") == {"letter": LETTER}


def test_who_reads_is_in_the_own_lane_for_the_authority_alone(realm: SmallRealm) -> None:
    realm.take_in()

    contents(realm, DELIVERY, "applicant.name")

    (read,) = realm.events(DELIVERY, "personal_data_read")
    assert read.to == "deliverer"
    assert (read.stream, read.subject) == (f"reading-{realm.case}", realm.case)
    assert read.data == PersonalDataRead(
        on=date(2024, 5, 3),
        case_id=realm.case,
        key_id=realm.key_id,
        parts=("applicant.name",),
        ground="case",
        role="clerk",
    )


def test_without_a_ground_nothing_is_opened(realm: SmallRealm) -> None:
    realm.take_in()
    by = reading(DELIVERY, ground="")

    with pytest.raises(Refused, match="ground-missing"):
        realm.personal_data(DELIVERY).read(realm.case, realm.key_id, (), by)


def test_the_authority_holds_no_key_and_is_told_so(realm: SmallRealm) -> None:
    realm.take_in()

    with pytest.raises(KeyNotHere, match="is not here"):
        contents(realm, AUDIT)
    assert not realm.events(AUDIT, "personal_data_read")


def test_with_a_key_asked_for_it_reads_also_what_only_the_window_has(realm: SmallRealm) -> None:
    realm.lodge()
    realm.ask("inspection")

    assert contents(realm, AUDIT) == {"applicant.iin": IIN, "applicant.name": NAME}


def test_after_the_erasure_nobody_reads(realm: SmallRealm) -> None:
    realm.take_in()
    realm.decide()
    realm.erase()

    for lane in (WINDOW, DELIVERY):
        with pytest.raises(KeyNotHere, match="was destroyed"):
            contents(realm, lane)


def test_an_unknown_key_opens_nothing(realm: SmallRealm) -> None:
    realm.take_in()

    with pytest.raises(KeyNotHere, match="no such parts"):
        realm.personal_data(WINDOW).read(realm.case, "unknown", (), reading(WINDOW))


def test_what_does_not_open_says_why_and_the_rest_is_read(realm: SmallRealm) -> None:
    realm.take_in()
    (like, *_) = realm.parts(WINDOW)
    moved = replace(like, part="letter")
    foreign = replace(like, part="note", commitment="A" * 43 + "=")
    realm.do(DELIVERY, "decide/1", replace(decide(realm.case), sealed=(moved, foreign)))

    opened = realm.personal_data(WINDOW).read(realm.case, realm.key_id, (), reading(WINDOW))

    shut = {one.part: one.because for one in opened if one.content is None}
    assert "not sealed at provider.deliverer" in shut["letter"]
    assert "commits to another key" in shut["note"]
    assert sum(one.content is not None for one in opened) == 4


def test_the_cases_with_personal_data_are_listed(realm: SmallRealm) -> None:
    assert realm.personal_data(WINDOW).cases() == []

    realm.lodge()

    assert realm.personal_data(WINDOW).cases() == [realm.case]
    assert realm.personal_data(DELIVERY).cases() == []
    assert realm.keys(CENTRE).seen(case_id=realm.case)
