"""trafilatura is asked when the engine is in doubt; its text is laid back on our blocks."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newsclean.engine import judge
from newsclean.engine.judgement import Judgement, verdicts
from newsclean.engine.second_opinion import ask_if_in_doubt

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.model import Notice
    from newsclean.page import Page

    Html = Callable[[str], Page]


@pytest.fixture
def page(html: Html, prose: tuple[str, ...]) -> Page:
    body = "".join(f"<p>{text}</p>" for text in prose)
    return html(
        f"<html><head><title>Quay</title></head><body><article><h1>Old quay opens</h1>{body}</article></body></html>"
    )


def own(page: Page, body: tuple[int, ...], confidence: float, notices: tuple[Notice, ...] = ()) -> Judgement:
    labels = dict.fromkeys(body, "body")
    return Judgement(verdicts=tuple(verdicts(page, labels, confidence)), confidence=confidence, notices=notices)  # type: ignore[arg-type]


def test_a_sure_engine_asks_nobody(page: Page) -> None:
    mine = own(page, (1,), 0.9)
    assert ask_if_in_doubt(page, mine, tables=True) is mine


def test_in_doubt_the_better_founded_text_wins(page: Page) -> None:
    judgement = ask_if_in_doubt(page, own(page, (1,), 0.1), tables=True)
    assert judgement.source == "trafilatura"
    assert {1, 2, 3, 4} <= judgement.body()
    assert [verdict.block for verdict in judgement.verdicts] == list(range(len(page.blocks)))
    (notice,) = judgement.notices
    assert notice.kind == "second_opinion"
    assert notice.evidence["trafilatura_words"] > notice.evidence["engine_words"]  # type: ignore[operator]


def test_an_opinion_that_finds_no_more_is_not_taken(page: Page) -> None:
    mine = own(page, (1, 2, 3, 4), 0.1)
    assert ask_if_in_doubt(page, mine, tables=True) is mine


def test_titles_and_captions_that_the_engine_found_stay(page: Page) -> None:
    mine = Judgement(verdicts=tuple(verdicts(page, {0: "title", 1: "caption"}, 0.1)), confidence=0.1)
    judgement = ask_if_in_doubt(page, mine, tables=True)
    assert [verdict.label for verdict in judgement.verdicts][:2] == ["title", "caption"]


def test_text_has_no_second_opinion(text: Callable[..., Page]) -> None:
    page = text("Short line")
    assert ask_if_in_doubt(page, own(page, (), 0.0), tables=True).source == "engine"


def test_it_can_be_switched_off(html: Html) -> None:
    page = html("<p>Three short words</p>")
    assert judge(page, second_opinion=False).source == "engine"


@pytest.mark.parametrize(
    "markup", ["", "<p></p>", "<p>x</p>", "<html><body><div>&#0;</div></body></html>", "<p>\x0c\x01</p>", "<br>"]
)
def test_odd_pages_do_no_harm(html: Html, markup: str) -> None:
    page = html(markup)
    assert len(judge(page).verdicts) == len(page.blocks)


def test_text_mode_loads_neither_parser_nor_second_opinion() -> None:
    code = (
        "import sys; from newsclean.blocks.lines import read_text; from newsclean.engine import judge;"
        "judge(read_text('One line.\\nAnother line.'));"
        "print([name for name in ('trafilatura', 'lxml') if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"
