"""The report of a call stays small, however many records were wrong."""

from collections import Counter

from events.log.reading.report import ALARMS_MAX, Report


def test_as_many_alarms_as_a_person_reads_are_kept() -> None:
    report = Report(Counter(), [])

    for number in range(ALARMS_MAX):
        report.alarm("forged", f"alarm {number}")

    assert report.alarms == [f"alarm {number}" for number in range(ALARMS_MAX)]


def test_the_rest_is_counted_in_one_last_alarm() -> None:
    report = Report(Counter(), [])

    for number in range(ALARMS_MAX + 7):
        report.alarm("forged", f"alarm {number}")

    assert report.alarms[ALARMS_MAX - 1 :] == [f"alarm {ALARMS_MAX - 1}", "... and 7 more"]
    assert report.counts == {"forged": ALARMS_MAX + 7}
