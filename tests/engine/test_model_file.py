"""The model file: what goes in comes out, and everything else is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.engine.model_file import KINDS, VERSION, VOCABULARIES, pack, pack_words, unpack

if TYPE_CHECKING:
    from collections.abc import Mapping

ODDS = st.dictionaries(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), st.floats(-9, 9, width=32))


def arrays(odds: Mapping[str, float]) -> dict[str, Any]:
    out: dict[str, Any] = {"characters": np.arange(256, dtype=np.uint8)}
    for name in VOCABULARIES:
        out |= pack_words(odds, name)
    for n, name in enumerate(("first", "second", "trust", *(f"kind_{kind}" for kind in KINDS))):
        out[f"{name}.features"] = np.zeros((2, 1), np.uint16)
        out[f"{name}.borders"] = np.zeros((2, 1), np.float32)
        out[f"{name}.leaves"] = np.arange(4, dtype=np.float32)[None] + n
        out[f"{name}.bias"] = np.float64(n)
    return out | {f"kind_{kind}.least": np.float64(0.5 + n / 10) for n, kind in enumerate(KINDS)}


@pytest.fixture
def content() -> bytes:
    return pack(arrays({"quay": 0.5, "read more": -1.5}))


def test_what_goes_in_comes_out(content: bytes) -> None:
    model = unpack(content)
    assert model.vocabulary.line == model.vocabulary.prose == {"quay": 0.5, "read more": -1.5}
    assert model.vocabulary.names("quay", "", "").highest == 0.5
    assert model.characters.tolist() == list(range(256))
    assert model.least == pytest.approx((0.5, 0.6, 0.7))
    assert len(model.kinds) == len(KINDS)
    values = np.array([[1.0, -1.0]], np.float32)
    trees = (model.first, model.second, model.trust, *model.kinds)
    assert [each.scores(values).tolist() for each in trees] == [[3.0 + 2 * n, 2.0 * n] for n in range(len(trees))]


@settings(deadline=None, max_examples=40)
@given(ODDS)
def test_any_words_come_back(odds: dict[str, float]) -> None:
    assert unpack(pack(arrays(odds))).vocabulary.line == pytest.approx(odds)


def test_a_vocabulary_may_be_empty() -> None:
    assert unpack(pack(arrays({}))).vocabulary.line == {}


def test_the_order_of_arrays_changes_nothing(content: bytes) -> None:
    found = arrays({"read more": -1.5, "quay": 0.5})
    assert pack(dict(reversed(found.items()))) == content


def test_the_digest_names_the_content(content: bytes) -> None:
    digest = unpack(content).digest
    assert re.fullmatch(r"[0-9a-f]{64}", digest)
    assert digest.encode() in content.split(b"\n", 1)[0]
    assert unpack(pack(arrays({"quay": 0.25}))).digest != digest


@pytest.mark.parametrize(
    "other", [b"", b"\n", b"PK\x03\x04", b"<html></html>", b"newsclean-model\n", b"newsclean-model 2\nx", b"x 2 y\nz"]
)
def test_another_file_is_no_model(other: bytes) -> None:
    with pytest.raises(ValueError, match="no newsclean model"):
        unpack(other)


def test_another_version_is_refused_by_its_number(content: bytes) -> None:
    other = content.replace(b" %d " % VERSION, b" %d " % (VERSION + 1), 1)
    with pytest.raises(ValueError, match=rf"version {VERSION + 1}, this release reads version {VERSION}"):
        unpack(other)


def test_a_damaged_file_is_refused(content: bytes) -> None:
    for damaged in (content[:-1], content + b"x", content[:-100] + b"\0" + content[-99:]):
        with pytest.raises(ValueError, match="damaged"):
            unpack(damaged)
