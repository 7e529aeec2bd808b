"""A story of our own in the structure of extracted Press TV text.

Breadcrumb, title, a stray caption, the own caption on the very next line, eleven paragraphs, and the footer.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

TITLE = "Iceland ready to build more cable ferries for Norway: Shipyard chief"
STRAY = (
    "Sculptor Orla Quist (Halm) (L) shows gallery owner Teodor Brandt (Vejen) a plaster cast before the unveiling of "
    "Bronze No. 1, also called the Sleeper, in the winter garden of the Quillan Museum in Washington, May 16, 2017. "
    "(AFP photo)"
)
OWN_CAPTION = "This file picture shows a C-90 cable ferry made in Iceland crossing a fjord in heavy snow."
OWN = f"{OWN_CAPTION} (Photo by the Fjordur Daily)"
PARAGRAPHS = (
    (
        "Iceland’s largest shipyard, Hafnarsmidja, would gladly sell Norway a second series of electric C-90 cable "
        "ferries, and only a signature from Oslo is missing."
    ),
    (
        "“We have drawn the boats, we have bought the steel, and the slipway is free from May. Kaplaskip (the yard's "
        "export office) telephones with the roads people in Oslo every Friday. If they want the deckhouses made in "
        "Norway, that can be done too,” Runa Sveinsdottir, who runs the yard, told reporters on the quay in Reykjavik."
    ),
    (
        "All nine ferries of the first series have been sailing since the summer, she went on, and the last crate of "
        "spare parts was paid for in September."
    ),
    (
        "Sveinsdottir said that the heart of the C-90 is its winch, which took her engineers six years and which no "
        "rival has managed to copy."
    ),
    (
        "“Selling ferries to a nation of ferry builders is like selling sand to a beach, and we are a little proud of "
        "it. There may be a pilot boat for them as well, and a small icebreaker,” she said with a laugh."
    ),
    (
        "The story of the boats began in the spring of 2018, when the transport ministers of the two countries met in "
        "Oslo over a model of the winch. Eight months were set aside for building the first hull; it took eleven, "
        "because the winter of 2019 closed the yard for weeks."
    ),
    (
        "Shipyards along the Norwegian coast have never forgiven the order. Their federation says that the landing "
        "stages had to be widened for the sake of a foreign boat."
    ),
    (
        "Sindre Haug, the Norwegian roads director, waved that away on October 30 and said that a landing stage is "
        "cheaper than a captain; the older C-70 boats of the neighbouring counties, he noted, are steered by hand and "
        "need five people on every shift."
    ),
    (
        "A C-90 pulls itself along a cable on the sea floor, turns without a rudder and moors without a rope. It "
        "carries 60 cars over 14 kilometers of water on one charge, and Canada and Finland were the first to buy it."
    ),
    (
        "Norway needs the boats badly. Since 2015, when the old diesel ferries that it rented from Denmark went back, "
        "seven islands have had no crossing at all between November and the end of March."
    ),
    (
        "A Dutch yard had offered a similar ferry for $340 million before Iceland was asked. Mayors of the islands "
        "are said to have talked the ministry out of it, since the Dutch boat could not sail in ice."
    ),
)
MIRRORS = "Press TV’s website can be reached as well at these alternate addresses:"
ROKU = "Press TV News Roku"


@dataclass(frozen=True)
class Story:
    """The parts of the story."""

    title: str = TITLE
    stray: str = STRAY
    own: str = OWN
    caption: str = OWN_CAPTION
    paragraphs: tuple[str, ...] = PARAGRAPHS
    mirrors: str = MIRRORS
    roku: str = ROKU
    url: str = "https://www.presstv.com/Detail/2020/11/16/600001/x"

    @property
    def text(self) -> str:
        """As an extractor wrote it."""
        head = "News \u00a0 / \u00a0 Norway \u00a0 / \u00a0 Iceland"
        body = "\n\n".join(self.paragraphs)
        return f"{head}\n\n{self.title}\n\n{self.stray}\n{self.own}\n\n{body}\n\n{self.mirrors}\n\n{self.roku}"

    @property
    def html(self) -> str:
        """As a page, with a figure for each caption."""
        figures = "".join(
            f'<figure><img src="/{n}.jpg"><figcaption>{c}</figcaption></figure>'
            for n, c in enumerate((self.stray, self.own))
        )
        body = "".join(f"<p>{text}</p>" for text in (*self.paragraphs, self.mirrors, self.roku))
        head = f'<meta charset="utf-8"><title>{self.title}</title>'
        body = f"<article><h1>{self.title}</h1>{figures}{body}</article>"
        return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


@pytest.fixture(scope="session")
def story() -> Story:
    """The story."""
    return Story()
