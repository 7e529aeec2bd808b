"""Who the author is, told below the story."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newsclean.cues.bylines import byline
from newsclean.cues.captions import head_of_story
from newsclean.cues.lexicon import fold, lexicon
from newsclean.detectors.base import detector, say, tail_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MIN_WORDS: Final = 5
MAX_WORDS: Final = 80
"""A life in one to four sentences."""
MAX_CHARS: Final = 800
"""The same in characters: a word may be endless."""
LAST: Final = 4
"""A biography is among the last lines, with an address and a note at most below it."""
SUBJECT_CHARS: Final = 60
"""A name, perhaps with a title, in front of the verb."""
_CONTACT: Final = re.compile(r"(?<!\w)@\w{3,}|[\w.+-]+@[\w-]+\.\w+")
_AUTHOR_META: Final = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator")


@detector("author_bio")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line among the last that tells who the author is: removed.

    It has the form of a biography ("… is a reporter …") and begins with a name from the byline or has a handle or
    address in it. The form alone is in one genuine story of eighty.
    """
    form = _form(reading.language)
    for block in tail_blocks(reading)[-LAST:]:
        if not MIN_WORDS <= block.words <= MAX_WORDS or len(block.text) > MAX_CHARS or block.kind == "heading":
            continue
        found = form.match(fold(block.text))
        if found and (_CONTACT.search(block.text) or _wrote(found["subject"], reading)):
            yield say("author_bio", block.index, "author_bio", "Who the author is, told at the end.")


def _wrote(subject: str, reading: Reading) -> bool:
    """Whether the subject is an author by what page and byline say."""
    names = subject.split()
    known = reading.once(_authors)
    return len(names) > 1 and all(name in known for name in names[-2:])


def _authors(reading: Reading) -> frozenset[str]:
    """The words of all that names authors."""
    page = reading.page
    head = reading.once(head_of_story)
    texts = [b.text for b in page.blocks if reading.labels[b.index] == "byline"]
    texts += [page.blocks[i].text for i in head if byline(page.blocks[i].text, reading.language)]
    if page.document is not None:
        data = page.document.structured
        texts += [content for name in _AUTHOR_META for content in data.meta.get(name, ())]
        texts += [str(story.get("author", "")) for story in data.stories]
    return frozenset(re.findall(r"[\w'-]+", fold(" ".join(texts))))


@cache
def _form(language: str | None) -> re.Pattern[str]:
    """A subject, "is a" and within a few words a profession of the trade."""
    words = lexicon(language)
    verbs, trades = words.alternation("bio.verbs"), words.alternation("bio.trades")
    return re.compile(
        rf"\W{{0,3}}(?:{words.alternation('bio.titles')}\s)?(?P<subject>[^.:;!?]{{3,{SUBJECT_CHARS}}}?),?\s{verbs}\s"
        rf"(?:[\w'’&,/-]+\s){{0,9}}?[\w'’/-]*{trades}"
    )
