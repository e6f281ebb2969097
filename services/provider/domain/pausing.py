"""The term stands still and goes on: only as the standard says (8.1(5))."""

from collections.abc import Sequence
from datetime import date

from events.common import Act
from events.deciding import Header
from events.law.course import pause_limit
from events.law.course_told import UNCOUNTABLE
from events.law.norms import Pause, PauseEffect
from events.law.predicates import pause_on
from events.provider import TermPaused
from events.provider_course import TermResumed
from services.provider.domain.commands import PauseTerm
from services.provider.domain.commands_course import ResumeTerm
from services.provider.domain.deliverer import Deliverer
from services.provider.domain.delivery import Delivery, Status
from services.provider.domain.told_date import with_date


def pause(
    delivery: Delivery, command: PauseTerm, by: Header, deliverer: Deliverer
) -> Sequence[Act]:
    """Let the term stand still."""
    delivery.must_be_known(by)
    by.law(
        delivery.status is not Status.ELSEWHERE,
        "case-elsewhere",
        f"Case {delivery.case_id} is another deliverer's: its term is not kept still here",
        "5.5(1)",
    )
    standard = deliverer.standard
    allowed = None if standard is None else pause_on(standard.contents, command.ground)
    by.law(
        allowed is not None,
        "ground-not-in-standard",
        f"The standard lists no ground {command.ground} for a pause",
        "8.1(5)",
    )
    if allowed is not None:
        _must_be_as_allowed(delivery, command, by, allowed, deliverer)
    paused = TermPaused(
        **by.act(), ground=command.ground, until=command.until, effect=command.effect
    )
    return [with_date(delivery, paused, command.told, by, deliverer)]


def _must_be_as_allowed(
    delivery: Delivery, command: PauseTerm, by: Header, allowed: Pause, deliverer: Deliverer
) -> None:
    by.law(
        command.effect is allowed.effect,
        "effect-not-in-standard",
        f"After a pause on {allowed.ground} the standard's term does: {allowed.effect}",
        "8.1(5)",
    )
    last = _last_day(delivery, by, allowed, deliverer)
    by.law(
        last is None or command.until is None or command.until <= last,
        "pause-too-long",
        f"The standard allows {allowed.length} {allowed.unit} on {allowed.ground}, "
        f"not from {by.on} to {command.until}",
        "8.1(5)",
    )


def _last_day(delivery: Delivery, by: Header, allowed: Pause, deliverer: Deliverer) -> date | None:
    """Give the limit by the calendar known today; where none counts it, that is left to judgement.

    The rule judges by the same one, and by the latest (protocol H7).
    """
    start = None if delivery.registered is None else delivery.registered.start
    term = deliverer.counted_by(start)
    try:
        view = None if term is None else deliverer.calendar_of(term, by.on)
        return pause_limit(allowed, by.on, view, "5" if term is None else term.week)
    except UNCOUNTABLE:
        return None


def resume(
    delivery: Delivery, command: ResumeTerm, by: Header, deliverer: Deliverer
) -> Sequence[Act]:
    """Let the term go on; by itself only when all that was asked for has come (8.1(7)).

    A resumption told afterwards may end a pause that was not recorded.
    """
    delivery.must_be_known(by)
    delivery.must_hear(by, command.from_lane)
    ground = command.ground or delivery.term.waiting() or ""
    paused = delivery.term.paused.get(ground)
    by.form(
        bool(ground) and (by.transcribed or paused is not None),
        "not-paused",
        f"The term of case {delivery.case_id} does not stand still on {ground or 'any ground'}",
        "8.1(5)",
    )
    if command.from_lane is not None:
        _all_must_be_here(delivery, command, by, ground)
    effect = PauseEffect.CONTINUE if paused is None else paused.effect
    by.law(
        paused is None or command.effect in (None, effect),
        "effect-not-in-standard",
        f"After this pause the standard's term does: {effect}",
        "8.1(5)",
    )
    resumed = TermResumed(**by.act(), ground=ground, effect=command.effect or effect)
    return [with_date(delivery, resumed, command.told, by, deliverer)]


def _all_must_be_here(delivery: Delivery, command: ResumeTerm, by: Header, ground: str) -> None:
    missing = delivery.term.missing(ground, command.documents)
    by.form(
        not missing,
        "documents-awaited",
        f"Still awaited: {', '.join(missing)}; with them in hand an officer resumes the term",
        "8.1(7)",
    )
