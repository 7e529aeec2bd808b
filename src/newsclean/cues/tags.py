"""The grammar of tag lists: "Tags: harbour, ferries", "Filed under" above short lines, "#harbour #ferries"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclean.cues.lexicon import fold, lexicon

MAX_CHARS: Final = 400
"""A line of two dozen tags."""
MAX_ITEM_WORDS: Final = 5
MAX_ITEM_CHARS: Final = 50
"""Names of people, places and institutions; longer ones are headlines."""
MIN_HASHTAGS: Final = 2
"""One is a word of a post."""

_BETWEEN: Final = re.compile(r"\s*(?:[,;|·•،、，/]|\s[–-]\s|\s#|^#)\s*")
_HASHTAGS: Final = re.compile(r"(?:#\w+[\s,;|·•،、，]*)+")
_SENTENCE_END: Final = (".", "!", "?", "。", "！", "？", ":", "：")


def tag_items(text: str, language: str | None) -> tuple[str, ...]:
    """The tags of a line that is a list of them, after a label or as hashtags; nothing where it is none."""
    if len(text) > MAX_CHARS:
        return ()
    if text.startswith("#"):
        found = _items(text) if _HASHTAGS.fullmatch(text) else ()
        return found if len(found) >= MIN_HASHTAGS else ()
    label = _label(language).match(text)
    return _items(text[label.end() :]) if label else ()


def tag_label(text: str, language: str | None) -> bool:
    """Whether a line is nothing but the label of a list of tags."""
    return len(text) <= MAX_ITEM_CHARS and _bare(language).fullmatch(fold(text)) is not None


def tag_item(text: str) -> bool:
    """Whether a line could be a tag: a few words that are no sentence."""
    return 0 < len(text) <= MAX_ITEM_CHARS and len(text.split()) <= MAX_ITEM_WORDS and not text.endswith(_SENTENCE_END)


def _items(text: str) -> tuple[str, ...]:
    found = tuple(item for part in _BETWEEN.split(text) if (item := part.strip(" #")))
    return found if all(map(tag_item, found)) else ()


@cache
def _label(language: str | None) -> re.Pattern[str]:
    """With a colon: without one "Topics" may open a sentence."""
    return re.compile(rf"[\W_]{{0,3}}{lexicon(language).alternation('tags.heads')}\s?[:：]\s*", re.IGNORECASE)


@cache
def _bare(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"[\W_]{{0,3}}{lexicon(language).alternation('tags.heads')}[\W_]{{0,3}}")
