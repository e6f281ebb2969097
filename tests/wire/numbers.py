"""Made-up numbers of persons and legal entities, and what only looks like them (15.2)."""

from typing import Final

from hypothesis import strategies as st

from events.law.identifiers import check_digit

SEPARATORS: Final = "-._:/ ()+,№"


@st.composite
def iins(draw: st.DrawFn) -> str:
    """Make a number of a person born from 1930 to 2023 (15.2)."""
    born = draw(st.dates()).replace(
        year=draw(st.integers(1930, 2023)), day=draw(st.integers(1, 28))
    )
    century = draw(st.sampled_from("34" if born.year < 2000 else "56"))
    return _checked(f"{born:%y%m%d}{century}", draw(st.integers(0, 9998)))


@st.composite
def bins(draw: st.DrawFn) -> str:
    """Make a number of a legal entity (15.2)."""
    when = f"{draw(st.integers(0, 99)):02}{draw(st.integers(1, 12)):02}"
    kind, part = draw(st.sampled_from("456")), draw(st.sampled_from("0123"))
    return _checked(f"{when}{kind}{part}{draw(st.integers(0, 9))}", draw(st.integers(0, 9998)))


def _checked(first: str, order: int) -> str:
    """Add four digits and the check digit: of the next order, where this one gives none."""
    digits = f"{first}{order:04}"
    digit = check_digit(digits)
    return f"{digits}{digit}" if digit is not None else _checked(first, order + 1)


@st.composite
def parted(draw: st.DrawFn, separators: str) -> str:
    """Write such a number with one character somewhere between its digits, or in several places."""
    number = draw(iins() | bins())
    places = draw(st.sets(st.integers(1, len(number) - 1), min_size=1))
    parts = draw(st.lists(st.sampled_from(separators), min_size=12, max_size=12))
    return "".join(
        (parts[place] if place in places else "") + digit for place, digit in enumerate(number)
    )


NEIGHBOURS: Final = (
    "2024-05-03",
    "2024-05-03/2024-05-10",
    "2034-05-03/2034-06-04",
    "2030-01-31 7",
    "2024-05-03T05:05:00Z",
    "2024-05-03T05:05:00.123Z",
    "2024-05-03-0117",
    "desk4/000117",
    "A-2024-000118",
    "2024-000117",
    "240503-000117",
    "20240503-0117",
    "kz/2024/1 kz/2025/1",
    "19.2, 19.3, 20.1, 21.1",
    "16.1(2)",
    "+7 701 234 56 78",
    "close/intake.almaty-1/2024-05-03",
    "Etc/GMT+5",
    "1 000 000 000",
)
"""What comes to twelve digits, or nearly, and is no number."""
