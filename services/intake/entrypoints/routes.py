"""Which commands officers of a window send, and in which role."""

from typing import Final

from services.officers import CommandRoutes, Role

COMMANDS: Final = CommandRoutes(
    live={
        "LodgeApplication": (Role.CLERK,),
        "AcceptApplication": (Role.CLERK,),
        "RefuseAcceptance": (Role.CLERK,),
        "TakeFee": (Role.CLERK,),
        "ForwardApplication": (Role.CLERK,),
        "SupplyDocuments": (Role.CLERK,),
        "Withdraw": (Role.CLERK,),
        "GiveNotice": (Role.CLERK,),
        "ReceiveResult": (Role.CLERK,),
        "HandOutResult": (Role.CLERK,),
        "ReturnResult": (Role.CLERK,),
        "TransferCase": (Role.CLERK,),
        "TellStatus": (Role.CLERK,),
        "HandInComplaint": (Role.CLERK,),
        "TakeOverCase": (Role.CLERK,),
        "RecordOutage": (Role.CLERK, Role.OPERATOR),
    },
    closed={},
)
