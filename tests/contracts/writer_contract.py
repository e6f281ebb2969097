"""The store port, third part: a writer's commits on it (protocol A1)."""

from events.log.lane.group import Outcome
from events.log.lane.work import Answer
from events.log.reading.batch import COMMIT_BYTES_MAX, COMMIT_EVENTS_MAX
from tests.contracts.store_contract import MakeStore
from tests.log.small_service import Say
from tests.log.writing import work, writer


class WriterContract:
    """Any number of commands, in as few commits as the limits allow."""

    def test_commands_that_come_together_are_one_commit(self, make_store: MakeStore) -> None:
        store = make_store()

        outcomes = writer(store).commit([work(f"c{n}") for n in range(100)])

        assert versions(outcomes) == list(range(1, 101))
        assert [commit.size for commit in store.evidence().commits] == [100]

    def test_a_commit_ends_at_its_thousandth_event(self, make_store: MakeStore) -> None:
        store = make_store()

        outcomes = writer(store).commit([work(f"c{n}") for n in range(COMMIT_EVENTS_MAX + 1)])

        assert versions(outcomes) == list(range(1, COMMIT_EVENTS_MAX + 2))
        assert [commit.size for commit in store.evidence().commits] == [1000, 1001]
        store.evidence().verify(store.vkey)

    def test_a_command_is_never_parted_over_two_commits(self, make_store: MakeStore) -> None:
        store = make_store()

        writer(store).commit([work("one", Say(times=600)), work("other", Say(times=401))])

        assert [commit.size for commit in store.evidence().commits] == [600, 1001]

    def test_a_commit_ends_before_its_events_pass_512_kb(self, make_store: MakeStore) -> None:
        store = make_store()
        long = Say(sealed="x" * 200_000)

        writer(store).commit([work("one", long), work("two", long), work("three", long)])

        evidence = store.evidence()
        assert [commit.size for commit in evidence.commits] == [2, 3]
        assert sum(len(raw) for raw in evidence.raws[:2]) <= COMMIT_BYTES_MAX
        assert sum(len(raw) for raw in evidence.raws) > COMMIT_BYTES_MAX

    def test_a_repeated_command_gets_its_answer_and_adds_nothing(
        self, make_store: MakeStore
    ) -> None:
        first = writer(make_store()).commit([work("one"), work("two")])

        store = make_store()
        again = writer(store).commit([work("two"), work("one"), work("three")])

        assert again[:2] == [first[1], first[0]]
        assert versions(again) == [2, 1, 3]
        assert store.evidence().seqs == [1, 2, 3]


def versions(outcomes: list[Outcome]) -> list[int]:
    return [outcome.version for outcome in outcomes if isinstance(outcome, Answer)]
