"""XPath expressions, read into trees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.rules.importing.xpath import (
    EVERYWHERE,
    MAX_DEPTH,
    Call,
    Literal,
    Number,
    Operation,
    Path,
    Step,
    Union,
    XPathError,
    parse,
)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("//div", Path((EVERYWHERE, Step("child", "div")), absolute=True)),
        ("/html/body", Path((Step("child", "html"), Step("child", "body")), absolute=True)),
        (".//a/..", Path((Step("self", "node()"), EVERYWHERE, Step("child", "a"), Step("parent", "node()")))),
        ("@class", Path((Step("attribute", "class"),))),
        ("ancestor-or-self::div", Path((Step("ancestor-or-self", "div"),))),
        ("text()", Path((Step("child", "text()"),))),
        ("p[2]", Path((Step("child", "p", (Number(2.0),)),))),
        ("p[.='x']", Path((Step("child", "p", (Operation("=", Path((Step("self", "node()"),)), Literal("x")),)),))),
        ("last()-1", Operation("-", Call("last", ()), Number(1.0))),
        ("a | b", Union((Path((Step("child", "a"),)), Path((Step("child", "b"),))))),
        ("(a)[1]/b", Path((Step("child", "b"),), start=Path((Step("child", "a"),)), filters=(Number(1.0),))),
        ('contains(@id, "it\'s")', Call("contains", (Path((Step("attribute", "id"),)), Literal("it's")))),
        ("og:title", Path((Step("child", "og:title"),))),
    ],
)
def test_an_expression_is_read(text: str, tree: object) -> None:
    assert parse(text) == tree


def test_and_binds_closer_than_or_and_a_comparison_closer_than_both() -> None:
    tree = parse("@a='1' or @b='2' and @c='3'")
    assert isinstance(tree, Operation)
    assert tree.operator == "or"
    assert isinstance(tree.right, Operation)
    assert tree.right.operator == "and"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "breaks off"),
        ("//", "breaks off"),
        ("//div[", "breaks off"),
        ("//div[@class='x'", "']' is missing at the end"),
        ("//div]", "']' is not expected here"),
        ("///div", "'/' is no name"),
        ("//div[contains(@class, 'x']", "')' is missing before ']'"),
        ("//div[@class=“x”]", "cannot be read"),
        ("sideways::div", "there is no axis 'sideways'"),
        ("(" * (MAX_DEPTH + 1) + "a" + ")" * (MAX_DEPTH + 1), "nested more than"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, message: str) -> None:
    with pytest.raises(XPathError, match=message.replace("]", r"\]").replace(")", r"\)")):
        parse(text)


@given(st.text("/[]()@='\"|.*:,-<>!ab1 divtextlastposition", max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    try:
        parse(text)
    except XPathError as error:
        assert str(error)  # noqa: PT017 - whatever is wrong, it is said
