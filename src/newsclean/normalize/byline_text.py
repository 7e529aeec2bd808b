"""A byline up to its names: what stands before them, around them and between them is cut off."""

from __future__ import annotations

import re
from typing import Final

from newsclean.caseless import Caseless
from newsclean.normalize.months import ENGLISH
from newsclean.normalize.text import normalise, plain

MAX_BYLINE_CHARS: Final = 1_000
"""Of longer strings only this much is read: fifty authors."""
MONTH_NAMES: Final = "|".join(sorted(ENGLISH, key=len, reverse=True))
"""English names of months, as a pattern."""

_BY = Caseless(
    r"^\W*(?:(?:written|posted|reported|published|article|story|words|text|analysis|review|compiled|created|authored)"
    r"\s+by|by|"
    r"von|vom|(?:text|geschrieben|verfasst|erstellt|gepostet|eingestellt|veröffentlicht) von|"
    r"alle (?:artikel|beiträge|texte) von|ein (?:beitrag|artikel|gastbeitrag) von|"
    r"(?:(?:écrit|rédigé|publié) )?par|(?:un article|texte|texto|testo|reportagem|un artículo|un articolo) d[ei]|"
    r"(?:(?:escrito|redactado|redigido|publicado) )?por|d[ai](?=\s+\S+\s+\S)|"
    r"a cura di|(?:scritto|pubblicato) da|(?:(?:geschreven|gepubliceerd) )?door|"
    r"(?:(?:skrevet|skriven|publisert|publicerad|publiceret) )?a[vf]|автор(?: статьи| текста)?|авторы|"
    r"autor|autorin|autoren|autorzy|autorka|auteur|autore|author|authors|author name|przez|autor tekstu|yazan|oleh|"
    r"penulis|kirjoittaja|szerző|tác giả|"
    r"作者|文|撰文|글|글쓴이|취재|作成者|筆者|به قلم|記者|记者|نویسنده|بقلم|كتب|כותב|מאת|लेखक|του|της|korrespondent|"
    r"корреспондент|"
    r"dal nostro inviato|oprac\.|as told to|napsala?|írta|(?:(?:door|van) )?onze verslaggever|bởi|γράφει [οη]|"
    r"(?:ένα )?άρθρο τ(?:ου|ης))"
    r"(?:\s*[:：]\s*|\s+(?!\d))|"
    r"^\W*(?:text|texte|texto|testo|tekst|teksti|текст|story|words|report|reporter|interview|bericht|yazar|ผู้เขียน|"
    r"autor[*:_]innen|文|撰文)\s*[:：/／]\s*|"
    r"^(?!sponsored|presented|powered|provided|brought)(?:[^\s,;|:]+\s+){1,4}(?:by|par|por|przez)\s+(?!\d)|"
    r"^mit (?:material|informationen|inhalten) (?:von|der)\s+|^(?:eine?\s+)?(?:\S+[\s-])?"
    r"(?:analyse|kommentar|interview|bericht|reportage|essay|kolumne|protokoll|porträt|rezension|"
    r"glosse|gastbeitrag|meinung|kritik|nachruf|leitartikel)\s+von\s+|"
    r"^.{0,12}?(?:记者|記者|通讯员)\s*[:：]?\s*(?=\S)"
)
_OTHERS = re.compile(
    r"(?:^|(?<![\s,;|/(])[\s,;|/(]++)(?:and\s+|und\s+|et\s+)?(?:photo(?:s|graphs?|graphy)?|pictures?|images?|video|graphics?|illustrations?|foto\w*|"
    r"bild(?:er)?|grafik|kuvat?|zdjęcia|edit(?:ed|ing)|translat(?:ed|ion)|producti?on|produced|"
    r"fact[- ]check(?:ed|ing)?|"
    r"(?:medically )?reviewed|фото|снимк[аи]|редактор|责任编辑|責任編輯|编辑|編輯|摄影|攝影|写真|사진|편집)"
    r"(?:\s*[:：=]|\s+(?:by|von|par|por|di|door|av|af)\s|(?=\s+[A-ZÀ-Þ]\S+\s+[A-ZÀ-Þ])).*$",
    re.IGNORECASE | re.DOTALL,
)
"""Who took the pictures, edited or checked: no authors, and named behind them."""
_ASIDES = re.compile(r"\s*\([^()]*,[^()]*\)")
"""Brackets with commas, which part no names."""
_OPENING_BRACKETS = re.compile(r"^\s*[(\[（【][^)\]）】]*[)\]）】]\s*(?=\w)")
_HANDLE = re.compile(r"(?<!\S)@\w+")
_GLUED_BY = re.compile(r"^(?:By|Von|Par|Por)(?=[A-ZÀ-Þ](?:[a-zà-ÿ]|\.\s?[A-ZÀ-Þ]))")
_GLUED_TASK = re.compile(
    r"(?<=[a-zà-ÿ])(?=(?:Staff|Senior|Chief|Contributor|Correspondent|Reporter|Editor|Writer|Journalist|Columnist|"
    r"Published|Updated)(?![a-z]{2}))"
)
_PLACE_AND = re.compile(
    r"\s+(?:reporting\s+)?(?:in|from|aus|à)\s+[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,2}"
    r"(?=\s*,?\s+(?:and|und|et|y|en|och|og)\s+[A-ZÀ-Þ])"
)
"""Where somebody writes, before the next name: "Ann Lee in Oslo and Bo Wang in Bergen"."""
_HAN_REPORTERS = re.compile(
    r"^.{0,12}?(?:记者|記者|通讯员)\s*[:：]?\s*(?P<row>[\u4e00-\u9fff]{2,3}(?:\s+[\u4e00-\u9fff]{2,3})+)$"
)
_AGENCY_IS = re.compile(r"^[^=\s]{2,12}=(?=[가-힣])")
_HANGUL_LIST = re.compile(r"[가-힣]{3}(?:\s+[가-힣]{3})+")
_CJK_TASK = re.compile(
    r"\s*(?:(?:선임|수석|인턴|전문)?기자(?:\s.*)?|(?:[／/]\S{0,6})?(?:報導|报道|連線報導|報道)[〕】]?|특파원|논설위원|"
    r"記者|记者|通讯员|特派员|編集委員)\s*$"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w[\w.]*")
_DATE_BY = re.compile(
    rf"^(?:\w+\s+)?(?:on\s+)?(?:(?:{MONTH_NAMES})\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?:{MONTH_NAMES})),?\s+\d{{4}},?\s+by\s+",
    re.IGNORECASE,
)


def prepared(text: str) -> str:
    """A byline from its first name on, in one line, without markup, addresses and handles; "" when it names others."""
    text = plain(text[:MAX_BYLINE_CHARS])
    lines = [line for line in text.splitlines() if line.strip()]
    text = normalise("; ".join(lines) if all(len(line.split()) > 1 for line in lines) else text)
    text = _EMAIL.sub(" ", text) if "@" in text else text
    text = _PLACE_AND.sub("", _GLUED_TASK.sub(" ", _GLUED_BY.sub("", _DATE_BY.sub("", _HANDLE.sub(" ", text)))))
    text = _listed(_OPENING_BRACKETS.sub("", _ASIDES.sub("", text)))
    if _OTHERS.match(text):
        return ""
    for _ in range(2):  # "Autor: von Ann Lee"
        text = without_by(text).strip()
    return text


def _listed(text: str) -> str:
    """A row of names in scripts that write each without a space, with marks between."""
    if text.isascii():
        return text
    text = _AGENCY_IS.sub("", text)
    reporters = _HAN_REPORTERS.match(text)
    if reporters:
        return ", ".join(reporters["row"].split())
    bare = _CJK_TASK.sub("", text)
    row = _HANGUL_LIST.fullmatch(bare) if bare != text else None
    return ", ".join(row[0].split()) if row else text


def says_by(text: str) -> bool:
    """Whether a line begins with "By" or what stands for it in other languages."""
    return _BY.match(text) is not None


def without_by(text: str) -> str:
    """A text without the "By" at its beginning."""
    start = _BY.match(text)
    return text[start.end() :] if start else text


def without_others(text: str) -> str:
    """A text up to who took the pictures, edited or checked: they are no authors."""
    return _OTHERS.sub("", text)


def without_cjk_task(text: str) -> str:
    """A name without "기자", "記者報導" and the like behind it."""
    return _CJK_TASK.sub("", text)
