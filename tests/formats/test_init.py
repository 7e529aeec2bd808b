"""`render`: a format is a module of the package."""

from __future__ import annotations

from importlib import import_module

import pytest

from newsclean import Article, formats


def test_the_formats_are_those_of_the_command_line() -> None:
    assert formats.names() == ("html", "json", "jsonl", "markdown", "ninjs", "schema_org", "text", "zyte")


@pytest.mark.parametrize("name", formats.names())
def test_every_format_renders_an_article_and_an_empty_one(name: str, article: Article) -> None:
    for given in (article, Article()):
        rendered = formats.render(given, name)
        assert rendered == import_module(f"newsclean.formats.{name}").render(given)
        assert not rendered.endswith("\n")


def test_an_article_formats_itself(article: Article) -> None:
    assert article.format("text") == formats.render(article, "text")
    assert article.markdown == formats.render(article, "markdown")
    assert article.html == formats.render(article, "html")


@pytest.mark.parametrize("name", ["pdf", "", "explain", "schema", "mappings", "JSON", "../text"])
def test_another_name_is_refused_with_the_names_that_exist(name: str, article: Article) -> None:
    with pytest.raises(ValueError, match="must be one of html, json, jsonl, markdown, ninjs, schema_org, text, zyte"):
        article.format(name)


def test_text_is_the_body_alone(article: Article) -> None:
    text = article.format("text")
    assert text == article.text
    assert text.startswith("The first boat left at six on Monday.\n\nWhat changes\n\n")
    assert "From | To" in text
    for elsewhere in (article.title, article.standfirst, "The quay at dawn", "Get the harbour letter"):
        assert elsewhere not in text
