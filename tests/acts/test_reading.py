"""Who reads personal data says what, why and in which role (24)."""

from typing import Final

from msgspec.structs import replace

from events.acts.reading import Readings, ReadPersonalData
from events.keys import PersonalDataRead
from tests.given import TODAY, forbidden_by_law, live, refused_for_form, transcribed

CASE: Final = "5d0e4c61f0a94b1e4f10433808ba46bd"
READINGS: Final = Readings(case_id=CASE)
READ: Final = ReadPersonalData(
    case_id=CASE, key_id="k1", parts=("applicant.name",), ground="case", role="clerk"
)


def test_who_reads_says_what_and_on_which_ground_and_in_which_role() -> None:
    (event,) = READINGS.read(READ, live())

    assert event == PersonalDataRead(
        on=TODAY,
        case_id=CASE,
        key_id="k1",
        parts=("applicant.name",),
        ground="case",
        role="clerk",
    )
    assert READINGS.evolve(event).read(READ, live())


def test_who_reads_gives_a_ground() -> None:
    forbidden_by_law(lambda by: READINGS.read(replace(READ, ground=""), by), "ground-missing", "24")


def test_where_no_ground_was_recorded_the_reading_says_so() -> None:
    (event,) = READINGS.read(replace(READ, ground=""), transcribed())

    assert isinstance(event, PersonalDataRead)
    assert event.ground == "not_recorded"


def test_a_reading_names_its_parts() -> None:
    refused_for_form(lambda by: READINGS.read(replace(READ, parts=()), by), "parts-missing", "24")
