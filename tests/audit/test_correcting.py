"""A correction deletes nothing: beside what was recorded stands what is found with it."""

from typing import Final

import pytest
from msgspec.structs import replace

from events.exchange import RecordCorrected
from events.intake import ResultReceived
from events.words import Correctable
from services.audit.domain.case_file import CaseFile
from services.audit.domain.correcting import Otherwise, otherwise, with_corrections
from services.audit.domain.corrections import JUDGED_MAX, corrections_of, left_out
from services.audit.domain.evidence import finding_id
from services.audit.projections.corrections import left_out_text, otherwise_text, unfitting_text
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import case, findings, ref
from tests.audit.ledger_days import OTHER_LANE, ledger_day

LATE: Final = "service_term_missed"
DAY: Final = ledger_day("2024-05-31", window_role="deliverer")
BEGUN: Final = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())
ARRIVAL: Final = ref(4).partition("/")[2]
AS_RECORDED: Final = 3
"""Calendar days from Friday 10 May to the arrival."""
ARRIVED_LATE: Final = (*BEGUN, x.received("2024-05-13"))


def corrected(
    value: str, *, field: Correctable = "on", of: str = ARRIVAL, day: str = "2024-05-14"
) -> tuple[str, RecordCorrected]:
    told = c.corrected(day, of, field=field)
    return x.WINDOW, replace(told, value=value)


def changes(file: CaseFile, rule: str = LATE) -> list[Otherwise]:
    return [one for one in otherwise(file, DAY) if one.rule == rule]


def days_late(one: Otherwise) -> tuple[int | None, int | None]:
    """Give the days late as recorded, and with the correction; 0 where nothing is found."""
    before, after = (
        0 if found is None else found.days_late for found in (one.without, one.corrected)
    )
    return before, after


@pytest.mark.parametrize(
    ("value", "late"), [("2024-05-10", 0), ("2024-05-11", 1), ("2024-05-20", 10)]
)
def test_both_verdicts_stand_side_by_side(value: str, late: int) -> None:
    """Due on Friday 10 May; what arrived on the 13th is said to have come on another day."""
    file = case(*ARRIVED_LATE, corrected(value))

    (one,) = changes(file)

    assert days_late(one) == (AS_RECORDED, late)
    assert one.finding_id == finding_id(LATE, x.DELIVERER, ref(2))
    assert findings(file, DAY)[LATE].days_late == AS_RECORDED


def test_a_correction_that_says_what_was_recorded_changes_nothing() -> None:
    assert changes(case(*ARRIVED_LATE, corrected("2024-05-13"))) == []


def test_a_breach_may_come_from_a_correction_alone() -> None:
    in_time = (*BEGUN, x.received("2024-05-10"))

    (one,) = changes(case(*in_time, corrected("2024-05-14")))

    assert days_late(one) == (0, 4)
    assert one.charged == x.DELIVERER


def test_of_a_field_the_last_correction_counts() -> None:
    file = case(*ARRIVED_LATE, corrected("2024-05-09"), corrected("2024-05-11"))

    assert [days_late(one) for one in changes(file)] == [(3, 1)]


def test_no_lane_corrects_another_s_event_nor_one_that_is_not_of_the_case() -> None:
    told = c.corrected("2024-05-14", ARRIVAL)

    for stranger in (OTHER_LANE, x.DELIVERER_LANE):
        assert corrections_of(case(*ARRIVED_LATE, (stranger, told))) == []
    assert corrections_of(case(*ARRIVED_LATE, corrected("2024-05-09", of="application-x:1"))) == []


def test_nothing_corrects_what_is_said_only_later() -> None:
    file = case(
        *BEGUN, corrected("2024-05-09", of="application-" + x.CASE + ":5"), ARRIVED_LATE[-1]
    )

    assert corrections_of(file) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("on", "2024-05-33"),
        ("carrier", "stone"),
        ("documents_accepted", "deed"),
        ("at", "noon"),
        ("at", "2024-02-30T05:00:00Z"),
    ],
)
def test_a_value_that_does_not_fit_its_field_is_said_not_to_apply(
    field: Correctable, value: str
) -> None:
    """The arrival of a result has no documents that were accepted."""
    file = case(*ARRIVED_LATE, corrected(value, field=field))

    (one,) = corrections_of(file)

    assert one.fields is None
    assert changes(file) == []
    assert unfitting_text(one) == (
        f"The correction of {ref(4)} ({field}, slip) is not applicable: {value} fits no such field"
    )


def test_a_value_is_read_as_the_event_has_it() -> None:
    carrier = corrected("paper", field="carrier")
    file = case(*ARRIVED_LATE, carrier, corrected("form", field="documents", of=FORWARDING))

    (first, second) = corrections_of(file)
    both = with_corrections(file, [first, second])

    arrived = both.first(ResultReceived)
    assert first.fields == {"carrier": "paper"}
    assert second.fields == {"documents": ("form",)}
    assert arrived is not None
    assert arrived.data == replace(x.received("2024-05-13"), carrier=arrived.data.carrier)
    assert [one.ref for one in both.entries] == [one.ref for one in file.entries]


FORWARDING: Final = ref(3).partition("/")[2]


def test_what_only_all_corrections_together_come_to_is_said_last() -> None:
    """Come in by the 10th that was in time; taken in on the 2nd, it was due on Monday the 6th."""
    accepted = ref(2).partition("/")[2]
    file = case(*ARRIVED_LATE, corrected("2024-05-10"), corrected("2024-05-02", of=accepted))

    *alone, together = changes(file)

    assert [days_late(one) for one in alone] == [(3, 0), (3, 7)]
    assert days_late(together) == (3, 4)
    assert otherwise_text(together) == "With all 2 corrections: found, 4 calendar days late"


def test_corrections_that_undo_each_other_are_said_to() -> None:
    """Come in on the 7th, it is late by one day; that is what was recorded, from another day."""
    accepted = ref(2).partition("/")[2]
    recorded = (*BEGUN, x.received("2024-05-11"))
    file = case(*recorded, corrected("2024-05-07"), corrected("2024-05-02", of=accepted))

    assert [days_late(one) for one in changes(file)] == [(1, 0), (1, 5), (1, 1)]


def test_what_one_correction_does_alone_is_not_said_again_of_all() -> None:
    file = case(*ARRIVED_LATE, corrected("2024-05-10"), corrected("paper", field="carrier"))

    assert [len(one.corrections) for one in changes(file)] == [1]


def test_of_a_lane_s_very_many_corrections_the_last_are_judged() -> None:
    steps = [x.received("2024-05-13") for _ in range(JUDGED_MAX + 1)]
    events = range(4, JUDGED_MAX + 5)
    many = [corrected("2024-05-10", of=ref(number).partition("/")[2]) for number in events]
    theirs = c.corrected("2024-05-14", ref(1, x.DELIVERER_LANE).partition("/")[2])

    file = case(*BEGUN, *steps, *many, (x.DELIVERER_LANE, theirs))

    judged = [one.corrects.ref for one in corrections_of(file)]
    assert left_out(file) == 1
    assert left_out_text(1) == "1 earlier correction is not judged: of each lane the last 20 are"
    assert sorted(judged) == sorted(
        [*(ref(number) for number in events[1:]), ref(1, x.DELIVERER_LANE)]
    ), "another lane's only one is judged all the same"


def test_a_correction_told_again_is_the_last_one() -> None:
    steps = [x.received("2024-05-13") for _ in range(JUDGED_MAX + 1)]
    many = [
        corrected("2024-05-10", of=ref(number).partition("/")[2])
        for number in (*range(4, JUDGED_MAX + 5), 4)
    ]

    judged = [one.corrects.ref for one in corrections_of(case(*BEGUN, *steps, *many))]

    assert ref(4) in judged
    assert ref(5) not in judged


def test_a_line_says_which_correction_and_what_is_found_with_it() -> None:
    (gone,) = changes(case(*ARRIVED_LATE, corrected("2024-05-10")))
    (less,) = changes(case(*ARRIVED_LATE, corrected("2024-05-11")))
    which = f"With the correction of {ref(4)} (on, slip): "

    assert otherwise_text(gone) == f"{which}not found"
    assert otherwise_text(less) == f"{which}found, 1 calendar day late"


def test_where_nothing_can_be_said_with_a_correction_that_is_said() -> None:
    """In 1999 no calendar tells which days are worked."""
    (one,) = changes(case(*ARRIVED_LATE, corrected("1999-05-03", of=ref(2).partition("/")[2])))

    assert one.undecidable is not None
    assert otherwise_text(one).endswith(f": nothing can be said ({one.undecidable})")
