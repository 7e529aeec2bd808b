"""The grammar of picture credits: "(Photo by Jane Roe/Reuters)", "© dpa", "Jane Roe / AFP via Getty Images".

Anchored at the end: the same words at the start of a line are a dateline, "LONDON (Reuters) -", and in the middle
they are prose. On gold news text the end-anchored forms hit 0.1 % of lines (docs/residue.md).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.glued import glued_tails, may_be_glued, without_rights
from newsclean.cues.lexicon import MAX_KEPT_CHARS, fold, fold_evenly, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_CREDIT_WORDS: Final = 12
"""The longest credits of the evaluation corpus name two people, two agencies and a programme."""
MAX_CREDIT_CHARS: Final = 110

HINT_CHARS: Final = 130
"""Where a credit can begin, from the end: the longest credit with its bracket."""

LINES: Final = 128
"""Texts whose answers are kept, as many lines as a story has: several detectors ask about the same ones, and the images
once more."""

SHORT_AGENCY: Final = 5
_LOWER_CASE: Final = frozenset(("dpa", "epa", "apa", "irna", "isna", "tass", "mehr", "fars", "imago", "getty"))
"""Short agencies that are written in small letters, or as a name."""

_CLOSERS: Final = (")", "）", "]", "】")
_BRACKET = re.compile(r"\s*[(（\[【]\s*([^()（）\[\]【】]{2,110}?)\s*[)）\]】]\s*\.?$")
_COPYRIGHT = re.compile(r"\s*(?:©|\(c\))\s*((?:[^©.]|\.(?!\s)){2,80}?)\s*\.?$")
_SEPARATED = re.compile(
    r"(?<=[.!?”\"’)\]])\s*[|/–—-]\s*([^|.!?]{2,80}(?:\|[^|.!?]{2,60}){0,2})$|\s+\|\s+([^|]{2,60}(?:\|[^|]{2,60}){0,2})$"
)
_SEPARATORS: Final = ("-", "|", "–", "—", "/")
"""One of these is in whatever `_SEPARATED` finds."""
_JOINED = re.compile(r"[/|()©]|\b(?:via|photos?)\b", re.IGNORECASE)
"""What makes a line with an agency's name a credit; the bare name may be an entry of a list."""
_TOLD = re.compile(r"[:：]|(?<=[^\W\d_]{3})[.!?…][”\"»)\]]*\s+\S")
"""What a caption has before its credit: the end of a sentence, or "Photo:"."""
_SEPARATED_CHARS: Final = 300
"""Where `_SEPARATED` can begin, from the end: it spans at most 202 characters and the spaces around two marks."""
_SENTENCE_END = re.compile(r"(?<=[.!?”\"’)\]…])\s+(?=\S)")
_HINT_MARKS: Final = ("©", "|", "(", "（", "【", "[", "/")
_LABEL_MARKS: Final = (":", "：", "/", "=")
_LABEL_MARK = re.compile(f"[{''.join(_LABEL_MARKS)}]")
_ONE_WORD = re.compile(r"\w+")
_BETWEEN_WORDS: Final = bytes(code if _ONE_WORD.match(chr(code)) else ord(" ") for code in range(256))
"""Makes spaces of what stands between words, in ASCII."""
WIDE: Final = "[\\u3040-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7af]"
"""Letters of scripts that put no space between words."""
_ENDS: Final = (".", "!", "?", "…", "”", '"', "»")
_PERSON = re.compile(r"[^\W\d_][^\s\d/()]+(?: [^\W\d_][^\s\d/()]*){1,3}")
_PERSON_OF_HOUSE = re.compile(rf"{_PERSON.pattern} ?/ ?[^\W\d_][^\d/():;]*")
_FOR_HOUSE = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_][^\s,:;!?]*){1,3} for (?:[Tt]he )?[^\W\d_][^,:;!?]*$")
_NAME_PARTS = re.compile(r"\s*(?:/|\||,|\bvia\b|\bfor\b|\band\b|&)\s*")


class Split(NamedTuple):
    """A caption and its credit."""

    caption: str
    credit: str | None
    strong: bool
    """Whether the credit names an agency or says that it is one, so that the line is a caption for sure."""


def split_credit(text: str, language: str | None = None) -> tuple[str, str | None]:
    """A caption without its credit, and the credit without "Photo by" and the like.

    Args:
        text: a caption, white space folded.
        language: primary subtag, for the phrases.
    """
    found = find_credit(text, language)
    return found.caption, found.credit


def find_credit(text: str, language: str | None = None) -> Split:
    """As `split_credit`, and whether the credit is beyond doubt."""
    if not credit_grammar(language).hinted(text):
        return Split(text, None, strong=False)
    return _cut_short(text, language) if len(text) <= MAX_KEPT_CHARS else _cut(text, language)


@lru_cache(LINES)
def _cut_short(text: str, language: str | None) -> Split:
    return _cut(text, language)


def _cut(text: str, language: str | None) -> Split:
    grammar = credit_grammar(language)
    for caption, credit in _tails(without_rights(text), grammar):
        name = grammar.name(credit)
        if name is not None:
            return Split(
                caption.rstrip(" |/–—-"), name, grammar.sure(credit) or _PERSON_OF_HOUSE.fullmatch(credit) is not None
            )
    return Split(text, None, strong=False)


def credit_line(text: str, language: str | None = None) -> str | None:
    """The name in a line that is nothing but a credit, or None.

    "Photo: Jane Roe", "(AFP)" and "Jane Roe / Reuters" are such lines; a bare name is not: it may be a byline.
    """
    grammar = credit_grammar(language)
    if len(text) > MAX_CREDIT_CHARS or not grammar.hinted(text):
        return None
    if grammar.opens(text) or (_JOINED.search(text) and not _TOLD.search(text) and grammar.names_agency(text)):
        whole = grammar.name(text)
        if whole is not None:
            return whole
    found = find_credit(text, language)
    return found.credit if found.strong and not found.caption else None


def _tails(text: str, grammar: Grammar) -> Iterator[tuple[str, str]]:
    """Ways to cut a text into caption and credit, the surest first."""
    if grammar.opens(text):
        yield "", text
    bracket = _BRACKET.search(text) if text.rstrip(" .\n").endswith(_CLOSERS) else None
    if bracket:
        yield from _bracketed(text[: bracket.start()], bracket[1], grammar)
    marked = _COPYRIGHT.search(text) if "©" in text or "(c)" in text else None
    if marked:
        yield text[: marked.start()], marked[1]
    yield from (cut for cut in glued_tails(text) if grammar.sure(cut[1]))
    last = list(_SENTENCE_END.finditer(text))[-3:]
    for cut in last:
        tail = text[cut.end() :]
        if grammar.opens(tail) or (len(tail) <= MAX_CREDIT_CHARS and grammar.names_agency(tail)):
            yield text[: cut.start()], tail
    separated = _separated(text)
    if separated:
        tail = separated[1] or separated[2]
        if grammar.names_agency(tail) or grammar.opens(tail):
            yield text[: separated.start()], tail
    opening = grammar.opening_inside(text) or grammar.photo_tail(text)
    if opening:
        yield text[:opening], text[opening:].lstrip()


def _bracketed(before: str, inside: str, grammar: Grammar) -> Iterator[tuple[str, str]]:
    """Ways to cut a text that ends in a bracket: at the name before it, "Jane Roe (Reuters)", or at the bracket."""
    ends = [*_SENTENCE_END.finditer(before)][-1:]
    if grammar.names_agency(inside):
        for end in ends:
            if _PERSON.fullmatch(before, end.end()) and grammar.name(before[end.end() :]):
                yield before[: end.start()], f"{before[end.end() :]}/{inside}"
        yield before, inside
    elif grammar.says_credit(inside) or (before.endswith(_ENDS) and _PERSON_OF_HOUSE.fullmatch(inside)):
        yield before, inside


def _separated(text: str) -> re.Match[str] | None:
    start = max(0, len(text) - _SEPARATED_CHARS)
    tail = text[start:]
    return _SEPARATED.search(text, start) if any(map(tail.__contains__, _SEPARATORS)) else None


class _Hints:
    """Phrases by their first words: a text without any of these words holds none of the phrases."""

    def __init__(self, phrases: Iterable[str]) -> None:
        first = {_first_word(phrase) for phrase in phrases}
        self._words = frozenset(filter(_ONE_WORD.fullmatch, first))
        self._ascii = frozenset(word.encode() for word in self._words if word.isascii())
        self._others = tuple(first - self._words)
        """Those of scripts without spaces that have signs inside."""

    def meet(self, folded: str) -> bool:
        """Whether a text has one of the words."""
        if folded.isascii():  # bytes are taken apart in half the time
            met = not self._ascii.isdisjoint(folded.encode().translate(_BETWEEN_WORDS).split())
        else:
            met = not self._words.isdisjoint(_ONE_WORD.findall(folded))
        return met or (bool(self._others) and any(map(folded.__contains__, self._others)))


def _first_word(phrase: str) -> str:
    """What stands before the first space, in ASCII before a hyphen or full stop, too: a credit begins with a word."""
    first = phrase.partition(" ")[0]
    word = _ONE_WORD.match(first) if first.isascii() else None
    return word[0] if word else first


class Grammar:
    """The credit phrases of a language, compiled."""

    def __init__(self, language: str | None) -> None:
        words = lexicon(language)
        self._agencies = frozenset(words["credit.agencies"])
        self._known_hints = lru_cache(LINES)(self._hinted)
        self._hints = _Hints((*words["credit.by"], *words["credit.agencies"]))
        self._agency_hints = _Hints(words["credit.agencies"])
        self._not_names = frozenset(words["credit.not_names"])
        self._particles = frozenset(words["credit.particles"])
        self._calls = frozenset(words["credit.calls"])
        by, after = words.alternation("credit.by"), words.alternation("credit.after")
        self._by = re.compile(rf"^(?:{by}(?:\s*[:：/]\s*|\s+(?=\S)|$))+")
        self._opens = re.compile(
            rf"^{by}(?:\s*[:：/]|(?<=\bby)|(?<=\bof)|(?<=\bfrom)|(?<=\bde)|(?<=\bvon)|(?<=\bdi)|(?<=\bdoor)|(?<=\bav)|(?<=\baf))\s*\S"
        )
        self._inside = re.compile(rf"(?<=\S)\s+(?={by}\s*[:：]\s*\S[^.!?]{{1,80}}$)")
        self._after = re.compile(rf"(?:\s+|(?<={WIDE}))\W?{after}$")
        photo = "|".join(re.escape(name) for name in words["credit.agencies"] if name.endswith(" photo"))
        self._photo_tail = re.compile(rf"\s(?=(?:{photo})(?:/[^\W\d_][^/:;!?]*)?$)")
        beside = words.alternation("credit.by", "credit.sources")
        self._beside = re.compile(rf"^\W{{0,2}}(?:{beside}(?:\s*[:：/=]\s*|\s+(?=\S)|$))+")
        self._opens_beside = re.compile(rf"^\W{{0,2}}{beside}\s*[:：/=]\s*\S")
        self._phrases = tuple(sorted({*words["credit.by"], *words["credit.sources"]}, key=len, reverse=True))
        self._label = re.compile(rf"(?:(?<!\w)|(?<=[^\W\d_])){beside}\s*[:：]\s*$")

    def hinted(self, text: str) -> bool:
        """Whether the end of a text has anything that a credit could be made of: the cheap first look."""
        return self._known_hints(text) if len(text) <= MAX_KEPT_CHARS else self._hinted(text)

    def _hinted(self, text: str) -> bool:
        return (
            any(map(text[-HINT_CHARS:].__contains__, _HINT_MARKS))
            or self._hints.meet(fold(text)[-HINT_CHARS:])
            or may_be_glued(text)
        )

    def opens(self, text: str) -> bool:
        """Whether a text begins as a credit does: "Photo: ", "Picture by "."""
        return len(text) <= MAX_CREDIT_CHARS and self._opens.match(fold(text)) is not None

    def opening_inside(self, text: str) -> int | None:
        """Where, in the text, a credit begins that runs to its end: "... at the harbour Photo: Jane Roe"."""
        if ":" not in text and "：" not in text:
            return None
        found = self._inside.search(fold_evenly(text))
        return found.start() if found else None

    def photo_tail(self, text: str) -> int | None:
        """Where, in the text, "AP Photo" or "AP Photo/Jane Roe" begins and runs to its end."""
        if "hoto" not in text[-MAX_CREDIT_CHARS:]:
            return None
        found = self._photo_tail.search(fold_evenly(text))
        return found.start() if found else None

    def opens_beside(self, text: str) -> bool:
        """Whether a text that stands with a picture begins as a credit does: "Source: ", "Image/"."""
        if len(text) > MAX_CREDIT_CHARS:
            return False
        labelled = any(map(text.__contains__, _LABEL_MARKS)) and self._opens_beside.match(fold(text)) is not None
        return labelled or self.opens(text)

    def opening_beside(self, text: str) -> int | None:
        """Where, in a caption, "Photo:" or the like begins and runs to its end, with or without a space before it."""
        tail = max(0, len(text) - MAX_CREDIT_CHARS)
        folded = ""
        for mark in _LABEL_MARK.finditer(text, tail):
            folded = folded or fold_evenly(text)
            label = folded[: mark.start()].rstrip()
            if not label.endswith(self._phrases) or not text[mark.end() :].strip():
                continue
            start = len(label) - next(len(phrase) for phrase in self._phrases if label.endswith(phrase))
            before = text[start - 1 : start]
            if not before.isalnum() or (before.islower() and text[start].isupper()):
                return start
        return None

    def says_credit(self, text: str) -> bool:
        """Whether a short text says that it is a credit: "Photo by Jane Roe", "Harbour Trust photo"."""
        if len(text.split()) > MAX_CREDIT_WORDS:
            return False
        return (self.opens(text) or self._suffix_length(text) > 0) and self.name(text) is not None

    def names_agency(self, text: str) -> bool:
        """Whether one part of a short text is the name of an agency: "Jane Roe/AFP", "AFP photo", "Reuters"."""
        if len(text.split()) > MAX_CREDIT_WORDS or not self._agency_hints.meet(fold(text)):
            return False
        return any(self._agency(part) for part in _NAME_PARTS.split(text))

    def sure(self, text: str) -> bool:
        """Whether a credit cannot be anything else: it names an agency, says what it is, or for whom it was taken."""
        return self.names_agency(text) or self.says_credit(text) or self.names_house(text)

    def may_name(self, text: str) -> bool:
        """Whether a text could be the names of people or houses, and is no call such as "Click To Tweet"."""
        return fold(text).split(" ", 1)[0] not in self._calls and self.name(text) is not None

    def names_house(self, text: str) -> bool:
        """Whether a short text says for whom somebody took a picture: "Jane Roe for Harbour Herald"."""
        return _FOR_HOUSE.match(text) is not None and self.may_name(text)

    def name(self, text: str) -> str | None:
        """The name in a credit, as written, or None where there is none."""
        text = text.strip().strip("()（）[]【】©").strip()
        known = fold(_NAME_PARTS.split(text, 1)[0]) in self._agencies  # "picture" of "picture alliance" is no label
        start = 0 if known else self._prefix_length(text, self._by)
        end = len(text) - self._suffix_length(text[start:])
        name = text[start:end].strip(" :.,|/–—-")
        if not name or fold(name) in self._not_names or len(name.split()) > MAX_CREDIT_WORDS:
            return None
        return name if self._like_names(name) else None

    def is_agency(self, text: str) -> bool:
        """Whether a text is the name of an agency and nothing else."""
        return len(text) <= MAX_CREDIT_CHARS and self._agency(text.strip(" .()[]"))

    def bare_name(self, text: str) -> str | None:
        """The name in a text that is known to be a credit, whatever names it has; None where it is just "File"."""
        text = text.strip().strip("()（）[]【】©").strip()
        start = self._prefix_length(text, self._beside)
        end = len(text) - self._suffix_length(text[start:])
        name = text[start:end].strip(" :.,|/–—-()（）©")
        if not any(map(str.isalnum, name)) or fold(name) in self._not_names or len(name) > MAX_CREDIT_CHARS:
            return None
        return name

    def without_label(self, text: str) -> str:
        """A text without the "Photo:" at its end, whose name stood in an element of its own."""
        found = self._label.search(fold_evenly(text)) if text.rstrip().endswith((":", "：")) else None
        return text[: found.start()].rstrip(" |/–—-(") if found else text

    def _like_names(self, text: str) -> bool:
        """Whether all words of a text may stand in names: "via telescope" and "citing two people" do not."""
        if fold(text) in self._agencies:
            return True
        known = [part for part in _NAME_PARTS.split(text) if " " in part and fold(part.strip()) in self._agencies]
        others = text if not known else " ".join(part for part in _NAME_PARTS.split(text) if part not in known)
        parts = [word.strip(".,:;()[]|/–—-&'\"’“”") for word in others.split()]
        names = [word for word in parts if word and fold(word) not in self._particles] or known
        return any(c.isalpha() for c in text) and bool(names) and (names is known or all(map(self._like_name, names)))

    def _like_name(self, word: str) -> bool:
        return not word[0].islower() or "." in word or fold(word) in self._agencies

    def _agency(self, part: str) -> bool:
        name = self._strip(fold(part))
        if name not in self._agencies:
            return False
        # "Spa", "Ina" and "Apa" are words and names: a short agency counts as its own initials write it
        return len(name) > SHORT_AGENCY or name in _LOWER_CASE or name.upper() in part

    def _strip(self, folded: str) -> str:
        folded = self._by.sub("", folded.strip(" .()[]"))
        return self._after.sub("", folded).removeprefix("the ").strip()

    def _prefix_length(self, text: str, pattern: re.Pattern[str]) -> int:
        found = pattern.match(fold_evenly(text))
        return found.end() if found else 0

    def _suffix_length(self, text: str) -> int:
        if fold(text) in self._agencies:  # "AP Photo" is a name
            return 0
        found = self._after.search(fold_evenly(text))
        return len(text) - found.start() if found else 0


@cache
def credit_grammar(language: str | None) -> Grammar:
    """The grammar of a language (primary subtag; None for what holds in all)."""
    return Grammar(language)
