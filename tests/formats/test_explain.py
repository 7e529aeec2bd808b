"""The table for people."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, Block, Removal
from newsclean.formats.explain import explain, summary
from newsclean.formats.table import columns


def test_an_article_in_whole(article: Article) -> None:
    assert article.explain().split("\n") == [
        "kept 10 blocks (34 words); filled 11 fields; removed 1 block; site rules: example.org; confidence 0.93",
        "",
        "what     as              text, and why",
        "kept     paragraph       The first boat left at six on Monday.",
        "kept     heading 2       What changes",
        "kept     list_item 1     Four crossings a day",
        "kept     list_item 2     five on Saturdays",
        "kept     list_item 1     No lorries",
        "kept     quote           We waited long enough.",
        "kept     quote           Now we sail.",
        "kept     table_row       From | To",
        "kept     table_row       Quay | Island",
        "kept     preformatted    06:00 08:30",
        "moved    breadcrumbs     News > Coast",
        "moved    title           Ferry returns to the old quay",
        "                         from dom:h1",
        "moved    standfirst      After three winters on the mainland side.",
        "moved    authors         Ines Holm (Harbour correspondent)",
        "moved    date_published  2024-03-04 06:30:00+00:00",
        "moved    date_modified   2024-03-05 07:00:00",
        "moved    keywords        ferry; harbour",
        "moved    license         CC BY 4.0",
        "moved    images          The quay at dawn (Bo Lind)",
        "moved    images          A timetable",
        "moved    notes           Reporting by a second reporter.",
        "removed  newsletter      Get the harbour letter every Friday morning.",
        "                         by detector:newsletter, at html/body/aside/p: An invitation to subscribe.",
        "                         position 0.912, words 7, cue get the",
        "notice   caption_unsure  Two captions fit one picture.",
        "                         margin 0.02",
    ]


def test_a_long_block_is_shown_by_its_first_words_and_their_number(article: Article) -> None:
    long = Block(index=0, kind="paragraph", text="word " * 40, path="p")
    assert "word word … (40 words)" in replace(article, blocks=(long,)).explain()


def test_a_long_block_without_spaces_is_cut_too() -> None:
    text = "港口" * 100
    shown = Article(blocks=(Block(index=0, kind="paragraph", text=text, path="p"),)).explain()
    assert text not in shown.replace("\n", "").replace(" ", "")
    assert "… (200 words)" in shown


def test_a_removed_text_is_shown_whole(article: Article) -> None:
    text = " ".join(f"word{i}" for i in range(300))
    shown = replace(article, removed=(replace(article.removed[0], text=text),)).explain()
    assert text in " ".join(shown.split())


def test_a_note_that_stays_in_the_text_is_not_moved() -> None:
    note = "Editor's note: the quay was renamed."
    article = Article(notes=(note,), blocks=(Block(index=0, kind="paragraph", text=note, path="p"),))
    assert "notes" not in article.explain()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_asked(width: int, article: Article) -> None:
    table = explain(article, width=width).split("\n")[2:]
    assert max(map(columns, table)) <= width


@given(text=st.text(st.characters(codec="utf-8")))
def test_a_page_cannot_steer_the_terminal(text: str) -> None:
    removal = Removal(text=text, kind="share", by="engine", reason="r", path="p")
    shown = Article(title=text, removed=(removal,)).explain()
    assert not any((ord(char) < 32 and char != "\n") or 127 <= ord(char) < 160 for char in shown)


def test_the_summary_of_nothing() -> None:
    assert summary(Article()) == "kept 0 blocks (0 words); filled 0 fields; removed 0 blocks; site rules: none"
