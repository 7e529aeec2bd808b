"""trafilatura is asked when the engine is in doubt; its text is laid back on our blocks and shifts their chances."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.engine import markup
from newsclean.engine.markup import judge_markup
from newsclean.engine.second_opinion import DOUBT, SHIFT, SecondOpinion, align, ask
from newsclean.engine.trees import chance, log_odds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsclean.engine.model_file import Model
    from newsclean.page import Page

    Html = Callable[..., Page]
    Build = Callable[..., Model]

TITLE = "Old quay opens"


@pytest.fixture
def page(html: Html, prose: tuple[str, ...]) -> Page:
    body = "".join(f"<p>{text}</p>" for text in prose)
    return html(
        f"<html><head><title>Quay</title></head><body><article><h1>{TITLE}</h1>{body}</article>"
        "<p>The paper also prints letters of its readers on every Friday of the month of May.</p></body></html>"
    )


def opinion(kept: Iterable[bool] | str) -> SecondOpinion:
    """The opinion that keeps these blocks, a truth or a digit each."""
    return SecondOpinion(np.array([bool(int(each)) for each in kept]))


def test_it_keeps_the_story(page: Page, prose: tuple[str, ...]) -> None:
    found = ask(page, tables=True)
    assert found is not None
    assert {block.text for block in page.blocks if found.kept[block.index]} >= {*prose}


@pytest.mark.parametrize("body", ["", "<p></p>", "<p>x</p>", "<p>Share this page</p>", "<p>\x0c\x01</p>"])
def test_too_little_text_is_no_opinion(html: Html, body: str) -> None:
    assert ask(html(body), tables=True) is None


def test_text_has_no_second_opinion(text: Callable[..., Page]) -> None:
    assert ask(text("Short line"), tables=True) is None


def test_tables_are_asked_for_or_not(html: Html, prose: tuple[str, ...]) -> None:
    body = "".join(f"<p>{text}</p>" for text in prose)
    page = html(
        f"<article>{body}<table><tr><td>Ferries that left</td><td>forty and two</td></tr></table>{body}</article>"
    )
    row = next(block.index for block in page.blocks if block.kind == "table_row")
    without = ask(page, tables=False)
    assert without is not None
    assert not without.kept[row]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("One two three\nfour", [True, True]),
        ("- One  TWO three\n• Four", [True, True]),
        ("One two three four", [True, False]),
        ("Zero. One two three.", [True, False]),
        ("fourteen", [False, False]),
        ("One two", [False, False]),
        ("", [False, False]),
    ],
)
def test_its_text_is_laid_back_on_our_blocks(html: Html, text: str, kept: list[bool]) -> None:
    assert align(html("<p>One two three</p><p>Four</p>"), text) == kept


def test_what_it_keeps_becomes_likelier_and_the_rest_less_likely() -> None:
    chances = np.array([0.5, 0.5, 0.9, 0.1])
    found = opinion("1001").shifted(chances)
    assert found[0] == pytest.approx(chance(np.array([SHIFT]))[0])
    assert found[0] + found[1] == pytest.approx(1.0)
    assert found[2] < 0.9
    assert found[3] > 0.1


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_shifting_agrees_with_a_loop(blocks: list[tuple[float, bool]]) -> None:
    chances = np.array([p for p, _ in blocks])
    found = opinion(kept for _, kept in blocks).shifted(chances)
    for (p, kept), after in zip(blocks, found, strict=True):
        odds = log_odds(np.array([p])) + (SHIFT if kept else -SHIFT)
        assert after == pytest.approx(chance(odds)[0])


def test_a_sure_engine_is_not_overruled() -> None:
    chances = np.array([0.99, 0.01])
    assert (opinion("01").shifted(chances) >= 0.5).tolist() == [True, False]


def test_the_evidence_counts_words_of_both_sides() -> None:
    before, after = np.array([True, True, False, False]), np.array([True, False, False, True])
    found = opinion("1011").evidence(before, after, np.array([100.0, 20.0, 3.0, 50.0]))
    assert found == {
        "engine_words": 120,
        "trafilatura_words": 153,
        "disputed_words": 73,
        "settled_for_trafilatura": 70,
    }


def test_of_one_mind_nothing_is_disputed() -> None:
    chosen = np.array([True, False])
    found = opinion("10").evidence(chosen, chosen, np.array([100.0, 20.0]))
    assert (found["disputed_words"], found["settled_for_trafilatura"]) == (0, 0)


def test_a_sure_engine_asks_nobody(page: Page, model: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "ask", lambda *_, **__: pytest.fail("asked"))
    judgement = judge_markup(page, tables=True, second_opinion=True, model=model(trust=DOUBT + 0.01))
    assert (judgement.source, judgement.notices) == ("engine", ())


def test_it_can_be_switched_off(page: Page, model: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "ask", lambda *_, **__: pytest.fail("asked"))
    judgement = judge_markup(page, tables=True, second_opinion=False, model=model(trust=DOUBT - 0.1))
    assert (judgement.source, judgement.notices) == ("engine", ())


def hears(
    page: Page, model: Build, monkeypatch: pytest.MonkeyPatch, kept: Callable[[int], bool], sure: float
) -> markup.Judgement:
    monkeypatch.setattr(markup, "ask", lambda *_, **__: opinion(map(kept, range(len(page.blocks)))))
    return judge_markup(page, tables=True, second_opinion=True, model=model(trust=DOUBT - 0.1, sure=sure))


def test_in_doubt_it_settles_what_is_disputed(page: Page, model: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    judgement = hears(page, model, monkeypatch, lambda i: i in (1, 2), SHIFT - 0.5)
    assert judgement.source == "trafilatura"
    assert judgement.body() == {1, 2}
    (notice,) = judgement.notices
    assert notice.kind == "second_opinion"
    words = [block.words for block in page.blocks]
    assert notice.evidence == {
        "engine_words": sum(words[1:]),
        "trafilatura_words": sum(words[1:3]),
        "disputed_words": sum(words[3:]),
        "settled_for_trafilatura": sum(words[3:]),
    }
    assert f"got {sum(words[3:])} of {sum(words[3:])} disputed words" in notice.message


def test_where_the_engine_is_surer_it_keeps_its_word(page: Page, model: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    judgement = hears(page, model, monkeypatch, lambda i: i in (1, 2), SHIFT + 0.5)
    assert judgement.source == "engine"
    assert judgement.body() == {1, 2, 3, 4, 5}
    (notice,) = judgement.notices
    assert notice.evidence["settled_for_trafilatura"] == 0
    assert notice.evidence["disputed_words"] > 0  # type: ignore[operator]


def test_no_opinion_leaves_no_notice(page: Page, model: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "ask", lambda *_, **__: None)
    judgement = judge_markup(page, tables=True, second_opinion=True, model=model(trust=DOUBT - 0.1))
    assert (judgement.source, judgement.notices) == ("engine", ())


def modules_after(code: str) -> str:
    code += ";import sys;print([name for name in ('trafilatura', 'lxml') if name in sys.modules])"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_text_mode_loads_neither_parser_nor_second_opinion() -> None:
    code = (
        "from newsclean.blocks.lines import read_text; from newsclean.engine import judge;"
        "judge(read_text('One line.\\nAnother line.'))"
    )
    assert modules_after(code) == "[]"


def test_switched_off_it_is_never_loaded() -> None:
    code = (
        "from newsclean import parse, Options;"
        "parse('<p>Three short words</p>', options=Options(second_opinion=False, accept='any'))"
    )
    assert modules_after(code) == "[]"
