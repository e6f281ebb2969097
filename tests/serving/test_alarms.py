"""What repeats is said at once, then in growing intervals with a count; nothing new waits."""

from itertools import pairwise

from services.serving.alarms import CAUSES_MAX, FIRST_SECONDS, LONGEST_SECONDS, Damped

GAP = "provider.a: a record begins at {}, held up to 20: waiting for the refill"
MANY = 500


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_what_differs_in_numbers_alone_is_said_once_and_then_counted() -> None:
    said, clock = list[str](), Clock()
    alarm = Damped(said.append, clock)

    for start in range(50, 50 + MANY):
        alarm(GAP.format(start))
    clock.seconds = FIRST_SECONDS
    alarm(GAP.format(7))

    assert said[0] == GAP.format(50)
    assert said[1] == f"{GAP.format(7)} ({MANY - 1} times more since it was last said)"
    assert len(said) == 2


def test_the_intervals_grow_up_to_a_day() -> None:
    said, clock = list[float](), Clock()
    alarm = Damped(lambda _: said.append(clock.seconds), clock)

    while clock.seconds < 10 * LONGEST_SECONDS:
        alarm("the same")
        clock.seconds += FIRST_SECONDS

    between = [later - earlier for earlier, later in pairwise(said)]
    assert between[:4] == [FIRST_SECONDS, 2 * FIRST_SECONDS, 4 * FIRST_SECONDS, 8 * FIRST_SECONDS]
    assert max(between) == LONGEST_SECONDS


def test_what_comes_back_after_a_while_is_said_at_once() -> None:
    said, clock = list[str](), Clock()
    alarm = Damped(said.append, clock)
    for _ in range(2):
        alarm("the same")

    clock.seconds = 2 * FIRST_SECONDS
    alarm("the same")
    clock.seconds += FIRST_SECONDS
    alarm("the same")

    assert len(said) == 3


def test_another_lane_or_topic_is_another_cause_whatever_its_number() -> None:
    said = list[str]()
    alarm = Damped(said.append, Clock())
    names = ["intake.almaty-1", "intake.almaty-2", "lane.provider.2024.a", "127.0.0.1:1", "p/c-1:5"]

    for name in names:
        alarm(f"{name} is not there")

    assert said == [f"{name} is not there" for name in names]


def test_of_more_causes_than_it_holds_the_oldest_is_said_anew() -> None:
    said = list[str]()
    alarm = Damped(said.append, Clock())
    for number in range(CAUSES_MAX + 1):
        alarm(f"cause c{number}")

    alarm("cause c0")
    alarm(f"cause c{CAUSES_MAX}")

    assert len(said) == CAUSES_MAX + 2
