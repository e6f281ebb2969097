"""A lane's keys are only added, each after the last; the configured one stands (protocol A12)."""

from msgspec.structs import replace

from tests.audit.test_register import FIRST, LANE, ROTATED, known, lawful, recorded, registering
from tests.given import refused_for_form
from tests.log.realm import AUDIT, registration


def test_a_registered_key_is_not_replaced() -> None:
    another = registration(LANE, generation=1)

    refused_for_form(registering(another, FIRST), "key-replaced", "protocol A12")


def test_a_next_key_begins_after_the_last_one() -> None:
    last = registration(LANE, from_size=5, generation=2)
    early = registration(LANE, from_size=4, generation=2)

    lawful(registration(LANE, from_size=6, generation=2), FIRST, ROTATED)
    refused_for_form(registering(last, FIRST, ROTATED), "key-replaced", "protocol A12")
    refused_for_form(registering(early, FIRST, ROTATED), "key-too-old", "protocol A12")


def test_the_first_key_of_a_lane_signs_from_its_beginning() -> None:
    late = registration(LANE, from_size=1)

    refused_for_form(registering(late), "first-key-size", "protocol A12")


def test_the_configured_key_is_not_replaced_and_the_audit_lane_is_nobody_elses() -> None:
    another = registration(AUDIT, generation=1)
    thief = replace(registration(AUDIT), agency="agency-b")

    refused_for_form(registering(another), "key-replaced", "protocol A12")
    refused_for_form(registering(thief), "lane-of-another", "protocol C5")


def test_what_a_stream_has_told_binds_it_before_the_register_knows() -> None:
    another = registration(LANE, generation=1)

    refused_for_form(
        lambda by: recorded(FIRST.agency, FIRST).register(another, by, known()),
        "key-replaced",
        "protocol A12",
    )
