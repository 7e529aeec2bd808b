"""The pages to learn from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from corpus import TYPES, WEIGHTS, Sample, read_page, samples

from newsclean.blocks import read_html
from newsclean.html.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Corpus = Callable[..., Path]

PAGE = "<p>The quay is open again.</p>"


def test_pages_come_with_their_gold_in_the_order_of_the_files(corpus: Corpus) -> None:
    folder = corpus(({"body": "one"}, PAGE), ({"dataset": "readability"}, PAGE), ({"body": "two"}, PAGE))
    found = list(samples(folder))
    assert [sample.row["body"] for sample in found] == ["one", "two", None]
    assert found[0].page.url == "https://herald.example/quay"
    assert [block.text for block in found[0].page.blocks] == ["The quay is open again."]


def test_pages_without_blocks_are_left_out(corpus: Corpus) -> None:
    deep = "<div>" * 200_000 + "x"
    folder = corpus(({}, None), ({}, ""), ({}, "<div id=root></div>"), ({}, deep), ({"id": "good"}, PAGE))
    assert [sample.row["id"] for sample in samples(folder)] == ["good"]


def test_a_folder_without_gold_and_other_data_sets_are_no_corpus(tmp_path: Path, corpus: Corpus) -> None:
    (tmp_path / "zyte").mkdir()
    assert list(samples(tmp_path)) == []
    assert list(samples(corpus(({"dataset": "elsewhere"}, PAGE)))) == []


@pytest.mark.parametrize(
    ("dataset", "kind", "weight"),
    [
        ("zyte", "article", WEIGHTS["zyte"]),
        ("zyte", None, WEIGHTS["zyte"]),
        ("wcxb_dev", "listing", WEIGHTS["wcxb_dev"] * TYPES["listing"]),
        ("wcxb_dev", "service", WEIGHTS["wcxb_dev"] * TYPES["service"]),
    ],
)
def test_pages_count_by_data_set_and_type(corpus: Corpus, dataset: str, kind: str | None, weight: float) -> None:
    (found,) = samples(corpus(({"dataset": dataset, "page_type": kind}, PAGE)))
    assert found.weight == pytest.approx(weight)


def test_a_page_without_a_file(tmp_path: Path, row: Callable[..., dict[str, Any]]) -> None:
    assert read_page(tmp_path, row(html=None)) is None


@pytest.mark.parametrize(
    ("kind", "running"), [("article", True), (None, True), ("service", True), ("listing", False), ("forum", False)]
)
def test_types_that_are_written_like_articles(row: Callable[..., dict[str, Any]], kind: str, running: bool) -> None:  # noqa: FBT001
    assert Sample(row(page_type=kind), read_html(Document(PAGE)), 1.0).running_text == running


def test_a_page_of_no_known_site_is_a_site_of_its_own(row: Callable[..., dict[str, Any]]) -> None:
    page = read_html(Document(PAGE))
    assert Sample(row(), page, 1.0).site == "herald.example"
    assert Sample(row(site=None), page, 1.0).site == "zyte/1"
