"""A document or a text to the stream of candidate blocks."""

from __future__ import annotations

from newsclean.blocks.lines import read_text
from newsclean.blocks.walk import read_html

__all__ = ["read_html", "read_text"]
