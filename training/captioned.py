"""Stories with their captions, from a corpus: what the ownership of captions is learned from and measured on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from corpus import read_page

from newsclean.cues.captions import find_captions
from newsclean.cues.self_description import about_story
from newsclean.engine import judge
from newsclean.normalize.language import page_language
from newsclean.page import Reading
from newsclean.resolve import labels
from newsclean.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

LEAST_STORY: Final = 60
"""Words of a text that tells a story."""
LEAST_MARKED: Final = 5
"""Words of a caption that only markup calls one: shorter ones are mostly buttons and credits."""
MOST_MARKED: Final = 12
"""Such captions of one page: galleries and lists of products have hundreds."""
MOST_CHARS: Final = 600
"""Longer captions are whole stories."""


class Captioned(NamedTuple):
    """A story and its captions."""

    dataset: str
    id: str
    site: str
    language: str
    head: str
    """Headline and standfirst."""
    body: str
    about: str
    captions: tuple[str, ...]
    gold: bool
    """Whether the captions are gold; else markup calls them so."""
    gold_body: bool


def captioned_pages(corpus: Path) -> list[Captioned]:
    """The stories of all articles of a corpus, data set by data set, in the order of the files."""
    return [
        found
        for gold in sorted(corpus.glob("*/gold.jsonl"))
        for line in gold.read_text("utf-8").split("\n")
        if line and (found := _captioned(gold.parent, json.loads(line))) is not None
    ]


def gold_captions(row: Mapping[str, Any]) -> list[str]:
    """The captions in the gold of a page, each once."""
    images = row["extra"].get("images") or []
    return list(dict.fromkeys(image["caption"] for image in images if isinstance(image, dict) and image.get("caption")))


def _captioned(folder: Path, row: dict[str, Any]) -> Captioned | None:
    page = read_page(folder, row) if row.get("page_type") in ("article", None) else None
    if page is None or not page.blocks:
        return None
    language = page_language(page)
    so_far = tuple(verdict.label for verdict in labels(page, judge(page).verdicts))
    reading = Reading(page=page, labels=so_far, language=language)
    marked = [page.blocks[i].text for i, cue in find_captions(reading).items() if "markup" in cue.cues]
    gold = gold_captions(row)
    body = (row.get("body") if "body" in row["annotated"] else None) or ""
    text = body or "\n".join(page.blocks[i].text for i in reading.body if i not in reading.once(find_captions))
    if count_words(text) < LEAST_STORY:
        return None
    return Captioned(
        dataset=row["dataset"],
        id=str(row["id"]),
        site=str(row["site"] or f"{row['dataset']}/{row['id']}"),
        language=(row.get("lang") or language or "en").replace("_", "-").split("-")[0].lower(),
        head="\n".join(_head(row, reading)),
        body=text,
        about=about_story(page),
        captions=tuple(_short(gold) if gold else _long_enough(marked)),
        gold=bool(gold),
        gold_body=bool(body),
    )


def _head(row: Mapping[str, Any], reading: Reading) -> Iterator[str]:
    blocks = reading.page.blocks
    title = blocks[reading.title].text if reading.title >= 0 else row.get("title")
    declared = row.get("dek")
    deks = [declared] if isinstance(declared, str) else declared or ()
    shown = [blocks[i].text for i, label in enumerate(reading.labels) if label == "standfirst"]
    yield from filter(None, (title, *(deks or shown)))


def _short(captions: Iterable[str]) -> list[str]:
    return [caption for caption in captions if len(caption) <= MOST_CHARS]


def _long_enough(captions: Iterable[str]) -> list[str]:
    distinct = dict.fromkeys(_short(captions))
    return [caption for caption in distinct if count_words(caption) >= LEAST_MARKED][:MOST_MARKED]
