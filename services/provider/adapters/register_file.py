"""A holder's register as a JSON file beside its lane.

    {
      "register": "Address register of Almaty",
      "documents": {"address_certificate": ["*"], "plan": ["5d0e4c61f0a94b1e4f10433808ba46bd"]}
    }

`documents` has, for each code that the register answers by itself, the cases for which it holds
the document; `*` is every case.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Self

import msgspec
from msgspec import Struct

from services.provider.application.registers import RegisterAnswer
from services.provider.domain.answering import NOT_HELD, PROVIDED

EVERY_CASE: Final = "*"


class RegisterInvalid(ValueError):
    """The file is no register; the text says where."""


class RegisterFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A register that answers by itself; read once, so that an answer does not change."""

    register: str
    """Its name, for people."""
    documents: Mapping[str, tuple[str, ...]]
    """Code -> the cases for which the document is held."""

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """Read the file; None if there is none: then officers answer.

        Raises:
            RegisterInvalid: it cannot be read as a register.
        """
        if not path.exists():
            return None
        try:
            return msgspec.json.decode(path.read_bytes(), type=cls)
        except msgspec.DecodeError as broken:
            raise RegisterInvalid(f"{path} is no register: {broken}") from broken

    def answer(self, case_id: str, documents: Sequence[str]) -> RegisterAnswer | None:
        """Provide all that is asked for, or say that it is not held; None if it is not ours."""
        if not documents or not self.documents.keys() >= set(documents):
            return None
        cases = (self.documents[code] for code in documents)
        if all(case_id in one or EVERY_CASE in one for one in cases):
            return RegisterAnswer(PROVIDED, tuple(documents))
        return RegisterAnswer(NOT_HELD, ())
