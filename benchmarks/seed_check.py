"""Checks the main job on an extracted story that is not in the repository.

    python benchmarks/seed_check.py STORY.txt...

Such a story is what an extractor left of a page, with a breadcrumb line, the headline, the caption of another story's
picture, its own caption on the next line, the paragraphs, the line that announces the site's other addresses, and a
last line of furniture. Nothing of it is quoted here: what is expected is computed from its lines by their places. The
story is given as path, string and bytes, with either line ending, with and without its address, with and without site
rules. Ends with 1 if anything is not as it must be.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newsclean import Article, NewscleanError, Options, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean import Removal

SITE: Final = "Press TV"
URL: Final = "https://www.presstv.com/Detail/2020/11/23/639239/x"
"""An address in the form of the site's own, for the runs that are given one."""
NO_RULES: Final = Options(rules=None)

_CREDIT = re.compile(r"^(?P<caption>.+?)\s*\(Photo by (?P<credit>.+?)\)$")


@dataclass(frozen=True, kw_only=True)
class Story:
    """The parts of the story, each line with its white space folded."""

    breadcrumbs: tuple[str, ...]
    title: str
    stray: str
    caption: str
    credit: str
    body: tuple[str, ...]
    mirrors: str
    furniture: str

    @classmethod
    def of(cls, text: str) -> Story:
        """The parts, by the places of the lines."""
        lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
        crumbs, title, stray, own, *body, mirrors, furniture = lines
        legend = _CREDIT.match(own)
        if legend is None or not stray.endswith("photo)") or not mirrors.endswith("alternate addresses:"):
            message = "this is no story of the kind that is checked here"
            raise SystemExit(message)
        return cls(
            breadcrumbs=tuple(part.strip() for part in crumbs.split("/")),
            title=title,
            stray=stray,
            caption=legend["caption"],
            credit=legend["credit"],
            body=tuple(body),
            mirrors=mirrors,
            furniture=furniture,
        )


def readings(path: Path) -> Iterator[tuple[str, Article, bool]]:
    """How the story was given, what came out, and whether site rules were on."""
    data = path.read_bytes()
    text = data.decode()
    sources: dict[str, Path | str | bytes] = {
        "path": path,
        "string": text,
        "bytes": data,
        "string, CRLF": text.replace("\n", "\r\n"),
        "bytes, CRLF": data.replace(b"\n", b"\r\n"),
    }
    for given, source in sources.items():
        for url in (None, URL):
            for options in (None, NO_RULES):
                words = (given, "with its address" if url else "", "no site rules" if options else "")
                yield ", ".join(filter(None, words)), parse(source, url=url, options=options), options is None


def complaints(article: Article, story: Story, *, rules: bool) -> Iterator[str]:
    """What is not as it must be."""
    yield from _fields(article, story)
    yield from _image(article, story)
    if tuple(block.text for block in article.blocks) != story.body or article.text != "\n\n".join(story.body):
        yield f"the text is not the {len(story.body)} paragraphs: it has {len(article.blocks)} blocks"
    yield from _removed(article, story, rules=rules)
    if rules and (article.rules_applied != ("presstv.ir",) or article.site != SITE):
        yield f"the site was not recognised: rules {article.rules_applied}, site {article.site!r}"
    if not rules and article.rules_applied:
        yield f"site rules applied, and they are off: {article.rules_applied}"
    yield from _lost(article, story)
    if Article.from_json(article.to_json()) != article:
        yield "the JSON does not come back as the same article"


def _fields(article: Article, story: Story) -> Iterator[str]:
    expected = {"title": story.title, "breadcrumbs": story.breadcrumbs, "language": "en"}
    for name, value in expected.items():
        if getattr(article, name) != value:
            yield f"{name} is {getattr(article, name)!r}, not {value!r}"
    if article.section not in story.breadcrumbs[1:]:
        yield f"section is {article.section!r}, none of {story.breadcrumbs[1:]}"


def _image(article: Article, story: Story) -> Iterator[str]:
    if len(article.images) != 1:
        yield f"there are {len(article.images)} images, not one"
        return
    (image,) = article.images
    if image.caption != story.caption:
        yield f"the caption is {image.caption!r}"
    if image.credit not in (story.credit, story.credit.removeprefix("the ")):
        yield f"the credit is {image.credit!r}"
    if image.url is not None:
        yield f"the image has an address: {image.url}"


def _removed(article: Article, story: Story, *, rules: bool) -> Iterator[str]:
    removed = {removal.text: removal for removal in article.removed}
    stray, mirrors = removed.get(story.stray), removed.get(story.mirrors)
    if stray is None or stray.kind != "misplaced_caption":
        yield f"the stray caption was not removed as one: {stray}"
    elif not any(isinstance(value, float) for value in stray.evidence.values()):
        yield "the stray caption was removed without its scores"
    if mirrors is None or mirrors.kind != "mirror_address":
        yield f"the announcement of other addresses was not removed as one: {mirrors}"
    if story.furniture not in removed:
        yield "the last line was not removed"
    yield from (f"no reason or nobody named: {removal}" for removal in article.removed if not _explained(removal))
    if not rules:
        by_rule = [removal.by for removal in article.removed if not removal.by.startswith(("detector:", "engine"))]
        yield from (f"removed by a rule, and rules are off: {by}" for by in by_rule)


def _explained(removal: Removal) -> bool:
    return bool(removal.by and removal.reason and removal.path)


def _lost(article: Article, story: Story) -> Iterator[str]:
    """Lines that are in no field and not removed."""
    found = {
        article.title,
        *article.breadcrumbs,
        *(image.caption for image in article.images),
        *(block.text for block in article.blocks),
        *(removal.text for removal in article.removed),
    }
    lines = (*story.breadcrumbs, story.title, story.stray, story.caption, *story.body, story.mirrors, story.furniture)
    yield from (f"lost: {line[:40]!r}" for line in lines if line not in found)


def main(names: list[str]) -> int:
    """Prints what is wrong, and how many readings were checked; returns the exit code."""
    if not names:
        print(__doc__)
        return 2
    checked = wrong = 0
    for path in map(Path, names):
        story = Story.of(path.read_text(encoding="utf-8"))
        try:
            for given, article, rules in readings(path):
                checked += 1
                for complaint in complaints(article, story, rules=rules):
                    wrong += 1
                    print(f"{path.name} as {given}: {complaint}")
        except NewscleanError as error:
            wrong += 1
            print(f"{path.name}: {type(error).__name__}: {error}")
    print(f"{checked} readings of {len(names)} stories checked, {wrong} complaints")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
