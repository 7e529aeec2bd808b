"""How far rules and general path agree on the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean import Options, parse
from newsclean.rules.agreement import Agreement, compare, doubt
from newsclean.rules.apply import RuleOutcome
from newsclean.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page
    from newsclean.rules.model import SiteRules
    from newsclean.verdict import Label


def said(**labels: Label) -> RuleOutcome:
    return RuleOutcome(
        verdicts=tuple(
            Verdict(block=int(block[1:]), label=label, by="x/y", reason="r") for block, label in labels.items()
        )
    )


@pytest.fixture
def page(text_page: Callable[..., Page]) -> Page:
    return text_page("one two three four", "five six", "seven eight nine ten")


@pytest.mark.parametrize(
    ("body", "outcome", "agreement"),
    [
        ({0, 1}, said(), None),  # nothing said
        ({0, 1}, said(b2="related"), (6, 6)),  # neither takes it for the story
        ({0, 1}, said(b1="related"), (6, 4)),
        ({0, 1}, said(b1="caption"), (6, 4)),  # a field is not the story either
        ({0, 1}, said(b1="keep"), (6, 6)),
        ({0}, said(b1="keep"), (6, 4)),
        (set(), said(b0="related"), None),  # nobody finds a story
    ],
)
def test_words_that_one_takes_and_the_other_does_not_are_in_dispute(
    body: set[int], outcome: RuleOutcome, agreement: tuple[int, int] | None, page: Page
) -> None:
    assert compare(page, body, outcome) == (Agreement(*agreement) if agreement else None)


def test_who_disagrees_on_half_of_the_words_is_doubted() -> None:
    assert doubt("x", Agreement(100, 50)) is None
    notice = doubt("x", Agreement(100, 49))
    assert notice is not None
    assert (notice.kind, notice.evidence) == ("rule_drift", {"rule": "x", "agreement": 0.49, "words": 100})


STORY = "\n\n".join(
    f"Sentence {n} of the ferry on the river says something of its own, in so many words." for n in "abcdefgh"
)


def test_an_article_tells_how_far_they_agree(rules: Callable[..., SiteRules]) -> None:
    toml = "hosts = ['x.example']\n[[drop]]\nid = 'd'\ntext = 'Sentence b'"
    options = Options(rules=(rules(toml, site="x.example"),))
    article = parse(STORY, url="https://x.example/1", options=options)
    assert article.provenance["blocks"].candidates == (("rule:x.example", "agrees on 88% of 136 words"),)
    assert article.warnings == ()
    other = parse(STORY, url="https://y.example/1", options=options)
    assert other.provenance["blocks"].candidates == ()


def test_a_keep_that_brings_back_what_nobody_wants_is_told(rules: Callable[..., SiteRules]) -> None:
    toml = "hosts = ['x.example']\n[[drop]]\nid = 'd'\ntext = 'Sentence [a-f]'\nmax_share = 0.9"
    article = parse(STORY, url="https://x.example/1", options=Options(rules=(rules(toml, site="x.example"),)))
    (warning,) = article.warnings
    assert "agree on 25% of the story's words" in warning.message


def test_rules_that_are_switched_off_are_not_said_to_apply(rules: Callable[..., SiteRules]) -> None:
    site = rules("hosts = ['x.example']\n[[drop]]\nid = 'd'\ntext = 'Sentence b'", site="x.example")
    article = parse(STORY, url="https://x.example/1", options=Options(rules=(site,), disable=("x.example",)))
    assert article.rules_applied == ()
    assert article.provenance["blocks"].candidates == ()
