"""Whether every output says what the article says: all pages of a corpus, written in every form and read back.

    python benchmarks/formats.py [--corpus DIR] [--dataset NAME ...] [--ninjs-schema FILE]

CORPUS (default: NEWSCLEAN_CORPUS) is a folder in the layout of docs/benchmarks.md. For each page: JSON read back is an
equal article, is written the same again and fits the published schema, a reader of CommonMark finds the words of the
text in the Markdown, a sanitiser that knows only the elements we promise leaves the HTML as it is, zyte-common-items
knows every member of the Zyte form, and the ninjs form fits FILE, IPTC's own schema, where that is given. Prints each
page that fails with what failed, then the totals; exit code 1 when there was one.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import jsonschema
import msgspec
import nh3
import zyte_common_items
from markdown_it import MarkdownIt
from pages import datasets, pages
from selectolax.lexbor import LexborHTMLParser

from newsclean import Article, Cleaner, NewscleanError, Options
from newsclean.formats import schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TAGS: Final = frozenset(
    "article h1 h2 h3 h4 h5 h6 p ul li blockquote table tbody tr td pre figure img figcaption a".split()
)
ATTRIBUTES: Final = {
    "article": {"lang"},
    "p": {"class"},
    "img": {"src", "alt", "width", "height"},
    "a": {"href"},
}
DATE_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
"""RFC 3339, which ninjs demands; jsonschema knows it through another package only."""
URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[\w.~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+", re.ASCII)
"""The characters of RFC 3986."""

_READER = MarkdownIt("commonmark").enable(["table"])
_SCHEMA = jsonschema.Draft202012Validator(schema.build(), format_checker=jsonschema.FormatChecker())


def main() -> None:
    """Runs and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--dataset", nargs="+")
    parser.add_argument("--ninjs-schema", type=Path, help="IPTC's JSON schema of the version that we write")
    args = parser.parse_args()
    if not args.corpus or not Path(args.corpus).is_dir():
        parser.error("name the corpus folder with --corpus, or set NEWSCLEAN_CORPUS")
    corpus = Path(args.corpus)
    checks = (*CHECKS, ninjs_check(args.ninjs_schema)) if args.ninjs_schema else CHECKS
    failed: Counter[str] = Counter()
    read = 0
    for name, article in _articles(corpus, args.dataset or datasets(corpus)):
        read += 1
        for check in checks:
            if not check(article):
                failed[check.__name__] += 1
                print(name, check.__name__)
    print(f"{read} articles;", ", ".join(f"{check.__name__} {failed[check.__name__]} failed" for check in checks))
    sys.exit(1 if failed else 0)


def _articles(corpus: Path, names: list[str]) -> Iterator[tuple[str, Article]]:
    cleaner = Cleaner(Options(accept="any", second_opinion=False, links=True))
    for name in names:
        for page in pages(corpus, name):
            try:
                yield f"{name}/{page.row['id']}", cleaner.parse(page.body, url=page.url)
            except NewscleanError as error:
                print(f"{name}/{page.row['id']}", "no article:", error)


def json_reads_back(article: Article) -> bool:
    """The article read back is equal and writes the same JSON."""
    text = article.to_json()
    back = Article.from_json(text)
    return back.to_json() == text and (back == article or "\ufffd" in text)  # for halves of surrogate pairs


def json_fits_the_schema(article: Article) -> bool:
    """The published one."""
    return not any(_SCHEMA.iter_errors(msgspec.json.decode(article.to_json())))


def markdown_reads_back(article: Article) -> bool:
    """The words of the title, standfirst and text, in order, are what a reader of CommonMark sees."""
    wanted = _words("\n".join(filter(None, (article.title, article.standfirst, article.text))).replace("|", " "))
    shown = Article(title=article.title, standfirst=article.standfirst, blocks=article.blocks).markdown
    found = []
    for token in _READER.parse(shown):
        if token.type in ("fence", "code_block"):
            found.append(token.content)
        elif token.type == "inline":
            found.append("".join(child.content for child in token.children or () if child.type.startswith("text")))
    return _words("\n".join(found).replace("|", " ")) == wanted


def html_is_clean(article: Article) -> bool:
    """A sanitiser changes nothing; both are compared as trees, since it writes some characters otherwise."""
    html = article.html
    cleaned = nh3.clean(html, tags=set(TAGS), attributes=ATTRIBUTES, link_rel=None, url_schemes={"http", "https"})
    return _tree(cleaned) == _tree(html)


def zyte_knows_every_member(article: Article) -> bool:
    """Where there is an address, which Zyte requires."""
    made = article.to_zyte()
    unknown = "_unknown_fields_dict"  # where their reader keeps what it did not know
    return "url" not in made or not getattr(zyte_common_items.Article.from_dict(made), unknown)


def ninjs_check(schema_file: Path) -> Callable[[Article], bool]:
    """A check of the ninjs form against the standard's schema, of which the one reference outwards is left out."""
    geo = "https://json.schemastore.org/geojson"  # we write no places
    rules = msgspec.json.decode(schema_file.read_text("utf-8").replace(f'"$ref": "{geo}"', '"type": "object"'))
    formats = jsonschema.FormatChecker(())
    for name, pattern in (("date-time", DATE_TIME), ("uri", URI)):
        formats.checks(name)(lambda value, pattern=pattern: not isinstance(value, str) or pattern.fullmatch(value))
    rules.pop("id", None)  # so that "#" is this document, wherever it was published
    validator = jsonschema.Draft4Validator(rules, format_checker=formats)

    def ninjs_fits_the_standard(article: Article) -> bool:
        item = article.to_ninjs()
        parts = [{key: part[key] for key in part if key != "name"} for part in item.get("associations", ())]
        return all(map(validator.is_valid, (msgspec.json.decode(msgspec.json.encode(each)) for each in (item, *parts))))

    return ninjs_fits_the_standard


CHECKS: Final[tuple[Callable[[Article], bool], ...]] = (
    json_reads_back,
    json_fits_the_schema,
    markdown_reads_back,
    html_is_clean,
    zyte_knows_every_member,
)


def _words(text: str) -> list[str]:
    return text.split()


def _tree(html: str) -> str:
    body = LexborHTMLParser(html).body
    return body.html or "" if body is not None else ""


if __name__ == "__main__":
    main()
