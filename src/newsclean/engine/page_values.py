"""Numbers about a page as a whole: is it an article, and is the text right?"""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import numpy as np

from newsclean.engine.context import LIKELY
from newsclean.engine.vocabulary import MAX_LINE, name_tokens
from newsclean.html import schema
from newsclean.html.structured import MAX_MARKS
from newsclean.page import NONE

if TYPE_CHECKING:
    from newsclean.engine.choice import Choice
    from newsclean.engine.features import Columns
    from newsclean.engine.features.facts import Facts, Floats, Values
    from newsclean.html.structured import StructuredData
    from newsclean.page import Page

LIST_GROUP: Final = 6
"""So many blocks in like elements make a list."""
CARD_WORDS: Final = 3
"""A link of more words is like a headline."""
MIDDLE: Final = (0.15, 0.85)
"""Chances between these are doubtful."""
_CURRENCIES: Final = "$€£¥₹"
_SALE: Final = frozenset(
    "add basket bag cart checkout sku stock shipping quantity qty warenkorb versand panier livraison carrito".split()
)
"""Words that the lines of shops are full of."""
_FORUM: Final = frozenset(
    "reply replies thread threads post posts joined member members upvote upvotes answer answers quote likes antwort "
    "antworten beiträge beitrag".split()
)
"""Words that the lines of forums are full of."""
_MORE: Final = (
    "read more",
    "learn more",
    "view all",
    "see all",
    "load more",
    "weiterlesen",
    "lire la suite",
    "leer más",
)
"""What lists of teasers say under each."""
_SORTED: Final = frozenset(
    "filter filters sort results showing older newer next previous filtern sortieren ergebnisse".split()
)
"""Words of the head and foot of lists."""
_BODY_NAMES: Final = {
    "body_list": frozenset(
        "archive category tag blog home search paged taxonomy tax collection collections listing index front frontpage "
        "homepage section".split()
    ),
    "body_story": frozenset("single article post story singular".split()),
    "body_shop": frozenset("product products woocommerce shop cart store".split()),
    "body_forum": frozenset("forum forums topic thread question discussion".split()),
}
"""What the class and id of the body element call a page."""
_LD_FLAGS: Final = {
    "ld_article": frozenset(
        ("Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "TechArticle", "OpinionNewsArticle")
    ),
    "ld_list": frozenset(("CollectionPage", "ItemList", "SearchResultsPage", "OfferCatalog", "Blog")),
    "ld_product": frozenset(("Product", "ProductGroup", "Offer")),
    "ld_forum": frozenset(("DiscussionForumPosting", "QAPage", "Question")),
}
_LISTED: Final = frozenset(
    "blog blogs category categories tag tags topic topics archive archives search page author news section sections c "
    "t collection collections shop store browse catalog catalogue courses directory products subcategory list "
    "lists".split()
)
"""Parts of addresses under which sites keep their lists."""


TEXT_VALUES: Final = tuple(
    "expected words share blocks mean median longest mean_chance best_chance unsure dense runs run_words start end "
    "likely parents depths chosen_links page_blocks page_words pictures".split()
)
"""Names of the numbers that tell whether the chosen text is right."""


def text_values(facts: Facts, chances: Floats, choice: Choice) -> Values:
    """One column of numbers about what was chosen, named by `TEXT_VALUES`."""
    return np.array(_chosen(facts, chances, choice), np.float32)[:, None]


def page_values(page: Page, columns: Columns, chances: Floats, choice: Choice) -> Values:
    """One column of numbers, named by `page_value_names`; those of `text_values` come first."""
    return np.array(list(_named(page, columns, chances, choice).values()), np.float32)[:, None]


def page_value_names(page: Page, columns: Columns, chances: Floats, choice: Choice) -> list[str]:
    """The names of the numbers, in order; the same for every page."""
    return list(_named(page, columns, chances, choice))


def _named(page: Page, columns: Columns, chances: Floats, choice: Choice) -> dict[str, float]:
    facts = columns.facts
    out = dict(zip(TEXT_VALUES, _chosen(facts, chances, choice), strict=True))
    out |= _lists(facts, choice)
    out |= _said(facts)
    out |= _declared(page)
    return out | _address(page)


def _chosen(facts: Facts, chances: Floats, choice: Choice) -> tuple[float, ...]:
    words, layout = facts.words, facts.layout
    mine = choice.chosen.nonzero()[0]
    count, first, last = len(mine), int(mine[0]), int(mine[-1])
    lengths = words[mine]
    held = float(lengths.sum())
    unsure = (chances > MIDDLE[0]) & (chances < MIDDLE[1])
    runs = int(np.count_nonzero(mine[1:] - mine[:-1] > 1)) + 1
    ordered = sorted(lengths.tolist())
    depths = layout.depth[mine].tolist()
    return (
        choice.expected,
        log1p(held),
        held / facts.total,
        log1p(count),
        held / count,
        ordered[count // 2],
        ordered[-1],
        float(chances[mine] @ lengths) / max(held, 1.0),
        float(chances.max()),
        float(words @ unsure) / max(held, 1.0),
        count / (last - first + 1),
        float(runs),
        held / runs,
        first / len(words),
        last / len(words),
        float(np.count_nonzero(chances > LIKELY)) / len(words),
        len(set(layout.levels[1, mine].tolist())) / count,
        float(max(depths) - min(depths)),
        float(facts.links[mine].sum() / facts.chars[mine].sum()),
        log1p(len(words)),
        log1p(facts.total),
        log1p(len(facts.page.pictures)),
    )


def _lists(facts: Facts, choice: Choice) -> dict[str, float]:
    words, group, chosen, chars, links = facts.words, facts.group, choice.chosen, facts.chars, facts.links
    size = np.bincount(group)
    listed = size[group] >= LIST_GROUP
    held = max(float(words[chosen].sum()), 1.0)
    heading = facts.heading
    linked = links > LIKELY * chars
    title = facts.witnesses.title
    return {
        "links": float(links.sum() / chars.sum()),
        "listed": float(words[listed].sum()) / facts.total,
        "chosen_listed": float(words[listed & chosen].sum()) / held,
        "linked_headings": float(np.log1p((heading & linked).sum())),
        "heading_links": float((heading & linked).sum()) / max(int(heading.sum()), 1),
        "headings": float(np.log1p(heading.sum())),
        "chosen_headings": float((heading & chosen).sum()) / int(chosen.sum()),
        "groups": float(np.log1p(len(size))),
        "biggest_group": float(np.log1p(size.max())),
        "title_place": title / len(words) if title != NONE else -1.0,
        "cards": _cards(facts),
        "card_words": float(words[linked & (words > CARD_WORDS)].sum()) / facts.total,
        "short_prose": float(np.log1p(((words >= MAX_LINE) & (words < 4 * MAX_LINE)).sum())),
        "long_prose": float(np.log1p((words >= 4 * MAX_LINE).sum())),
    }


def _cards(facts: Facts) -> float:
    """Logarithm of the size of the largest group of lines like headlines, in like elements, that are links."""
    linked = (facts.links > LIKELY * facts.chars) & (facts.words > CARD_WORDS)
    if not linked.any():
        return 0.0
    return float(np.log1p(np.bincount(facts.group[linked]).max()))


def _said(facts: Facts) -> dict[str, float]:
    """What the lines of the page are about: prices and carts, replies and members."""
    lines = " ".join([text for text, words in zip(facts.texts, facts.words.tolist(), strict=True) if words <= MAX_LINE])
    tokens = lines.casefold().split()
    forum = sum(map(_FORUM.__contains__, tokens))
    return {
        "prices": float(np.log1p(sum(map(lines.count, _CURRENCIES)))),
        "sales": float(np.log1p(sum(map(_SALE.__contains__, tokens)))),
        "forum": float(np.log1p(forum) / np.log1p(facts.total)),
        "forum_count": float(np.log1p(forum)),
        "more": float(np.log1p(sum(map(lines.casefold().count, _MORE)))),
        "sorted": float(np.log1p(sum(map(_SORTED.__contains__, tokens)))),
    }


def _declared(page: Page) -> dict[str, float]:
    if page.document is None:
        message = "text has no page values"
        raise ValueError(message)
    structured = page.document.structured
    marks = structured.marks[:MAX_MARKS]  # of more, whether they are kept tells where they stand
    body = page.frames[0]
    names = frozenset(name_tokens(body.classes, body.id))
    kind = (structured.first("og:type") or "").lower()
    return {
        "og_article": float("article" in kind) - float(kind == "website"),
        "og_product": float("product" in kind),
        "published": float(structured.first("article:published_time", "og:article:published_time") is not None),
        "marks": float(np.log1p(len(marks))),
        "authors": float(sum("author" in mark.names for mark in marks)),
        "dates": float(sum(mark.tag == "time" for mark in marks)),
        "h1": float(len(structured.h1)),
        **{name: float(not words.isdisjoint(names)) for name, words in _BODY_NAMES.items()},
        **_types(structured),
    }


def declares_article(structured: StructuredData) -> bool:
    """Whether a page says in JSON-LD that it is an article: such a page is not refused as something else.

    On the evaluation corpus no list, product or forum that was refused says so, and one article in two does.
    """
    return any(not _LD_FLAGS["ld_article"].isdisjoint(schema.types(node)) for node in structured.jsonld)


def _types(structured: StructuredData) -> dict[str, float]:
    found = {name for node in structured.jsonld for name in schema.types(node)}
    return {"ld": float(len(found)), **{flag: float(not found.isdisjoint(names)) for flag, names in _LD_FLAGS.items()}}


def _address(page: Page) -> dict[str, float]:
    try:
        parts = urlsplit(page.url or "")
    except ValueError:
        parts = urlsplit("")
    steps = [step for step in parts.path.lower().split("/") if step]
    last = steps[-1] if steps else ""
    return {
        "known": float(bool(page.url)),
        "steps": float(len(steps)) if page.url else -1.0,
        "slug": float(last.count("-") + last.count("_")) if page.url else -1.0,
        "digits": float(sum(c.isdigit() for c in last)),
        "query": float(len(parts.query) > 0),
        "root": float(bool(page.url) and not steps),
        "list_last": float(last in _LISTED),
        "list_above": float(not _LISTED.isdisjoint(steps[:-1])),
    }
