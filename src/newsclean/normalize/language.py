"""The field `language`: what the page declares, checked against its text, else detected.

The check is cheap (script, and for the common languages their most frequent short words); the detector is loaded only
when the page declares nothing plausible. docs/fields.md has the comparison of detectors.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from newsclean.html import schema
from newsclean.normalize.findings import RULE_WEIGHT, Finding, Found, choose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsclean.html.structured import StructuredData
    from newsclean.normalize.draft import Draft
    from newsclean.page import Page

DETECT_CHARS: Final = 300
"""What the detector is given: all languages of the evaluation corpus are told apart on 300 characters, at 0.13 ms."""
MIN_CHARS: Final = 20
"""Shorter texts tell nothing."""
MIN_WORDS: Final = 25
"""From this many words on, a text of a language has some of its frequent words."""
MIN_SHARE: Final = 0.06
"""Share of frequent words below which a text is not of that language; prose of the right language has 0.15 to 0.4."""
SURE_SHARE: Final = 0.2
SURE_LEAD: Final = 1.5
"""Share of frequent words, and its ratio to the next language's, from which the language is sure: of 989 gold texts of
the evaluation corpus 819 reach both, and all of them are told right."""
SAMPLE_CHARS: Final = 1_000
MIN_BLOCK_WORDS: Final = 8
"""Shorter blocks are menus and buttons, often in another language than the story."""

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_].*)?")
_WORD = re.compile(r"[^\W\d_]+")
_OLD_CODES: Final[Mapping[str, str]] = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "jp": "ja",
    "cz": "cs",
    "gr": "el",
    "kr": "ko",
}
"""Retired codes of ISO 639, and country codes that pages mistake for languages and that name no other language."""

_FREQUENT: Final[Mapping[str, frozenset[str]]] = {
    "en": frozenset("the of and to in a is that for it on was with as at by be this are from or an have not".split()),
    "de": frozenset(
        "der die das und in zu den ist von mit für auf im ein eine sich nicht des dem es auch als an er".split()
    ),
    "fr": frozenset("de la le les et des en un une du que est pour dans qui par sur au pas il ce plus à".split()),
    "es": frozenset("de la que el en y a los las del se un una por con no es para su lo al como más".split()),
    "it": frozenset("di e il la che in a per un è del una con non i si le da al dei della nel sono gli".split()),
    "pt": frozenset("de a o que e do da em um uma para com não os as no na por se dos mais ao é".split()),
    "nl": frozenset("de het een en van in is dat op te voor met zijn niet aan die er om ook als bij".split()),
    "sv": frozenset("och i att det som en på är av för den till med har inte ett om de var men".split()),
    "no": frozenset("og i å det som er på en av for til at med har ikke de den om et var".split()),
    "da": frozenset("og i at det er en til på af for der med den de som ikke har et om var".split()),
    "pl": frozenset("w i na z się do nie że to jest o od za po przez dla jak ale jego".split()),
    "cs": frozenset("a v se na je že to z s do o i pro za by jsou ve podle ale jako".split()),
    "tr": frozenset("ve bir bu da de için ile çok olarak daha olan en gibi sonra kadar ise var ne".split()),
    "id": frozenset("yang dan di ini itu dengan untuk dari pada tidak ke dalam adalah akan juga oleh".split()),
    "ro": frozenset("de și a în la cu pe un o din că care este pentru nu mai au fost se".split()),
    "hu": frozenset("a az és hogy nem is egy meg van volt azt már csak mint de ki ha".split()),
    "fi": frozenset("ja on ei että oli se hän myös ovat kun mutta joka sen mukaan ole tai".split()),
    "ru": frozenset("и в не на что с он как по это из у за его к но о для от был".split()),
    "uk": frozenset("і в на що не з до та у за про як від для це він але його".split()),
}
"""The most frequent short words of the languages whose news is most often declared with the language of a template; for
other languages the script alone decides."""
_SCRIPTS: Final[Mapping[str, str]] = {
    "ar": "arabic", "fa": "arabic", "ur": "arabic", "ps": "arabic", "ckb": "arabic", "ug": "arabic",
    "ru": "cyrillic", "uk": "cyrillic", "bg": "cyrillic", "mk": "cyrillic", "be": "cyrillic", "kk": "cyrillic",
    "el": "greek", "he": "hebrew", "yi": "hebrew", "hi": "devanagari", "mr": "devanagari", "ne": "devanagari",
    "bn": "bengali", "ta": "tamil", "te": "telugu", "ml": "malayalam", "kn": "kannada", "gu": "gujarati",
    "th": "thai", "lo": "lao", "my": "burmese", "km": "khmer", "ka": "georgian", "hy": "armenian", "am": "ethiopic",
    "ja": "cjk", "zh": "cjk", "ko": "hangul",
}  # fmt: skip
"""Languages with one script that few others share; those not named here are written in Latin letters or in several."""
_NOT_LATIN = re.compile("[^\x00-\u02ff]")
"""Letters behind U+02FF are of other scripts, but for those of Vietnamese."""
_EITHER: Final = frozenset(("sr", "uz", "az", "kk", "tg", "ku", "mn", "sh", "bs", "pa", "sd", "ms"))
"""Languages that are written in more than one script."""
_RANGES: Final = re.compile(
    "(?P<latin>[Ḁ-ỿ])|(?P<cyrillic>[Ѐ-ԯ])|(?P<arabic>[؀-ۿݐ-ݿﭐ-﷿ﹰ-﻿])|(?P<greek>[Ͱ-Ͽἀ-῿])|(?P<hebrew>[֐-׿])|"
    "(?P<devanagari>[ऀ-ॿ])|(?P<bengali>[ঀ-৿])|(?P<gurmukhi>[਀-੿])|(?P<gujarati>[઀-૿])|(?P<tamil>[஀-௿])|(?P<telugu>[ఀ-౿])|"
    "(?P<kannada>[ಀ-೿])|(?P<malayalam>[ഀ-ൿ])|(?P<thai>[฀-๿])|(?P<lao>[຀-໿])|(?P<burmese>[က-႟])|(?P<georgian>[Ⴀ-ჿ])|"
    "(?P<ethiopic>[ሀ-፿])|(?P<khmer>[ក-៿])|(?P<armenian>[԰-֏])|(?P<hangul>[가-힣])|(?P<cjk>[぀-ヿ一-鿿])"
)


def page_language(page: Page) -> str | None:
    """Primary subtag of a page's language, before its story is known: declared and plausible, else detected."""
    text = _sample((block.text for block in page.blocks if block.words >= MIN_BLOCK_WORDS), between=" ")
    if page.document is not None:
        for _, raw in _declared(page.document.structured):
            tag = language_tag(raw)
            if tag and plausible(tag, text):
                return tag.partition("-")[0]
    return detect_language(text)


def find_language(draft: Draft) -> Found[str]:
    """The language of the story, as a BCP-47 tag: with its region where the page declares one."""
    text = _sample((draft.page.blocks[index].text for index in draft.outcome.kept), between="\n")
    found = []
    for source, raw in draft.rule_values("language"):
        tag = language_tag(raw)
        if tag:
            found.append(Finding(source, tag, raw, RULE_WEIGHT))
    for rank, (source, raw) in enumerate(_declared(draft.structured, draft.stories[:1])):
        tag = language_tag(raw)
        if tag:
            found.append(Finding(source, tag, raw, (10.0 if plausible(tag, text) else 0.0) - rank))
    if not any(finding.weight > 1 for finding in found):
        detected = detect_language(text)
        if detected:
            found.append(Finding("text", detected, detected, 5.0))
    return choose(found, lambda tag: tag.partition("-")[0])


def _sample(texts: Iterable[str], *, between: str) -> str:
    """The first characters of some texts, joined."""
    parts: list[str] = []
    chars = 0
    for text in texts:
        parts.append(text)
        chars += len(text) + len(between)
        if chars > SAMPLE_CHARS:
            break
    return between.join(parts)[:SAMPLE_CHARS]


def detect_language(text: str) -> str | None:
    """The language of a text, ISO 639-1, or None when it is too short to tell.

    The frequent words of the common languages settle most texts in 0.1 ms; only where they do not, the detector is
    loaded (0.6 s, once) and asked (0.13 ms).
    """
    if len(text) < MIN_CHARS or not _WORD.search(text):
        return None
    common = _by_frequent_words(text[:SAMPLE_CHARS])
    if common is not None:
        return common
    from py3langid import classify  # type: ignore[import-untyped]

    code = str(classify(text[:DETECT_CHARS])[0])
    return "no" if code in {"nb", "nn"} else code


def _by_frequent_words(text: str) -> str | None:
    """The one common language whose frequent words are many and far more than those of any other, or None."""
    words = _words(text)
    if len(words) < MIN_WORDS:
        return None
    counts = sorted((sum(map(frequent.__contains__, words)), code) for code, frequent in _FREQUENT.items())
    (second, _), (first, code) = counts[-2:]
    return code if first >= SURE_SHARE * len(words) and first >= SURE_LEAD * second else None


def language_tag(raw: str) -> str | None:
    """A declared language as a BCP-47 tag, `pt-BR` for "pt_br" and "pt-BR-x-old", or None when it is none."""
    match = _TAG.fullmatch(raw.strip())
    if not match:
        return None
    primary = match[1].lower()
    primary = _OLD_CODES.get(primary, primary)
    parts = (primary, match[2] and match[2].title(), match[3] and match[3].upper())
    return "-".join(part for part in parts if part)


def plausible(tag: str, text: str) -> bool:
    """Whether a text may be of a language: its script fits and, for the common languages, some frequent words occur."""
    primary = tag.partition("-")[0]
    return _plausible("no" if primary in {"nb", "nn"} else primary, text[:SAMPLE_CHARS])


@lru_cache(maxsize=8)
def _plausible(primary: str, sample: str) -> bool:
    """Kept for the last samples: pages declare their language two or three times."""
    script = _script(sample[:DETECT_CHARS])
    if script is None or primary in _EITHER:
        return True
    if script != _SCRIPTS.get(primary, "latin"):
        return {script, _SCRIPTS.get(primary)} == {"cjk", "hangul"}  # Chinese characters in Korean, and the reverse
    frequent = _FREQUENT.get(primary)
    if frequent is None:
        return not any(_share(words, sample) > 3 * MIN_SHARE for words in _FREQUENT.values())
    apart = sum(map(frequent.__contains__, sample.lower().split()))
    if apart >= MIN_SHARE * (len(sample) + 1) / 2:  # enough even if every second character were a word
        return True
    words = _words(sample)
    if len(words) < MIN_WORDS:
        return True
    return sum(map(frequent.__contains__, words)) >= MIN_SHARE * len(words)


def _declared(structured: StructuredData, stories: tuple[Mapping[str, Any], ...] = ()) -> Iterator[tuple[str, str]]:
    if structured.language:
        yield "html:lang", structured.language
    for story in stories:
        text = schema.text(story.get("inLanguage"))
        if text:
            yield "jsonld:inLanguage", text
    for name in ("og:locale", "content-language", "inlanguage", "language", "dc.language", "dcterms.language"):
        content = structured.first(name)
        if content:
            yield f"meta:{name}", content


def _share(frequent: frozenset[str], text: str) -> float:
    words = _words(text)
    return sum(map(frequent.__contains__, words)) / len(words) if len(words) >= MIN_WORDS else 0.0


@lru_cache(maxsize=4)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case."""
    return tuple(_WORD.findall(text.lower()))


def _script(text: str) -> str | None:
    """The script that most letters are of, or None when there are none; names in Latin letters count for little."""
    others = [] if text.isascii() else [char for char in _NOT_LATIN.findall(text) if char.isalpha()]
    if not others:
        return "latin" if any(map(str.isalpha, text)) else None
    latin = sum(map(str.isalpha, text)) - len(others)
    if len(others) * 2 < latin:
        return "latin"
    counts = Counter(match.lastgroup for match in _RANGES.finditer("".join(others)))
    return max(counts, key=lambda name: counts[name], default=None)
