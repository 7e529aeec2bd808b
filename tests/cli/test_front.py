"""A command with groups beside it."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from newsclean.cli.front import INTERRUPTED, Front


@click.group()
def tools() -> None:
    """Tools."""


@tools.command()
@click.argument("word")
def say(word: str) -> None:
    """Say a word."""
    if word == "stop":
        raise KeyboardInterrupt
    click.echo(f"said {word}")


@click.command(cls=Front, groups={"tools": lambda: tools})
@click.argument("words", nargs=-1, required=True)
@click.option("-l", "--loud", is_flag=True)
def main(words: tuple[str, ...], *, loud: bool) -> None:
    """Do the main job."""
    if "stop" in words:
        raise KeyboardInterrupt
    click.echo(f"{words} {loud}")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["a", "b"], "('a', 'b') False"),
        (["a", "-l", "tools"], "('a', 'tools') True"),
        (["./tools"], "('./tools',) False"),
        (["--", "tools"], "('tools',) False"),
        (["-l", "tools"], "('tools',) True"),
        (["tools", "say", "x"], "said x"),
    ],
)
def test_the_first_word_decides(words: list[str], shown: str) -> None:
    result = CliRunner().invoke(main, words)
    assert (result.exit_code, result.output) == (0, f"{shown}\n")


@pytest.mark.parametrize(
    ("words", "usage"),
    [
        (["--help"], "Usage: main [OPTIONS] WORDS..."),
        (["tools", "--help"], "Usage: main tools [OPTIONS] COMMAND [ARGS]..."),
        (["tools", "say", "--help"], "Usage: main tools say [OPTIONS] WORD"),
    ],
)
def test_help_names_the_command_as_it_is_typed(words: list[str], usage: str) -> None:
    result = CliRunner().invoke(main, words)
    assert (result.exit_code, result.output.splitlines()[0]) == (0, usage)


@pytest.mark.parametrize("words", [[], ["--nothing"], ["tools", "nothing"], ["tools", "say"]])
def test_wrong_usage_ends_with_two(words: list[str]) -> None:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: main")


@pytest.mark.parametrize("words", [["stop"], ["tools", "say", "stop"]])
def test_an_interruption_ends_in_silence(words: list[str]) -> None:
    result = CliRunner().invoke(main, words)
    assert (result.exit_code, result.output) == (INTERRUPTED, "")
