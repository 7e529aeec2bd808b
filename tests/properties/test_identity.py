"""The identity of a story: the same words in other markup are the same story, another word makes another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest

from newsclean import Options, parse

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS = Options(rules=None, second_opinion=False)
PARAGRAPHS = [
    "The ferry Märta Lind left the old quay at six on Monday, three winters after ice had closed the harbour.",
    "“We waited long enough,” said the harbour master, Idris Vale, who had kept the ship’s bell in his office.",
    "Four crossings a day are planned for the summer, and the council votes on the fare before the end of April.",
    "The pier was built anew in oak, and divers who looked after its foot found the anchor of an older boat.",
]


def page(change: Callable[[str], str] = str, around: str = "<p>{}</p>") -> str:
    story = "\n".join(around.format(change(text)) for text in PARAGRAPHS)
    return f"<html lang=en><body><main><h1>Ferry returns to the old quay</h1>{story}</main></body></html>"


PLAIN = parse(page(), options=OPTIONS)

SAME: dict[str, Callable[[str], str]] = {
    "NFD": lambda text: normalize("NFD", text),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0", 3),
    "entities": lambda text: "".join(f"&#{ord(char)};" if char in "äaeo“’ " else char for char in text),
    "named entities": lambda text: text.replace("“", "&ldquo;").replace("ä", "&auml;").replace(" ", "&nbsp;", 1),
    "soft hyphens": lambda text: text.replace("rb", "r&shy;b").replace("tt", "t\u00adt"),
    "zero-width spaces": lambda text: text.replace("e", "e\u200b", 2).replace(" ", " \ufeff", 1),
    "line breaks in the source": lambda text: text.replace(" ", "\n\t  "),
    "spans around words": lambda text: re.sub(r"(\w+)", r'<span class="w">\1</span>', text),
    "half a word in bold": lambda text: re.sub(r"\b(\w\w)(\w\w+)", r"<b>\1</b>\2", text),
    "break opportunities": lambda text: re.sub(r"(\w{3})(\w{3})", r"\1<wbr>\2", text),
    "comments": lambda text: text.replace(" ", " <!-- ad -->", 2),
    "a link": lambda text: re.sub(r"(\w+)\W*$", r'<a href="/x">\g<0></a>', text),
}


@pytest.mark.parametrize("name", SAME)
def test_the_same_words_in_other_markup_are_the_same_story(name: str) -> None:
    made = parse(page(SAME[name]), options=OPTIONS)
    assert made.content_hash == PLAIN.content_hash
    assert [block.content_hash for block in made.blocks] == [block.content_hash for block in PLAIN.blocks]
    assert {change.kind for change in PLAIN.diff(made)} == {"kept"}


@pytest.mark.parametrize(
    "around", ["<div><p>{}</p></div>", '<P CLASS="a b" data-x=1>{}</P>', "<section><p>{}</p></section>", "{}<br><br>"]
)
def test_so_they_are_in_other_elements(around: str) -> None:
    assert parse(page(around=around), options=OPTIONS).content_hash == PLAIN.content_hash


@pytest.mark.parametrize(
    ("old", "new"), [("six", "seven"), ("Monday", "monday"), ("Märta", "Marta"), ("“We", '"We'), ("oak,", "oak")]
)
def test_another_word_or_sign_makes_another_story(old: str, new: str) -> None:
    made = parse(page(lambda text: text.replace(old, new)), options=OPTIONS)
    assert made.content_hash != PLAIN.content_hash
    assert [change.kind for change in PLAIN.diff(made)].count("changed") == 1
