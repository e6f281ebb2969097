"""Which commands officers of a deliverer or of a body that approves standards send."""

from typing import Final

from services.officers import CommandRoutes, Role

COMMANDS: Final = CommandRoutes(
    live={
        "ApproveStandard": (Role.NORMS,),
        "RecordRegistration": (Role.NORMS,),
        "RegisterCase": (Role.EXAMINER,),
        "StartStep": (Role.EXAMINER,),
        "CompleteStep": (Role.EXAMINER,),
        "PauseTerm": (Role.EXAMINER,),
        "ResumeTerm": (Role.EXAMINER,),
        "ExtendTerm": (Role.EXAMINER,),
        "AskDocuments": (Role.EXAMINER,),
        "Decide": (Role.EXAMINER,),
        "SendResult": (Role.EXAMINER,),
        "ForwardCase": (Role.EXAMINER,),
        "ReopenCase": (Role.EXAMINER,),
        "RestoreRights": (Role.EXAMINER,),
        "AnswerInquiry": (Role.EXAMINER,),
    },
    closed={
        "ChangeHandOutPlace": "it follows from the word of the window that has the case",
        "ReceiveInquiry": "a question comes with its asker's event, which it names",
    },
)
