"""Which blocks are the standfirst: the summary that readers see between headline and story.

Three signs: the name that its markup gives it, its likeness to the summary that the page declares, and its place
directly under the headline in another form than the paragraphs of the story. A first paragraph that was merely copied
to the declared summary has the form of the others and stays a paragraph.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Final

from newsclean.html import schema
from newsclean.html.headline import headline, key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.html.headline import Headline
    from newsclean.html.structured import StructuredData
    from newsclean.page import Candidate, Page

REACH: Final = 18
"""Blocks behind the headline in which the standfirst stands: shares, bylines and captions may come before it."""
MIN_WORDS: Final = 4
MAX_WORDS: Final = 110
"""The longest of the evaluation corpus has 84 words."""
MIN_DECLARED_CHARS: Final = 25
"""Letters and digits of a declared summary that must be met: shorter ones are slogans."""
SPARSE: Final = 2
"""Characters of a text to its letters and digits, at most: prose has 1.2."""
LONG_WORDS: Final = 18
"""A paragraph of the story, not a line of furniture."""
ALIKE: Final = 0.6
"""Share of the longer of two summaries that the shorter one must hold: machines cut, and datelines are left out."""
UNDER_TITLE: Final = 2
"""Blocks behind the headline that count as directly under it."""
NAMED_DEPTH: Final = 3
"""Elements around a paragraph of a standfirst, innermost first, one of which names it."""
ENOUGH: Final = 2.0

_NAMED = re.compile(
    r"stand-?first|sub-?(?:title|head(?:line)?|hed)(?![a-z])|summary|abstract|excerpt|(?<![a-z])(?:dek|deck|lead|lede|intro|chapeau|chapo|"
    r"ingress|preface|preamble|vorspann|einleitung|strapline|bajada|entradilla|copete|sottotitolo|occhiello|sommario|subtitulo|epigraph|"
    r"manchet|underrubrik|perex|sapo|unterzeile)(?![a-z])|(?:lead|intro|teaser)-?_?(?:text|content|paragraph|copy)|"
    r"(?:article|story|post|header)[-_]{0,2}(?:lead|intro|teaser|description|dek)(?![a-z])|sub-tit"
)
_CAMEL = re.compile(
    r"(?<=[a-z])(?:Lead|Intro|Dek|Deck|Teaser|Summary|Standfirst|Subtitle|SubTitle|Abstract|Excerpt)(?:Text)?(?![a-z])"
)
_OTHER_STORY = re.compile(
    r"related|recommend|newsletter|promo|sidebar|comment|leaderboard|read-?more|most-?read|teaser-?list", re.IGNORECASE
)
"""Boxes that hold other stories or none, whatever is named inside of them."""
_OTHER_LINE = re.compile(r"caption|share|byline|author|breadcrumb", re.IGNORECASE)
"""Lines of another sort, unless something inside of them is named as standfirst."""
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$")


def standfirst_blocks(page: Page) -> tuple[int, ...]:
    """Indices of the blocks that are the standfirst, in page order; empty when there is none, and in text mode."""
    if page.document is None:
        return ()
    structured = page.document.structured
    found = headline(structured, structured.h1)
    title = _title(page, found) if found else None
    if found is None or title is None:
        return ()
    titles = {key(text) for text in (found.value, page.blocks[title].text, *(text for _, text in found.losers))}
    declared = [
        folded for text in _declared(structured) if len(folded := key(_ELLIPSIS.sub("", text))) >= MIN_DECLARED_CHARS
    ]
    best: int | None = None
    best_score = 0.0
    for block in _candidates(page, title):
        if key(block.text) not in titles:
            score = _score(page, block, title, declared)
            if score > best_score:
                best, best_score = block.index, score
    if best is None or best_score < ENOUGH:
        return ()
    return tuple(_whole(page, best))


def _title(page: Page, found: Headline) -> int | None:
    """The block that shows the headline.

    It has a long paragraph behind it, since menus and lists repeat headlines; a main heading comes before other lines.
    """
    wanted = {key(text) for text in (found.value, found.shown or "") if text}
    best: tuple[bool, bool, bool, int] | None = None
    longest = max(map(len, wanted), default=0)
    for block in page.blocks:
        main = block.kind == "heading" and block.level == 1
        if not main and not longest <= len(block.text) <= SPARSE * longest:  # cheaper than folding every block
            continue
        folded = key(block.text)
        exact = folded in wanted
        if not exact and not (main and any(text in folded or folded in text for text in wanted)):
            continue
        opens = any(other.words > LONG_WORDS for other in page.blocks[block.index + 1 : block.index + REACH])
        rank = (opens, main, exact, -block.index)
        best = rank if best is None or rank > best else best
    return -best[-1] if best else None


def _declared(structured: StructuredData) -> Iterator[str]:
    for name in ("og:description", "description", "twitter:description"):
        yield from (unescape(content) for content in structured.meta.get(name, ())[:1])
    for node in structured.stories[:1]:
        for name in ("description", "alternativeHeadline"):
            text = schema.text(node.get(name))
            if text:
                yield unescape(unescape(text))


def _candidates(page: Page, title: int) -> Iterator[Candidate]:
    for block in page.blocks[title + 1 : title + 1 + REACH]:
        if (
            MIN_WORDS <= block.words <= MAX_WORDS
            and block.link_chars * 2 <= len(block.text)
            and page.figure(block.index) < 0
        ):
            yield block


def _score(page: Page, block: Candidate, title: int, declared: Sequence[str]) -> float:
    named = _named(page, block, title)
    if named is None:
        return 0.0
    folded = key(block.text)
    alike = any(_alike(folded, text) for text in declared)
    near = block.index - title <= UNDER_TITLE
    apart = not _like_the_next(page, block)
    if not named and not apart:
        return 0.0
    return 2.5 * named + 1.5 * alike + 0.5 * near + 0.5 * (near and block.kind == "heading") + 0.5 * apart


def _named(page: Page, block: Candidate, title: int) -> bool | None:
    """Whether elements around a block, but not around the headline, are named as standfirst; None in another box."""
    around_title = set(page.ancestors(page.blocks[title].frame))
    found = False
    for frame in page.ancestors(block.frame):
        if frame in around_title:
            break
        names = f"{page.frames[frame].classes} {page.frames[frame].id}"
        if page.frames[frame].hidden or _OTHER_STORY.search(names) or (not found and _OTHER_LINE.search(names)):
            return None
        found = found or (_is_small(page, frame) and _says(names))
    return found


def _is_small(page: Page, frame: int) -> bool:
    """Whether an element is no container of the whole story: "lead-content" may be either."""
    return page.frames[frame].tag not in {"article", "main", "body", "section"}


def _says(names: str) -> bool:
    """Whether class names say "standfirst"."""
    return bool(_NAMED.search(names.lower()) or _CAMEL.search(names))


def _alike(block: str, declared: str) -> bool:
    """Whether a block says what the page declares, one of them perhaps cut off."""
    shorter, longer = sorted((block, declared), key=len)
    return len(shorter) >= MIN_DECLARED_CHARS and shorter in longer and len(shorter) >= ALIKE * len(longer)


def _like_the_next(page: Page, block: Candidate) -> bool:
    """Whether a block has the form of the next long paragraph: same element, same class, same parent."""
    for other in page.blocks[block.index + 1 : block.index + 1 + REACH]:
        if other.words >= LONG_WORDS and other.kind == "paragraph":
            one, two = page.frames[block.frame], page.frames[other.frame]
            return (one.tag, one.classes, one.parent) == (
                two.tag,
                two.classes,
                two.parent,
            ) or block.frame == other.frame
    return False


def _whole(page: Page, best: int) -> Iterator[int]:
    """A block and those that go with it: the same element, class and parent, one behind the other."""
    frame = page.frames[page.blocks[best].frame]
    form = frame.tag, frame.classes, frame.parent
    yield best
    around = islice(page.ancestors(page.blocks[best].frame), NAMED_DEPTH)
    if not any(_says(page.frames[index].classes) for index in around):
        return
    for block in page.blocks[best + 1 : best + 1 + REACH]:
        other = page.frames[block.frame]
        if (other.tag, other.classes, other.parent) != form or block.words > MAX_WORDS:
            return
        yield block.index
