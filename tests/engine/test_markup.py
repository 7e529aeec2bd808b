"""HTML: two stages of trees and a choice, on whole pages with the shipped model and on small ones with a plain one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean import NotAnArticle, Options, SiteRules, parse
from newsclean.engine import judge
from newsclean.engine.markup import UNSURE, assess, judge_markup
from newsclean.engine.model_file import KINDS, shipped_model

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine.model_file import Model
    from newsclean.page import Page

    Html = Callable[..., Page]
    Build = Callable[..., Model]

ANY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
RULES = """
name = "Harbour Herald"
hosts = ["herald.example"]

[[layout]]
id = "story"
detect = "main"
body = ["main"]
"""


def judged(page: Page, model: Model | None = None, *, tables: bool = True) -> tuple[frozenset[int], float]:
    judgement = judge_markup(page, tables=tables, second_opinion=False, model=model)
    assert [verdict.block for verdict in judgement.verdicts] == list(range(len(page.blocks)))
    assert 0.0 <= judgement.confidence <= 1.0
    assert judgement.source == "engine"
    return judgement.body(), judgement.confidence


@ANY
@given(st.data())
def test_any_page_gets_one_verdict_a_block(html: Html, markup: st.SearchStrategy[str], data: st.DataObject) -> None:
    judged(html(data.draw(markup)), tables=data.draw(st.booleans()))


@ANY
@given(st.text(max_size=300))
def test_any_text_in_the_place_of_markup_gets_one_verdict_a_block(html: Html, text: str) -> None:
    judged(html(text))


@pytest.mark.parametrize(
    "markup", ["", "<p></p>", "<p>x</p>", "<html><body><div>&#0;</div></body></html>", "<p>\x0c\x01</p>", "<br>", "—"]
)
def test_odd_pages_do_no_harm(html: Html, markup: str) -> None:
    page = html(markup)
    assert len(judge(page).verdicts) == len(page.blocks)


def test_a_page_without_blocks_has_no_story(html: Html) -> None:
    assert judged(html("<div id=root></div>")) == (frozenset(), 0.0)


def test_the_same_page_gets_the_same_judgement(html: Html, prose: tuple[str, ...]) -> None:
    source = "".join(f"<p>{text}</p>" for text in prose)
    assert judge(html(source), second_opinion=False) == judge(html(source), second_opinion=False)


def test_the_story_is_what_the_trees_say(html: Html, model: Build, prose: tuple[str, ...]) -> None:
    page = html("<p>Home</p>" + "".join(f"<p>{text}</p>" for text in prose) + f"<p><a href=/x>{prose[0]} More</a></p>")
    body, confidence = judged(page, model(trust=0.75))
    assert body == {1, 2, 3, 4}
    assert confidence == pytest.approx(0.75)


def test_both_stages_add_up(html: Html, model: Build, prose: tuple[str, ...]) -> None:
    page = html("<p>Home</p>" + "".join(f"<p>{text}</p>" for text in prose))
    plain = model(sure=3.0)
    shifted = plain._replace(second=plain.second._replace(bias=7.0))
    assert assess(page, plain).chances == pytest.approx([0.0474, *[0.9526] * 4], abs=1e-3)
    assert (assess(page, shifted).chances > 0.95).all()
    assert assess(page, plain).choice.chosen.tolist() == [False, True, True, True, True]


def test_low_confidence_is_told(html: Html, model: Build, prose: tuple[str, ...]) -> None:
    page = html("".join(f"<p>{text}</p>" for text in prose))
    low = judge_markup(page, tables=True, second_opinion=False, model=model(trust=UNSURE - 0.01))
    (notice,) = low.notices
    assert notice.kind == "low_confidence"
    assert notice.evidence == {"confidence": 0.49}
    assert judge_markup(page, tables=True, second_opinion=False, model=model(trust=UNSURE + 0.01)).notices == ()


def test_the_article_carries_the_warning(shipped: Callable[..., None], prose: tuple[str, ...]) -> None:
    shipped(trust=0.3)
    article = parse("".join(f"<p>{text}</p>" for text in prose), options=Options(second_opinion=False))
    assert [notice.kind for notice in article.warnings] == ["low_confidence"]
    assert article.confidence == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("chances", "kind"),
    [
        ((0.1, 0.1, 0.1), None),
        ((0.49, 0.49, 0.49), None),
        ((0.6, 0.1, 0.1), "index"),
        ((0.1, 0.6, 0.1), "product"),
        ((0.1, 0.1, 0.6), "forum"),
        ((0.6, 0.1, 0.9), "index"),
    ],
)
def test_pages_that_are_no_articles(html: Html, model: Build, chances: tuple[float, ...], kind: str | None) -> None:
    judgement = judge_markup(html("<p>Quay</p>"), tables=True, second_opinion=False, model=model(kinds=chances))
    assert judgement.kind == kind
    assert judgement.evidence == {f"chance_{name}": chance for name, chance in zip(KINDS, chances, strict=True)}


def test_a_page_that_declares_an_article_is_not_asked_what_else_it_is(html: Html, model: Build) -> None:
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Quay"}</script>'
    judgement = judge_markup(
        html(f"{declared}<p>Quay</p>"), tables=True, second_opinion=False, model=model(kinds=(0.9, 0.9, 0.9))
    )
    assert (judgement.kind, judgement.evidence) == (None, {})


def test_every_kind_has_its_own_limit(html: Html, model: Build) -> None:
    strict = model(kinds=(0.6, 0.6, 0.6))._replace(least=(0.7, 0.65, 0.55))
    judgement = judge_markup(html("<p>Quay</p>"), tables=True, second_opinion=False, model=strict)
    assert judgement.kind == "forum"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_that_is_no_article_is_refused(shipped: Callable[..., None], prose: tuple[str, ...], kind: str) -> None:
    shipped(kinds=tuple(0.9 if name == kind else 0.0 for name in KINDS))
    with pytest.raises(NotAnArticle) as caught:
        parse("".join(f"<p>{text}</p>" for text in prose))
    assert caught.value.kind == kind
    assert caught.value.evidence[f"chance_{kind}"] == pytest.approx(0.9)
    assert caught.value.article is not None
    assert len(caught.value.article.blocks) == len(prose)


def test_a_page_that_declares_an_article_is_not_refused(shipped: Callable[..., None], prose: tuple[str, ...]) -> None:
    shipped(kinds=(0.9, 0.9, 0.9))
    body = "".join(f"<p>{text}</p>" for text in prose)
    declared = '<script type="application/ld+json">{{"@type": "{}", "headline": "Quay"}}</script>'
    assert len(parse(declared.format("NewsArticle") + body).blocks) == len(prose)
    with pytest.raises(NotAnArticle):
        parse(declared.format("CollectionPage") + body)


def test_who_accepts_anything_gets_the_best_effort(shipped: Callable[..., None], prose: tuple[str, ...]) -> None:
    shipped(kinds=(0.9, 0.0, 0.0))
    article = parse("".join(f"<p>{text}</p>" for text in prose), options=Options(accept="any"))
    assert len(article.blocks) == len(prose)
    assert article.warnings[-1].kind == "low_confidence"
    assert "list of stories" in article.warnings[-1].message
    assert article.confidence == 0.0


def test_a_site_rule_that_finds_a_story_knows_better(shipped: Callable[..., None], prose: tuple[str, ...]) -> None:
    shipped(kinds=(0.9, 0.0, 0.0))
    rules = Options(rules=(SiteRules.from_toml(RULES, id="herald.example"),))
    body = "".join(f"<p>{text}</p>" for text in prose)
    url = "https://herald.example/quay"
    assert len(parse(f"<main>{body}</main>", url=url, options=rules).blocks) == len(prose)
    with pytest.raises(NotAnArticle):
        parse(f"<div>{body}</div>", url=url, options=rules)


def test_the_shipped_model_is_read_once_and_is_whole() -> None:
    model = shipped_model()
    assert shipped_model() is model
    assert len(model.kinds) == len(model.least) == len(KINDS)
    assert all(0.3 <= least < 1 for least in model.least)
    assert model.vocabulary.line
    assert model.vocabulary.prose
    assert np.unique(model.characters).size > 8
