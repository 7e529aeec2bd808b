"""Selectors match what the XPath matches: both are run on the same page, the XPath by libxml2."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.html.document import Document
from newsclean.rules.importing.css import UnsupportedError
from newsclean.rules.importing.selectors import elements
from newsclean.rules.importing.xpath import Path, parse

PAGE = """<!doctype html><html id="e0"><head id="e1"><title id="e2">T</title></head><body id="e3">
<div id="e4" class="story wide"><h2 id="e5">More on ferries</h2><p id="e6" class="lead">The <b id="e7">ferry</b> runs.</p>
<hr id="e8"><p id="e9">More: <a id="e10" href="/news/1" rel="bookmark">one</a></p><hr id="e11"><p id="e12">End.</p></div>
<section id="e13" aria-label="Share It"><section id="e14"><a id="e15" href="/newsletter">Sign up</a></section>
<div id="e16" class="story"><p id="e17">Two.</p></div></section>
<div id="e18" class="widestory" title='say "it"'><span id="e19">x</span><span id="e20" class="lead">y</span>
<span id="e21">z</span></div><aside id="e22"><p id="e23">More: two</p></aside></body></html>"""


def by_selector(html: str, css: str) -> set[str]:
    return {attributes["id"] or "" for attributes in Document(html).attributes(css)}


def by_xpath(html: str, xpath: str) -> set[str]:
    import lxml.html

    return {element.get("id") for element in lxml.html.document_fromstring(html).xpath(xpath)}


def css_of(xpath: str) -> str:
    tree = parse(xpath)
    assert isinstance(tree, Path)
    return elements(tree)


@pytest.mark.parametrize(
    "xpath",
    [
        "//p",
        "//*[@class='story']",
        "//div[@class='story wide']",
        "//div[contains(@class, 'story')]",
        "//div[contains(concat(' ', normalize-space(@class), ' '), ' story ')]",
        "//div[starts-with(@class, 'wide')]",
        "//div[@title='say \"it\"']",
        "//*[@id='e6']",
        "//p[@class]",
        "//p[not(@class)]",
        "//div[@class!='story']",
        "//*[@class='lead' and @id='e6']",
        "//*[@class='lead' or @class='story']",
        "//*[self::p or self::hr]",
        "/html/body/div[2]",
        "//div/p[1]",
        "//div/p[last()]",
        "//div/p[last()-1]",
        "//div/p[position()<3]",
        "//div/p[position()>1]",
        "//p[position()=2]",
        "//div/*[2]",
        "//p[@class='lead'][1]",
        "//span[not(@class)][2]",
        "//div//b",
        "//div/descendant::b",
        "//b/..",
        "//b/parent::p",
        "//a/ancestor::section",
        "//a[contains(@href, 'newsletter')]/ancestor::section[1]",
        "//section/section/ancestor::section",
        "//hr/following-sibling::p",
        "//h2/following-sibling::*[1]",
        "//h2/following-sibling::p[1]",
        "//h2/following-sibling::*[1][self::p]",
        "//p[@id='e12']/preceding-sibling::hr",
        "//p[@id='e12']/preceding-sibling::hr[1]",
        "//p[@id='e12']/preceding-sibling::*[1]",
        "//p[@class='lead']/self::p",
        "//h2[contains(text(), 'ferries')]",
        "//p[contains(., 'ferry')]",
        "//a[contains(text(), 'Sign up')]/ancestor::section[1]",
        "//div[p]",
        "//div[.//b]",
        "//div[p/b]",
        "//p[a[@rel='bookmark']]",
        "//p[a/@href]",
        "//p[contains(a/@href, 'news')]",
        "//p[b | a]",
        "//p[following-sibling::hr]",
        "//p[preceding-sibling::hr]",
        "//p[preceding-sibling::*[1][self::hr]]",
        "//p[following-sibling::*[1]]",
        "//p[ancestor::aside]",
        "//p[parent::div]",
        "//p[../@class='story']",
        "//span[not(preceding-sibling::span)]",
        "(//div | //aside)/p",
        "(//div | //aside)[@class]",
        "//div[@class='story']/parent::section/section",
        "//div[@id='e4']/p/parent::div",
    ],
)
def test_a_selector_matches_what_the_xpath_does(xpath: str) -> None:
    found, wanted = by_selector(PAGE, css_of(xpath)), by_xpath(PAGE, xpath)
    assert wanted, "a test of nothing"
    assert found == wanted


def test_a_translation_of_letters_means_that_case_does_not_matter() -> None:
    xpath = "//p[contains(translate(@class, 'ABC', 'abc'), 'LEAD')]"
    assert by_selector(PAGE, css_of(xpath)) == {"e6"}


@pytest.mark.parametrize(
    ("xpath", "css"),
    [
        ("//div[@id='story']", "div#story"),
        ("//div[contains(concat(' ',@class,' '),' story ')]", "div.story"),
        ("//div[@id='3d']", 'div[id="3d"]'),  # no identifier
        ("//a[@data-x:y='1']", 'a[data-x\\:y="1"]'),
        ("//meta[@property='og:title']", 'meta[property="og:title"]'),
        ("//div[@class='a\"b\\']", 'div[class="a\\"b\\\\"]'),
        ("//p[2]", "p:nth-of-type(2)"),
        ("//p[@class][2]", "p[class]:nth-child(2 of p[class])"),
        ("//b/..", ":has(> b)"),
        ("//section[a]/parent::div", "div:has(> section:has(> a))"),
        ("//main/p/parent::div", "div:has(> :is(main > p))"),
        ("//p[@rel='']", 'p[rel=""]'),
    ],
)
def test_a_selector_is_written_as_people_write_it(xpath: str, css: str) -> None:
    assert css_of(xpath) == css
    Document(PAGE).match(css)


@pytest.mark.parametrize(
    ("xpath", "reason"),
    [
        ("(//div)[1]", "the n-th of all that match on the page"),
        ("//p/text()", r"text\(\) is no element"),
        ("//h2/following::p", "CSS has no following::"),
        ("//img/ancestor::div[2]", "the n-th of ancestor::"),
        ("//div/descendant::p[1]", "the n-th of descendant::"),
        ("//p[text()='x']/a", "that a text is 'x'"),
        ("//p[starts-with(., 'x')]/a", "that a text starts or ends with 'x'"),
        ("//table[//a]", "a condition on another place of the page"),
        ("//p[count(a)=1]", "a comparison with something that is no string"),
        ("//p[contain(@a, 'x')]", r"CSS cannot ask for contain\(\)"),
        ("//p[contains(@a)]", "takes two things"),
        ("//p[contains(@a, '')]", "a comparison with an empty string"),
        ("//p[@*='x']", "cannot be named in a selector"),
        ("//p[@width<5]", "CSS cannot compare with <"),
        ("//p[0]", "CSS cannot ask for a value alone"),
        ("//svg:path", "CSS cannot name the element svg:path"),
        ("//p[concat(@a, @b)='x']", r"concat\(\) is compared"),
        ("//p//parent::div", "//parent::"),
        ("id('main')/p", "starts at something that is no element"),
        ("/", "breaks off"),
    ],
)
def test_what_css_cannot_say_is_refused_with_the_reason(xpath: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        css_of(xpath)


ROOT = {"r"}
"""To Lexbor the doctype is a sibling of the root element, so positions of that one differ."""
TAGS = st.sampled_from(("div", "section", "b", "i"))
CLASSES = st.sampled_from(("", "a", "b", "a b", "ab"))
TREES = st.recursive(
    st.tuples(TAGS, CLASSES, st.just(())),
    lambda inner: st.tuples(TAGS, CLASSES, st.lists(inner, max_size=4).map(tuple)),
    max_leaves=14,
)
TESTS = st.sampled_from(("*", "div", "section", "b", "i"))
CONDITIONS = st.sampled_from((
    "", "", "[@class]", "[@class='a']", "[contains(@class,'a')]", "[1]", "[2]", "[last()]", "[not(@class)]",
    "[contains(concat(' ',@class,' '),' b ')]", "[b]", "[.//i]", "[@class='a' or i]", "[@class][1]", "[1][@class]",
    "[parent::div]", "[ancestor::section]", "[following-sibling::b]", "[preceding-sibling::*]", "[not(b or i)]",
))  # fmt: skip
AXES = st.sampled_from((
    "/", "//", "/parent::", "/ancestor::", "/following-sibling::", "/preceding-sibling::", "/self::", "/descendant::",
))  # fmt: skip
PATHS = st.tuples(
    st.tuples(st.just("//"), TESTS, CONDITIONS).map("".join),
    st.lists(st.tuples(AXES, TESTS, CONDITIONS).map("".join), max_size=2),
).map(lambda parts: parts[0] + "".join(parts[1]))


def drawn(trees: list[tuple[str, str, tuple]]) -> str:  # type: ignore[type-arg]  # trees of trees
    ids = count(1)

    def draw(tree: tuple[str, str, tuple]) -> str:  # type: ignore[type-arg]
        tag, classes, inner = tree
        named = f' class="{classes}"' if classes else ""
        return f'<{tag} id="n{next(ids)}"{named}>{"".join(map(draw, inner))}</{tag}>'

    return f'<!doctype html><html id="r"><head id="h"></head><body id="n0">{"".join(map(draw, trees))}</body></html>'


@given(st.lists(TREES, min_size=1, max_size=3).map(drawn), PATHS)
def test_on_any_page_a_selector_matches_nothing_that_the_xpath_does_not(html: str, xpath: str) -> None:
    try:
        css = css_of(xpath)
    except UnsupportedError:
        return
    found, wanted = by_selector(html, css) - ROOT, by_xpath(html, xpath) - ROOT
    assert found <= wanted
    if "::" not in xpath.replace("/self::", "/").replace("[ancestor::", "[").replace("[parent::", "["):
        assert found == wanted
