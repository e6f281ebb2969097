"""`qyzmet case`: one case across agencies, as known on any date."""

from collections.abc import Iterator
from datetime import date

import click

from events.law.wording import closing, lines
from services.answers import case_data
from services.audit.application.story import Story, centre_text, story
from services.audit.domain.entry import Entry
from services.audit.projections.corrections import left_out_text, otherwise_text, unfitting_text
from services.audit.projections.narrative import day_text, sentence, time_text
from services.cli.common import AS_JSON, in_words, ledger, line
from services.cli.findings import as_text


@click.command()
@click.argument("number")
@click.option("--as-of", "when", help="A size of the audit lane, or a DATE just after its judging.")
@AS_JSON
@click.pass_context
@in_words
def case(context: click.Context, number: str, when: str | None, *, as_json: bool) -> None:
    """Tell the story of a case, with its deadlines day by day.

    NUMBER is the case's id (or its beginning), its receipt number, an imported log's own, a
    complaint's, or the place LANE #SEQ of an event of it.
    """
    with ledger(context) as (realm, tx):
        told = story(tx, realm.settings.audit_lane, number, when)
    if as_json:
        line(case_data(told))
    else:
        for text in _as_text(told):
            click.echo(text)


def _as_text(told: Story) -> Iterator[str]:
    yield f"Case {told.file.subject}"
    judged = ", ".join(f"{name} {day}" for name, day in sorted(told.at.judged.items()))
    yield f"as known at size {told.at.size} of the ledger's lane, judged to {judged or 'no day'}"
    yield ""
    for entry in sorted(told.file.entries, key=_as_it_went):
        place = f"[{entry.lane} #{entry.seq}]"
        yield f"  {_when(entry, told)}  {_who(entry, told)}: {sentence(entry)}  {place}"
    if not told.file.entries:
        yield "  nothing was known of it"
    for entry in told.file.strangers:
        yield f"  stranger  {entry.lane}: {sentence(entry)} (a lane that the case did not name)"
    for entry in told.file.addressees.unaddressed:
        yield f"  not addressed  {entry.lane}: {sentence(entry)} (whom it asks may not read it)"
    yield from _deadline(told)
    yield from _findings(told)


def _as_it_went(entry: Entry) -> tuple[date, str, str, int]:
    """Order the acts of a day by when they were recorded, for a person: no rule compares that."""
    return entry.on, entry.event.time, entry.lane, entry.seq


def _deadline(told: Story) -> Iterator[str]:
    accepted = told.file.accepted
    if accepted is None:
        return
    yield ""
    if told.due is None:
        due = accepted.data.told.due_on
        yield f"Due as told: {day_text(due)} (the norm leaves the date to what was told)"
        return
    yield "The service's term, day by day"
    for text in lines(told.due):
        yield f"  {text}"
    yield f"  {closing(told.due)}"
    if told.centre_by is not None:
        yield f"  {centre_text(told.centre_by)}"


def _findings(told: Story) -> Iterator[str]:
    yield ""
    for one in told.findings:
        mark = "" if one.stands else "  (superseded)"
        yield f"Finding {as_text(one)}{mark}"
    if not told.findings:
        yield "No finding" if told.judged else "Not judged yet: no ledger day has counted it"
    for other in told.corrected.otherwise:
        yield f"{other.finding_id[:12]}  {other.rule}  {other.charged}  {otherwise_text(other)}"
    for unfitting in told.corrected.unfitting:
        yield unfitting_text(unfitting)
    if told.corrected.left_out:
        yield left_out_text(told.corrected.left_out)


def _zone(entry: Entry, told: Story) -> str:
    lane = told.known.register.lanes.get(entry.lane)
    return "UTC" if lane is None else told.known.register.agencies[lane.agency].zone


def _when(entry: Entry, told: Story) -> str:
    return f"{day_text(entry.on)} {time_text(entry, _zone(entry, told)):5}"


def _who(entry: Entry, told: Story) -> str:
    lane = told.known.register.lanes.get(entry.lane)
    return entry.lane if lane is None else lane.agency
