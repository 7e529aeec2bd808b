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


def test_of_several_similar_paragraphs_the_most_similar_is_the_counterpart() -> None:
    later = LEFT.replace("six", "seven")
    other = "The first boat left on Sunday."
    assert told(article(LEFT), article(other, later)) == [("added", None, other), ("changed", LEFT, later)]


def test_a_change_in_a_script_without_spaces_is_a_change() -> None:
    before, later = "渡轮星期一早上六点离开旧码头。", "渡轮星期二早上六点离开旧码头。"
    assert told(article(before), article(later)) == [("changed", before, later)]


def test_another_sign_is_a_change() -> None:
    assert told(article("Left."), article("Left!")) == [("changed", "Left.", "Left!")]
    assert told(article("* * *"), article("* *")) == [("changed", "* * *", "* *")]


def test_a_paragraph_that_stands_elsewhere_has_moved() -> None:
    assert told(article(LEFT, FOUND, VOTE), article(FOUND, VOTE, LEFT)) == [
        ("kept", FOUND, FOUND),
        ("kept", VOTE, VOTE),
        ("moved", LEFT, LEFT),
    ]


def test_of_two_equal_paragraphs_one_may_move_and_one_go() -> None:
    assert [kind for kind, _, _ in told(article(LEFT, LEFT, FOUND, VOTE), article(FOUND, VOTE, LEFT))] == [
        "removed",
        "kept",
        "kept",
        "moved",
    ]


def test_one_block_that_stands_twice_is_two_paragraphs() -> None:
    (block,), (found,) = article(LEFT).blocks, article(FOUND).blocks
    changes = Article(blocks=(block, block, found)).diff(Article(blocks=(found, block)))
    assert [change.kind for change in changes] == ["moved", "kept", "removed"]


def test_one_that_moved_and_changed_is_another() -> None:
    later = LEFT.replace("six", "seven")
    kinds = [kind for kind, _, _ in told(article(LEFT, FOUND, VOTE), article(FOUND, VOTE, later))]
    assert kinds == ["removed", "kept", "kept", "added"]


def test_a_live_blog_of_similar_entries_is_read_in_order() -> None:
    before = [f"Update {at}: the boat has left the quay" for at in range(300)]
    after = [f"{text}, late" for text in before]
    assert told(article(*before), article(*after)) == [
        ("changed", one, other) for one, other in zip(before, after, strict=True)
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
    assert sorted(change.before.index for change in changes if change.before) == list(range(len(one)))
    stayed = [change.before.index for change in changes if change.before and change.kind != "moved"]
    assert stayed == sorted(stayed)
    assert [change.after.index for change in changes if change.after] == list(range(len(other)))
    for change in changes:
        sides = (change.before is not None, change.after is not None)
        assert (
            sides
            == {
                "kept": (True, True),
                "changed": (True, True),
                "moved": (True, True),
                "added": (False, True),
                "removed": (True, False),
            }[change.kind]
        )
