"""Credits that stand right behind a sentence, without a space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cues.credits import find_credit
from newsclean.cues.glued import glued_tails, may_be_glued, without_rights

CAPTION = "Fishermen mend nets on the old quay."


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        (f"{CAPTION}Photo by Mira Holt /AFP via Getty Images", CAPTION, "Mira Holt /AFP via Getty Images"),
        (f"{CAPTION}Photo by - /AFP via Getty Images", CAPTION, "AFP via Getty Images"),
        (f"{CAPTION}Mira Holt for Harbour Herald", CAPTION, "Mira Holt for Harbour Herald"),
        (f"{CAPTION}Unsplash/Mira Holt", CAPTION, "Unsplash/Mira Holt"),
        (f"{CAPTION}The Associated Press", CAPTION, "The Associated Press"),
        ("Nets dry in May 2025.Photograph by Mira Holt", "Nets dry in May 2025.", "Mira Holt"),
        ("“We mend,” they say. “We rest.”Mira Holt/AFP", "“We mend,” they say. “We rest.”", "Mira Holt/AFP"),
        ("Nets dry on the quay (in March)AP Photo", "Nets dry on the quay (in March)", "AP Photo"),
        (f"{CAPTION}Mira Holt/Copyright 2031 AFP. All rights reserved.", CAPTION, "Mira Holt/AFP"),
    ],
)
def test_a_credit_behind_a_sentence_is_split_off(text: str, caption: str, credit: str) -> None:
    assert find_credit(text, "en") == (caption, credit, True)


def test_the_label_may_be_of_the_language() -> None:
    caption = "Fischer flicken Netze am alten Kai."
    assert find_credit(f"{caption}Bildrechte: HRF/Mira Holt", "de") == (caption, "HRF/Mira Holt", True)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour board runs its pages on ASP.NET Core",
        "The pages were built with Infer.NET for Harbour Trust",
        "1.Kitchen Renovation Costs",
        "The ferry is late again today.Click To Tweet",
        "The ferry is late again today.Click Here for More News",
        "The ferry is late again today.Privacy Policy",
        "The ferry is late again today.Read More",
        "The ferry was late.The board said on Monday that Reuters had asked.",
        "Subs on the old quay.Subs: Holt, Lund, Lind, Roe",
        "using Harbour.Diagnostics for Ferry.Metrics;",
        "The quay is managed by Keith O’Brien for Harbour Trust",
        "Ann Lund won the U.S.Open for Norway",
    ],
)
def test_what_else_is_glued_stays(text: str) -> None:
    assert find_credit(text, "en") == (text, None, False)


def test_the_longest_tail_comes_first() -> None:
    assert [tail for _, tail in glued_tails("Boats lie at the quay.Jane Road.Holt/AFP")] == [
        "Jane Road.Holt/AFP",
        "Holt/AFP",
    ]


def test_rights_of_others_are_left_alone() -> None:
    for text in ("Copyright 2031 AFP. All rights reserved.", "She told the story. All rights reserved"):
        assert without_rights(text) == text


@given(st.text(max_size=200))
def test_a_cut_keeps_every_letter(text: str) -> None:
    cuts = list(glued_tails(text))
    assert all(before + tail == text for before, tail in cuts)
    assert may_be_glued(text) or not cuts
