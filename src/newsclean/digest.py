"""The identity of a text: what stays the same when only the markup around it changes."""

from __future__ import annotations

import hashlib


def fold(text: str) -> str:
    """The text with every run of white space as one space."""
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # no white space but single spaces: looking is a quarter of the price of taking it apart
    return " ".join(text.split())


def digest(text: str) -> str:
    """SHA-256, in hex, of the text with white space folded."""
    return hashlib.sha256(fold(text).encode("utf-8", "surrogatepass")).hexdigest()
