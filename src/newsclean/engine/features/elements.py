"""The elements around the blocks: tags, and what class names and ids say."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.cues.captions import marked
from newsclean.engine.vocabulary import CACHED, name_tokens
from newsclean.page import NONE

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats
    from newsclean.engine.vocabulary import Vocabulary

TAGS: Final = (
    "article main nav aside footer header form table ul ol li dl figure blockquote section details pre h1 h2 h3 h4 p td "
    "dialog"
).split()
"""Elements whose presence around a block is a feature each."""
NAMED: Final[tuple[tuple[str, str], ...]] = (
    ("comments", "comment comments disqus commentlist respond reply replies kommentare"),
    ("related", "related recommended recommendations recirc recirculation more next trending popular latest read"),
    ("teaser", "teaser teasers card cards promo promos tile item items listing feed"),
    ("side", "sidebar aside rail secondary widget widgets"),
    ("share", "share sharing social follow icons"),
    ("author", "author authors byline bio profile contributor"),
    ("newsletter", "newsletter subscribe subscription signup form cta"),
    ("paywall", "paywall premium regwall piano"),
    ("caption", "caption cutline credit figcaption"),
    ("ad", "ad ads advert advertisement banner sponsored outbrain taboola"),
    ("footer", "footer foot copyright legal disclaimer"),
    ("menu", "nav navigation menu breadcrumb breadcrumbs toc pagination pager"),
    ("overlay", "modal popup cookie consent overlay dialog gdpr"),
    ("tags", "tag tags meta keywords topics category categories"),
    ("box", "box infobox factbox sidebox callout accordion expandable collapse faq notes footnote footnotes references"),
    ("head", "header headline title hero intro lead dek standfirst summary"),
    ("story", "story article post entry single articlebody storybody"),
    ("content", "content body text rich richtext wysiwyg prose markdown paragraph"),
    ("second", "second secondary next infinite additional under"),
    ("media", "gallery slider carousel slideshow video player media swiper"),
)
"""What elements are called, in words of class names, ids and other attributes; a feature each for "somewhere around
the block"."""
NEAR: Final = 4
"""Elements around a block whose names are features each, from its own up."""
NEARBY: Final = 5
"""Elements around a block that are near enough for their names to be added up."""
NAMES: Final = (
    *(f"in_{tag}" for tag in TAGS),
    *(f"as_{name}" for name, _ in NAMED),
    *"kind heading level own_p own_div nth hidden figure caption depth".split(),
    *(f"name_low_{level}" for level in range(NEAR)),
    *(f"name_high_{level}" for level in range(NEAR)),
    *"name_low name_high name_total name_near name_mean".split(),
)
_BITS: Final = {tag: 1 << bit for bit, tag in enumerate(TAGS)}
_NAME_BITS: Final = {word: 1 << (len(TAGS) + n) for n, (_, names) in enumerate(NAMED) for word in names.split()}


def rows(facts: Facts, vocabulary: Vocabulary) -> list[Floats]:
    """The rows of `NAMES`."""
    return [*_around(facts), *_own(facts), *_named(facts, vocabulary)]


def _around(facts: Facts) -> Floats:
    bits = np.array(
        [_BITS.get(f.tag, 0) | (_named_bits(f.classes, f.id, f.hints) if f.tag != "body" else 0) for f in facts.page.frames],
        np.int64,
    )
    around = np.bitwise_or.reduce(bits[facts.layout.ancestors], axis=1)
    return ((around[None, :] >> np.arange(len(TAGS) + len(NAMED))[:, None]) & 1).astype(float)


@lru_cache(CACHED)
def _named_bits(classes: str, identity: str, hints: str) -> int:
    bits = 0
    for token in name_tokens(classes, identity, hints):
        bits |= _NAME_BITS.get(token, 0)
    return bits


def _own(facts: Facts) -> list[Floats]:
    frames = facts.page.frames
    read = {
        number: (f.tag == "p", f.tag == "div", f.nth, f.hidden, f.figure != NONE, marked(f.classes, f.tag))
        for number in set(facts.frames)
        for f in (frames[number],)
    }
    p, div, nth, hidden, figure, caption = np.array([read[number] for number in facts.frames], float).T
    return [
        facts.kinds,
        facts.heading.astype(float),
        facts.levels,
        p,
        div,
        np.log1p(nth),
        hidden,
        figure,
        caption,
        facts.layout.depth.astype(float),
    ]


def _named(facts: Facts, vocabulary: Vocabulary) -> list[Floats]:
    score, layout = vocabulary.names, facts.layout
    scores = np.array([score(frame.classes, frame.id, frame.hints) for frame in facts.page.frames], float)
    around = scores.T[:, layout.ancestors]  # lowest, highest, total; block; level
    low, high, total = around
    total = total * layout.real
    depth = layout.depth + 1.0
    return [
        *low[:, :NEAR].T,
        *high[:, :NEAR].T,
        low.min(axis=1),
        high.max(axis=1),
        total.sum(axis=1),
        total[:, :NEARBY].sum(axis=1),
        total.sum(axis=1) / depth,
    ]
