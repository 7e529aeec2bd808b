"""The content engine: what is the story, block by block.

`judge` is the whole interface: a page in, one verdict a block and a confidence out. What decides inside may change;
rules, detectors and `resolve` see verdicts only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.engine.judgement import Judgement

if TYPE_CHECKING:
    from newsclean.page import Page

__all__ = ["Judgement", "judge"]


def judge(page: Page, *, second_opinion: bool = True, tables: bool = True) -> Judgement:
    """What the engine says of every block of a page.

    Args:
        page: HTML or text.
        second_opinion: whether trafilatura may be asked when the engine is in doubt (HTML only).
        tables: whether tables belong to the story.
    """
    if page.mode == "text":
        from newsclean.engine.lines import judge_lines

        return judge_lines(page)
    from newsclean.engine.markup import judge_markup

    return judge_markup(page, tables=tables, second_opinion=second_opinion)
