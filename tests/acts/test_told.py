"""A date told is counted when it is told; who tells the act afterwards brings what was told."""

from typing import Final

import pytest

from events.acts.told import told_or
from events.common import Told
from events.deciding import RefusalKind, Refused
from tests.given import live, transcribed
from tests.law.calendars_of_kz import day

TOLD: Final = Told(due_on=day("2024-05-10"), term_id="result", norm_edition="apostille/1")
COUNTED: Final = Told(due_on=day("2024-05-13"), term_id="result", norm_edition="apostille/1")


def test_a_live_act_tells_the_date_that_was_counted() -> None:
    assert told_or(live(), None, COUNTED) == COUNTED
    assert told_or(live(), None, None) is None


def test_a_live_act_that_brings_a_date_is_refused_even_if_it_is_the_same() -> None:
    with pytest.raises(Refused, match="told-computed") as caught:
        told_or(live(), COUNTED, COUNTED)

    assert (caught.value.article, caught.value.kind) == ("4.1(1)", RefusalKind.FORM)


def test_an_act_told_afterwards_says_the_date_that_was_told_then() -> None:
    assert told_or(transcribed(), TOLD, COUNTED) == TOLD
