"""Numbers about a page as a whole: is it an article, and is the text right?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import numpy as np

from newsclean.engine.context import LIKELY
from newsclean.html import schema
from newsclean.page import NONE

if TYPE_CHECKING:
    import numpy.typing as npt

    from newsclean.engine.choice import Choice
    from newsclean.engine.features import Columns
    from newsclean.html.structured import StructuredData
    from newsclean.page import Page

    Floats = npt.NDArray[np.float64]

LIST_GROUP: Final = 6
"""So many blocks in like elements make a list."""
MIDDLE: Final = (0.15, 0.85)
"""Chances between these are doubtful."""

_PRICE = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:€|kr|zł|USD|EUR)\b")
_SALE = re.compile(
    r"\b(?:add to (?:cart|bag|basket)|in den warenkorb|ajouter au panier|sku|in stock|checkout)\b", re.IGNORECASE
)
_FORUM = re.compile(
    r"\b(?:repl(?:y|ies)|thread|posts?|joined|member|upvotes?|answers?|antwort(?:en)?|beiträge)\b", re.IGNORECASE
)
_LD_FLAGS: Final = {
    "ld_article": frozenset(
        ("Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "TechArticle", "OpinionNewsArticle")
    ),
    "ld_list": frozenset(("CollectionPage", "ItemList", "SearchResultsPage", "OfferCatalog", "Blog")),
    "ld_product": frozenset(("Product", "ProductGroup", "Offer")),
    "ld_forum": frozenset(("DiscussionForumPosting", "QAPage", "Question")),
}


def page_values(page: Page, columns: Columns, chances: Floats, choice: Choice) -> npt.NDArray[np.float32]:
    """One row of numbers."""
    values = _named(page, columns, chances, choice).values()
    return np.array(list(values), np.float32)[None, :]


def page_value_names(page: Page, columns: Columns, chances: Floats, choice: Choice) -> list[str]:
    """The names of the numbers, in order."""
    return list(_named(page, columns, chances, choice))


def _named(page: Page, columns: Columns, chances: Floats, choice: Choice) -> dict[str, float]:
    out = _chosen(columns, chances, choice)
    out |= _lists(page, columns, choice)
    out |= _declared(page)
    return out | _address(page)


def _chosen(columns: Columns, chances: Floats, choice: Choice) -> dict[str, float]:
    words, chosen = columns.words, choice.chosen
    total = max(float(words.sum()), 1.0)
    mine = np.flatnonzero(chosen)
    first, last = (int(mine[0]), int(mine[-1])) if len(mine) else (0, 0)
    held = float(words[chosen].sum())
    unsure = (chances > MIDDLE[0]) & (chances < MIDDLE[1])
    runs = int((np.diff(chosen.astype(int), prepend=0) == 1).sum())
    lengths = words[chosen] if len(mine) else np.zeros(1)
    return {
        "expected": choice.expected,
        "words": float(np.log1p(held)),
        "share": held / total,
        "blocks": float(np.log1p(len(mine))),
        "mean": float(lengths.mean()),
        "median": float(np.median(lengths)),
        "longest": float(lengths.max()),
        "mean_chance": float((chances * words)[chosen].sum() / max(held, 1.0)),
        "best_chance": float(chances.max()),
        "unsure": float(words[unsure].sum()) / max(held, 1.0),
        "dense": len(mine) / max(last - first + 1, 1),
        "runs": float(runs),
        "run_words": held / max(runs, 1),
        "start": first / len(words),
        "likely": float((chances > LIKELY).sum()) / len(words),
    }


def _lists(page: Page, columns: Columns, choice: Choice) -> dict[str, float]:
    words, group, chosen = columns.words, columns.group, choice.chosen
    links = np.array([block.link_chars for block in page.blocks], float)
    chars = np.array([len(block.text) for block in page.blocks], float)
    size = np.bincount(group)[group]
    listed = size >= LIST_GROUP
    total, held = max(float(words.sum()), 1.0), max(float(words[chosen].sum()), 1.0)
    heading = np.array([block.kind == "heading" for block in page.blocks])
    linked = links > LIKELY * chars
    text = "\n".join(block.text for block in page.blocks)
    return {
        "page_blocks": float(np.log1p(len(words))),
        "page_words": float(np.log1p(total)),
        "links": float(links.sum() / max(chars.sum(), 1.0)),
        "chosen_links": float(links[chosen].sum() / max(chars[chosen].sum(), 1.0)),
        "listed": float(words[listed].sum()) / total,
        "chosen_listed": float(words[listed & chosen].sum()) / held,
        "linked_headings": float(np.log1p((heading & linked).sum())),
        "headings": float(np.log1p(heading.sum())),
        "chosen_headings": float((heading & chosen).sum()) / max(int(chosen.sum()), 1),
        "groups": float(np.log1p(len(np.unique(group)))),
        "biggest_group": float(np.log1p(size.max())),
        "prices": float(np.log1p(len(_PRICE.findall(text)))),
        "sales": float(np.log1p(len(_SALE.findall(text)))),
        "forum": float(np.log1p(len(_FORUM.findall(text)))) / float(np.log1p(total)),
        "forum_count": float(np.log1p(len(_FORUM.findall(text)))),
        "pictures": float(np.log1p(len(page.pictures))),
        "title_place": columns.witnesses.title / len(words) if columns.witnesses.title != NONE else -1.0,
    }


def _declared(page: Page) -> dict[str, float]:
    if page.document is None:
        return {}
    structured = page.document.structured
    kind = (structured.first("og:type") or "").lower()
    return {
        "og_article": float("article" in kind) - float(kind == "website"),
        "og_product": float("product" in kind),
        "published": float(structured.first("article:published_time", "og:article:published_time") is not None),
        "marks": float(np.log1p(len(structured.marks))),
        "authors": float(sum("author" in mark.names for mark in structured.marks)),
        "dates": float(sum(mark.tag == "time" for mark in structured.marks)),
        "h1": float(len(structured.h1)),
        **_types(structured),
    }


def _types(structured: StructuredData) -> dict[str, float]:
    found = {name for node in structured.jsonld for name in schema.types(node)}
    return {"ld": float(len(found)), **{flag: float(not found.isdisjoint(names)) for flag, names in _LD_FLAGS.items()}}


def _address(page: Page) -> dict[str, float]:
    try:
        parts = urlsplit(page.url or "")
    except ValueError:
        parts = urlsplit("")
    steps = [step for step in parts.path.split("/") if step]
    last = steps[-1] if steps else ""
    return {
        "known": float(bool(page.url)),
        "steps": float(len(steps)) if page.url else -1.0,
        "slug": float(last.count("-") + last.count("_")) if page.url else -1.0,
        "digits": float(sum(c.isdigit() for c in last)),
        "query": float(len(parts.query) > 0),
    }
