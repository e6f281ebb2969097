"""Why a record was not taken is said in one place, and in words."""

import pytest

from events.log.reading.not_taken import passed_over, why_not
from events.log.reading.take import CutDiffers, Gap, Known, NotTaken, Reason, Refused, TwoRoots

SAID: dict[str, NotTaken] = {
    "a record to 5 is held already": Known(size=5),
    "a record begins at 7, held up to 5": Gap(start=7, mine=5),
    "a record to 4 is cut otherwise than what is held to 5": CutDiffers(size=4, mine=5),
    "the lane signed two roots for size 5": TwoRoots(size=5, mine=bytes(32), other=bytes(32)),
    "the root over the record is not the root of its checkpoint": Refused(reason=Reason.ROOT),
}


@pytest.mark.parametrize(("words", "outcome"), SAID.items(), ids=SAID)
def test_each_outcome_has_its_words(words: str, outcome: NotTaken) -> None:
    assert why_not(outcome) == words


@pytest.mark.parametrize("outcome", SAID.values(), ids=SAID)
def test_an_alarm_says_the_same_of_a_lane(outcome: NotTaken) -> None:
    passed = passed_over(outcome, "provider.a")

    assert passed.why == why_not(outcome)
    if isinstance(outcome, Known):
        assert passed.alarm == ""
    else:
        assert passed.alarm.startswith(f"provider.a: {passed.why}")
