"""Links to other stories that became text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import fold, lexicon
from newsclean.cues.openings import line_start, opening, whole_line
from newsclean.detectors.base import detector, is_prose, last_prose, say
from newsclean.verdict import TEXT_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Candidate, Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 30
"""A headline with its prefix; longer lines are prose that begins with such words."""
LINK_SHARE: Final = 0.6
"""Share of a line that is link when the line is a link and little else, such as a prefix before it."""
MOST_BELOW: Final = 6
"""Headlines below a label that are taken with it."""
_SENTENCE_END: Final = (".", "。", ".”", '."')


@detector("related")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line that leads to another story, "Read more: …", and a bare label above such links: removed.

    The phrase stands at the start, with a colon, a dash or an arrow behind it, or the line is a link; a line that ends
    as a sentence does is prose unless it is a link. A bare label ("Related stories") goes when links follow or nothing
    of the story, and takes the links below it along. Words that are names too (in Spanish "Lea:") need a link or
    capitals.
    """
    found: dict[int, str] = {}
    for block in opening(reading, "related"):
        text = fold(block.text)
        if block.words <= MAX_WORDS and _leads_on(block, text, reading.language):
            found[block.index] = "A line that leads to another story."
        elif _is_label(block, text, reading):
            found[block.index] = "A label above links to other stories."
            found |= {i: "A link below such a label." for i in _links_below(block, reading) if i not in found}
    for i, reason in found.items():
        yield say("related", i, "related", reason)


def _leads_on(block: Candidate, text: str, language: str | None) -> bool:
    link = _is_link(block)
    strong = _prefix(language, "related.prefixes").match(text)
    if strong and text[strong.end() :].strip():
        return link or not text.endswith(_SENTENCE_END)
    if link and line_start(language, "related.prefixes").match(text):
        return True
    weak = _prefix(language, "related.weak").match(text)
    if not weak or text.endswith(_SENTENCE_END) or not text[weak.end() :].strip():
        return False
    return link or block.text[: weak.end()].isupper()


def _is_label(block: Candidate, text: str, reading: Reading) -> bool:
    if whole_line(reading.language, "related.labels").fullmatch(text):
        return _link_follows(block, reading) or reading.once(last_prose) <= block.index
    weak = whole_line(reading.language, "related.weak_labels", "related.weak", "related.prefixes").fullmatch(text)
    return weak is not None and _link_follows(block, reading)


def _link_follows(block: Candidate, reading: Reading) -> bool:
    following = reading.page.blocks[block.index + 1 : block.index + 2]
    return bool(following) and _is_link(following[0]) and not is_prose(following[0])


def _links_below(label: Candidate, reading: Reading) -> Iterator[int]:
    """The links right below a label; in text, where links are not marked, the headlines that end the text."""
    marked = reading.page.mode == "html"
    for block in reading.page.blocks[label.index + 1 : label.index + 1 + MOST_BELOW]:
        if is_prose(block) or (not _is_link(block) if marked else block.kind == "heading"):
            return
        if reading.labels[block.index] in TEXT_LABELS:
            yield block.index


def _is_link(block: Candidate) -> bool:
    return block.link_chars >= LINK_SHARE * len(block.text)


@cache
def _prefix(language: str | None, key: str) -> re.Pattern[str]:
    """A phrase and what sets it off from the headline behind it."""
    return re.compile(rf"[\W_]{{0,4}}{lexicon(language).alternation(key)}\s?(?:[:：»›>|→►▶]|[–—-]\s)+\s*")
