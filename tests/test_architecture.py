"""Sizes and habits of the source, and what an import costs: rules that no linter has."""

from __future__ import annotations

import ast
import importlib.metadata
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import newsclean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PACKAGE = Path(newsclean.__file__).parent
MODULES = {str(path.relative_to(PACKAGE)): path for path in sorted(PACKAGE.rglob("*.py"))}

MAX_LINES = 400
MAX_STATEMENTS = 40
MAX_ARGUMENTS = 6
NAME = re.compile(r"[\w.-]+")
CATCH_ALLS = {"util", "utils", "helper", "helpers", "common", "misc", "shared", "tools"}
MUTABLE = (ast.List, ast.Set, ast.ListComp, ast.SetComp)
DEAR = ("httpx", "httpcore", "trafilatura", "lxml", "selectolax", "numpy", "fastwarc", "rich")
"""Nobody who only imports, or asks for help, should wait for these."""

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@pytest.fixture(params=MODULES)
def tree(request: pytest.FixtureRequest) -> ast.Module:
    return ast.parse(MODULES[request.param].read_text(encoding="utf-8"))


def functions(tree: ast.AST) -> Iterator[FunctionNode]:
    return (node for node in ast.walk(tree) if isinstance(node, FunctionNode))


def statements(node: ast.AST) -> int:
    """Statements inside of a node, those of nested functions included, docstrings not."""
    return sum(isinstance(child, ast.stmt) and not _is_docstring(child) for child in ast.walk(node)) - 1


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def arguments(function: FunctionNode) -> int:
    given = function.args
    return len([arg for arg in (*given.posonlyargs, *given.args, *given.kwonlyargs) if arg.arg not in ("self", "cls")])


def test_there_are_modules() -> None:
    assert "__init__.py" in MODULES
    assert len(MODULES) > len(newsclean.__all__)


@pytest.mark.parametrize("path", MODULES)
def test_a_module_is_short_and_says_what_it_is_about(path: str) -> None:
    source = MODULES[path].read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MAX_LINES
    docstring = ast.get_docstring(ast.parse(source))
    assert docstring or not source.strip()


@pytest.mark.parametrize("path", MODULES)
def test_a_module_is_named_after_what_it_does(path: str) -> None:
    assert CATCH_ALLS.isdisjoint(Path(path).with_suffix("").parts)


def test_functions_are_short(tree: ast.Module) -> None:
    long = {node.name: statements(node) for node in functions(tree) if statements(node) > MAX_STATEMENTS}
    assert not long


def test_functions_take_few_arguments(tree: ast.Module) -> None:
    wide = {
        node.name: arguments(node)
        for node in functions(tree)
        if arguments(node) > MAX_ARGUMENTS and node.name[0] != "_"
    }
    assert not wide


def test_public_functions_are_annotated_and_documented(tree: ast.Module) -> None:
    public = [node for node in tree.body if isinstance(node, FunctionNode) and not node.name.startswith("_")]
    assert not [node.name for node in public if node.returns is None or ast.get_docstring(node) is None]


def test_there_are_no_globals(tree: ast.Module) -> None:
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Global)]


def test_there_is_no_mutable_list_or_set_at_module_level(tree: ast.Module) -> None:
    """`__all__` is one by custom; mappings are typed as `Mapping` and watched by mypy."""
    assigned = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    names = [ast.unparse(node) for node in assigned if isinstance(node.value, MUTABLE)]
    assert not [name for name in names if not name.startswith("__all__")]


def loaded_by(code: str) -> set[str]:
    """Modules that are loaded after the code ran in a process of its own."""
    script = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_import_loads_nothing_dear() -> None:
    loaded = loaded_by("import newsclean")
    assert loaded.isdisjoint(DEAR)
    assert loaded.isdisjoint(("typing", "dataclasses", "msgspec", "newsclean.model"))


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["rules", "--help"]])
def test_help_loads_nothing_dear(words: list[str]) -> None:
    run = "from newsclean.cli import main\ntry: main()\nexcept SystemExit: pass"
    assert loaded_by(f"import sys; sys.argv = ['newsclean', *{words}]\n{run}").isdisjoint((*DEAR, "msgspec", "regex"))


@pytest.mark.parametrize("name", ["Article", "Options", "NotAnArticle", "SiteRules", "Cleaner"])
def test_a_value_loads_no_parser_and_no_client(name: str) -> None:
    assert loaded_by(f"import newsclean; newsclean.{name}").isdisjoint(DEAR)


@pytest.fixture(scope="session")
def distributions() -> Mapping[str, list[str]]:
    """Top-level module to the distributions that have it."""
    return importlib.metadata.packages_distributions()


def declared() -> set[str]:
    """Distributions that `pyproject.toml` names, for run time and for the extras of users."""
    project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    named = (*project["dependencies"], *extras["cache"], *extras["warc"])
    return {canonical(NAME.match(text)[0]) for text in named}  # type: ignore[index]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_what_is_imported_is_declared(tree: ast.Module, distributions: Mapping[str, list[str]]) -> None:
    """Not only what comes with something else, which may stop to bring it."""
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level}
    foreign = {name.partition(".")[0] for name in names} - {"newsclean", *sys.stdlib_module_names}
    assert not [name for name in foreign if declared().isdisjoint(map(canonical, distributions.get(name, [name])))]


def test_every_dependency_says_why_it_is_there() -> None:
    text = canonical((PACKAGE.parents[1] / "docs" / "dependencies.md").read_text(encoding="utf-8"))
    assert not [name for name in declared() if name not in text]
