"""A line that only credits a picture moves; lines of the story that name agencies stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize(
    "line", ["(AFP photo)", "Photo: Mira Holt", "Mira Holt / Reuters", "Photo by Mira Holt", "© Reuters"]
)
def test_a_credit_moves(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("credit", story(line)) == {line: "credit"}
    assert said("credit", article(f"<p>{line}</p>")) == {line: "credit"}
    assert said("credit", story(middle=(line,))) == {line: "credit"}


@pytest.mark.parametrize("line", ["Getty Images", "(Reuters)", "Copyright: Quay"])
def test_beside_a_picture_less_will_do(
    article: Read, said: Said, verdicts: Callable[[str, Reading], list[Verdict]], line: str
) -> None:
    figure = f"<figure><img src=a.jpg><figcaption><p>Fishermen mend nets</p><p>{line}</p></figcaption></figure>"
    (verdict,) = verdicts("credit", article(middle=figure))
    assert verdict.credit == line.strip("()").removeprefix("Copyright: ")
    assert said("credit", article(middle=f"<ul><li>{line.strip('()')}</li></ul>")) == {}


def test_the_name_is_told(story: Read, verdicts: Callable[[str, Reading], list[Verdict]]) -> None:
    (verdict,) = verdicts("credit", story("Photo by Mira Holt/AP"))
    assert verdict.evidence["credit"] == "Mira Holt/AP"


@pytest.mark.parametrize(
    "line",
    [
        "Mira Holt",
        "Bo Lind / Skarvo",
        "LONDON (Reuters) - The quay opened again.",
        "Reuters, citing two officials, said the talks had failed.",
        "NASA, Boeing and two others declined to comment.",
        "AP and Reuters contributed to this report.",
        "He told AFP, Reuters and the BBC so.",
        "Rex, the dog, came home.",
        "Spa and pool",
        "Via Roma, Milan",
        "Photos of the quay were sold for a crown.",
        "(Reporting by Mira Holt; Editing by Bo Lind)",
    ],
)
def test_lines_of_the_story_stay(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("credit", story(middle=(line,))) == {}
    assert said("credit", article(middle=f"<p>{line}</p>")) == {}


def test_a_list_of_agencies_is_a_list(article: Read, said: Said) -> None:
    assert said("credit", article(middle="<ul><li>Pool</li><li>Spa</li><li>NASA</li></ul>")) == {}


def test_a_credit_behind_a_caption_is_for_the_caption(story: Read, said: Said) -> None:
    assert said("credit", story("Fishermen mend nets on the quay. (AFP photo)")) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("credit", story()) == {}
    assert said("credit", article()) == {}


@pytest.mark.timeout(20)
def test_preformatted_text_full_of_spaces_is_read_in_time(article: Read, said: Said) -> None:
    assert said("credit", article(middle="<pre>x" + " " * 100_000 + "x</pre>")) == {}
