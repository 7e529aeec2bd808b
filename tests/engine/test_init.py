"""Whole pages, judged by the shipped model: paragraphs in, furniture out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean import NotAnArticle, Options, parse
from newsclean.blocks import read_html
from newsclean.engine import judge
from newsclean.html.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine import Judgement
    from newsclean.page import Page

    Labelled = Callable[[Page, Judgement, str], list[str]]

TITLE = "Old quay of Ankerholm opens again after three winters"
MORE = (
    (
        "The storm of January 2021 tore a hole of forty metres into the wall and sank two boats that lay behind it; for "
        "weeks the islanders had to be supplied by helicopter, and the school was moved to the gym of the lighthouse."
    ),
    (
        "“We heard a sound as if a train went through the kitchen,” said Per Holm, 71, whose house stands closest to the "
        "water. “When it was light again, the quay was gone, and so was my neighbour’s shed.”"
    ),
    (
        "Engineers from Lund University, who measured the wall for the board, found that the old stones had moved by less "
        "than two centimetres in a century. Their report recommends to leave the granite as it is."
    ),
    (
        "On Saturday the town will celebrate with a market and a brass band. The first crossing of that day is free for "
        "everybody who brings a photograph of the old harbour, the mayor announced."
    ),
)
GERMAN_TITLE = "Alter Kai von Ankerholm öffnet nach drei Wintern wieder"
GERMAN = (
    (
        "Der alte Kai von Ankerholm ist seit Montag wieder offen. Nach drei Wintern voller Reparaturen legte um sechs Uhr "
        "morgens die erste Fähre ab, an Bord waren vierzig Menschen und ein Hund."
    ),
    (
        "Niemand habe geglaubt, dass die Mauer aus Granit halten würde, sagte Hafenmeisterin Anna Lund. Die Steine, die "
        "vor hundert Jahren gesetzt wurden, seien fester als der Beton, den man später darüber goss."
    ),
    (
        "Von April an dürfen die Fischer dort wieder ihren Hering anlanden, teilte die Behörde mit. Die Fähren nach "
        "Skarvo fahren dann jede Stunde bis zehn Uhr abends."
    ),
    (
        "Die Reparatur kostete doppelt so viel wie geplant. Der Rat will in der nächsten Woche über die Schulden beraten, "
        "die mit einer kleinen Abgabe auf jede Überfahrt bezahlt werden sollen."
    ),
    (
        "„Es klang, als führe ein Zug durch die Küche“, sagte Per Holm, dessen Haus dem Wasser am nächsten steht. Als es "
        "wieder hell wurde, war der Kai verschwunden."
    ),
    (
        "Am Samstag feiert die Stadt mit einem Markt und einer Kapelle. Wer ein Bild des alten Hafens mitbringt, fährt "
        "an diesem Tag umsonst, kündigte der Bürgermeister an."
    ),
)
SECTIONS = ("Home", "World", "Business", "Sport", "Culture", "Weather", "Letters")
TEASERS = (
    "Lighthouse keeper retires after forty years",
    "Why herring is getting dearer this spring",
    "Council votes on new school for the islands",
    "Ten walks along the coast that you should know",
    "Storm warning for the weekend lifted",
)
COMMENTS = (
    "Finally! I have missed the early ferry every single day since that dreadful winter, well done to all of you.",
    "And who is going to pay for all this? Us, of course, as always. Eleven years is a long time for a small fee.",
    "My grandfather laid some of those stones, he always said they would outlive us all and he was right about it.",
)
FOOTER = "© 2024 Harbour Herald. All rights reserved."


def menu(items: tuple[str, ...]) -> str:
    return "".join(f'<li><a href="/{n}">{item}</a></li>' for n, item in enumerate(items))


def paragraphs(texts: tuple[str, ...], attributes: str = "") -> str:
    return "".join(f"<p{attributes}>{text}</p>" for text in texts)


def page(body: str, title: str = TITLE, language: str = "en", head: str = "") -> str:
    return (
        f"<!doctype html><html lang={language}><head><meta charset=utf-8><title>{title} | Harbour Herald</title>"
        f'<meta property="og:title" content="{title}">{head}</head><body>{body}</body></html>'
    )


def semantic(story: tuple[str, ...], title: str = TITLE) -> str:
    """Elements that say what they are."""
    comments = "".join(f"<li class=comment><b>Reader {n}</b><p>{text}</p></li>" for n, text in enumerate(COMMENTS))
    cards = "".join(f'<div class=card><h3><a href="/t{n}">{text}</a></h3></div>' for n, text in enumerate(TEASERS))
    return (
        f"<header><a href=/>Harbour Herald</a><nav><ul>{menu(SECTIONS)}</ul></nav></header><main><article><h1>{title}</h1>"
        f'<div class=byline>By Mira Holt</div><div class="article-body">{paragraphs(story)}</div></article>'
        f"<aside class=related><h2>More from the coast</h2>{cards}</aside>"
        f"<section id=comments class=comments><h2>3 comments</h2><ol>{comments}</ol></section></main>"
        f"<footer><ul>{menu(('About us', 'Contact', 'Privacy policy', 'Terms of use'))}</ul><p>{FOOTER}</p></footer>"
    )


def soup(story: tuple[str, ...], title: str = TITLE) -> str:
    """Elements that say nothing but by their names."""
    items = "".join(f'<div class="item"><a href="/{n}">{text}</a></div>' for n, text in enumerate(SECTIONS))
    teasers = "".join(
        f'<div class="teaser"><a href="/t{n}"><span>{text}</span></a></div>' for n, text in enumerate(TEASERS)
    )
    comments = "".join(f'<div class="comment"><div class="comment-text">{text}</div></div>' for text in COMMENTS)
    return (
        f'<div class="wrap"><div class="topbar menu">{items}</div><div class="content"><div class="col-8"><h1>{title}</h1>'
        f'<div class="meta">By Mira Holt, March 4, 2024</div><div class="share"><a href="#">Share</a> <a href="#">Tweet</a>'
        f'</div><div class="entry-content">{paragraphs(story)}</div><div class="comments">{comments}</div></div>'
        f'<div class="col-4 sidebar"><div class="widget"><h3>Most read</h3>{teasers}</div></div></div>'
        f'<div class="footer">{FOOTER}</div></div>'
    )


def hashed(story: tuple[str, ...], title: str = TITLE) -> str:
    """Names that a tool made up."""
    teasers = "".join(f'<li class="c9z"><a href="/t{n}">{text}</a></li>' for n, text in enumerate(TEASERS))
    return (
        f'<div class="a1x"><div class="b2y"><ul class="k3">{menu(SECTIONS)}</ul></div><div class="d4"><h1 class="t5">{title}'
        f'</h1><div class="e6">{paragraphs(story, " class=x8")}</div></div><ul class="r7">{teasers}</ul>'
        f'<div class="f0"><p>{FOOTER}</p></div></div>'
    )


STORIES = {
    "semantic": semantic,
    "soup": soup,
    "hashed": hashed,
}


@pytest.fixture(params=STORIES)
def layout(request: pytest.FixtureRequest) -> Callable[..., str]:
    return STORIES[request.param]


def told(source: str, labelled: Labelled) -> tuple[list[str], Judgement]:
    read = read_html(Document(source, url="https://herald.example/coast/old-quay-opens-again-after-three-winters"))
    judgement = judge(read, second_opinion=False)
    return labelled(read, judgement, "body"), judgement


def test_a_news_page(layout: Callable[..., str], prose: tuple[str, ...], labelled: Labelled) -> None:
    story = (*prose, *MORE)
    body, judgement = told(page(layout(story)), labelled)
    assert body == list(story)
    assert judgement.source == "engine"
    assert judgement.kind is None


def test_a_german_page(layout: Callable[..., str], labelled: Labelled) -> None:
    body, judgement = told(page(layout(GERMAN, GERMAN_TITLE), GERMAN_TITLE, "de"), labelled)
    assert body == list(GERMAN)
    assert judgement.kind is None


def test_a_long_thread_of_comments_stays_out(prose: tuple[str, ...], labelled: Labelled) -> None:
    story = (*prose, *MORE)
    thread = "".join(
        f"<div class=comment><p>{text} I have said so {n} times.</p></div>" for n in range(30) for text in COMMENTS
    )
    source = semantic(story).replace("<ol>", f"<ol>{thread}")
    body, _ = told(page(source), labelled)
    assert body == list(story)


def test_a_second_copy_that_nobody_sees_stays_out(
    layout: Callable[..., str], prose: tuple[str, ...], labelled: Labelled
) -> None:
    story = (*prose, *MORE)
    for copy in (f"<div hidden>{paragraphs(story)}</div>", f"<div style='display: none'>{' '.join(story)}</div>"):
        body, _ = told(page(layout(story) + copy), labelled)
        assert body == list(story)


def test_the_front_door_gives_the_same(layout: Callable[..., str], prose: tuple[str, ...]) -> None:
    story = (*prose, *MORE)
    article = parse(page(layout(story)), options=Options(second_opinion=False))
    assert article.title == TITLE
    assert tuple(block.text for block in article.blocks) == story
    assert article.provenance["blocks"].source == "engine"
    removed = {removal.text for removal in article.removed}
    assert {FOOTER, *TEASERS} <= removed


def test_what_the_second_opinion_says_does_not_spoil_a_plain_page(
    layout: Callable[..., str], prose: tuple[str, ...]
) -> None:
    story = (*prose, *MORE)
    assert tuple(block.text for block in parse(page(layout(story))).blocks) == story


def front(count: int) -> str:
    cards = "".join(
        f'<article class="card teaser"><a href="/{n}/story"><img src="/{n}.jpg"></a><h2><a href="/{n}/story">{TEASERS[n % 5]} {n}</a>'
        f"</h2><p>{COMMENTS[n % 3][:70]} <a href='/{n}/story'>Read more</a></p><time>March {n % 28 + 1}, 2024</time></article>"
        for n in range(count)
    )
    return page(
        f"<header><nav><ul>{menu(SECTIONS)}</ul></nav></header><main><h1>Coast</h1><div class='list grid'>{cards}</div>"
        f"<div class=pagination><a href=?p=1>Newer</a> <a href=?p=3>Older posts</a></div></main><footer><p>{FOOTER}</p></footer>",
        "Coast",
        head='<meta property="og:type" content="website">',
    ).replace("<body>", '<body class="archive category">')


def test_a_list_of_stories_is_no_article() -> None:
    with pytest.raises(NotAnArticle) as caught:
        parse(front(24), url="https://herald.example/news/category/coast/", options=Options(second_opinion=False))
    assert caught.value.kind == "index"


def test_text_is_judged_by_its_lines(text: Callable[..., Page], prose: tuple[str, ...], labelled: Labelled) -> None:
    read = text(TITLE, *prose)
    assert labelled(read, judge(read), "title") == [TITLE]
    assert labelled(read, judge(read), "body") == [*prose]
