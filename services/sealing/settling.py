"""Settling what events about keys ask: sending, sending again, destroying (protocol F1, F4, F6)."""

from collections.abc import Callable
from typing import Any

from events.acts.keys import ConfirmErasure, GrantKey
from events.acts.shared import HANDLERS
from events.codec import CannotRead
from events.deciding import Command, Refused
from events.envelope import Recorded
from events.keys import KeyAsked, SubjectErased
from events.log.instance import Instance
from events.log.lane.ids import policy_command_id
from events.log.reading.policies import address
from events.log.tree.keys import Signer
from events.register import Register
from services.sealing.cipher import DataKey
from services.sealing.erasing import Erasing, NotFollowed
from services.sealing.events_here import EventsHere
from services.sealing.granting import GrantRefused, Route, grant
from services.sealing.key_store import Duty, KeyStore, Kind

Deliver = Callable[[str, bytes], bool]
"""(reader, grant) -> whether it is on its way; it stays owed else."""


class NotHere(Exception):
    """What asks for something cannot be read here any more, or not yet; the sentence says why."""


class Settling:
    """One instance's duties."""

    def __init__(
        self,
        instance: Instance,
        events: EventsHere,
        keys: KeyStore,
        signer: Signer,
        deliver: Deliver,
    ) -> None:
        self._me = instance.me
        self._instance = instance
        self._events = events
        self._keys = keys
        self._signer = signer
        self._deliver = deliver
        self._erasing = Erasing(instance.me, keys)

    def settle(self, duty: Duty, register: Register) -> bool:
        """Do what a duty asks; False if it must wait.

        Raises:
            NotHere: the event that asks for it is not: its lane was restored from a backup.
            StoreBusy: a key is deleted and its old bytes are not gone yet.
        """
        done = self._by_kind(duty, register)
        if done:
            self._keys.settle(duty)
        return done

    def _by_kind(self, duty: Duty, register: Register) -> bool:
        match duty.kind:
            case Kind.SEND:
                return self._send(duty, register)
            case Kind.ASKED:
                return self._answer(duty, register)
            case Kind.ERASE:
                return self._erase(duty)

    def _send(self, duty: Duty, register: Register) -> bool:
        vouched = self._keys.vouched(self._me.lane, duty.key_id)
        if vouched and vouched <= self._keys.erased(duty.key_id):
            return True  # An erased key is skipped: nobody gets it any more.
        reader = register.agencies.get(duty.agency)
        key = self._key(duty.key_id, vouched)
        if key is None or reader is None or reader.grant_key is None:
            return False
        route = Route(self._me.realm, self._me.lane, duty.agency)
        try:
            granted = grant(key, route, reader.grant_key, self._signer)
        except GrantRefused:
            return False  # The register may tell a better key.
        return self._deliver(duty.agency, granted)

    def _key(self, key_id: str, commitments: frozenset[str]) -> DataKey | None:
        found = [self._keys.key(key_id, commitment) for commitment in sorted(commitments)]
        return next((key for key in found if key is not None), None)

    def _answer(self, duty: Duty, register: Register) -> bool:
        """Send again what was granted; the authority gets a key for the first time, with a ground.

        Everybody else gets keys with events only: who may read one has its key.
        """
        asked = self._event(duty, KeyAsked)
        if self._keys.renew(self._me.lane, duty.key_id, duty.agency):
            return True
        seen = [one for one in self._keys.seen(key_id=duty.key_id) if one.lane == self._me.lane]
        authority = register.agency_id(self._instance.known.audit_lane)
        if duty.agency != authority or not asked.data.ground or not seen:
            self._events.ignore(asked.ref, "key asked: it was not granted to who asks for it")
            return True
        command = GrantKey(
            key_id=duty.key_id,
            case_id=seen[0].case_id,
            readers=(duty.agency,),
            of_event=seen[0].ref,
        )
        self._command(command, duty, asked)
        return True

    def _erase(self, duty: Duty) -> bool:
        """Destroy a key, then say so."""
        erasure = self._event(duty, SubjectErased)
        try:
            self._erasing.erase(duty)
        except NotFollowed as because:
            self._events.ignore(erasure.ref, f"erasure: {because}")
            return True
        command = ConfirmErasure(
            key_id=duty.key_id, case_id=erasure.data.case_id, erasure=erasure.ref
        )
        self._command(command, duty, erasure)
        return True

    def _event(self, duty: Duty, kind: type[KeyAsked | SubjectErased]) -> Recorded[Any]:
        """Give the event that asks for something; after a restore another may stand there."""
        place = f"{duty.lane} #{duty.seq}"
        try:
            event = self._events.at(duty.lane, duty.seq)
        except (LookupError, CannotRead) as absent:
            raise NotHere(f"{place}, which asks for it, is not here ({absent})") from absent
        if not isinstance(event.data, kind) or event.data.key_id != duty.key_id:
            raise NotHere(f"{place}, which asks for it, is not here: another event stands there")
        return event

    def _command(self, command: Command, duty: Duty, event: Recorded[Any]) -> None:
        """Command what follows from an event, as a policy would; a refusal is stated."""
        name = type(command).__name__
        work = address(
            HANDLERS,
            command,
            command_id=policy_command_id(event.ref, name, f"key-{duty.key_id}"),
            actor=self._me.policy,
            time=event.time,
            causation=event.ref,
        )
        (outcome,) = self._instance.commit([work])
        if isinstance(outcome, Refused):
            self._events.ignore(event.ref, str(outcome))
