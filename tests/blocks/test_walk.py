"""HTML: what a reader sees as a unit is a block, in reading order, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.blocks import read_html
from newsclean.html.document import Document
from newsclean.page import NONE, Page

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<div>One.<br><br>Two.</div>", ["One.", "Two."]),
        ("<div>One.<br />\n  <br />\n Two.</div>", ["One.", "Two."]),
        ("<div>One.<br>&nbsp;<br>Two.</div>", ["One.", "Two."]),
        ("<div>One.<br><br><br><br>Two.</div>", ["One.", "Two."]),
        ("<div>One.<br>&nbsp;<b> </b><br>Two.</div>", ["One.", "Two."]),
        ("<div>One<br><br>and two.</div>", ["One", "and two."]),
        ("<div><br><br>One.<br><br></div>", ["One."]),
        ("<div>One.<b><br></b><br>Two.</div>", ["One.", "Two."]),
    ],
)
def test_two_breaks_end_the_text(texts: Callable[[str], list[str]], html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One.<br>Two.</p>", ["One.", "Two."]),
        ("<p>12 May: Harbour<br>13 May: Island</p>", ["12 May: Harbour", "13 May: Island"]),
        ("<li>The quay<br>Built of stone.</li>", ["The quay", "Built of stone."]),
        ("<p>The quay:<br>a history</p>", ["The quay:", "a history"]),
        ("<p>One <b>line.<br></b>\n<i>Two</i> lines.</p>", ["One line.", "Two lines."]),
        ("<p>The quay<br>https://quay.example</p>", ["The quay", "https://quay.example"]),
        ("<p>“No.”<br>he said.</p>", ["“No.”", "he said."]),
    ],
)
def test_one_break_ends_a_line(texts: Callable[[str], list[str]], html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>The board of the<br>harbour met.</p>", ["The board of the harbour met."]),
        ("<p>The board<br>\n of the <b>harbour<br>met</b>.</p>", ["The board of the harbour met."]),
        ("<h1>Harbour walls<br>Stronger than ever</h1>", ["Harbour walls Stronger than ever"]),
        ("<p><br>One.</p><p>Two.<br></p>", ["One.", "Two."]),
    ],
)
def test_one_break_inside_a_sentence_or_a_heading_joins(
    texts: Callable[[str], list[str]], html: str, expected: list[str]
) -> None:
    assert texts(html) == expected


def test_the_next_line_of_a_text_has_no_gap_before_it(read: Callable[[str], Page]) -> None:
    blocks = read("<p>One.<br>Two.<br><br>Three.</p><p>Four.</p>").blocks
    assert [block.after_gap for block in blocks] == [True, False, True, True]


def test_links_are_counted_line_by_line(read: Callable[[str], Page]) -> None:
    blocks = read('<p><a href="/x">One</a>.<br>Two.</p>').blocks
    assert [block.link_chars for block in blocks] == [3, 0]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p>One<span class="x br"></span>Two</p>', ["One", "Two"]),
        ('<p>One <span class="br">big</span> quay</p>', ["One big quay"]),
        ('<p>One <span class="brand"></span>quay</p>', ["One quay"]),
    ],
)
def test_an_empty_element_named_like_a_break_is_one(
    texts: Callable[[str], list[str]], html: str, expected: list[str]
) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>The <iframe></iframe>quay <svg><title>i</title></svg>is <x-ad></x-ad>shut.</p>", ["The quay is shut."]),
        ("<p>The <slot>quay</slot> is<wbr>land</p>", ["The quay island"]),
        ("<p>Quay<ruby>港<rp>(</rp><rt>minato</rt><rp>)</rp></ruby></p>", ["Quay港(minato)"]),
        ("<x-box><p>One</p></x-box>", ["One"]),
        ("<amp-ad><p>Buy</p></amp-ad><p>Text</p>", ["Text"]),
        ('<p>Quay <span style="clip:rect(0,0,0,0)">opens new tab</span></p>', ["Quay"]),
    ],
)
def test_widgets_in_a_sentence_do_not_cut_it(texts: Callable[[str], list[str]], html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_frames_are_those_around_blocks_and_pictures(read: Callable[[str], Page]) -> None:
    page = read('<div></div><div><p></p></div><div><section><img src="a.jpg"></section></div><p> </p><p>Text</p>')
    assert [frame.tag for frame in page.frames] == ["body", "div", "section", "p"]
    assert [frame.nth for frame in page.frames] == [1, 3, 1, 2]
    assert page.path(0) == "body/p[2]"


def test_white_space_counts_in_preformatted_text_and_not_behind_it(read: Callable[[str], Page]) -> None:
    page = read("<pre><b>  </b>a<br>  b<ul><li>  c</li></ul>  d</pre><p>  e</p>")
    assert [block.text for block in page.blocks] == ["  a\n  b", "c", "  d", "e"]


def test_a_picture_between_two_breaks_ends_the_text(read: Callable[[str], Page]) -> None:
    page = read('<p>the one<br><img src="a.jpg"><br>the other</p>')
    assert [block.text for block in page.blocks] == ["the one", "the other"]
    assert page.pictures[0].before == 1


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><span>A quay.</span><span>Photo: Ada</span></p>", "A quay. Photo: Ada"),
        ("<p><span>Is it?</span><span>It is.</span></p>", "Is it? It is."),
        ("<p><span>A quay. </span><span>Photo: Ada</span></p>", "A quay. Photo: Ada"),
        ("<p><b>U.</b><b>S.</b> ships</p>", "U.S. ships"),
        ("<p>quay.<wbr>example</p>", "quay.example"),
        ("<p>node.Quay</p>", "node.Quay"),
    ],
)
def test_sentences_of_neighbouring_elements_do_not_stick_together(
    texts: Callable[[str], list[str]], html: str, expected: str
) -> None:
    assert texts(html) == [expected]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h3><button>Why is the quay shut?</button></h3><p>Storms.</p>", ["Why is the quay shut?", "Storms."]),
        ("<button><div><h3>Why?</h3></div></button><p>Storms.</p>", ["Why?", "Storms."]),
        ("<h3>The quay <button>copy link</button></h3>", ["The quay"]),
        ("<p>The quay <button><div>i</div></button> is shut.</p>", ["The quay is shut."]),
        ("<div><button>Share</button><p>Text</p></div>", ["Text"]),
        (
            "<button><figure><img src=a.jpg></figure><figcaption><span>The quay</span></figcaption>Zoom</button><p>Text</p>",
            ["The quay", "Text"],
        ),
    ],
)
def test_a_button_is_text_where_it_is_or_has_the_heading(
    texts: Callable[[str], list[str]], html: str, expected: list[str]
) -> None:
    assert texts(html) == expected


def test_a_break_inside_a_link_counts_like_any_other(texts: Callable[[str], list[str]]) -> None:
    assert texts('<div>One.<br><a href="/x"><br>Two.</a></div>') == ["One.", "Two."]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>H<sub>2</sub>O</p>", ["H2O"]),
        ("<p>un<b>bold</b>ed</p>", ["unbolded"]),
        ("<p>one <em>two</em> three</p>", ["one two three"]),
        ("<p><span>one</span> <span>two</span></p>", ["one two"]),
        ("<p>A<x-mark>B</x-mark>C</p>", ["ABC"]),
        ("<p>“<q>Quoted</q>”</p>", ["“Quoted”"]),
        ("<p>one\n\t two&nbsp; three</p>", ["one two three"]),
        ("<p>a &amp; b &lt;c&gt; &copy;</p>", ["a & b <c> ©"]),
    ],
)
def test_inline_elements_join_and_white_space_is_folded(
    texts: Callable[[str], list[str]], html: str, expected: list[str]
) -> None:
    assert texts(html) == expected


def test_text_directly_in_a_div_is_a_block_of_its_own(texts: Callable[[str], list[str]]) -> None:
    assert texts("<div>Before<p>Inside</p>After<ul><li>Item</ul>End</div>") == [
        "Before",
        "Inside",
        "After",
        "Item",
        "End",
    ]


def test_text_directly_in_the_body(texts: Callable[[str], list[str]]) -> None:
    assert texts("Alone") == ["Alone"]


def test_a_custom_element_around_blocks_changes_nothing(texts: Callable[[str], list[str]]) -> None:
    assert texts("<news-body><p>One.</p><p>Two.</p></news-body>") == ["One.", "Two."]


def test_a_custom_element_does_not_glue_blocks_to_text(texts: Callable[[str], list[str]]) -> None:
    assert texts("<x-a>Before<p>Inside</p>After</x-a>") == ["Before", "Inside", "After"]


def test_a_heading_in_a_link_is_a_heading_and_all_link(read: Callable[[str], Page]) -> None:
    (block,) = read('<a href="/x"><h2>Other story</h2></a>').blocks
    assert (block.kind, block.level, block.text) == ("heading", 2, "Other story")
    assert block.link_chars == len("Other story")


def test_a_link_in_a_heading(read: Callable[[str], Page]) -> None:
    (block,) = read('<h3>See <a href="/x">there</a></h3>').blocks
    assert (block.kind, block.level, block.link_chars) == ("heading", 3, len("there"))


def test_link_characters_are_those_inside_links(read: Callable[[str], Page]) -> None:
    blocks = read('<p>Plain <a href="/x">linked <b>text</b></a> plain</p><p>None</p>').blocks
    assert len("linkedtext") <= blocks[0].link_chars <= len("linked text")
    assert blocks[1].link_chars == 0


def test_link_characters_never_exceed_the_text(read: Callable[[str], Page]) -> None:
    (block,) = read('<p><a href="/x">a     b</a></p>').blocks
    assert block.link_chars <= len(block.text)


@pytest.mark.parametrize("level", range(1, 7))
def test_headings_have_their_level(read: Callable[[str], Page], level: int) -> None:
    (block,) = read(f"<h{level}>Heading</h{level}>").blocks
    assert (block.kind, block.level) == ("heading", level)


def test_the_level_of_a_list_item_is_its_depth(read: Callable[[str], Page]) -> None:
    blocks = read("<ul><li>one<ol><li>two<ul><li><p>three</p></li></ul></li></ol></li><li>four</li></ul>").blocks
    assert [(block.text, block.kind, block.level) for block in blocks] == [
        ("one", "list_item", 1),
        ("two", "list_item", 2),
        ("three", "list_item", 3),
        ("four", "list_item", 1),
    ]


def test_definitions_are_items(read: Callable[[str], Page]) -> None:
    blocks = read("<dl><dt>Term</dt><dd>Meaning</dd></dl>").blocks
    assert [(block.text, block.kind, block.level) for block in blocks] == [
        ("Term", "list_item", 1),
        ("Meaning", "list_item", 1),
    ]


def test_an_item_without_a_list_has_level_one(read: Callable[[str], Page]) -> None:
    (block,) = read("<div><li>stray</li></div>").blocks
    assert (block.kind, block.level) == ("list_item", 1)


def test_paragraphs_in_a_quotation_are_quotes_and_after_it_prose_again(read: Callable[[str], Page]) -> None:
    blocks = read("<blockquote><p>One.</p>Two.</blockquote><p>Three.</p>").blocks
    assert [(block.text, block.kind) for block in blocks] == [
        ("One.", "quote"),
        ("Two.", "quote"),
        ("Three.", "paragraph"),
    ]


def test_preformatted_text_keeps_its_white_space(read: Callable[[str], Page]) -> None:
    (block,) = read("<pre>\nfrom   to\n  06:00  08:30\n\nend\n</pre>").blocks
    assert (block.kind, block.text) == ("preformatted", "from   to\n  06:00  08:30\n\nend")


def test_a_break_in_preformatted_text_is_a_line(read: Callable[[str], Page]) -> None:
    (block,) = read("<pre>one<br>  two</pre>").blocks
    assert block.text == "one\n  two"


@pytest.mark.parametrize(
    "element",
    [
        "<script>var a = '<p>no</p>';</script>",
        "<style>p{}</style>",
        "<template><p>no</p></template>",
        "<svg><text>no</text></svg>",
        "<iframe>no</iframe>",
        "<textarea>no</textarea>",
        "<select><option>no</option></select>",
        "<button>no</button>",
        "<video><p>no</p></video>",
        "<object>no</object>",
        "<!-- no -->",
        "<noscript><p>no</p></noscript>",
        "<noscript>no</noscript>",
    ],
)
def test_what_readers_do_not_read_is_no_text(texts: Callable[[str], list[str]], element: str) -> None:
    assert texts(f"<div><p>Before</p>{element}<p>After</p></div>") == ["Before", "After"]


def test_a_script_in_a_sentence_does_not_split_it(texts: Callable[[str], list[str]]) -> None:
    assert texts("<p>one <script>x()</script>two<!-- c --> three</p>") == ["one two three"]


def test_a_hidden_span_is_no_text(texts: Callable[[str], list[str]]) -> None:
    assert texts('<p>Seen <span class="sr-only">unseen</span>too <span style="display:none">never</span></p>') == [
        "Seen too"
    ]


@pytest.mark.parametrize("tag", ["a", "b", "em", "i", "strong", "small", "time", "x-label"])
def test_hidden_inline_elements_of_other_tags_are_no_text_either(texts: Callable[[str], list[str]], tag: str) -> None:
    assert texts(f"<p>Seen <{tag} hidden>unseen</{tag}>too</p>") == ["Seen too"]


@pytest.mark.parametrize(
    "attribute", ["hidden", 'aria-hidden="true"', 'style="display: none"', 'class="visually-hidden"', 'class="sr-only"']
)
def test_hidden_blocks_are_known_with_all_that_they_hold(read: Callable[[str], Page], attribute: str) -> None:
    page = read(f"<div {attribute}><section><p>Unseen</p></section></div><p>Seen</p>")
    assert [(block.text, page.hidden(block.index)) for block in page.blocks] == [("Unseen", True), ("Seen", False)]


def test_a_closed_dialog_is_no_text(texts: Callable[[str], list[str]]) -> None:
    assert texts("<dialog><p>Accept?</p></dialog><p>Text</p>") == ["Text"]


def test_details_are_text(texts: Callable[[str], list[str]]) -> None:
    assert texts("<details><summary>More</summary><p>Text</p></details>") == ["More", "Text"]


def test_frames_know_their_places(read: Callable[[str], Page]) -> None:
    page = read('<main id="m"><p>One</p><p class="lead x">Two</p><div><p>Three</p></div></main>')
    assert [page.path(i) for i in range(3)] == ["body/main/p", "body/main/p[2]", "body/main/div/p"]
    two = page.frames[page.blocks[1].frame]
    assert (two.tag, two.classes, two.nth, two.depth) == ("p", "lead x", 2, 2)
    assert page.frames[two.parent].id == "m"


def test_parents_stand_before_their_children(read: Callable[[str], Page]) -> None:
    page = read("<div><ul><li><p>x</p></li></ul></div><p>y</p>")
    assert page.frames[0].tag == "body"
    assert page.frames[0].parent == NONE
    assert all(frame.parent < i for i, frame in enumerate(page.frames))


def test_a_figure_is_the_frame_of_its_picture_and_its_caption(read: Callable[[str], Page]) -> None:
    page = read('<figure><img src="a.jpg"><figcaption><p>A quay</p></figcaption></figure><p>Text</p>')
    (picture,) = page.pictures
    assert picture.figure != NONE
    assert page.figure(0) == picture.figure
    assert page.frames[picture.figure].tag == "figure"
    assert page.figure(1) == NONE


def test_the_nearest_figure_counts(read: Callable[[str], Page]) -> None:
    page = read('<div class="image-box"><figure><img src="a.jpg"></figure><p>Below</p></div>')
    assert page.frames[page.pictures[0].figure].tag == "figure"
    assert page.frames[page.figure(0)].classes == "image-box"


def test_a_picture_stands_before_the_block_that_follows(read: Callable[[str], Page]) -> None:
    page = read('<p>One</p><img src="a.jpg"><p>Two</p><img src="b.jpg">')
    assert [picture.before for picture in page.pictures] == [1, 2]


def test_a_picture_inside_a_paragraph_stands_after_its_start(read: Callable[[str], Page]) -> None:
    page = read('<p><img src="a.jpg">One</p><p>Two <img src="b.jpg"> end</p><p>Three</p>')
    assert [picture.before for picture in page.pictures] == [0, 2]


def test_a_picture_beside_a_table_stands_before_the_right_row(read: Callable[[str], Page]) -> None:
    page = read('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><img src="a.jpg"><p>End</p>')
    assert [block.text for block in page.blocks] == ["a | b", "c | d", "End"]
    assert page.pictures[0].before == 2


def test_a_picture_has_the_sources_around_it(read: Callable[[str], Page]) -> None:
    page = read(
        '<picture><source srcset="big.webp 1600w"><source data-srcset="lazy.webp 800w">'
        '<img src="s.jpg" srcset="m.jpg 400w" alt="Quay"></picture><img src="other.jpg">'
    )
    first, second = page.pictures
    assert first.attributes["alt"] == "Quay"
    assert all(
        name in (first.attributes["srcset"] or "") for name in ("m.jpg 400w", "big.webp 1600w", "lazy.webp 800w")
    )
    assert "srcset" not in second.attributes


def test_sources_of_a_video_belong_to_no_picture(read: Callable[[str], Page]) -> None:
    page = read('<video><source src="v.mp4"></video><img src="a.jpg">')
    assert "srcset" not in page.pictures[0].attributes


def test_a_source_without_a_set_adds_nothing(read: Callable[[str], Page]) -> None:
    page = read('<picture><source media="(min-width: 1px)"><img src="s.jpg"></picture>')
    assert page.pictures[0].attributes.get("srcset", "") == ""


def test_lazy_pictures_keep_their_attributes(read: Callable[[str], Page]) -> None:
    page = read('<img data-src="real.jpg" data-lazy-srcset="real-2x.jpg 2x" src="data:image/gif;base64,R0">')
    assert page.pictures[0].attributes["data-src"] == "real.jpg"
    assert page.pictures[0].attributes["data-lazy-srcset"] == "real-2x.jpg 2x"


def test_the_picture_of_a_noscript_counts_and_its_text_does_not(read: Callable[[str], Page]) -> None:
    page = read('<div><noscript><img src="real.jpg"><p>Please enable scripts</p></noscript></div><p>Text</p>')
    assert [picture.attributes["src"] for picture in page.pictures] == ["real.jpg"]
    assert [block.text for block in page.blocks] == ["Text"]


def test_amp_pictures_are_pictures(read: Callable[[str], Page]) -> None:
    assert len(read('<amp-img src="a.jpg"></amp-img>').pictures) == 1


def test_a_page_without_a_body(read: Callable[[str], Page]) -> None:
    assert read("<html><head><title>x</title></head></html>").blocks == ()
    assert read("<frameset><frame></frameset>").blocks == ()


def test_deep_nesting_of_inline_elements_needs_no_recursion() -> None:
    depth = 50_000
    page = read_html(Document("<p>" + "<span></span>" * depth + "x</p>"))
    assert [block.text for block in page.blocks] == ["x"]


@pytest.mark.timeout(30)
@pytest.mark.parametrize("tag", ["p", "pre"])
@pytest.mark.parametrize("piece", ["a<br>", "A <br>", " <img>", " <b> </b><br>"])
def test_time_is_linear_in_breaks_and_pictures(tag: str, piece: str) -> None:
    read_html(Document(f"<{tag}>{piece * 30_000}"))


@pytest.mark.timeout(30)
@pytest.mark.parametrize("tag", ["div", "span", "x-y", "ul", "table", "blockquote"])
def test_nine_hundred_nested_elements_are_walked(tag: str) -> None:
    page = read_html(Document(f"<{tag}>" * 900 + "deep" + f"</{tag}>" * 900))
    assert [block.text for block in page.blocks] == ["deep"]


PIECES = st.sampled_from(
    "<p> </p> <div> </div> <b> </b> <br> <ul> <li> </ul> <table> <tr> <td> </table> <pre> </pre> <h2> </h2> <a> </a> "
    "<noscript> "
    "</noscript> <blockquote> </blockquote> <img> <figure> </figure> <template> </template> word words ".split()
)


@given(st.lists(PIECES, max_size=60))
def test_any_tangle_of_tags_gives_a_sound_page(pieces: list[str]) -> None:
    page = read_html(Document(" ".join(pieces)))
    assert [block.index for block in page.blocks] == list(range(len(page.blocks)))
    assert all(block.text.strip() for block in page.blocks)
    assert all(0 <= block.link_chars <= len(block.text) for block in page.blocks)
    assert all(0 <= block.frame < len(page.frames) for block in page.blocks)
    assert all(0 <= picture.before <= len(page.blocks) for picture in page.pictures)
    assert all(frame.parent < i for i, frame in enumerate(page.frames))
