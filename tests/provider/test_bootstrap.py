"""The provider put together, with and without the holder's register."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from events.deciding import Ignored, Reaction
from events.log.reading.parts import Me
from services.provider.adapters.register_file import RegisterFile
from services.provider.bootstrap import service
from services.provider.domain.commands_course import AnswerInquiry
from tests.given import live, recorded
from tests.provider.at_lane import AT_HOLDER, KNOWN, PlanRegister
from tests.provider.examples import CASE, HOLDER
from tests.provider.examples_course import NOT_ASKED, REPLIED, TAKE

ME = Me("kz-test", AT_HOLDER.lane, HOLDER, authority=False)
(RECEIVED,) = NOT_ASKED.receive(TAKE, live())
QUESTION = recorded(RECEIVED, lane=AT_HOLDER.lane, case=CASE)


def test_without_a_register_an_officer_answers() -> None:
    (reaction,) = service(ME, lambda: KNOWN).react(QUESTION)

    assert isinstance(reaction, Ignored)


@pytest.mark.parametrize("read", [lambda _: PlanRegister(), RegisterFile.read])
def test_with_a_register_it_answers_by_itself(
    tmp_path: Path, read: Callable[[Path], PlanRegister | RegisterFile]
) -> None:
    path = tmp_path / "register.json"
    path.write_text('{"register": "Plans of Almaty", "documents": {"plan": ["*"]}}')

    (reaction,) = service(ME, lambda: KNOWN, registers=read(path)).react(QUESTION)

    assert isinstance(reaction, Reaction)
    assert isinstance(reaction.command, AnswerInquiry)
    assert reaction.command.outcome == "provided"


def test_who_reads_is_asked_of_the_register_of_lanes_as_known_now() -> None:
    made = service(ME, lambda: replace(KNOWN, audit_lane=""))

    assert made.audience(RECEIVED, REPLIED) == {TAKE.asker}
    assert made.empty["answering"]("x").answering_id == "x"
