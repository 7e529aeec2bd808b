"""Plain text to candidate blocks: a line is a block.

Lines are never joined at blank lines only: extracted text often carries two captions, or a caption and a paragraph, as
neighbouring lines of one run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.page import Candidate, Page
from newsclean.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029]")


def read_text(text: str, *, url: str | None = None) -> Page:
    """The lines of a text as a page.

    Args:
        text: what some tool extracted, or somebody typed.
        url: the address it came from, if known; selects site rules.
    """
    return Page(mode="text", url=url, blocks=tuple(_lines(text)))


def _lines(text: str) -> Iterator[Candidate]:
    index, gap = 0, True
    for number, raw in enumerate(_LINE_END.split(text), start=1):
        line = " ".join(raw.strip("\ufeff").split())
        if not line:
            gap = True
            continue
        yield Candidate(index=index, text=line, kind="paragraph", line=number, after_gap=gap, words=count_words(line))
        index, gap = index + 1, False
