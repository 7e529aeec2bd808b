"""Every example of the README and the documentation, run and compared with what is printed there.

`python` blocks are sessions, as in doctest. `console` blocks are commands behind `$`, each with all that it prints; a
line with nothing but `…` stands for any lines. They run in the root of the repository. A page that has a folder of its
name in docs/examples runs in a copy of that folder instead, where it may write; there a `toml` block whose first line
names a file is written as that file.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from doctest import NORMALIZE_WHITESPACE
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from newsclean import formats
from newsclean.cli.clean import clean
from newsclean.detectors import detectors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sybil import Example

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
LINK = re.compile(r"\]\((?!https?:|#)(?P<path>[^)#]+)")
FILE = re.compile(r"# (?P<name>[\w.-]+\.toml)\n")
ELISION = "…"


def run_session(example: Example, *, folder: Path) -> str | None:
    """What is wrong with a `console` block that is run in a folder, or None."""
    for command, expected in commands(example.parsed):
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            cwd=folder,
            env=os.environ | {"PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        shown = done.stdout.decode("utf-8")
        if not matches(shown, expected):
            return f"$ {command}\n--- expected\n{expected}\n--- got\n{shown}"
    return None


def commands(block: str) -> Iterator[tuple[str, str]]:
    """The commands of a block, each with its output."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def matches(shown: str, expected: str) -> bool:
    lines = (r"(?:.*\n)*?" if line == ELISION else f"{re.escape(line)}\n" for line in expected.rstrip("\n").split("\n"))
    return re.fullmatch("".join(lines), shown) is not None or (not shown and not expected)


def save(example: Example, *, folder: Path) -> None:
    """Write a block that names its file."""
    if named := FILE.match(example.parsed):
        (folder / named["name"]).write_text(example.parsed, encoding="utf-8")


def examples(page: Path, workplace: Path) -> Iterator[Example]:
    """The examples of a page, in order; where they write, it is in the workplace."""
    own = ROOT / "docs" / "examples" / page.stem
    folder = Path(shutil.copytree(own, workplace / page.stem)) if own.is_dir() else ROOT
    parsers = [
        PythonCodeBlockParser(doctest_optionflags=NORMALIZE_WHITESPACE),
        CodeBlockParser(language="console", evaluator=partial(run_session, folder=folder)),
    ]
    if folder != ROOT:
        parsers.append(CodeBlockParser(language="toml", evaluator=partial(save, folder=folder)))
    yield from Sybil(parsers=parsers).parse(page).examples()


@pytest.mark.skipif(sys.platform == "win32", reason="commands of a POSIX shell")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_example_is_true(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for example in examples(page, tmp_path):
        example.evaluate()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    links = [match["path"] for match in LINK.finditer(page.read_text(encoding="utf-8"))]
    assert not [link for link in links if not (page.parent / link).exists()]


def test_the_readme_has_both_one_line_commands() -> None:
    lines = [
        line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("python3 ")
    ]
    assert len(lines) == 2
    assert all(line.startswith("python3 -m venv .venv && .venv/bin/pip install ") for line in lines)
    assert lines[0].endswith("&& .venv/bin/newsclean docs/examples/harbour.html")
    assert lines[1].endswith("&& .venv/bin/pytest")


def test_the_command_line_is_documented() -> None:
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    options = [name for parameter in clean.params for name in parameter.opts if name.startswith("-")]
    assert not [name for name in options if f"`{name}" not in text]


def test_the_formats_are_documented() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert not [name for name in formats.names() if f"`{name}`" not in text]


def test_the_detectors_are_documented() -> None:
    text = (ROOT / "docs" / "residue.md").read_text(encoding="utf-8")
    assert not [name for name in detectors() if f"`{name}`" not in text]


def test_the_benchmarks_are_documented() -> None:
    text = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    programs = [
        path for path in ROOT.glob("benchmarks/*.py") if "\nif __name__ == " in path.read_text(encoding="utf-8")
    ]
    assert len(programs) > 1
    assert not [path.name for path in programs if f"`{path.name}`" not in text]


def test_the_index_leads_to_every_page() -> None:
    text = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = [str(page.relative_to(ROOT / "docs")) for page in PAGES[1:] if page.name != "index.md"]
    assert not [page for page in pages if f"({page})" not in text]


@pytest.mark.parametrize(
    ("shown", "expected", "equal"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\nc\n", "a\n…\nc", True),
        ("a\nc\n", "a\n…\nc", True),
        ("a\nb\n", "a\n…\nc", False),
        ("a.\n", "ab\n", False),
        ("", "", True),
        ("a\n", "", False),
    ],
)
def test_how_output_is_compared(shown: str, expected: str, *, equal: bool) -> None:
    assert matches(shown, expected) == equal
