"""How the elements of HTML take part in the block stream."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.html.document import tag_ids, text_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.model import BlockKind


class Part(IntEnum):
    """What an element does to the run of text around it."""

    INLINE = 0
    """Joins: its text is part of the run."""
    BLOCK = 1
    """Ends the run before and after it, and is a frame around what it holds."""
    SKIP = 2
    """Neither it nor what it holds is text of the page."""
    BREAK = 3
    LINK = 4
    IMAGE = 5
    PICTURES_ONLY = 6
    """Holds pictures for readers without scripts, and no text that others see."""
    SOURCE = 7
    PICTURE = 8
    """Holds the sources of one image."""
    FRINGE = 10
    """Holds the menu or the foot of the page: one block as a whole, unless it is small or belongs to the story."""
    EMBED = 11
    """Shows another page, as a player or a post: no text of this one."""
    BUTTON = 9
    """Holds no text, unless it is or has a heading, the head of a section that opens and closes, or has the caption of
    a picture that it enlarges."""


def _parts(part: Part, tags: str) -> dict[str, Part]:
    return dict.fromkeys(tags.split(), part)


PARTS: Final[Mapping[str, Part]] = {
    **_parts(
        Part.BLOCK,
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption "
        "figure form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre search section "
        "summary table "
        "caption tbody thead tfoot tr td th ul amp-story amp-sidebar",
    ),
    **_parts(
        Part.SKIP,
        "script style template svg math canvas audio video object embed applet map select datalist "
        "textarea input "
        "button meter progress dialog head title base link meta param track noframes "
        "amp-ad amp-audio amp-analytics amp-consent amp-embed amp-iframe amp-pixel amp-state amp-video "
        "-comment -doctype",
    ),
    **_parts(Part.EMBED, "iframe amp-youtube lite-youtube"),
    **_parts(Part.BREAK, "br"),
    **_parts(Part.LINK, "a"),
    **_parts(Part.IMAGE, "img amp-img amp-anim"),
    **_parts(Part.SOURCE, "source"),
    **_parts(Part.PICTURE, "picture"),
    **_parts(Part.BUTTON, "button"),
    **_parts(Part.FRINGE, "nav footer"),
    **_parts(Part.PICTURES_ONLY, "noscript"),
}
"""Elements that are not here are inline, unknown and custom ones too: a block inside them ends the run all the same."""
INLINE_TAGS: Final = tuple("span strong b em i u small sub sup time label cite q abbr mark font code s".split())
"""The commonest inline elements."""
TEXT: Final = text_id()
"""The number by which texts between tags are known."""
KNOWN: Final = {number: (tag, PARTS.get(tag, Part.INLINE)) for number, tag in tag_ids((*PARTS, *INLINE_TAGS)).items()}
"""Tag and part of elements by the number of their tag."""


def part_of(node: Any) -> Part:
    """What an element does to the run of text around it."""
    known = KNOWN.get(node.tag_id)
    return PARTS.get(node.tag, Part.INLINE) if known is None else known[1]


KINDS: Final[Mapping[str, tuple[BlockKind, int]]] = {
    **{f"h{n}": ("heading", n) for n in range(1, 7)},
    **dict.fromkeys(("li", "dt", "dd"), ("list_item", 1)),
    "blockquote": ("quote", 0),
    "pre": ("preformatted", 0),
}
"""Kind and level of the blocks directly inside an element; those around it have no say."""
STORIES: Final = frozenset(("article", "main"))
"""Elements whose feet belong to the story: they name its author, its tags, its licence."""
MARGINS: Final = frozenset(("aside", "footer", "nav"))
"""Elements that hold no pictures of the story, unless they hold text of it."""
LISTS: Final = frozenset(("ul", "ol", "menu", "dir", "dl"))

_FIGURE_CLASS: Final = re.compile(
    r"(?:^|\s)(?:wp-caption|(?:[a-z]+[-_]+)*(?:figure|image|photo|picture|img|foto|bild)s?"
    r"(?:[-_]*(?:container|wrap|wrapper|block|box|module|holder|caption|with[-_]caption))?)(?:\s|$)",
    re.IGNORECASE,
)
"""Class tokens of elements that hold a picture and its caption; a guess, so whoever uses it looks at the
size as well."""
_HIDDEN_STYLE: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%)",
    re.IGNORECASE,
)
"""The last two are how text is shown to screen readers alone."""
_SCREEN_READER: Final = re.compile(
    r"(?:^|(?<!not)[\s_-])(?:sr[-_]?only|visually[-_]?hidden|hidden[-_]?visually|screen[-_]?reader(?:[-_]?(?:text|only))?"
    r"|show-for-sr|a11y-hid(?:e|den)|accessib(?:le|ly|ility)[-_]?hid(?:e|den)|element-invisible|assistive-text|offscreen)"
    r"(?:$|[\s_-])|(?:^|[\s_-])vh(?:$|\s)",
    re.IGNORECASE,
)
"""Class names that show text to screen readers alone, bare or inside the names that style compilers make of them."""

_LINE_BREAK: Final = re.compile(r"(?:^|\s)(?:br|line-?break)(?:\s|$)")

CLASS_CACHE: Final = 8192
"""Class attributes whose reading is remembered: a page has about a hundred different ones, a site repeats them."""


class Says(NamedTuple):
    """What the class attribute of an element says of it."""

    figure: bool
    """It is like the frame of a picture and its caption."""
    unseen: bool
    """It is for screen readers alone."""
    line_break: bool
    """It does what `br` does, where it is empty."""


@lru_cache(CLASS_CACHE)
def says(classes: str) -> Says:
    """What a class attribute says, with or without a value."""
    return Says(
        figure=_FIGURE_CLASS.search(classes) is not None,
        unseen=_SCREEN_READER.search(classes) is not None,
        line_break=_LINE_BREAK.search(classes) is not None,
    )


HINTS: Final = frozenset(
    "role itemprop itemtype aria-label aria-modal data-component data-element_type data-module data-name "
    "data-nosnippet data-test data-testid data-type data-widget_type".split()
)
"""Attributes that call an element something on several sites each of the evaluation corpus."""
MAX_HINT: Final = 40
"""Characters of such a name; longer ones are sentences."""


def hints_of(attributes: Mapping[str, str | None]) -> str:
    """What attributes beside class and id call an element, a line each: `role=main`, `itemprop=articleBody`."""
    return "\n".join(
        value.rpartition("/")[2][:MAX_HINT] if name == "itemtype" else f"{name}={value}"[:MAX_HINT]
        for name, value in attributes.items()
        if name in HINTS and value is not None
    )


HIDING: Final = frozenset(("hidden", "aria-hidden", "style"))
"""Attributes that may hide an element."""


def hides(attributes: Mapping[str, str | None]) -> bool:
    """Whether one of the attributes named in `HIDING` hides an element."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style) and _HIDDEN_STYLE.search(style or "") is not None
