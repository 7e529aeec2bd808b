"""Lines that ask the reader to do something with the site itself, whole line only."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclean.cues.lexicon import fold, lexicon
from newsclean.words import count_words

MAX_CHARS: Final = 100
"""A prompt is one short line."""
_GAP: Final = r"(?:\s+|(?<=[\u3040-\u30ff\u3400-\u9fff]))"
"""Between two words, where the script has spaces."""
CHANNEL_WORDS: Final = 5
"""Name of a channel and of a device."""


def app_prompt(text: str, language: str | None) -> bool:
    """Whether a line asks to install the publisher's app, with nothing behind but where to get it."""
    return len(text) <= MAX_CHARS and _app(language).fullmatch(fold(text)) is not None


def channel_line(text: str, language: str | None) -> bool:
    """Whether a line could be the name of a channel on a device, "Example News Roku": it must also end the text."""
    return count_words(text) <= CHANNEL_WORDS and _channel(language).fullmatch(fold(text)) is not None


def share_prompt(text: str, language: str | None) -> bool:
    """Whether a line offers to share, print or copy, and says nothing else: "Share on Facebook"."""
    return len(text) <= MAX_CHARS and _share(language).fullmatch(fold(text)) is not None


@cache
def _app(language: str | None) -> re.Pattern[str]:
    words = lexicon(language)
    starts, nouns, after = (words.alternation(f"app.{key}") for key in ("starts", "nouns", "after"))
    lines = words.alternation("app.lines")
    return re.compile(
        rf"{lines}\s?[!.]?|{starts}(?:\s[^\s.,;:!?]+){{0,5}}?\s{nouns}(?:\s{after}(?:\s[^\s.,;:!?]+){{0,6}})?\s?[!.]?"
    )


@cache
def _channel(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"\S.*\s{lexicon(language).alternation('app.stores')}")


@cache
def _share(language: str | None) -> re.Pattern[str]:
    words = lexicon(language)
    lines, verbs, after = (words.alternation(f"share.{key}") for key in ("lines", "verbs", "after"))
    network = words.alternation("share.networks")
    several = rf"{network}(?:[\s,|/·•]+{network})+"
    return re.compile(rf"(?:{lines}|{verbs}{_GAP}{network}|{network}\s?{after}|{several})\s*[:.…]?")
