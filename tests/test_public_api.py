"""The front door: which names there are, what they cost, and how values behave."""

from __future__ import annotations

import copy
import dataclasses
import importlib.metadata
import inspect
import pickle
import subprocess
import sys
import typing

import pytest

import newsclean

PUBLIC = """
    parse aparse fetch afetch discover adiscover Cleaner Options
    Article Author Image Block Update Removal Provenance Notice Link Response SiteRules
    NewscleanError InputError FetchError NotAnArticle RuleError __version__
""".split()
VALUES = [
    newsclean.Article,
    newsclean.Author,
    newsclean.Block,
    newsclean.Image,
    newsclean.Link,
    newsclean.Notice,
    newsclean.Options,
    newsclean.Provenance,
    newsclean.Removal,
    newsclean.Response,
    newsclean.SiteRules,
    newsclean.Update,
]


def test_the_names_are_those_promised() -> None:
    assert sorted(newsclean.__all__) == sorted(PUBLIC)
    assert newsclean.__all__ == sorted(newsclean.__all__)


def test_the_visible_names_are_those_promised_before_and_after_use() -> None:
    assert dir(newsclean) == sorted(PUBLIC)
    assert newsclean.Article is newsclean.Article
    assert dir(newsclean) == sorted(PUBLIC)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_name_resolves_and_is_documented(name: str) -> None:
    value = getattr(newsclean, name)
    if name != "__version__":
        assert value.__name__ == name
        assert inspect.getdoc(value)


def test_star_import_gives_the_same_objects() -> None:
    names: dict[str, object] = {}
    exec("from newsclean import *", names)
    assert {name: getattr(newsclean, name) for name in PUBLIC} == {name: names[name] for name in PUBLIC}


@pytest.mark.parametrize("name", ["parsee", "api", "_nothing", "model_"])
def test_another_name_is_an_ordinary_attribute_error(name: str) -> None:
    process = (
        f"import newsclean\ntry: newsclean.{name}\nexcept AttributeError as e: print(e)\nelse: raise SystemExit(1)"
    )
    done = subprocess.run([sys.executable, "-c", process], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == f"module 'newsclean' has no attribute '{name}'"


def test_the_version_is_the_distribution_s() -> None:
    assert newsclean.__version__ == importlib.metadata.version("newsclean")


@pytest.mark.parametrize("value", VALUES)
def test_values_are_frozen_slotted_and_take_keywords_only(value: type) -> None:
    assert dataclasses.is_dataclass(value)
    assert value.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(value)
    parameters = inspect.signature(value).parameters.values()
    assert {parameter.kind for parameter in parameters} == {inspect.Parameter.KEYWORD_ONLY}


@pytest.mark.parametrize("value", VALUES)
def test_sequences_are_tuples(value: type) -> None:
    hints = typing.get_type_hints(value) if value not in (newsclean.Options, newsclean.SiteRules) else {}
    for name, hint in hints.items():
        origins = {typing.get_origin(part) for part in (hint, *typing.get_args(hint))}
        assert origins.isdisjoint({list, set}), name


def test_values_compare_pickle_and_copy() -> None:
    removal = newsclean.Removal(text="t", kind="share", by="engine", reason="r", evidence={"words": 1}, path="line 1")
    article = newsclean.Article(title="T", removed=(removal,))
    for twin in (pickle.loads(pickle.dumps(article)), copy.deepcopy(article)):
        assert twin == article
        assert hash(twin) == hash(article)
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.title = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    "error",
    [
        newsclean.NewscleanError("m"),
        newsclean.InputError("empty", "m"),
        newsclean.FetchError("dns", "m", url="https://example.org/"),
        newsclean.NotAnArticle("index", "m", evidence={"links": 40}, article=newsclean.Article(title="T")),
        newsclean.RuleError("a.toml", "drop[0]", "m"),
    ],
)
def test_errors_have_one_root_and_survive_a_process_boundary(error: newsclean.NewscleanError) -> None:
    assert isinstance(error, newsclean.NewscleanError)
    twin = pickle.loads(pickle.dumps(error))
    assert type(twin) is type(error)
    assert str(twin) == str(error)
    assert vars(twin) == vars(error)
