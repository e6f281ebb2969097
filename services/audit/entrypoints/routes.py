"""Which commands officers of the quality authority send, and in which role."""

from typing import Final

from services.officers import CommandRoutes, Role

_OF_THE_LEDGER: Final = "the ledger says it of itself when a day is closed"

COMMANDS: Final = CommandRoutes(
    live={
        "RegisterAgency": (Role.REGISTRAR,),
        "AdoptCalendar": (Role.NORMS,),
        "AdoptEdition": (Role.NORMS,),
        "ReviewFinding": (Role.AUDITOR,),
    },
    closed={
        "AcceptLanes": _OF_THE_LEDGER,
        "CountDay": _OF_THE_LEDGER,
        "JudgeDay": _OF_THE_LEDGER,
        "RecordFinding": _OF_THE_LEDGER,
        "SupersedeFinding": _OF_THE_LEDGER,
    },
)
