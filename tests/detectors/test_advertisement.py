"""Labels of advertisements and disclosures of commissions go; news of advertising stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "- Advertisement -",
        "Article continues below advertisement",
        "We may earn a commission when you buy rope through our links.",
        "This article contains affiliate links, which cost you nothing.",
    ],
)
def test_it_is_found_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("advertisement", story(below=(line,))) == {line: "advertisement"}
    assert said("advertisement", article(below=f"<p>{line}</p>")) == {line: "advertisement"}


def test_it_is_found_in_the_middle_too(story: Read, article: Read, said: Said) -> None:
    line = "Advertisement"
    assert said("advertisement", story(middle=(line,))) == {line: "advertisement"}
    assert said("advertisement", article(middle=f"<p>{line}</p>")) == {line: "advertisement"}


@pytest.mark.parametrize(
    "line",
    [
        "The advertisement was taken down on Monday.",
        "Advertising pays for the lamp, the harbour master said.",
        "Sponsored by the town, the lamp burned all winter.",
        "Click for full results of the regatta",
    ],
)
def test_prose_with_such_words_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("advertisement", story(middle=(line,))) == {}
    assert said("advertisement", story(below=(line,))) == {}
    assert said("advertisement", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Anzeige"),
        ("fr", "La suite après la publicité"),
        ("es", "Publicidad"),
        ("pt", "Continua após a publicidade"),
        ("nl", "Advertentie"),
        ("ru", "Реклама"),
        ("tr", "Reklam"),
        ("ar", "إعلان"),
        ("fa", "آگهی"),
        ("zh", "广告"),
        ("ko", "광고"),
        ("pl", "Reklama"),
        ("no", "Annonse"),
        ("sv", "Annons"),
        ("da", "Annonce"),
        ("it", "Pubblicità"),
        ("ja", "スポンサーリンク"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("advertisement", lines(title, *prose, line, language=language)) == {line: "advertisement"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("advertisement", story()) == {}
    assert said("advertisement", article()) == {}
