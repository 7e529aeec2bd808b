from __future__ import annotations

import pytest

from newsclean.model import Link
from newsclean.sources.feeds.model import Unreadable
from newsclean.sources.feeds.text import read_text


def test_every_line_is_an_address() -> None:
    body = b"https://example.org/a\r\n\r\n https://example.org/b \nhttps://example.org/a\n"
    assert read_text(body).links == tuple(Link(url=f"https://example.org/{path}", source="sitemap") for path in "ab")


@pytest.mark.parametrize("body", [b"", b"\n\n", b"https://example.org/a\nand prose\n", b"/a\n", b"\xff\xfe"])
def test_prose_is_no_sitemap(body: bytes) -> None:
    with pytest.raises(Unreadable):
        read_text(body)
