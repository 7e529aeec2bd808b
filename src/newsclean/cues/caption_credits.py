"""The credit inside a text that is a caption for sure, so that less will do than in running text.

What markup names a credit comes first, then the grammar of `credits`, then what captions alone end with: a name in
brackets or on its own behind a full sentence, or in an element of its own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newsclean.cues.credits import MAX_CREDIT_CHARS, MAX_CREDIT_WORDS, WIDE, credit_grammar, credit_line, find_credit
from newsclean.cues.lexicon import fold_evenly, lexicon
from newsclean.html.credit_marks import called_credit, credit_texts, ending_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.page import Page

MAX_NAME_WORDS: Final = 8
"""Names behind a caption's last sentence: "Jane Roe for the Harbour Herald"."""
MAX_ALONE_WORDS: Final = 14
"""Words of a line that is nothing but a credit, its "Photo by" included."""
MAX_NAME_CHARS: Final = 60
"""The same in characters, for scripts without spaces."""
MAX_CONTROL_CHARS: Final = 60
"""Where the words of buttons can begin, from the end."""

_SENTENCE_END = re.compile(r"(?:(?<=[^\W\d_]{3})[.!?…]|(?<=[\uac00-\ud7af])[.!?]|[。！？])[”\"’'»“)\]]*\s+(?=\S)")
_BRACKET_AFTER_SENTENCE = re.compile(r"(?<=[.!?…。！？”\"’»“])\s*[(（\[]\s*([^()（）\[\]]{2,80}?)\s*[)）\]]$")
_JAPANESE = re.compile(
    rf"\s*(?:＝|(?<={WIDE})=|（[ＣCｃc]）|[(][ＣCc][)](?={WIDE}))\s*([^\s＝=。、]{{1,20}}?)(?:撮影|提供)?$"
)
"""Captions in Japanese and Korean papers end in "＝" and the agency or photographer, or in "（Ｃ）" and a name."""
_SENTENCE_INSIDE = re.compile(rf"[。！？](?=.)|(?<=[가-힣])\.\s|(?<={WIDE})\.\s")
"""The end of a sentence in scripts without spaces: what has one is no credit as a whole."""
_ASIAN_END = re.compile(
    r"(?<=[。！？])\s*(?:图片?|摄影|攝影|供图|供圖|圖片?)\s*[/／:：|｜]\s*([^。！？/／:：]{2,20})$|"
    r"(?<=[。！？])\s*([\u4e00-\u9fff·]{0,8}(?:记者|記者)?\s?[\u4e00-\u9fff·]{2,4})\s*[摄攝](?:影)?$|"
    r"(?<=[가-힣]\.)\s*/\s?([^./]{2,15})$|(?<=[가-힣.])\s*ⓒ\s?([^.ⓒ]{2,20})$"
)
"""Credits behind the last sentence in Chinese and Korean: "图/...", "... 摄", "/...", "ⓒ..."."""
_PICTURE_WORDS: Final = frozenset(("사진", "写真", "画像", "図"))
_ENDS_A_SENTENCE: Final = (".", "!", "?", "…", "。", "！", "？")
_SHORT_LABEL = re.compile(
    r"^[|·–—-]?\s*(?:pic|pics|photog|bildquelle|bildrechte|quelle|cr[ée]dits?|crédits? photos?|source|"
    r"imagen|imágenes|immagine)\s*:\s*",
    re.IGNORECASE,
)
"""Labels that only the end of a caption has for sure."""
_BETWEEN = re.compile(r"[\s|/,;:·•&()\[\]–—-]*")
"""What may stand between two credits that are one."""
_LOOSE: Final = " |/–—-·•(（[,:："


def split_caption(
    text: str, language: str | None = None, *, marks: Sequence[str] = (), ending: str | None = None
) -> tuple[str, str | None]:
    """A caption without its credit, and the credit without "Photo by" and the like.

    Args:
        text: a caption, white space folded.
        language: primary subtag, for the phrases.
        marks: parts of it that markup names credits.
        ending: its end, where an element of its own holds that.
    """
    text = without_controls(text, language)
    if len(text) <= MAX_CREDIT_CHARS and text.count(" ") < MAX_ALONE_WORDS and not _SENTENCE_INSIDE.search(text):
        whole = credit_line(text, language)
        if whole:
            return "", whole
    cut = _marked(text, marks, language)
    if cut is not None:
        return cut
    asian = _ASIAN_END.search(text)
    if asian:
        return text[: asian.start()].rstrip(), next(filter(None, asian.groups())).strip()
    found = find_credit(text, language)
    if found.credit:
        return found.caption, _SHORT_LABEL.sub("", found.credit)
    return (
        _ending(text, ending, language) or _labelled(text, language) or _behind_sentence(text, language) or (text, None)
    )


def bare_credit(text: str, language: str | None = None) -> str | None:
    """The name in a text that is a credit for sure; None where it names nobody ("File photo")."""
    return credit_grammar(language).bare_name(text)


def is_label(text: str, language: str | None = None) -> bool:
    """Whether a text is just "Photo:" or an opening bracket: the name comes next."""
    return not any(map(str.isalnum, credit_grammar(language).without_label(text)))


def credit_alone(page: Page, block: int, language: str | None = None) -> str | None:
    """The name in a block of a picture's text that is nothing but a credit, by its wording or its markup."""
    candidate = page.blocks[block]
    text = candidate.text
    if candidate.words > MAX_ALONE_WORDS or len(text) > MAX_CREDIT_CHARS:
        return None
    grammar = credit_grammar(language)
    if grammar.hinted(text):
        wording = credit_line(text, language)
        if wording is not None:
            return wording
        if grammar.is_agency(text):
            return text
    if candidate.words <= MAX_NAME_WORDS + 1 and grammar.opens_beside(text):
        return grammar.bare_name(text)
    if candidate.frame == -1 or not called_credit(page.frames[candidate.frame].node):
        return None
    return grammar.bare_name(text)


def caption_parts(page: Page, block: int, text: str, language: str | None = None) -> tuple[str, str | None]:
    """Caption and credit of a block, with the help of the markup inside it.

    Args:
        page: the page.
        block: a caption.
        text: its text, normalised.
        language: primary subtag.
    """
    frame = page.blocks[block].frame
    if frame == -1:
        return split_caption(text, language)
    node = page.frames[frame].node
    return split_caption(text, language, marks=credit_texts(node), ending=ending_text(node))


def without_controls(text: str, language: str | None = None) -> str:
    """A caption without the words of buttons at its ends: "Enlarge this image", "Show more"."""
    starts, ends = _controls(language)
    folded = fold_evenly(text)
    start = found.end() if (found := starts.match(folded)) else 0
    tail = max(start, len(text) - MAX_CONTROL_CHARS)
    end = found.start() if (found := ends.search(folded, tail)) else len(text)
    return text[start:end].strip().removesuffix("(").rstrip()


@cache
def _controls(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    phrases = lexicon(language).alternation("caption.controls").replace("ss", "(?:ss|ß)")  # folded, and as written
    clock = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*min\b\.?)?"
    part = rf"(?:{phrases}|{clock})"
    return re.compile(rf"(?:{part}(?!\w)[\s|:.–-]*)+"), re.compile(rf"(?:[\s|–-]*(?<!\w){part})+$")


def _marked(text: str, marks: Sequence[str], language: str | None) -> tuple[str, str | None] | None:
    """The cut that markup makes: the marked parts of a text that stand together are one credit."""
    spans: list[tuple[int, int]] = []
    at = 0
    for nth, mark in enumerate(marks, 1):
        last = nth == len(marks) and text.endswith(mark)  # the caption may say the same
        start = len(text) - len(mark) if last else text.find(mark, at)
        if start < at:
            continue
        at = start + len(mark)
        if spans and _BETWEEN.fullmatch(text, spans[-1][1], start):
            spans[-1] = (spans[-1][0], at)
        else:
            spans.append((start, at))
    if not spans:
        return None
    start, end = max(spans, key=lambda span: span[1] - span[0]) if len(spans) > 1 else spans[0]
    name = bare_credit(text[start:end], language)
    if name is None:
        return None
    before = credit_grammar(language).without_label(text[:start].rstrip(_LOOSE + " "))
    caption = f"{before} {text[end:].strip(' |/)）]').strip()}".strip()
    return caption, name


def _ending(text: str, ending: str | None, language: str | None) -> tuple[str, str | None] | None:
    """The cut before the element of its own that ends a caption, where it reads like a name."""
    if not ending or ending == text or not text.endswith(ending):
        return None
    grammar = credit_grammar(language)
    name = grammar.bare_name(ending) if grammar.names_agency(ending) else _name(ending, language)
    if name is None:
        return None
    return credit_grammar(language).without_label(text[: -len(ending)].rstrip(_LOOSE)), name


def _labelled(text: str, language: str | None) -> tuple[str, str | None] | None:
    """The cut before "Photo:" or "©", whatever stands behind."""
    grammar = credit_grammar(language)
    start = grammar.opening_beside(text)
    if start is None:
        start = text.rfind("©") if len(text) - text.rfind("©") <= MAX_CREDIT_CHARS else -1
    if start <= 0 or len(text[start:].split()) > MAX_CREDIT_WORDS:
        return None
    name = grammar.bare_name(text[start:])
    return (text[:start].rstrip(_LOOSE), name) if name else None


def _behind_sentence(text: str, language: str | None) -> tuple[str, str | None] | None:
    """The cut behind the last full sentence, where a name or a bracket with one is all that follows."""
    bracket = _BRACKET_AFTER_SENTENCE.search(text)
    if bracket:
        name = _name(bracket[1], language)
        return (text[: bracket.start()], name) if name else None
    japanese = _JAPANESE.search(text)
    if japanese:
        head = text[: japanese.start()]
        return "" if head.strip() in _PICTURE_WORDS else head, japanese[1]
    if text.endswith(_ENDS_A_SENTENCE):
        return None
    cuts = list(_SENTENCE_END.finditer(text))
    if not cuts:
        return None
    name = _name(_SHORT_LABEL.sub("", text[cuts[-1].end() :]), language)
    return (text[: cuts[-1].end()].rstrip(), name) if name else None


def _name(text: str, language: str | None) -> str | None:
    """A short text that reads like names and like no sentence."""
    if len(text) > MAX_NAME_CHARS or len(text.split()) > MAX_NAME_WORDS or text.endswith(_ENDS_A_SENTENCE):
        return None
    if not any(map(str.isalpha, text)) or (text[0].isdigit()):
        return None
    return credit_grammar(language).name(text)
