"""Rules that take nothing that the general path finds by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.authoring.conftest import STORIES

from newsclean import SiteRules
from newsclean.authoring.harmless import harmless, losses
from newsclean.authoring.reader import Reader, library_of
from newsclean.authoring.saved import Saved
from newsclean.authoring.specimen import examine

if TYPE_CHECKING:
    from pathlib import Path

    from newsclean.authoring.specimen import Specimen

CAPTION = "The keeper of the lock waves to the last barge. Photo: Ann Weir"


@pytest.fixture
def page(tmp_path: Path) -> Specimen:
    text = "".join(f"<p>{line}</p>" for line in STORIES["weir"][1:])
    figure = f'<figure><img src="/1.jpg"><figcaption class="cap">{CAPTION}</figcaption></figure>'
    path = tmp_path / "lock.html"
    path.write_text(f"<html><body><article><h1>The lock</h1>{figure}{text}</article></body></html>", encoding="utf-8")
    found = examine(Saved(path, "https://a.example/lock", path.name), Reader(library_of(())))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("entry", "lost"),
    [
        ("[[drop]]\nid = 'x'\ncss = 'figcaption.cap'\nmax_share = 1.0\n", 2),
        ("[[caption]]\nid = 'x'\ncss = 'figcaption.cap'\n", 0),
        ("[[drop]]\nid = 'x'\ntext = '^Masons began'\nmax_share = 1.0\n", 0),
    ],
)
def test_captions_and_credits_are_losses_and_paragraphs_are_none(page: Specimen, entry: str, lost: int) -> None:
    assert losses(SiteRules.from_toml(f"hosts = ['a.example']\n{entry}", id="a.example"), [page]) == lost


def test_what_takes_a_caption_is_left_out_and_the_rest_stays(page: Specimen) -> None:
    drops = "".join(
        f"[[drop]]\nid = '{name}'\ncss = '{css}'\nmax_share = 1.0\n"
        for name, css in (("one", "p.more"), ("two", "figure"), ("three", "div.more"))
    )
    site = SiteRules.from_toml(f"hosts = ['a.example']\n{drops}", id="a.example")
    assert [drop.id for drop in harmless(site, [page]).drop] == ["one", "three"]


def test_without_an_entry_there_is_nothing_to_leave_out(page: Specimen) -> None:
    site = SiteRules.from_toml("hosts = ['a.example']", id="a.example")
    other = replace(page, article=replace(page.article, section="Another"))
    assert harmless(site, [other]) == site
