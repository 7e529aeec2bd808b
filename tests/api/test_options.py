"""The one set of options: defaults as promised, wrong values refused where they are written."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING, Any

import pytest

from newsclean import Cleaner, NewscleanError, Options, RuleError, parse

if TYPE_CHECKING:
    from pathlib import Path


def test_the_defaults_are_those_promised() -> None:
    options = Options()
    assert (options.rules, options.disable, options.input, options.accept) == ((), (), "auto", "article")
    assert (options.second_opinion, options.tables, options.timeout, options.max_bytes) == (
        True,
        True,
        30.0,
        10 * 1024 * 1024,
    )
    assert (options.allow_private, options.robots, options.user_agent, options.cache, options.archive) == (
        False,
        True,
        None,
        None,
        False,
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"input": "pdf"},
        {"input": None},
        {"accept": "all"},
        {"timeout": 0},
        {"timeout": -1.0},
        {"timeout": float("nan")},
        {"max_bytes": 0},
    ],
)
def test_wrong_values(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Options(**wrong)


@pytest.mark.parametrize("wrong", [{"rules": "site.toml"}, {"rules": b"site.toml"}, {"disable": "share"}])
def test_wrong_types(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=next(iter(wrong))):
        Options(**wrong)


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(TypeError):
        Options(colour="red")  # type: ignore[call-arg]


def test_options_cannot_be_changed_and_are_values() -> None:
    options = Options(disable=("share",))
    assert options == Options(disable=("share",))
    assert hash(options) == hash(Options(disable=("share",)))
    assert pickle.loads(pickle.dumps(options)) == options
    with pytest.raises(FrozenInstanceError):
        options.tables = False  # type: ignore[misc]


def test_a_rule_file_that_is_missing_is_told(tmp_path: Path, story: Any) -> None:
    with pytest.raises(RuleError) as caught:
        parse(story.text, options=Options(rules=(tmp_path / "missing.toml",)))
    assert "missing.toml" in caught.value.file
    assert isinstance(caught.value, NewscleanError)


def test_rules_of_ones_own_are_added(tmp_path: Path, story: Any) -> None:
    rules = tmp_path / "presstv.example.toml"
    rules.write_text(
        'schema = 1\nname = "Ferry Blog"\nhosts = ["ferry.example"]\n'
        '[[drop]]\nid = "winch"\ntext = "^Sveinsdottir said that the heart"\n'
        'kind = "boilerplate"\nreason = "A test."\n',
        encoding="utf-8",
    )
    article = parse(story.text, url="https://ferry.example/1", options=Options(rules=(rules,)))
    assert article.site == "Ferry Blog"
    assert story.paragraphs[3] not in article.text
    (winch,) = (removal for removal in article.removed if removal.by.endswith("/winch"))
    assert winch.text == story.paragraphs[3]


def test_no_rules_at_all(story: Any) -> None:
    article = parse(story.text, url=story.url, options=Options(rules=None))
    assert article.rules_applied == ()
    assert article.site is None


def test_a_cleaner_can_be_used_again_after_it_was_closed(story: Any) -> None:
    cleaner = Cleaner()
    first = cleaner.parse(story.text)
    cleaner.close()
    assert cleaner.parse(story.text) == first


def test_many_pages_give_articles_and_errors_in_order(story: Any) -> None:
    with Cleaner() as cleaner:
        first, second, third = cleaner.clean_many([story.text, b"%PDF-1.7\n", story.html])
        assert cleaner.clean_many([]) == []
        assert cleaner.clean_many(page for page in (story.text,)) == [first]
    assert isinstance(second, NewscleanError)
    assert first.text == third.text  # type: ignore[union-attr]


def test_a_wrong_type_among_many_is_a_mistake_of_the_caller() -> None:
    with Cleaner() as cleaner, pytest.raises(TypeError):
        cleaner.clean_many([1])  # type: ignore[list-item]
