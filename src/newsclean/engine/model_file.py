"""The model file: one line that says what follows and its digest, then arrays in numpy's archive format."""

from __future__ import annotations

import hashlib
import io
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from newsclean.engine.trees import Trees
from newsclean.engine.vocabulary import Vocabulary, name_scorer

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from newsclean.errors import NotAnArticleKind

    Arrays = Mapping[str, npt.NDArray[Any]]

VERSION: Final = 3
"""Of the features and of the file; a file of another version is refused."""
NAME: Final = "model.bin"
MAGIC: Final = b"newsclean-model"
VOCABULARIES: Final = ("names", "line", "prose")
KINDS: Final[tuple[NotAnArticleKind, ...]] = ("index", "product", "forum")
"""Kinds of pages that are no articles, a score each."""


class Model(NamedTuple):
    """All that was learned."""

    vocabulary: Vocabulary
    characters: npt.NDArray[np.uint8]
    first: Trees
    second: Trees
    trust: Trees
    """Of a page: the chance that the text is right."""
    kinds: tuple[Trees, ...]
    """Of a page: one for each of `KINDS`."""
    least: tuple[float, ...]
    """Chance from which a page is of that kind, one for each of `KINDS`."""
    digest: str


def pack(arrays: Arrays, magic: bytes = MAGIC, version: int = VERSION) -> bytes:
    """The bytes of a model file; the same arrays give the same bytes."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **{name: arrays[name] for name in sorted(arrays)})
    body = buffer.getvalue()
    return b"%s %d %s\n%s" % (magic, version, hashlib.sha256(body).hexdigest().encode(), body)


def unpack(content: bytes) -> Model:
    """The model in the bytes of a file.

    Raises:
        ValueError: they are no model file, one of another version, or a damaged one.
    """
    return _model(*unpack_arrays(content, MAGIC, VERSION))


def unpack_arrays(content: bytes, magic: bytes, version: int) -> tuple[dict[str, npt.NDArray[Any]], str]:
    """The arrays in the bytes of a file of that kind and version, and their digest.

    Raises:
        ValueError: it is none, one of another version, or damaged.
    """
    head, _, body = content.partition(b"\n")
    fields = head.split(b" ")
    if len(fields) != 3 or fields[0] != magic:  # noqa: PLR2004 - magic, version, digest
        message = "this is no newsclean model file"
        raise ValueError(message)
    if int(fields[1]) != version:
        message = f"the model file is of version {int(fields[1])}, this release reads version {version}: train it anew"
        raise ValueError(message)
    digest = hashlib.sha256(body).hexdigest()
    if digest.encode() != fields[2]:
        message = "the model file is damaged: its digest is wrong; install newsclean anew"
        raise ValueError(message)
    with np.load(io.BytesIO(body), allow_pickle=False) as archive:
        return dict(archive), digest


@cache
def shipped_model() -> Model:
    """The model that comes with the library, read once."""
    return unpack((files("newsclean.engine") / NAME).read_bytes())


def pack_words(odds: Mapping[str, float], name: str) -> dict[str, npt.NDArray[Any]]:
    """A vocabulary as arrays."""
    tokens = sorted(odds)
    return {
        f"{name}.tokens": np.frombuffer("\n".join(tokens).encode(), np.uint8),
        f"{name}.odds": np.array([odds[token] for token in tokens], np.float32),
    }


def unpack_words(arrays: Arrays, name: str) -> dict[str, float]:
    """The vocabulary of that name; equal odds are one object, so that they stay in the cache of the processor."""
    tokens = arrays[f"{name}.tokens"].tobytes().decode()
    once: dict[float, float] = {}
    odds = [once.setdefault(value, value) for value in arrays[f"{name}.odds"].tolist()]
    return dict(zip(tokens.split("\n") if tokens else (), odds, strict=True))


def _model(arrays: Arrays, digest: str) -> Model:
    names, line, prose = (unpack_words(arrays, name) for name in VOCABULARIES)
    return Model(
        vocabulary=Vocabulary(names=name_scorer(names), line=line, prose=prose),
        characters=arrays["characters"],
        first=Trees.from_arrays(arrays, "first"),
        second=Trees.from_arrays(arrays, "second"),
        trust=Trees.from_arrays(arrays, "trust"),
        kinds=tuple(Trees.from_arrays(arrays, f"kind_{kind}") for kind in KINDS),
        least=tuple(float(arrays[f"kind_{kind}.least"]) for kind in KINDS),
        digest=digest,
    )
