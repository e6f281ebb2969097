"""Which service's to-do list is read how, and the list of one lane."""

from collections.abc import Mapping
from typing import Final

from services.complaints.projections.todo import todo as complaints
from services.intake.projections.todo import todo as intake
from services.provider.projections.todo import todo as provider
from services.realm import Realm
from services.todo import Fold, ToDo
from services.todo import todo as todo_of

FOLDS: Final[Mapping[str, Fold]] = {
    "intake": intake,
    "provider": provider,
    "complaints": complaints,
}
"""Service -> how its to-do list is read; the ledger has none."""


def todo_list(realm: Realm, lane: str) -> ToDo:
    """Read the to-do list of a lane whose software runs here."""
    instance = realm.instance(lane)
    known = instance.known
    with instance.store.reading() as tx:
        return todo_of(tx, instance.me, known, FOLDS[lane.partition(".")[0]])
