"""The model of lines: its file, and what it says of a text."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.engine.line_context import second_lines
from newsclean.engine.line_features import read_lines
from newsclean.engine.model_file import unpack_arrays, unpack_words
from newsclean.engine.trees import Trees, chance
from newsclean.engine.vocabulary import Vocabulary, name_scorer

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Floats, Kinds
    from newsclean.page import Page

VERSION: Final = 1
"""Of the features and of the file; a file of another version is refused."""
NAME: Final = "lines.bin"
MAGIC: Final = b"newsclean-lines"
VOCABULARIES: Final = ("line", "prose")


class LineModel(NamedTuple):
    """All that was learned of lines."""

    vocabulary: Vocabulary
    characters: Kinds
    first: Trees
    second: Trees
    digest: str

    def chances(self, page: Page) -> Floats:
        """The chance of each line of a text to be the story; there must be at least one."""
        columns = read_lines(page, self.vocabulary, self.characters)
        scores = self.first.scores(columns.values)
        return chance(scores + self.second.scores(second_lines(columns, chance(scores))))


def unpack_lines(content: bytes) -> LineModel:
    """The model in the bytes of a file.

    Raises:
        ValueError: they are no such file, one of another version, or a damaged one.
    """
    arrays, digest = unpack_arrays(content, MAGIC, VERSION)
    line, prose = (unpack_words(arrays, name) for name in VOCABULARIES)
    return LineModel(
        vocabulary=Vocabulary(names=name_scorer({}), line=line, prose=prose),
        characters=arrays["characters"],
        first=Trees.from_arrays(arrays, "first"),
        second=Trees.from_arrays(arrays, "second"),
        digest=digest,
    )


@cache
def shipped_lines() -> LineModel:
    """The model that comes with the library, read once."""
    return unpack_lines((files("newsclean.engine") / NAME).read_bytes())
