"""What an instance is made of: who it is, its store and writer, what it knows, what follows."""

from typing import NamedTuple

from events.log.lane.store import Store
from events.log.lane.writer import Writer
from events.log.reading.policies import Policies
from events.log.reading.reference import Reference


class Me(NamedTuple):
    """Who reads: the instance's realm, lane and agency, and whether it is the authority's."""

    realm: str
    lane: str
    agency: str
    authority: bool

    @property
    def policy(self) -> str:
        """The actor of what follows by itself (protocol I5)."""
        return f"{self.agency}/{self.lane.partition('.')[0]}/policy"


class Parts(NamedTuple):
    """The parts that work together in one transaction."""

    me: Me
    store: Store
    writer: Writer
    reference: Reference
    policies: Policies
