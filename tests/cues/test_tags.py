"""Lists of tags by their grammar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cues.lexicon import languages, lexicon
from newsclean.cues.tags import MAX_CHARS, tag_item, tag_items, tag_label


@pytest.mark.parametrize(
    ("text", "language", "items"),
    [
        ("Tags: harbour, ferries, Ankerholm", "en", ("harbour", "ferries", "Ankerholm")),
        ("FILED UNDER: Harbour", "en", ("Harbour",)),
        ("Schlagworte: Hafen | Fähre", "de", ("Hafen", "Fähre")),
        ("Etiquetas: puerto; ferry", "es", ("puerto", "ferry")),
        ("标签：港口，渡轮", "zh", ("港口", "渡轮")),
        ("#harbour #ferries", "en", ("harbour", "ferries")),
        ("#harbour, #ferries", None, ("harbour", "ferries")),
    ],
)
def test_a_list_gives_its_items(text: str, language: str | None, items: tuple[str, ...]) -> None:
    assert tag_items(text, language) == items


@pytest.mark.parametrize(
    "text",
    [
        "Topics: The board spoke of tolls, and then of herring.",
        "Tags on the nets named the boats",
        "#harbour",
        "#harbour is what the people of Ankerholm write",
        "Topics: what the board of the harbour wants to do with its money, ferries",
        "Tags:",
        "",
        "Tags: " + "harbour, " * MAX_CHARS,
    ],
)
def test_prose_and_single_words_are_none(text: str) -> None:
    assert tag_items(text, "en") == ()


def test_labels_stand_alone() -> None:
    assert tag_label("Filed under:", "en")
    assert tag_label("TEMAS RELACIONADOS", "es")
    assert not tag_label("Filed under protest", "en")


@pytest.mark.parametrize("language", languages())
def test_every_language_has_labels_and_each_is_one(language: str) -> None:
    heads = lexicon(language)["tags.heads"]
    assert len(heads) > len(lexicon(None)["tags.heads"]) or language == "en"
    for head in heads:
        assert tag_label(head, language)
        assert tag_items(f"{head}: harbour, quay", language) == ("harbour", "quay")


@given(st.text())
def test_every_item_is_one_and_stands_in_the_text(text: str) -> None:
    for item in tag_items(f"Tags: {text}", "en"):
        assert tag_item(item)
        assert item in text
