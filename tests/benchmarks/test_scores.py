"""Each measure on inputs small enough to reckon in one's head."""

from __future__ import annotations

from typing import Any

import pytest


def scored(program: Any, pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, float]:
    return program.figures(pairs)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("gold", "text", "f1", "precision", "recall"),
    [
        ("a b c d", "A B c d", 1, 1, 1),
        ("a b c d", "a b", 2 / 3, 1, 0.5),
        ("a b", "a b c d", 2 / 3, 0.5, 1),
        ("a a b", "a b b", 2 / 3, 2 / 3, 2 / 3),
        ("a b", "c d", 0, 0, 0),
        ("", "", 1, 1, 1),
        (None, None, 1, 1, 1),
        ("", "a", 0, 0, 0),
        ("a", "", 0, 0, 0),
    ],
)
def test_words_are_a_bag(program: Any, gold: str, text: str, f1: float, precision: float, recall: float) -> None:
    assert program.match_words(gold, text) == pytest.approx((f1, precision, recall))


def test_pages_that_fail_whole_are_counted(program: Any, row: Any) -> None:
    gold = row(annotated=["body"], body="a b c d")
    found = scored(program, [(gold, {"text": "a b c d"}), (gold, {"text": "x"}), (gold, {}), (row(), {"text": "a"})])
    assert found["word F1"] == pytest.approx(1 / 3)
    assert found["failed"] == pytest.approx(2 / 3)
    assert found["no text"] == 1 / 4
    assert found["with body"] == 3


def test_a_refused_page_is_an_empty_text(program: Any, row: Any) -> None:
    gold = row(annotated=["body"], body="a b", page_type="article")
    found = scored(program, [(gold, {"text": "a b", "refused": "index"}), (gold, {"text": "a b", "refused": None})])
    assert found["word F1"] == 0.5
    assert found["refused"] == 0.5


def test_shingles_are_four_words_and_their_means_make_the_f1(program: Any, row: Any) -> None:
    gold = row(annotated=["body"], body="a b c d e")
    found = scored(program, [(gold, {"text": "a b c d e"}), (gold, {"text": "a b c d x"}), (gold, {})])
    precision, recall = (1 + 0.5) / 2, (1 + 0.5 + 0) / 3  # an empty text has no precision
    assert found["shingle F1"] == pytest.approx(2 * precision * recall / (precision + recall))
    assert found["all words equal"] == pytest.approx(1 / 3)


def test_a_text_of_fewer_words_is_one_shingle(program: Any, row: Any) -> None:
    gold = row(annotated=["body"], body="a b")
    assert scored(program, [(gold, {"text": "a b"})])["shingle F1"] == 1
    assert scored(program, [(gold, {"text": "a b c"})])["shingle F1"] == 0


def test_paragraphs_are_lines_and_optional_ones_may_be_there_or_not(program: Any, row: Any) -> None:
    gold = row(annotated=["body"], body="x", paragraphs=["One.", "Two.", "Three."], extra={"optional_paragraphs": [1]})
    for text in ("One.\n\nTwo.\nThree.", " One. \nThree."):
        assert scored(program, [(gold, {"text": text})])["paragraph F1"] == 1
    assert scored(program, [(gold, {"text": "One."})])["paragraph F1"] == pytest.approx(2 / 3)


def test_paragraphs_that_are_not_on_the_page_are_left_out(program: Any, row: Any) -> None:
    gold = row(annotated=["body"], body="x", paragraphs=["One."], qc={"para_verbatim_any": 0.5})
    assert "paragraph F1" not in scored(program, [(gold, {"text": "One."})])


def test_snippets_count_one_by_one(program: Any, row: Any) -> None:
    first = row(annotated=["with", "without"], **{"with": ["a b", "c"], "without": ["x y"]})
    second = row(annotated=["with"], **{"with": ["d"], "without": ["a"]})
    found = scored(program, [(first, {"text": "a\n b"}), (second, {"text": "a d x  y"})])
    assert found["with"] == pytest.approx(2 / 3)
    assert found["without"] == 0


def test_captions_leak_or_are_found(program: Any, row: Any) -> None:
    long, short = "The old ferry leaves the quay", "A bell"
    gold = row(extra={"images": [{"caption": long}, {"caption": short}, {"caption": None}]})
    leaked = {"text": f"x {long.upper()} y", "captions": []}
    found = {"text": f"x {short}", "captions": [long + ".", "other"]}
    figures = scored(program, [(gold, leaked), (gold, found)])
    assert figures["caption leak"] == 0.5
    assert figures["caption recall"] == 1 / 4
    assert "caption recall" not in scored(program, [(gold, {"text": long})])


def test_a_caption_that_the_body_repeats_does_not_leak(program: Any, row: Any) -> None:
    caption = "The old ferry leaves the quay"
    gold = row(body=f"Then {caption}.", extra={"images": [{"caption": caption}]})
    assert "caption leak" not in scored(program, [(gold, {"text": caption})])


def test_refusals_of_articles_count_where_there_are_articles(program: Any, row: Any) -> None:
    article, listing = row(page_type="article"), row(page_type="listing")
    assert scored(program, [(article, {"refused": None}), (listing, {"refused": "index"})])["refused"] == 0
    assert scored(program, [(listing, {"refused": "index"})])["refused"] == 1
    assert "refused" not in scored(program, [(listing, {})])


def test_confidence_is_the_chance_of_a_good_text(program: Any, row: Any) -> None:
    gold = row(annotated=["body"], body="a b")
    sure, doubtful = {"text": "a b", "confidence": 0.9}, {"text": "x", "confidence": 0.3}
    found = scored(program, [(gold, sure), (gold, doubtful), (gold, {"text": "x"})])
    assert found["confidence"] == pytest.approx(0.6)
    assert found["confidence Brier"] == pytest.approx((0.1**2 + 0.3**2) / 2)
    assert found["confidence ECE"] == pytest.approx((0.1 + 0.3) / 2)


def test_costs(program: Any, row: Any) -> None:
    outputs = [
        {"seconds": 0.001, "asked": True, "warnings": ["second_opinion"]},
        {"seconds": 0.002, "asked": True, "warnings": []},
        {"seconds": 0.006, "asked": False},
    ]
    found = scored(program, [(row(), output) for output in outputs])
    assert (found["ms median"], found["ms mean"]) == pytest.approx((2, 3))
    assert found["second opinion asked"] == pytest.approx(2 / 3)
    assert found["second opinion taken"] == pytest.approx(1 / 3)


def test_articles_with_a_body_are_pooled(program: Any, row: Any) -> None:
    pairs = [
        (row(id=kind + str(body), page_type=kind, annotated=["body"] if body else []), {})
        for kind in ("article", "forum")
        for body in (True, False)
    ]
    assert [row["id"] for row, _ in program.articles(pairs)] == ["articleTrue"]


def test_languages_are_of_the_gold_else_of_the_page_and_of_five_pages_or_more(program: Any, row: Any) -> None:
    rows = (
        [row(lang="nb")] * 3 + [row(extra={"html_lang": "no-NO"})] * 3 + [row(lang="en-GB")] * 7 + [row(lang="de")] * 4
    )
    groups = program.by_language((row, {}) for row in rows)
    assert {language: len(group) for language, group in groups.items()} == {"en": 7, "no": 6}
    assert next(iter(groups)) == "en"


def test_a_difference_has_an_interval_around_it_and_is_the_same_every_time(program: Any) -> None:
    ours, theirs = [1.0, 0.9, 0.8, 0.7] * 10, [0.9, 0.9, 0.6, 0.7] * 10
    found = program.difference(ours, theirs)
    assert found == program.difference(ours, theirs)
    assert found["difference"] == pytest.approx(0.075)
    assert found["low"] < found["difference"] < found["high"]
    assert found["pages"] == 40
    assert program.difference([0.5] * 9, [0.5] * 9)["high"] == 0


def test_no_pages_have_no_figures(program: Any) -> None:
    assert program.figures([]) == {}
