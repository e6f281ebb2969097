"""Why a log is refused: every problem with its row, and nothing of the log is taken."""

from typing import Final

from msgspec import Struct

PROBLEMS_MAX: Final = 20
"""Problems named at once; a file with more has one cause, and the first ones show it."""


class Problem(Struct, frozen=True, kw_only=True):
    """One thing that is wrong."""

    row: int | None = None
    """Line of the file, the header being 1; None for what concerns the whole file."""
    reason: str

    def __str__(self) -> str:
        return self.reason if self.row is None else f"row {self.row}: {self.reason}"


class LogRefused(ValueError):
    """The log is not imported, not even in part."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        more = " or more" if len(problems) == PROBLEMS_MAX else ""
        says = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(f"the log is refused, {len(problems)}{more} problem(s):\n{says}")
        self.problems = problems


class Problems:
    """Collects what is wrong while the rest of the file is still being checked."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def add(self, row: int | None, reason: str) -> None:
        """Note a problem.

        Raises:
            LogRefused: it was the last that is named at once.
        """
        self._found.append(Problem(row=row, reason=reason))
        if len(self._found) == PROBLEMS_MAX:
            self.refuse_if_any()

    def and_last(self, row: int | None, reason: str) -> LogRefused:
        """Make the refusal for all that was found and this, which ends the check."""
        return LogRefused((*self._found, Problem(row=row, reason=reason)))

    def refuse_if_any(self) -> None:
        """End the check.

        Raises:
            LogRefused: something was wrong.
        """
        if self._found:
            raise LogRefused(tuple(self._found))


def refused(reason: str, row: int | None = None) -> LogRefused:
    """Make a refusal for one reason, to be raised."""
    return LogRefused((Problem(row=row, reason=reason),))
