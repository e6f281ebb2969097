"""A plain number is checked before it is sealed (15.2, 24)."""

import pytest

from events.deciding import RefusalKind, Refused
from services.intake.application.identifying import check_identifier

IIN = "760308140711"
"""Made up: born in 1876."""
BIN = "940140000385"
"""A company's, published."""


@pytest.mark.parametrize(("kind", "number"), [("iin", IIN), ("bin", BIN)])
def test_a_number_with_its_check_digit_is_taken(kind: str, number: str) -> None:
    check_identifier(kind, number)


@pytest.mark.parametrize(
    ("kind", "number"), [("iin", "760308140714"), ("bin", IIN), ("none", IIN), ("iin", "")]
)
def test_a_number_that_cannot_be_one_is_refused_without_being_told(kind: str, number: str) -> None:
    with pytest.raises(Refused, match="identifier-invalid") as caught:
        check_identifier(kind, number)

    refusal = caught.value
    assert (refusal.code, refusal.article) == ("identifier-invalid", "15.2")
    assert refusal.kind is RefusalKind.FORM
    assert not number or number not in str(refusal)
