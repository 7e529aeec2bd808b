"""Answers that are not the page: bot walls, consent walls, log-ins, soft 404s, empty shells; told from content alone.

Status and headers are the fetcher's business; a saved page has neither and must get the same answer. A page with a
story is never one of these, whatever it says at its edges: the phrases count only where little running text is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.lexicon import fold, lexicon

if TYPE_CHECKING:
    from newsclean.errors import NotAnArticleKind
    from newsclean.model import Evidence
    from newsclean.page import Page

FEW_WORDS: Final = 120
"""Words of running text above which a page has something of its own to say."""
PROSE_WORDS: Final = 8
"""A block of so many words, few of them links, is running text."""
HEADING_WORDS: Final = 12
SHELL_WORDS: Final = 30
"""Visible words of a page that scripts were to fill."""

_MARKS: Final[tuple[tuple[NotAnArticleKind, str, str], ...]] = (
    ("bot_wall", "Cloudflare", r"/cdn-cgi/challenge-platform/[^\"']*orchestrate|cf-chl-|__cf_chl_"),
    ("bot_wall", "DataDome", r"captcha-delivery\.com"),
    ("bot_wall", "HUMAN", r"px-captcha|captcha\.px-cdn"),
    ("bot_wall", "Imperva", r"_Incapsula_Resource"),
    ("bot_wall", "Akamai", r"errors\.edgesuite\.net"),
    ("bot_wall", "Kasada", r"ips\.js\?KP_UIDz|kpsdk"),
)
"""(kind, vendor, what stands in its page): scripts and addresses that only challenge pages load."""
_PLAIN = re.compile(r"\[.*")
"""Where the plain beginning of an alternative ends."""
_PASSWORD = re.compile(r"type=[\"']?password", re.IGNORECASE)
_PARTS = re.compile(r"\s+[|–—·•-]\s+|\s*[|•·]\s*")
_ROOT = re.compile(r"<div[^>]{0,80}\bid=[\"']?(?:root|app|__next|__nuxt|___gatsby|svelte|main-app)\b", re.IGNORECASE)


class Answer(NamedTuple):
    """What a page is instead of itself."""

    kind: NotAnArticleKind
    message: str
    evidence: Evidence


def answer_instead(page: Page, language: str | None) -> Answer | None:
    """What a page is instead of itself, or None for a page.

    Args:
        page: HTML; plain text is what somebody chose to give, and never an answer of a server.
        language: primary subtag, for the phrases.
    """
    document = page.document
    if document is None:
        return None
    prose = _prose(page)
    if prose > FEW_WORDS:
        return None
    shown = [block for block in page.blocks if not page.hidden(block.index)]
    for kind, vendor, mark in _MARKS:
        if _may_have(document.html, mark) and re.search(mark, document.html):
            return Answer(kind, f"{vendor} answered with a check for robots", {"vendor": vendor, "words": prose})
    said = [fold(document.structured.title or "")]
    said += [fold(b.text) for b in shown if b.words <= HEADING_WORDS and b.link_chars * 2 < len(b.text)]
    parts = [part for text in said for part in _PARTS.split(text)]
    for kind, (pattern, message) in _phrases(language).items():
        if kind == "login" and not _PASSWORD.search(document.html):
            continue
        found = next(filter(None, map(pattern.fullmatch, parts)), None)
        if found:
            return Answer(kind, message, {"phrase": found[0], "words": prose})
    words = sum(block.words for block in shown)
    scripts = document.html.count("<script")
    if words < SHELL_WORDS and scripts and _ROOT.search(document.html):
        return Answer(
            "empty_shell", "scripts were to fill this page, and did not", {"words": words, "scripts": scripts}
        )
    return None


def _prose(page: Page) -> int:
    """Words of running text that readers see, counted until there are enough of them."""
    prose = 0
    for block in page.blocks:
        if block.words >= PROSE_WORDS and block.link_chars * 2 < len(block.text) and not page.hidden(block.index):
            prose += block.words
            if prose > FEW_WORDS:
                break
    return prose


def _may_have(html: str, mark: str) -> bool:
    """Whether what a mark begins with is in a page at all: a thousandth of the time of searching it for the mark."""
    return any(start in html for start in _starts(mark))


@cache
def _starts(mark: str) -> tuple[str, ...]:
    """The plain beginnings of the alternatives of a mark."""
    return tuple(_PLAIN.sub("", part.replace("\\.", ".").replace("\\?", "?")) for part in mark.split("|"))


@cache
def _phrases(language: str | None) -> dict[NotAnArticleKind, tuple[re.Pattern[str], str]]:
    words = lexicon(language)
    kinds: tuple[tuple[NotAnArticleKind, str], ...] = (
        ("bot_wall", "the server checks for robots instead of sending the page"),
        ("consent_wall", "the page asks for consent before it shows anything"),
        ("soft_404", "the page says that it was not found"),
        ("login", "the page asks to log in"),
    )
    # the whole of a title's part, with a sigh before and a name behind: "Missing boy not found" is news
    opening = r"\W*(?:(?:oops|sorry|error|404|hmm|uh-oh)\W+){0,3}(?:(?:the|this|that|your)\s)?"
    return {
        kind: (re.compile(rf"{opening}{words.alternation(f'answer.{kind}')}(?:\W+\w+){{0,4}}\W*"), message)
        for kind, message in kinds
    }
