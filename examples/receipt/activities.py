"""What was done in a case, each activity as one command; some hang on what came before."""

from collections import deque
from collections.abc import Callable
from typing import Final

from events.acts.inquiry import NoteAnswer, SendInquiry
from events.deciding import Command
from events.law.norms import PauseEffect
from events.provider import Outcome
from events.words import NoticeKind
from examples.receipt.log_case import LogActivity, LogCase, day_of
from examples.receipt.office import Act, Office, part_of_actor, transcribed
from examples.receipt.standard import EDITION, HOLD, RESULT, SERVICE
from examples.receipt.vocabulary import CONFIRMATION
from services.intake.domain.commands import GiveNotice
from services.provider.domain.commands import CompleteStep, Decide, PauseTerm, RegisterCase

ADVISER: Final = "adviser"
"""Who was asked for advice: the log does not say which agency."""


class CaseActs:
    """Tells the activities of one case in order of time."""

    def __init__(self, case: LogCase, case_id: str, office: Office) -> None:
        self._case = case
        self._case_id = case_id
        self._office = office
        self._version = 0
        """Of the case's stream at the deliverer."""
        self._decided = False
        self._open_inquiries: deque[str] = deque()
        self._acceptance = f"{office.intake_lane}/application-{case_id}:2"
        self._paused = self._acceptance
        """What a notice of a pause is about; the acceptance if no pause is in the log."""

    def tell(self, activity: LogActivity) -> Act:
        """Give the act; to be called once for each activity, in order."""
        command = self._command(activity)
        at_window = isinstance(command, GiveNotice)
        if not isinstance(command, GiveNotice | SendInquiry | NoteAnswer):
            self._version += 1
        return Act(
            lane="intake" if at_window else "provider",
            row_id=activity.instance,
            actor_unit=part_of_actor(activity.group),
            officer=part_of_actor(activity.resource),
            command=command,
            happened=activity.at,
            told=max(activity.at, self._case.start) if at_window else activity.at,
        )

    def _command(self, activity: LogActivity) -> Command:
        kind = activity.code.partition("-")[0]
        tell: dict[str, Callable[[LogActivity], Command]] = {
            CONFIRMATION: self._register,
            "T05": self._tell_receipt,
            "T08": self._ask,
            "T09": self._answer,
            "T15": self._decide,
            "T16": self._pause,
            "T20": self._tell_pause,
        }
        return tell.get(kind, self._step)(activity)

    def _register(self, activity: LogActivity) -> Command:
        if self._version > 0:
            return self._step(activity)
        return RegisterCase(
            **transcribed(activity.at),
            case_id=self._case_id,
            service_code=SERVICE,
            standard_edition=EDITION,
            window=self._office.agency,
            from_lane=self._office.intake_lane,
            received_on=day_of(self._case.start),
            registration_no=self._case.case_id,
        )

    def _step(self, activity: LogActivity) -> CompleteStep:
        return CompleteStep(**transcribed(activity.at), case_id=self._case_id, step=activity.code)

    def _tell_receipt(self, activity: LogActivity) -> GiveNotice:
        return self._notice(activity, "receipt", self._acceptance)

    def _tell_pause(self, activity: LogActivity) -> GiveNotice:
        return self._notice(activity, "pause", self._paused)

    def _notice(self, activity: LogActivity, kind: NoticeKind, about: str) -> GiveNotice:
        return GiveNotice(**transcribed(activity.at), case_id=self._case_id, kind=kind, about=about)

    def _ask(self, activity: LogActivity) -> SendInquiry:
        inquiry_id = self._office.id_of(activity.instance, SendInquiry, "inquiry_id")
        self._open_inquiries.append(inquiry_id)
        return SendInquiry(
            **transcribed(activity.at),
            inquiry_id=inquiry_id,
            case_id=self._case_id,
            holder=ADVISER,
            kind="advice",
            legal_basis="",  # Not in the log.
        )

    def _answer(self, activity: LogActivity) -> NoteAnswer:
        """Take it as the answer to the oldest open inquiry; else to one that is not in the log."""
        if self._open_inquiries:
            inquiry_id = self._open_inquiries.popleft()
        else:
            inquiry_id = self._office.id_of(activity.instance, NoteAnswer, "inquiry_id")
        return NoteAnswer(
            **transcribed(activity.at),
            inquiry_id=inquiry_id,
            case_id=self._case_id,
            outcome="received",
        )

    def _decide(self, activity: LogActivity) -> Command:
        if self._decided:
            return self._step(activity)
        self._decided = True
        return Decide(
            **transcribed(activity.at),
            case_id=self._case_id,
            outcome=Outcome.LEFT_UNEXAMINED,
            reasons_given=False,  # None are in the log.
            result_kind=RESULT,
        )

    def _pause(self, activity: LogActivity) -> PauseTerm:
        self._paused = f"{self._office.provider_lane}/delivery-{self._case_id}:{self._version + 1}"
        return PauseTerm(
            **transcribed(activity.at),
            case_id=self._case_id,
            ground=HOLD,
            effect=PauseEffect.CONTINUE,
        )
