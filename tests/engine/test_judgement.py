"""One verdict a block, and a confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.engine.judgement import Judgement, verdicts
from newsclean.verdict import ENGINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page


def test_every_block_gets_one_verdict_and_those_without_a_label_are_boilerplate(html: Callable[[str], Page]) -> None:
    page = html("<h1>Quay</h1><p>One</p><p>Two</p><p>Three</p>")
    found = tuple(verdicts(page, {0: "title", 1: "body", 3: "caption"}, 0.75))
    assert [(verdict.block, verdict.label) for verdict in found] == [
        (0, "title"),
        (1, "body"),
        (2, "boilerplate"),
        (3, "caption"),
    ]
    assert {verdict.by for verdict in found} == {ENGINE}
    assert all(verdict.reason.endswith(".") for verdict in found)
    assert [verdict.confidence for verdict in found] == [0.75, 0.75, 1.0, 0.75]


def test_a_page_without_blocks_has_no_verdicts(html: Callable[[str], Page]) -> None:
    assert list(verdicts(html(""), {}, 0.5)) == []


def test_the_body_of_a_judgement(html: Callable[[str], Page]) -> None:
    page = html("<p>One</p><p>Two</p><p>Three</p>")
    judgement = Judgement(verdicts=tuple(verdicts(page, {0: "body", 2: "body", 1: "caption"}, 0.5)), confidence=0.5)
    assert judgement.body() == {0, 2}
    assert (judgement.source, judgement.notices, judgement.kind, judgement.evidence) == ("engine", (), None, {})
