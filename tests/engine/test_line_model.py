"""The model of lines: its file, and what it says."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from newsclean.engine.line_features import NAMES
from newsclean.engine.line_model import MAGIC, NAME, VERSION, VOCABULARIES, shipped_lines, unpack_lines
from newsclean.engine.model_file import pack, pack_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page

MAX_BYTES = 150_000


@pytest.fixture
def content(table: np.ndarray) -> bytes:
    out: dict[str, Any] = {"characters": table}
    for name in VOCABULARIES:
        out |= pack_words({"quay": 0.5}, name)
    for name in ("first", "second"):
        out[f"{name}.features"] = np.array([[NAMES.index("words")]], np.uint16)
        out[f"{name}.borders"] = np.array([[1.5]], np.float32)
        out[f"{name}.leaves"] = np.array([[-1.0, 1.0]], np.float16)
        out[f"{name}.bias"] = np.float64(0)
    return pack(out, MAGIC, VERSION)


def test_both_stages_speak(content: bytes, text: Callable[..., Page]) -> None:
    chances = unpack_lines(content).chances(text("one", "one two three four five six"))
    assert chances == pytest.approx([1 / (1 + np.exp(2)), 1 / (1 + np.exp(-2))])


def test_other_files_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no newsclean model"):
        unpack_lines(b"PK")
    with pytest.raises(ValueError, match=f"reads version {VERSION}"):
        unpack_lines(content.replace(b" %d " % VERSION, b" %d " % (VERSION + 1), 1))
    with pytest.raises(ValueError, match="damaged"):
        unpack_lines(content + b"x")


def test_the_shipped_model_is_small_and_knows_words() -> None:
    assert len((files("newsclean.engine") / NAME).read_bytes()) < MAX_BYTES
    model = shipped_lines()
    assert model.vocabulary.line
    assert model.vocabulary.prose
