"""Which of the commands that every service answers officers send, and in which role."""

from typing import Final

from services.officers import CASEWORK, CommandRoutes, Role

_FOLLOWS: Final = "it follows by itself from another lane's event"

ACTS: Final = CommandRoutes(
    live={
        "SendInquiry": (Role.EXAMINER,),
        "NoteAnswer": (Role.EXAMINER,),  # Of a holder that keeps no lane.
        "Correct": (*CASEWORK, Role.NORMS, Role.AUDITOR),
        "AnswerFinding": (Role.AUDITOR,),
        "AskKey": (Role.PRIVACY,),
        "EraseSubject": (Role.PRIVACY,),
        "DiscloseCase": (Role.PRIVACY,),
    },
    closed={
        "GrantKey": _FOLLOWS,
        "ConfirmErasure": _FOLLOWS,
        "ReadPersonalData": "what is read is opened in the same request: personal-data",
    },
)
