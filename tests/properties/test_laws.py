"""Laws that hold for every page and text, hostile ones too."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsclean
from newsclean import Cleaner, NewscleanError, Options, parse
from newsclean.blocks import read_html, read_text
from newsclean.detectors import detect, detectors
from newsclean.engine import judge
from newsclean.html.document import Document
from newsclean.page import Reading
from newsclean.resolve import labels, resolve

if TYPE_CHECKING:
    from newsclean import Article
    from newsclean.page import Page

ANY = Options(accept="any", second_opinion=False)
UNRULED = Options(accept="any", second_opinion=False, rules=None)
SLOW = settings(
    deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

PLAIN_TAGS = """
    <p> </p> <div> </div> <article> </article> <h1> </h1> <h2> </h2> <ul> <li> </ul> <table> <tr> <td> </table> <br>
    <figure> </figure> <figcaption> </figcaption> <img> <a> </a> <pre> </pre> <blockquote> </blockquote>
    <noscript> </noscript> <aside> </aside> <script> </script> <title> </title> <meta> <span> </span>
    <section> </section> <template> </template> <!-- --> <b> </b>
""".split()
TAGS = st.sampled_from(
    [
        *PLAIN_TAGS,
        '<p class="caption">',
        "<div hidden>",
        '<img src="a.jpg" alt="Quay">',
        '<a href="/x">',
        "<div class=comments>",
        '<span class="sr-only">',
        '<meta property="og:title" content="Old quay opens again after three winters">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Quay"}</script>',
    ]
)


@pytest.fixture
def line(news_lines: tuple[str, ...]) -> st.SearchStrategy[str]:
    """A line of news, or of anything."""
    return st.sampled_from(news_lines) | st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=40
    )


def verdicts_of(page: Page) -> tuple[object, ...]:
    """All verdicts on a page, as the pipeline gathers them without site rules."""
    said = judge(page, second_opinion=False).verdicts
    reading = Reading(page=page, labels=tuple(verdict.label for verdict in labels(page, said)), language="en")
    return (*said, *detect(reading))


@SLOW
@given(
    st.binary(max_size=400), st.none() | st.just("https://www.presstv.ir/Detail/2020/11/23/1/x") | st.text(max_size=30)
)
def test_arbitrary_bytes_raise_only_our_errors(body: bytes, url: str | None) -> None:
    for options in (Options(second_opinion=False), ANY):
        try:
            article = parse(body, url=url, options=options)
        except NewscleanError:
            continue
        assert article.text or article.warnings


@SLOW
@given(st.text(max_size=400), st.sampled_from(["auto", "html", "text"]))
def test_arbitrary_text_raises_only_our_errors(text: str, kind: str) -> None:
    if text.strip().lower().startswith(("http://", "https://")):
        return
    with suppress(NewscleanError):
        parse(text, options=Options(input=kind, second_opinion=False))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "label",
    [
        "rot13",
        "base64",
        "hex",
        "zlib",
        "undefined",
        "unicode_escape",
        "idna",
        "punycode",
        "mbcs",
        "utf-7",
        "utf-16",
        "x" * 5_000,
        "\\",
        "None",
    ],
)
def test_a_page_may_call_its_charset_anything(label: str) -> None:
    body = f'<meta charset="{label}"><p>{"Die Fähre fährt wieder. " * 20}</p>'.encode("cp1252")
    assert parse(body, options=ANY).text


@SLOW
@given(st.data())
def test_arbitrary_markup_raises_only_our_errors(news_lines: tuple[str, ...], data: st.DataObject) -> None:
    html = "<p>x</p>" + "".join(data.draw(st.lists(TAGS | st.sampled_from(news_lines), max_size=40)))
    try:
        article = parse(html, options=ANY)
    except NewscleanError:
        return
    assert newsclean.Article.from_json(article.to_json()) == article


@SLOW
@given(st.data())
def test_every_block_has_exactly_one_disposition(line: st.SearchStrategy[str], data: st.DataObject) -> None:
    page = read_text("\n".join(data.draw(st.lists(line, max_size=25))))
    outcome = resolve(page, verdicts_of(page))  # type: ignore[arg-type]
    assert sorted([*outcome.kept, *outcome.moved, *outcome.dropped]) == list(range(len(page.blocks)))


@SLOW
@given(st.data())
def test_every_block_of_a_page_has_exactly_one_disposition(news_lines: tuple[str, ...], data: st.DataObject) -> None:
    page = read_html(Document("".join(data.draw(st.lists(TAGS | st.sampled_from(news_lines), max_size=60)))))
    outcome = resolve(page, verdicts_of(page))  # type: ignore[arg-type]
    assert sorted([*outcome.kept, *outcome.moved, *outcome.dropped]) == list(range(len(page.blocks)))


@SLOW
@given(st.data(), st.sampled_from([ANY, UNRULED]))
def test_no_line_of_a_text_is_lost(news_lines: tuple[str, ...], data: st.DataObject, options: Options) -> None:
    plain = st.text(alphabet=st.sampled_from("abc DE.,;:!?/|()-"), max_size=60)
    lines = data.draw(st.lists(st.sampled_from(news_lines) | plain, min_size=1, max_size=25))
    text = "\n".join(lines)
    if not text.strip():
        return
    article = parse(text, options=Options(rules=options.rules, accept="any", input="text"))
    places = _places(article)
    for each in lines:
        assert not each.split() or _found(" ".join(each.split()), article, places), f"lost: {each!r}"


def _places(article: Article) -> set[str]:
    whole = {article.title, article.standfirst, article.license, *article.notes, *article.keywords}
    whole |= {block.text for block in article.blocks} | {removal.text for removal in article.removed}
    whole |= {author.raw for author in article.authors} | {image.credit for image in article.images}
    whole |= {image.caption for image in article.images}
    for one in article.provenance.values():
        whole |= {one.raw, *(value for _, value in one.candidates)}
    return {" ".join(text.split()) for text in whole if text}


def _found(line: str, article: Article, places: set[str]) -> bool:
    if line in places:
        return True
    if any(
        image.caption and line.startswith(image.caption) and (image.credit or "") in line for image in article.images
    ):
        return True
    if any(image.credit and image.credit in line and len(line) < len(image.credit) + 20 for image in article.images):
        return True
    parts = tuple(part for part in re.split(r"\s*[/›»>→|]\s*", line) if part)
    return bool(parts) and parts == article.breadcrumbs


@SLOW
@given(st.data())
def test_the_order_of_detectors_changes_nothing(line: st.SearchStrategy[str], data: st.DataObject) -> None:
    page = read_text("\n".join(data.draw(st.lists(line, max_size=20))))
    said = judge(page).verdicts
    reading = Reading(page=page, labels=tuple(verdict.label for verdict in labels(page, said)), language="en")
    order = data.draw(st.permutations(sorted(detectors())))
    found = [verdict for name in order for verdict in detectors()[name].find(reading)]
    assert resolve(page, [*found, *said]) == resolve(page, [*said, *detect(reading)])


@SLOW
@given(st.data())
def test_the_tree_is_not_changed(news_lines: tuple[str, ...], data: st.DataObject) -> None:
    document = Document("".join(data.draw(st.lists(TAGS | st.sampled_from(news_lines), max_size=60))))
    before = document._tree.html
    page = read_html(document)
    verdicts_of(page)
    assert document.structured is not None
    assert document._tree.html == before


@SLOW
@given(st.data())
def test_the_same_input_gives_the_same_json(line: st.SearchStrategy[str], data: st.DataObject) -> None:
    text = "\n".join(data.draw(st.lists(line, min_size=1, max_size=20)))
    options = Options(accept="any", input="text")
    if not text.strip():
        return
    assert parse(text, options=options).to_json() == parse(text, options=options).to_json()


@SLOW
@given(st.data())
def test_a_page_does_not_depend_on_the_pages_before_it(news_lines: tuple[str, ...], data: st.DataObject) -> None:
    page = st.lists(st.sampled_from(news_lines), min_size=1, max_size=20).map("\n".join)
    texts = data.draw(st.lists(page, min_size=2, max_size=5))
    options = Options(accept="any", input="text")
    with Cleaner(options) as cleaner:
        together = [cleaner.parse(text).to_json() for text in texts]
    assert together == [parse(text, options=options).to_json() for text in texts]


def test_threads_that_share_a_cleaner_get_the_same(news_lines: tuple[str, ...]) -> None:
    texts = ["\n".join(news_lines[n:]) for n in range(len(news_lines) - 1)]
    pages = [
        *texts,
        *("<article>" + "".join(f"<p>{line}</p>" for line in text.split("\n")) + "</article>" for text in texts),
    ]
    options = Options(accept="any", second_opinion=False)
    alone = [parse(page, options=options).to_json() for page in pages]
    with Cleaner(options) as cleaner, ThreadPoolExecutor(8) as pool:
        for _ in range(3):
            assert list(pool.map(lambda page: cleaner.parse(page).to_json(), pages)) == alone


@SLOW
@given(st.data())
def test_a_clean_text_loses_nothing(news_lines: tuple[str, ...], data: st.DataObject) -> None:
    paragraphs = [line for line in news_lines if len(line) > 150]
    lines = data.draw(st.lists(st.sampled_from(paragraphs), min_size=1, max_size=20, unique=True))
    for between in ("\n", "\n\n"):
        assert parse(between.join(lines), options=UNRULED).text == "\n\n".join(lines)


@pytest.mark.parametrize("sentence", ["It held.", "The quay is open again.", "Nobody had thought so, she said."])
def test_a_single_sentence_stays(sentence: str) -> None:
    assert parse(sentence, options=UNRULED).text == sentence
