"""Names of entries."""

from __future__ import annotations

import pytest

from newsclean.authoring.entry_ids import Ids


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("p.gift", "gift"),
        ("#Foot_Note", "foot-note"),
        ('div[data-testid="More"]', "more"),
        ("aside", "aside"),
        ("***", "entry"),
        ("learned", "learned-2"),
        ("p." + "x" * 90, "x" * 40),
    ],
)
def test_a_name_is_the_last_word_of_what_it_matches(what: str, name: str) -> None:
    assert Ids().of(what) == name


def test_equal_names_are_numbered() -> None:
    ids = Ids()
    assert [ids.of("p.gift"), ids.of("div.gift"), ids.of("#gift")] == ["gift", "gift-2", "gift-3"]
