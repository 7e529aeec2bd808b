"""What the words around a date say of it."""

from __future__ import annotations

import pytest

from newsclean.normalize.date_words import (
    after_change,
    before_change,
    names_first,
    names_publication,
    opens_with_change,
)


@pytest.mark.parametrize(
    "line", ["Updated May 3", "Letzte Aktualisierung: 3.5.", "(Mis à jour le 3 mai)", "最終更新 3日"]
)
def test_lines_that_open_with_a_change(line: str) -> None:
    assert opens_with_change(line)


@pytest.mark.parametrize("line", ["May 3, updated May 4", "Published May 3", ""])
def test_lines_that_do_not(line: str) -> None:
    assert not opens_with_change(line)


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [
        ("May 3, updated May 4", "May 3,", " May 4"),
        ("revision 3, last edited 4 March", "revision 3, last ", " 4 March"),
        ("Edited by Ann Lee, 4 March", "Edited by Ann Lee, 4 March", None),
        ("Published May 3", "Published May 3", None),
    ],
)
def test_a_line_is_parted_at_the_word(line: str, before: str, after: str | None) -> None:
    assert before_change(line).rstrip() == before.rstrip()
    assert after_change(line) == after


@pytest.mark.parametrize(
    "line", ["Originally published on May 3", "Zuerst erschienen am 3. Mai", "Publié initialement le 3 mai"]
)
def test_the_first_publication_is_named(line: str) -> None:
    assert names_first(line)
    assert not names_first("Published on May 3")


def test_a_publication_is_named() -> None:
    assert names_publication("Publié le 3 mai")
    assert not names_publication("3 mai")


@pytest.mark.timeout(30)
@pytest.mark.parametrize("sign", ["(", "–", ": ", "last ", "«"])
def test_hostile_lines_do_not_hang(sign: str) -> None:
    line = "2024 " + sign * 50_000
    assert not opens_with_change(line)
    assert before_change(line) == line
