"""What is wrong on a page: lines too many, lines too few, captions that are none; and the figures of a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from scores import caption_figures, lines, match_paragraphs, match_words, plain, same_caption, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TypeAlias

    from left_out import Reading

    Row: TypeAlias = Mapping[str, Any]
    """A line of gold.jsonl."""

PARAGRAPHS: Final = "fundus"
"""Beginning of the names of the data sets whose gold paragraphs stand on the page as they are."""
LONG_LINE: Final = 20
"""Characters from which a line that is part of a gold paragraph counts as gold: some break a paragraph, some do not."""


class Score(NamedTuple):
    """One reading of one page."""

    f1: float
    """Of paragraphs where those of the gold stand on the page, else of words."""
    words: float
    paragraphs: float
    residue: int
    """Lines of the text that are not in the gold."""
    lost: int
    """Lines of the gold that are not in the text."""
    leaks: int
    """1 when a gold caption is in the text."""
    wrong_captions: int
    """Captions that are none of the gold; 0 where the gold has no captions."""


def score(row: Row, reading: Reading) -> Score:
    """The figures of a reading."""
    text = text_of(reading.output)
    words, paragraphs = match_words(row["body"], text).f1, match_paragraphs(row, text).f1
    return Score(
        f1=paragraphs if row["dataset"].startswith(PARAGRAPHS) else words,
        words=words,
        paragraphs=paragraphs,
        residue=len(residue(row, reading)),
        lost=len(lost(row, reading)),
        leaks=int(caption_figures([(row, reading.output)]).get("caption leak", 0)),
        wrong_captions=len(wrong_captions(row, reading)),
    )


def wrong_lines(row: Row, reading: Reading) -> list[str]:
    """What a rule can mend on a page."""
    return [*residue(row, reading), *lost(row, reading), *wrong_captions(row, reading)]


def wrong_captions(row: Row, reading: Reading) -> list[str]:
    """Captions that are none of the gold; none where the gold names no pictures."""
    pictures = [picture for picture in row["extra"].get("images") or [] if isinstance(picture, dict)]
    known = [caption for picture in pictures if (caption := plain(picture.get("caption")))]
    given = [caption for caption in map(plain, reading.output.get("captions") or []) if caption] if pictures else []
    return [caption for caption in given if not any(same_caption(one, caption) for one in known)]


def residue(row: Row, reading: Reading) -> list[str]:
    """Lines of the text that are not in the gold."""
    return _missing(lines(text_of(reading.output)), row["body"] or "")


def lost(row: Row, reading: Reading) -> list[str]:
    """Lines of the gold that are not in the text."""
    return _missing(lines(row["body"] or ""), text_of(reading.output))


def _missing(wanted: Sequence[str], text: str) -> list[str]:
    there = lines(text)
    whole, joined = set(there), " ".join(there)
    return [line for line in wanted if line not in whole and not (len(line) >= LONG_LINE and line in joined)]
