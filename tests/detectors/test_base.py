"""The package walk finds every detector once, each with its page in the docs."""

from __future__ import annotations

import pkgutil
from typing import TYPE_CHECKING

import pytest

import newsclean.detectors
from newsclean.detectors import detect, detectors
from newsclean.detectors.base import TAIL_BLOCKS, detector, say, story_blocks, tail_blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading


def test_a_file_is_a_detector_of_its_name() -> None:
    files = {module.name for module in pkgutil.iter_modules(newsclean.detectors.__path__)} - {"base"}
    assert set(detectors()) == files
    assert all(each.name == name for name, each in detectors().items())


def test_each_has_its_docs() -> None:
    assert all(each.doc.strip().split("\n")[0] for each in detectors().values())


def test_a_detector_without_docs_is_refused() -> None:
    with pytest.raises(TypeError, match="docstring"):
        detector("nameless")(lambda reading: ())


@pytest.mark.parametrize("name", ["share", "detector:share"])
def test_a_detector_is_switched_off_by_name_or_by_the_id_in_the_audit(story: Callable[..., Reading], name: str) -> None:
    reading = story("SHARE THIS ARTICLE")
    assert any(verdict.by == "detector:share" for verdict in detect(reading))
    assert not any(verdict.by == "detector:share" for verdict in detect(reading, disabled=frozenset((name,))))


def test_switching_one_off_leaves_the_others(story: Callable[..., Reading]) -> None:
    reading = story("SHARE THIS ARTICLE", "By Mira Holt")
    assert [verdict.by for verdict in detect(reading, disabled=frozenset(("share",)))] == ["detector:byline"]


def test_a_clean_story_gives_no_verdict_at_all(story: Callable[..., Reading], article: Callable[..., Reading]) -> None:
    assert detect(story()) == ()
    assert detect(article()) == ()


def test_an_empty_page_gives_no_verdict(lines: Callable[..., Reading], html: Callable[..., Reading]) -> None:
    assert detect(lines("")) == ()
    assert detect(html("")) == ()


def test_what_is_said_carries_the_name() -> None:
    verdict = say("share", 3, "share", "A prompt.", confidence=0.5, evidence={"words": 2})
    assert (verdict.block, verdict.by, verdict.confidence, verdict.evidence) == (3, "detector:share", 0.5, {"words": 2})


def test_the_tail_is_the_end_of_the_text(lines: Callable[..., Reading]) -> None:
    reading = lines(*(f"Line number {n} of a text that has many lines." for n in range(20)))
    assert [block.index for block in tail_blocks(reading)] == list(reading.body[-TAIL_BLOCKS:])
    assert [block.index for block in story_blocks(reading)] == list(reading.body)
