"""Prompts for the publisher's own app go from head and tail; news of apps stays."""

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
        "Install the new version of Harbour TV application",
        "Download the Harbour Herald App",
        "Get our app",
        "Download our free mobile app for Android!",
    ],
)
def test_a_prompt_goes_from_head_and_tail(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("app_prompt", story(head=(line,))) == {line: "app_prompt"}
    assert said("app_prompt", story(line)) == {line: "app_prompt"}
    assert said("app_prompt", story(below=(line,))) == {line: "app_prompt"}
    assert said("app_prompt", article(below=f"<p>{line}</p>")) == {line: "app_prompt"}


@pytest.mark.parametrize("line", ["Harbour TV News Roku", "Harbour TV Apple TV", "Harbour News Chromecast"])
def test_the_channel_on_a_device_goes_from_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("app_prompt", story(below=(line,))) == {line: "app_prompt"}
    assert said("app_prompt", article(below=f"<p>{line}</p>")) == {line: "app_prompt"}


def test_lines_of_a_footer_around_it_do_not_hide_it(story: Read, said: Said) -> None:
    below = (
        "Our website can also be reached at the following addresses:",
        "www.example.org",
        "SHARE THIS ARTICLE",
        "Harbour TV Roku",
    )
    assert said("app_prompt", story(below=below)) == {"Harbour TV Roku": "app_prompt"}


@pytest.mark.parametrize(
    "line",
    [
        "Download the app, she told them, and throw the phone away.",
        "Get the app or stay at home, the board told the travellers of Ankerholm on Monday night.",
        "The app was closed on Monday.",
        "App makers sued the company that makes the Roku.",
        "The channel left Roku.",
        "Get the application form at the town hall.",
        "Get the facts. The app is free.",
        "Roku",
        "Apply now",
    ],
)
def test_sentences_about_apps_stay(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("app_prompt", story(middle=(line,))) == {}
    assert said("app_prompt", story(below=(line,))) == {}
    assert said("app_prompt", article(middle=f"<p>{line}</p>")) == {}


def test_in_the_middle_a_device_or_a_prompt_is_part_of_the_story(
    lines: Read, said: Said, title: str, prose: tuple[str, ...]
) -> None:
    long = prose * 5
    reading = lines(title, *long, "Install our app", "Harbour TV News Roku", *long)
    assert said("app_prompt", reading) == {}


def test_a_heading_at_the_end_of_the_head_names_a_device(article: Read, said: Said) -> None:
    assert said("app_prompt", article(middle="<h2>Harbour TV on Roku</h2>")) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("app_prompt", story()) == {}
    assert said("app_prompt", article()) == {}
