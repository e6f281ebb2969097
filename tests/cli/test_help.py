"""Every command explains itself."""

import click
import pytest

from services.cli.main import main
from tests.cli.calling import said


def leaves(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """List every command, the groups included."""
    found: list[tuple[str, ...]] = [path]
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found += leaves(command, (*path, name))
        else:
            found.append((*path, name))
    return found


COMMANDS = leaves(main)


def command_at(path: tuple[str, ...]) -> click.Command:
    command: click.Command = main
    for name in path:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    return command


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_a_command_says_what_it_does_in_sentences_that_fit_a_screen(path: tuple[str, ...]) -> None:
    text = said(None, *path, "--help")

    first = (command_at(path).help or "").partition("\n\n")[0]
    assert first.strip().endswith(".")
    assert max(map(len, text.splitlines())) <= 100
    assert "noqa" not in text


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_option_that_does_not_speak_for_itself_has_a_help(path: tuple[str, ...]) -> None:
    for parameter in command_at(path).params:
        if isinstance(parameter, click.Option):
            assert parameter.help or parameter.show_default, parameter.name


def test_the_table_of_contents_names_every_command() -> None:
    text = said(None, "--help")

    for name in main.commands:
        assert f"\n  {name}" in text
