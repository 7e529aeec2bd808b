"""What the wording of a line says: is it a picture's caption?"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.credits import credit_grammar, find_credit
from newsclean.cues.lexicon import fold, lexicon, needles

if TYPE_CHECKING:
    from newsclean.cues.credits import Split

EXACT_CHARS: Final = 6
"""Of marks with their brackets or commas: "(l)" and "(c)" may be anything; "(left)" behind a name is in none of 34,541
gold lines."""

GLUED_WORDS: Final = 45
"""A credit that no agency is in, glued to a longer line, may be that of a picture beside the paragraph."""
SENTENCE_ENDS: Final = (".", "!", "?", "…", "”", '"', "。", "؟", "।")


def names_picture(text: str, language: str | None) -> bool:
    """Whether a text begins with a word for pictures: "Photo: Jane Roe", and not "Source: Harbour Trust"."""
    return _patterns(language).photo.match(fold(text)) is not None


def wording(text: str, language: str | None) -> tuple[int, tuple[str, ...]]:
    """Points for what a line says: 2 for a strong cue, 1 for each weak one."""
    patterns = _patterns(language)
    folded = fold(text)
    points, cues = 0, []
    credit = find_credit(text, language)
    if credit.credit and credit.caption:
        # "(AFP)" alone also closes wire paragraphs; with a photo word or a name it closes captions only.
        bare = fold(credit.credit) in patterns.agencies and not patterns.photo.search(
            folded[len(fold(credit.caption)) :]
        )
        points += 1 if bare or not credit.strong or _beside_paragraph(text, credit, language) else 2
        cues.append("credit")
        if bare and credit.caption.endswith(SENTENCE_ENDS):
            cues.append("agency")
    if patterns.prefix.match(folded):
        points += 2
        cues.append("prefix")
    if patterns.shows.match(folded):
        points += 1
        cues.append("shows")
    if patterns.hinted(folded):
        for name, pattern in (("file", patterns.file), ("position", patterns.position)):
            found = [match[0] for match in pattern.finditer(folded)]
            if found:
                points += 1 + any(_exact(mark, text) for mark in found)
                cues.append(name)
    return points, tuple(cues)


def _beside_paragraph(text: str, credit: Split, language: str | None) -> bool:
    """Whether a long line has a credit glued to it that names no agency."""
    glued = not text.removeprefix(credit.caption)[:1].isspace()
    if not glued or len(text.split()) <= GLUED_WORDS:
        return False
    return not credit_grammar(language).names_agency(credit.credit or "")


def _exact(mark: str, text: str) -> bool:
    """Whether a mark tells enough: "(file photo)" at the end; "(left)", "(r.)" or ", left," behind a name."""
    if len(mark) < EXACT_CHARS and "." not in mark:
        return False
    before = text[: max(text.casefold().find(mark), 0)].split()
    return mark[0] in "(," and bool(before) and (before[-1][0].isupper() or text.casefold().endswith(mark))


class _Patterns(NamedTuple):
    prefix: re.Pattern[str]
    shows: re.Pattern[str]
    file: re.Pattern[str]
    position: re.Pattern[str]
    bracketed: tuple[str, ...]
    plain: tuple[str, ...]
    """The phrases of `file` and `position`, those that begin with a bracket and the others."""
    needles: tuple[str, ...]
    """One of these is in whatever has one of the plain phrases."""
    photo: re.Pattern[str]
    agencies: frozenset[str]

    def hinted(self, folded: str) -> bool:
        """Whether a line has any phrase of `file` or `position`: the cheap first look."""
        has = folded.__contains__
        if any(map(has, self.needles)) and any(map(has, self.plain)):
            return True
        return "(" in folded and any(map(has, self.bracketed))


@cache
def _patterns(language: str | None) -> _Patterns:
    words = lexicon(language)
    hints = (*words["caption.file"], *words["caption.positions"])
    plain = tuple(phrase for phrase in hints if phrase[0] != "(")
    return _Patterns(
        prefix=re.compile(rf"\W?{words.alternation('caption.prefixes')}(?:\s*[:：/]|\s+[–—-]\s)\s*\S"),
        shows=re.compile(rf"\W?{words.alternation('caption.shows')}(?!\w)"),
        file=re.compile(rf"{words.alternation('caption.file')}\W{{0,3}}(?:\([^()]*\)\W{{0,2}})?$"),
        position=re.compile(words.alternation("caption.positions")),
        bracketed=tuple(phrase for phrase in hints if phrase[0] == "("),
        plain=plain,
        needles=needles(plain),
        photo=re.compile(rf"(?<!\w){words.alternation('credit.words')}(?!\w)"),
        agencies=frozenset(words["credit.agencies"]),
    )
