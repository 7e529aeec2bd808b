"""What became of the paragraphs between two readings of a story."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, Block

LEFT = "The first boat left at six on Monday."
FOUND = "Divers found the old anchor under the pier."
VOTE = "The council votes on the fare in April."


def article(*texts: str) -> Article:
    return Article(
        blocks=tuple(
            Block(index=at, kind="paragraph", text=text, path=f"html/body/p[{at}]") for at, text in enumerate(texts)
        )
    )


def told(before: Article, after: Article) -> list[tuple[str, str | None, str | None]]:
    return [
        (change.kind, change.before and change.before.text, change.after and change.after.text)
        for change in before.diff(after)
    ]


def test_the_same_text_is_kept() -> None:
    assert told(article(LEFT, VOTE), article(LEFT, VOTE)) == [("kept", LEFT, LEFT), ("kept", VOTE, VOTE)]


def test_a_paragraph_in_between_is_added() -> None:
    assert told(article(LEFT, VOTE), article(LEFT, FOUND, VOTE))[1] == ("added", None, FOUND)


def test_one_that_is_gone_is_removed() -> None:
    assert told(article(LEFT, FOUND, VOTE), article(LEFT, VOTE))[1] == ("removed", FOUND, None)


def test_a_few_other_words_are_a_change() -> None:
    later = LEFT.replace("six", "seven")
    assert told(article(LEFT), article(later)) == [("changed", LEFT, later)]


def test_other_words_altogether_are_another_paragraph() -> None:
    assert told(article(LEFT), article(FOUND)) == [("removed", LEFT, None), ("added", None, FOUND)]


def test_a_change_beside_a_new_paragraph_finds_its_counterpart() -> None:
    later = VOTE.replace("April", "May")
    assert told(article(LEFT, VOTE), article(FOUND, later)) == [
        ("removed", LEFT, None),
        ("added", None, FOUND),
        ("changed", VOTE, later),
    ]


def test_white_space_and_places_are_no_change() -> None:
    (change,) = article(LEFT).diff(Article(blocks=(Block(index=7, kind="quote", text=f"{LEFT}\n", path="p"),)))
    assert change.kind == "kept"
    assert change.before is not None
    assert change.after is not None
    assert change.before.content_hash == change.after.content_hash


def test_empty_articles() -> None:
    assert article().diff(article()) == ()
    assert told(article(), article(LEFT)) == [("added", None, LEFT)]


PARAGRAPHS = st.lists(st.sampled_from([LEFT, FOUND, VOTE, LEFT.replace("six", "ten"), "Short.", ""]), max_size=8)


@given(one=PARAGRAPHS, other=PARAGRAPHS)
def test_every_paragraph_of_both_appears_once_and_in_order(one: list[str], other: list[str]) -> None:
    changes = article(*one).diff(article(*other))
    assert [change.before.index for change in changes if change.before] == list(range(len(one)))
    assert [change.after.index for change in changes if change.after] == list(range(len(other)))
    for change in changes:
        sides = (change.before is not None, change.after is not None)
        assert (
            sides
            == {"kept": (True, True), "changed": (True, True), "added": (False, True), "removed": (True, False)}[
                change.kind
            ]
        )
