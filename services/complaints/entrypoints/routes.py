"""Which commands officers of a body that examines complaints send, and in which role."""

from typing import Final

from services.officers import CASEWORK, CommandRoutes, Role

COMMANDS: Final = CommandRoutes(
    live={
        "LodgeComplaint": CASEWORK,
        "RegisterComplaint": CASEWORK,
        "ForwardComplaint": (Role.EXAMINER,),
        "ExtendExamination": (Role.EXAMINER,),
        "NotifyExtension": (Role.EXAMINER,),
        "MakeCheck": (Role.EXAMINER,),
        "DecideComplaint": (Role.EXAMINER,),
        "SendDecision": (Role.EXAMINER,),
        "NotifyOutcome": (Role.EXAMINER,),
        "DemandRestoration": (Role.EXAMINER,),
        "CheckRestoration": (Role.EXAMINER,),
        "WithdrawComplaint": CASEWORK,
        "ReportCourtAction": CASEWORK,
        "ReportCourtOutcome": (Role.EXAMINER,),
    },
    closed={},
)
