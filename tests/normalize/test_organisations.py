"""Names of organisations, told by their words and by a list."""

from __future__ import annotations

import pytest

from newsclean.normalize.organisations import is_agency, is_organisation


@pytest.mark.parametrize(
    "name",
    [
        "Harbour Herald Staff", "Web Desk", "La Rédaction", "Da Redação", "Tim Redaksi", "Musterblatt-Redaktion", "Anadolu Ajansı",
        "Haber Merkezi", "Agência Costeira", "Редакция", "РИА Новости", "編集部", "時事通信社", "온라인뉴스팀", "وكالات", "رويترز",
        "گروه خبر", "AFP", "kna", "The Associated Press", "Harbour Board Ltd.", "University of Oslo", "ale/dpa",
    ],
)  # fmt: skip
def test_organisations(name: str) -> None:
    assert is_organisation(name)


@pytest.mark.parametrize(
    "name", ["Ann Lee", "Иван Петров", "山田太郎", "김철수", "أحمد محمود", "Desmond Tealing", "Ed Newson"]
)
def test_people(name: str) -> None:
    assert not is_organisation(name)


@pytest.mark.parametrize(
    ("name", "expected"), [("dpa", True), ("ČTK", True), ("新华社", True), ("Ann Lee/dpa", False), ("Web Desk", False)]
)
def test_agencies_are_whole_names(name: str, *, expected: bool) -> None:
    assert is_agency(name) is expected
