"""Pages and rules for the tests of site rules, made from a few lines each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.blocks import read_html, read_text
from newsclean.html.document import Document
from newsclean.rules.model import SiteRules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsclean.page import Page


@pytest.fixture
def text_page() -> Callable[..., Page]:
    """A plain text, from its lines."""

    def build(*lines: str, url: str | None = None) -> Page:
        return read_text("\n".join(lines), url=url)

    return build


@pytest.fixture
def html_page() -> Callable[..., Page]:
    """A page in markup, from what stands in its body and its head."""

    def build(body: str, *, head: str = "", url: str | None = None) -> Page:
        return read_html(Document(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", url=url))

    return build


@pytest.fixture
def rules() -> Callable[..., SiteRules]:
    """Rules, from the text of their file."""

    def build(toml: str, *, site: str = "example.com") -> SiteRules:
        return SiteRules.from_toml(toml, id=site)

    return build


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a rule file."""

    def build(name: str, toml: str) -> Path:
        path = tmp_path / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(toml, encoding="utf-8")
        return path

    return build
