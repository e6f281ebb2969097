"""Whether a lane is kept as agreed: days closed in order, each entry in its place, each id once."""

from collections.abc import Callable, Iterator
from typing import Final

from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Verdict
from services.audit.domain.lane_file import LaneFile, Oddity
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import everywhere

LaneJudge = Callable[[LaneFile, LedgerDay], Iterator[Verdict]]


def _silent(file: LaneFile, _: LedgerDay) -> Iterator[Verdict]:
    for silence in file.silences:
        returned = silence.returned
        yield Evidence(
            charged=file.agency,
            began=silence.began_ref,
            subject=file.lane,
            event_ids=(silence.began_ref,),
            due_on=silence.due_on,
            days_late=None if returned is None else (returned - silence.due_on).days,
        )


def _backdated(file: LaneFile, day: LedgerDay) -> Iterator[Verdict]:
    """Leave out imports of the past, whose days count together (protocol B8)."""
    return iter(()) if file.historic else _odd("backdated")(file, day)


def _odd(kind: str) -> LaneJudge:
    """Judge the entries of a lane that stand where they should not; of equal ids one."""

    def judge(file: LaneFile, _: LedgerDay) -> Iterator[Verdict]:
        found: dict[str, Oddity] = {}
        for oddity in file.oddities:
            if oddity.kind == kind:
                found.setdefault(oddity.ref, oddity)
        for oddity in found.values():
            yield Evidence(
                charged=file.agency,
                began=oddity.ref,
                subject=oddity.subject,
                event_ids=tuple(sorted({oddity.ref, oddity.other} - {""})),
            )

    return judge


LANE_SILENT: Final[Rule[LaneFile]] = Rule(
    name="lane_silent",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="The lane did not close its day.",
        kk="Орган өз журналының күнін жаппады.",
        ru="Орган не закрыл день своего журнала.",
    ),
    cites=everywhere("B4"),
    judge=_silent,
)

BACKDATED: Final[Rule[LaneFile]] = Rule(
    name="backdated",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="An entry came after its day was closed.",
        kk="Жазба күні жабылған соң енгізілді.",
        ru="Запись внесена после закрытия дня.",
    ),
    cites=everywhere("B7"),
    judge=_backdated,
)

POSTDATED: Final[Rule[LaneFile]] = Rule(
    name="postdated",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="An entry is dated later than the day in which it was made.",
        kk="Жазба енгізілген күнінен кейінгі күнмен белгіленді.",
        ru="Запись датирована днём позже того, в который внесена.",
    ),
    cites=everywhere("B7"),
    judge=_odd("postdated"),
)

ID_REPEATED: Final[Rule[LaneFile]] = Rule(
    name="id_repeated",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="Two entries of the lane bear the same id.",
        kk="Журналдың екі жазбасының нөмірі бірдей.",
        ru="Две записи журнала имеют один и тот же номер.",
    ),
    cites=everywhere("B11"),
    judge=_odd("id_repeated"),
)

VERSION_SKIPPED: Final[Rule[LaneFile]] = Rule(
    name="version_skipped",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="An entry of a stream is missing before this one.",
        kk="Бұл жазбаның алдында сол тізбектің жазбасы жетіспейді.",
        ru="Перед этой записью недостаёт записи той же цепочки.",
    ),
    cites=everywhere("I4"),
    judge=_odd("version_skipped"),
)

DAY_OUT_OF_ORDER: Final[Rule[LaneFile]] = Rule(
    name="day_out_of_order",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="The lane closed a day that is not its next.",
        kk="Орган өз журналында кезектегіден басқа күнді жапты.",
        ru="Орган закрыл не очередной день своего журнала.",
    ),
    cites=everywhere("B1"),
    judge=_odd("day_out_of_order"),
)
