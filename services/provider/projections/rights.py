"""Rights that a body says are to be restored, and have not been (5.4(7), 5.5(8), 19.4(3), 19.5(2)).

A decision and a demand on one complaint at one stage ask for the same: one task, by the later word.
"""

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, Final

from events.complaints import ComplaintDecided, Verdict
from events.complaints_after import RestorationDemanded
from events.envelope import Recorded
from services.provider.domain.deliverer import Deliverer
from services.todo import Office, Task

_IN_FAVOUR: Final = (Verdict.SATISFIED, Verdict.PARTLY)


class Rights:
    """Collects who asks for what; add every event of another lane, then ask for the tasks."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._asked: defaultdict[str, dict[str, Recorded[Any]]] = defaultdict(dict)
        """Case -> `<lane>/<stream>` of the complaint -> the decision or the demand said last."""

    def add(self, event: Recorded[Any]) -> None:
        """Take an event in."""
        complaint = f"{event.lane}/{event.stream}"
        match event.data:
            case RestorationDemanded(to_lane=to_lane) if to_lane == self._office.lane:
                self._asked[event.subject][complaint] = event
            case ComplaintDecided(outcome=outcome, measures=measures):
                if outcome in _IN_FAVOUR and measures:
                    self._asked[event.subject].setdefault(complaint, event)
            case _:
                pass

    def tasks(
        self, case_id: str, deliverer: Deliverer, restored: AbstractSet[str]
    ) -> Iterator[Task]:
        """Give what is still to be restored in a case.

        Args:
            case_id: of the case.
            deliverer: who knows which bodies may ask.
            restored: complaints whose rights this lane says it has restored.
        """
        for complaint, event in self._asked.get(case_id, {}).items():
            if complaint not in restored and deliverer.may_order(event.lane):
                yield self._restore(event)

    def _restore(self, event: Recorded[Any]) -> Task:
        data = event.data
        demanded = isinstance(data, RestorationDemanded)
        by: date | None = data.by if demanded else data.measures_by
        asks = "demands" if demanded else "decided"
        return self._office.task(
            "restore_rights",
            f"{event.lane} {asks}: restore the applicant's rights ({', '.join(data.measures)}) "
            "and say how",
            event,
            due_on=by,
            article="19.5(2)" if demanded else "19.4(3), 5.5(8)",
        )
