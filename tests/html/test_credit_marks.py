"""Elements that their names call credits, and the element that ends a caption."""

from __future__ import annotations

from typing import Any

import pytest

from newsclean.blocks import read_html
from newsclean.html.credit_marks import called_credit, credit_texts, ending_text, names_credit
from newsclean.html.document import Document


def element(html: str) -> Any:
    """The innermost block-level element around the first text of some HTML."""
    page = read_html(Document(html))
    return page.frames[page.blocks[0].frame].node


@pytest.mark.parametrize(
    "classes",
    ["credit", "photo-credit", "imageCredit", "ImageEmbed_caption-credit__uNiU6", "bildquelle", "image-box__author", "copyright", "media-source"],
)  # fmt: skip
def test_names_of_credits(classes: str) -> None:
    assert names_credit(classes)


@pytest.mark.parametrize(
    "classes",
    ["", "has-credit", "with-credit", "credit-card", "accredited", "resource", "author", "text-copy", "srcset"],
)
def test_other_names(classes: str) -> None:
    assert not names_credit(classes)


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>Nets <span class=credit>Mira <b>Holt</b></span></p>", ("Mira Holt",)),
        ("<p>Nets <i><cite>Mira Holt</cite></i> <span class=source>AP</span></p>", ("Mira Holt", "AP")),
        ("<p>Nets <span class=credit><b class=credit>Mira Holt</b></span></p>", ("Mira Holt",)),
        ("<p>Nets <span class=author>Mira Holt</span></p>", ("Mira Holt",)),
        ("<p>Nets <span class=credit> </span></p>", ()),
        (f"<p>Nets <span class=credit>{'long ' * 60}</span></p>", ()),
        ("<p>Nets</p><p class=credit>Mira Holt</p>", ()),
    ],
)
def test_texts_of_credits(html: str, texts: tuple[str, ...]) -> None:
    assert credit_texts(element(html)) == texts


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Nets <span>Mira Holt</span> <!-- x --> </p>", "Mira Holt"),
        ("<p>Nets <span>Mira Holt</span><b></b></p>", "Mira Holt"),
        ("<p><span>Mira Holt</span> Nets</p>", None),
        ("<p>Nets <em>Mira Holt</em></p>", None),
        ("<p>Nets</p>", None),
    ],
)
def test_the_element_that_ends_a_text(html: str, text: str | None) -> None:
    assert ending_text(element(html)) == text


@pytest.mark.parametrize(
    ("html", "called"),
    [
        ("<p class=credit>Mira Holt</p>", True),
        ("<div class=credit><p>Mira Holt</p></div>", True),
        ("<span class=credit><p>Mira Holt</p></span>", True),
        ("<div class=credit><p>Mira Holt</p><p>Nets</p></div>", False),
        ("<div class=credit><img src=a.jpg><p>Mira Holt</p></div>", False),
        ("<figure><figcaption class=credit>Nets</figcaption></figure>", False),
        ("<figure><figcaption class=credit-only>Mira Holt</figcaption></figure>", True),
        ("<article class=credit><p>Mira Holt</p></article>", False),
    ],
)
def test_what_is_called_a_credit(html: str, *, called: bool) -> None:
    assert called_credit(element(html)) is called


@pytest.mark.timeout(20)
def test_huge_elements_are_looked_at_in_part() -> None:
    html = f"<p>Nets {'<b><i>x</i></b>' * 20_000}<span class=credit>Mira Holt</span></p>"
    assert credit_texts(element(html)) == ()
