"""Editor's notes that correct nothing."""

from __future__ import annotations

import pytest

from newsclean.cues.corrections import annotates


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Editor’s note: this story has a sequel.", "en", True),
        ("Editor's note: This story has been updated with the board's answer.", "en", True),
        ("Editor's note: An earlier version of this story had the wrong length.", "en", False),
        ("Correction: the quay is 300 metres long.", "en", False),
        ("The quay is open.", "en", False),
        ("Editor's note: nothing.", "xx", True),
    ],
)
def test_notes_that_only_annotate(text: str, language: str, *, expected: bool) -> None:
    assert annotates(text, language) is expected
