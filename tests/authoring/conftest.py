"""A small site of our own: pages in its structure, with their addresses, and rules for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

import pytest

from newsclean import Article, Response, SiteRules
from newsclean.authoring.reader import open_page, page_of
from newsclean.authoring.specimen import Specimen

if TYPE_CHECKING:
    from pathlib import Path

STORIES = {
    "weir": (
        "The weir at Kallmoor is rebuilt",
        "Masons began on Monday to rebuild the weir at Kallmoor, which the spring flood had torn open in two places.",
        "The stones of the old crown lie in the meadow, numbered in chalk, and most of them will go back into the wall.",
        "Until the autumn the mill takes its power from the grid, and the miller says that he can hear the difference.",
    ),
    "library": (
        "Night readers keep the library open",
        "The library of Kallmoor stays open until midnight on Fridays, after two hundred readers had asked for it.",
        "Students bring their own lamps, because the reading room was wired in 1931 and has one socket for each wall.",
        "The caretaker, who used to lock up at eight, now reads the novels that come back with coffee on the cover.",
    ),
    "orchard": (
        "Old pears return to the hillside",
        "Nine kinds of pears that were thought lost grow again on the hillside above Kallmoor, grafted on wild stock.",
        "The cuttings came from a single tree behind the station, which nobody had pruned since the line was closed.",
        "A first harvest is expected in four years, and the cooper has already been asked about the size of the barrels.",
    ),
}
SUPPORT = "Readers of the Kallmoor Courier keep this paper alive, and a small yearly gift is enough for it."

TOML = """
schema = 1
name = "The Kallmoor Courier"
hosts = ["kallmoor.example"]

[[drop]]
id = "support"
css = "p.gift"
kind = "donation"
max_share = 0.4
reason = "the appeal between the paragraphs"

[[drop]]
id = "share"
text = '^Share this story$'
kind = "share"
"""


class Write(Protocol):
    """Writes a page of the site into a folder, and returns where it is."""

    def __call__(self, folder: Path, name: str, *, support: bool = True) -> Path: ...


def html(name: str, *, support: bool = True) -> str:
    title, *paragraphs = STORIES[name]
    appeal = f'<p class="gift">{SUPPORT}</p>' if support else ""
    first, *rest = (f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{title} | The Kallmoor Courier</title></head><body>'
        '<nav><a href="/">Home</a> <a href="/town">Town</a> <a href="/river">River</a></nav>'
        f'<main class="story"><h1>{title}</h1><div class="text">{first}{appeal}{"".join(rest)}</div>'
        "<p>Share this story</p></main><footer><p>Kallmoor Courier, Mill Lane 2</p></footer></body></html>"
    )


@pytest.fixture
def write() -> Write:
    def written(folder: Path, name: str, *, support: bool = True) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.html"
        path.write_text(html(name, support=support), encoding="utf-8")
        entry = {"file": path.name, "url": f"https://www.kallmoor.example/{name}"}
        with (folder / "pages.jsonl").open("a", encoding="utf-8") as index:
            index.write(json.dumps(entry) + "\n")
        return path

    return written


@pytest.fixture
def pages(tmp_path: Path, write: Write) -> Path:
    """A folder with three pages of the site."""
    folder = tmp_path / "pages"
    for name in STORIES:
        write(folder, name)
    return folder


@pytest.fixture
def site() -> SiteRules:
    return SiteRules.from_toml(TOML, id="kallmoor.example")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The right texts of the pages."""
    path = tmp_path / "gold.jsonl"
    rows = ({"file": f"{name}.html", "body": "\n".join(story[1:])} for name, story in STORIES.items())
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def specimen(markup: str, name: str = "page.html", url: str = "https://kallmoor.example/x") -> Specimen:
    """A page whose blocks say what the general path makes of them by their first letter.

    K is kept, D dropped, R dropped as related, C a caption; any other goes to a field.
    """
    opened = open_page(Response(body=f"<!doctype html><html><body>{markup}</body></html>".encode()), url)
    page = page_of(opened)
    first = {block.index: block.text[:1] for block in page.blocks}
    kinds = {"D": "boilerplate", "R": "related"}
    return Specimen(
        name=name,
        opened=opened,
        page=page,
        article=Article(),
        kept=frozenset(block for block, letter in first.items() if letter == "K"),
        dropped={block: kinds[letter] for block, letter in first.items() if letter in kinds},  # type: ignore[misc]
        captions=frozenset(block for block, letter in first.items() if letter == "C"),
    )
