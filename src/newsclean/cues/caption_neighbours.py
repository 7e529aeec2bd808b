"""What neighbouring lines of a plain text tell of a caption: its alternative text, a credit that was a link."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from newsclean.cues.caption_wording import SENTENCE_ENDS, names_picture
from newsclean.cues.credits import MAX_CREDIT_CHARS, credit_grammar, credit_line
from newsclean.cues.glued import glued_tails

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Candidate, Reading

TWIN_WORDS: Final = (8, 30)
"""Fewest and most words of a line that two neighbours both are. Of the extracted texts of the evaluation corpus shorter
ones are headings told twice, and longer ones a paragraph; of 34,541 gold lines one pair is as long."""
CREDITED_WORDS: Final = (4, 60)
"""The same for neighbours with a credit between them: it tells enough."""
MOST_CREDITS: Final = 4
"""Credits between two such lines; more are a text of credits, and each would be read from each line again."""
LEAST_GLUED: Final = 2
"""Lines with a credit glued to a sentence for sure, from which on that is how the text has its credits."""
CUT_WORDS: Final = (4, 30)
"""Fewest and most words before a bracket whose inside is lost. Fewer are source code."""

ABOVE_WORDS: Final = (7, 30)
"""Fewest and most words of a line above a credit that names an agency. In the outputs of four other tools 86
such lines were captions, or told of a picture otherwise, and 6 were lines of the story; with fewer words
they are headings, with more they are paragraphs, and with other credits many are."""

_NAMES = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-ÿ]+(?: [A-ZÀ-ÖØ-Þ][a-zß-ÿ]*\.?){1,4}(?: / [A-ZÀ-ÖØ-Þ][^()\d:,]{2,40})?")
"""Two to five words in capitals, and a house behind a slash; not "To the Review", nor the Latin name of a plant."""
_CODE = re.compile(r"[{}<>=;_\[\]]")
_QUOTES: Final = ("“", '"', "‘", "«", "„")
_RUNS_ON: Final = (")", "]", ",", ".", ";", ":")


def twins(reading: Reading) -> Iterator[int]:
    """Lines that stand twice in a row, or with nothing but credits between: a caption and its alternative text."""
    lines = [reading.page.blocks[i] for i in reading.body]
    times = Counter(line.text for line in lines)
    for nth, first in enumerate(lines):
        behind = nth + 1
        if times[first.text] == 1 or first.kind != "paragraph":
            continue
        while (
            behind < len(lines) and credit_line(lines[behind].text, reading.language) and behind - nth <= MOST_CREDITS
        ):
            behind += 1
        if behind == len(lines) or lines[behind].text != first.text:
            continue
        fewest, most = TWIN_WORDS if behind == nth + 1 else CREDITED_WORDS
        if fewest <= first.words <= most and (behind > nth + 1 or _tells(first)):
            yield first.index
            yield lines[behind].index


def above_credits(reading: Reading) -> Iterator[int]:
    """Lines right above a line that credits an agency, or above a credit or a name in brackets: captions."""
    blocks = reading.page.blocks
    fewest, most = ABOVE_WORDS
    for i in reading.body:
        line = blocks[i]
        if (
            i + 1 == len(blocks)
            or len(blocks[i + 1].text) > MAX_CREDIT_CHARS
            or not fewest <= line.words <= most
            or line.kind != "paragraph"
            or line.text[-1] == ":"
        ):
            continue
        if _is_credit(blocks[i + 1].text, reading.language):
            yield i


def glued_like_others(reading: Reading) -> Iterator[int]:
    """Lines with a name glued to their sentence, in a text that has credits there for sure."""
    grammar = credit_grammar(reading.language)
    sure, likely = 0, []
    for i in reading.body:
        for _, tail in glued_tails(reading.page.blocks[i].text):
            if grammar.sure(tail):
                sure += 1
            elif grammar.may_name(tail):
                likely.append(i)
            else:
                continue
            break
    if sure >= LEAST_GLUED:
        yield from likely


def cut_off(reading: Reading) -> Iterator[int]:
    """Lines that end with an open bracket whose inside is lost or on the next line: a credit was a link in it."""
    lines = [reading.page.blocks[i] for i in reading.body]
    fewest, most = CUT_WORDS
    for nth, line in enumerate(lines[:-1]):
        if line.text.endswith(" (") and fewest <= line.words <= most and _cut(line.text.removesuffix(" (")):
            following = lines[nth + 1 : nth + 3]
            if _opens_credit(following[0], reading) or not any(map(_runs_on, following)):
                yield line.index


def _is_credit(line: str, language: str | None) -> bool:
    """Whether a line is a credit of a picture, not of a text: it names an agency, or stands in brackets."""
    inside = line[1:-1].strip() if line[:1] == "(" and line[-1:] == ")" else ""
    if inside and _NAMES.fullmatch(inside):
        return True
    agency = credit_grammar(language).names_agency(line.strip("()"))
    return (agency or names_picture(inside, language)) and credit_line(line, language) is not None


def _tells(line: Candidate) -> bool:
    """Whether a line ends a sentence that is no question: questions stand in a list, and above their answers."""
    return line.text.endswith(SENTENCE_ENDS) and not line.text.endswith("?")


def _cut(before: str) -> bool:
    """Whether what stands before an open bracket is prose; source code has capitals and signs of its own there."""
    if _CODE.search(before) or before.count("(") != before.count(")"):
        return False
    return (before[:1].isupper() or before.startswith(_QUOTES)) and not before.rsplit(maxsplit=1)[-1].isupper()


def _opens_credit(line: Candidate, reading: Reading) -> bool:
    grammar = credit_grammar(reading.language)
    return grammar.opens(line.text) or not grammar.without_label(line.text)


def _runs_on(line: Candidate) -> bool:
    """Whether a line goes on with a sentence that was cut: a share price was an element in it."""
    return line.text.startswith(_RUNS_ON) or line.text[:1].islower()
