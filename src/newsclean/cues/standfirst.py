"""What speaks for a standfirst: the names of elements, and the summaries and titles that the page declares."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.html import schema
from newsclean.html.headline import headline, is_news, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.html.structured import StructuredData

MIN_DECLARED_CHARS: Final = 25
"""Letters and digits of a declared summary that must be met: shorter ones are slogans."""
ALIKE: Final = 0.6
"""Share of the longer of two summaries that the shorter one must hold: machines cut, and datelines are left out."""
NAMED: Final = 2.5
PRECISE: Final = 2.0
"""Points for a name that may be that of a standfirst, and more for one that means nothing else."""
CLASS_CACHE: Final = 4096
"""Elements whose names are remembered: a site repeats them."""


_NAMED = re.compile(
    r"stand-?first|sub-?(?:title|head(?:line|er)?|hed)(?![a-z])|summary|synopsis|abstract|excerpt|"
    r"(?<![a-z])(?:dek|deck|lead|lede|intro|chapeau|chapo|"
    r"ingress|preface|preamble|vorspann|einleitung|strapline|bajada|entradilla|copete|sottotitolo|occhiello|sommario|subtitulo|epigraph|"
    r"manchet|underrubrik|perex|sapo|unterzeile)(?![a-z])|(?:lead|intro|teaser)-?_?(?:text|content|paragraph|copy)|"
    r"(?:article|story|post|header)[-_]{0,2}(?:lead|intro|teaser|description|dek)(?![a-z])|sub-tit"
)
_PRECISE = re.compile(
    r"stand-?first|sub-?(?:title|head)|(?<![a-z])dec?k(?![a-z])|vorspann|chap[eo]|bajada|perex", re.IGNORECASE
)
"""Names that mean nothing else; a "summary" may be one of key points."""
_CAMEL = re.compile(
    r"(?<=[a-z])(?:Lead|Intro|Dek|Deck|Teaser|Summary|Standfirst|Subtitle|SubTitle|Abstract|Excerpt)(?:Text)?(?![a-z])"
)
_OTHER_STORY = re.compile(
    r"related|recommend|newsletter|promo|sidebar|comment|leaderboard|read-?more|most-?read|teaser-?list", re.IGNORECASE
)
"""Boxes that hold other stories or none, whatever is named inside of them."""
_OTHER_LINE = re.compile(
    r"caption|share|byline|author|breadcrumb|carousel|slide|gallery|notice|disclaimer|meta(?![a-z])", re.IGNORECASE
)
"""Lines of another sort, unless something inside of them is named as standfirst."""
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$")


class Names(NamedTuple):
    """What the names of an element say."""

    standfirst: float
    """Points."""
    other_line: bool
    """A caption, a byline and the like."""
    other_story: bool
    """A box that holds other stories or none."""


class Declared:
    """What a page declares that its standfirst is held against, each found when it is asked for."""

    def __init__(self, structured: StructuredData) -> None:
        self._structured = structured

    @cached_property
    def summaries(self) -> tuple[str, ...]:
        """Keys of the summaries."""
        folded = (key(_ELLIPSIS.sub("", text)) for text in dict.fromkeys(_summaries(self._structured)))
        return tuple(text for text in folded if len(text) >= MIN_DECLARED_CHARS)

    @cached_property
    def titles(self) -> frozenset[str]:
        """Keys of the titles."""
        found = headline(self._structured, self._structured.h1)
        titles = (found.value, *(text for _, text in found.losers)) if found else ()
        return frozenset(map(key, titles))

    @cached_property
    def news(self) -> bool:
        """Whether it declares a news article."""
        return is_news(self._structured)

    def summary(self, folded: str) -> bool:
        """Whether a text, as `key` has it, is what the page declares as its summary, one of them perhaps cut off."""
        return any(_alike(folded, text) for text in self.summaries)


@lru_cache(CLASS_CACHE)
def names(classes: str, identity: str) -> Names:
    """What the class and the id of an element say."""
    said = f"{classes} {identity}"
    says = NAMED * bool(_NAMED.search(said.lower()) or _CAMEL.search(said))
    says += PRECISE * bool(says and _PRECISE.search(said))
    return Names(says, _OTHER_LINE.search(said) is not None, _OTHER_STORY.search(said) is not None)


def _summaries(structured: StructuredData) -> Iterator[str]:
    for name in ("og:description", "description", "twitter:description"):
        yield from (unescape(content) for content in structured.meta.get(name, ())[:1])
    for node in structured.stories[:1]:
        text = schema.text(node.get("description"))
        if text:
            yield unescape(unescape(text))


def _alike(block: str, declared: str) -> bool:
    """Whether a block says what the page declares, one of them perhaps cut off."""
    shorter, longer = (block, declared) if len(block) < len(declared) else (declared, block)
    return len(shorter) >= MIN_DECLARED_CHARS and shorter in longer and len(shorter) >= ALIKE * len(longer)
