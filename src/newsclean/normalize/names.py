"""Names of authors out of the strings that pages give: "By Ann Lee and Bo Wang, Reuters"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape
from typing import Final

from newsclean.caseless import Caseless
from newsclean.cues.lexicon import fold, lexicon
from newsclean.normalize.months import ENGLISH
from newsclean.normalize.text import normalise

MAX_NAME_CHARS: Final = 60
MAX_NAME_WORDS: Final = 6
"""Longer strings are sentences: "Ann Lee has covered ..."."""
MAX_PERSON_WORDS: Final = 5
MAX_ROLE_WORDS: Final = 6
"""Longer strings behind a name are sentences about somebody, and no role."""
MAX_BYLINE_CHARS: Final = 1_000
"""Of longer strings only this much is read: fifty authors."""
KEPT: Final = 64
"""Strings whose names are remembered: a page names its author about three times."""

_BY = Caseless(
    r"^\W*(?:(?:written|posted|reported|published|article|story|words|text|analysis|review|compiled|created|authored)"
    r"\s+by|by|"
    r"von|vom|(?:text|geschrieben|verfasst) von|ein (?:beitrag|artikel|gastbeitrag) von|"
    r"(?:(?:écrit|rédigé|publié) )?par|(?:un article|texte|texto|testo|reportagem|un artículo|un articolo) d[ei]|"
    r"(?:(?:escrito|redactado|redigido|publicado) )?por|d[ai](?=\s+\S+\s+\S)|"
    r"a cura di|(?:scritto|pubblicato) da|(?:(?:geschreven|gepubliceerd) )?door|"
    r"(?:(?:skrevet|skriven|publisert|publicerad|publiceret) )?a[vf]|автор(?: статьи| текста)?|авторы|"
    r"autor|autorin|autoren|autorzy|autorka|auteur|autore|author|authors|author name|przez|autor tekstu|yazan|oleh|"
    r"penulis|kirjoittaja|szerző|tác giả|"
    r"作者|文|撰文|글|글쓴이|취재|作成者|筆者|به قلم|記者|记者|نویسنده|بقلم|كتب|כותב|מאת)"
    r"(?:\s*[:：]\s*|\s+(?!\d))"
)
_PLAIN_NAME = re.compile(
    r"(?!(?:By|Von|Vom|Par|Por|Da|Di|Door|Av|Af|Text|Foto|Author|Autor\w*|Auteur|Autore|Reporter|Oleh|Penulis|The|Updated|Published|Posted|"
    r"Written|Reviewed|Staff|Editor)\b)[A-ZÀ-Þ][a-zà-ÿ]{1,14} (?:[A-Z]\. )?[A-ZÀ-Þ][a-zà-ÿ]{1,16}"
)
_SEPARATOR = re.compile(r"\s*[;|•·]\s*")
_AND = re.compile(
    r"\s+(?:and|und|et|y|e|en|och|og|и|i|ve|dan|with|mit|avec|con|và|και|و)\s+|\s*[&＆]\s*|[、，]|\s+/\s+",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*,\s*")
_MONTHS: Final = "|".join(sorted(ENGLISH, key=len, reverse=True))
_TAIL = Caseless(
    r"(?:[-–—|,(@]\s*(?=@|https?:)|"
    r"\b(?:(?P<place>for|in|at|on|from|aus)\s(?=\S)|(?:is an?|ist|was|has|have|writes)\s|"
    r"(?:follow|last updated|updated|last modified|published|posted|reviewed|fact[- ]checked|edited|"
    rf"share|view all|more from|bio)\b|(?:{_MONTHS})\.?\s+\d|\d+\s*min\b|"
    rf"(?:19|20)\d\d\b|\d{{1,2}}\.?\s+(?:{_MONTHS}))|"
    r"https?://|www\.|\d{1,2}[:.]\d\d|\s[-–—|•·]\s).*$",
    re.DOTALL,
)
"""Where a name ends and what pages write behind it begins: their employer, a date, a link."""
_ROLE = re.compile(r"\s*[,(|–—-]\s*([^,;|()•·–—]+)")
"""What stands behind a name and a comma, up to the next mark."""
_CJK_TASK = re.compile(r"\s*(?:기자|특파원|논설위원|記者|记者|通讯员|特派员|編集委員)\s*$")
_EMAIL = re.compile(r"\S+@\S+\.\w+")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")
_CODE = re.compile(r"[a-z_]+(?:\.[a-z_]+){2,}")
"""A key of a template that was never filled in."""
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
_PARTICLES: Final = frozenset(
    "de da di do dos das del della van von der den ten ter la le el al bin ibn bint af av "
    "zu zum y e dela du des st".split()
)
_DEGREES: Final = frozenset(
    "jr jr. sr sr. ii iii iv md m.d. phd ph.d. mph mba rd rdn rn ms msc ma bsc esq esq. cpa cfp "
    "dds dvm do jd pharmd facp".split()
)
_NOBODY: Final = frozenset(
    "admin administrator editor staff author authors webmaster unknown user guest anonymous null undefined none root "
    "team editors written by posted reviewed updated published last advertisement share follow".split()
)
_TASKS = Caseless(
    r"\b(?:writer|editor|reporter|correspondent|contributor|author|founder|co-founder|director|manager|expert|specialist|analyst|"
    r"consultant|columnist|journalist|producer|photographer|president|officer|ceo|cto|professor|engineer|designer|strategist|"
    r"researcher|attorney|lawyer|redakteur\w*|redaktor\w*|korrespondent\w*|journalistin|rédact\w+|journaliste|redact\w+|periodista|"
    r"giornalista|inviat[oa]|redattore|jurnalis|reporterin|autorin|checker|marketer|lead|head|coordinator|executive|"
    r"scientist)\b"
)


def names(text: str) -> list[str]:
    """The names in a string that is said to hold authors, in order; nothing for what is surely no name."""
    if _PLAIN_NAME.fullmatch(text):  # most of them: no need to look for more
        return [text]
    text = _prepared(text)
    out: list[str] = []
    for chunk in _chunks(text):
        first, *rest = _COMMA.split(chunk)
        out += filter(
            None, (clean_name(first), *(name for part in rest if (name := clean_name(part)) and is_person(name)))
        )
    if len(out) > 1:
        out = [name for name in out if not _SLUG.fullmatch(name)] or out
    return list(dict.fromkeys(out))


def shown_names(text: str, *, sure: bool = False) -> list[str]:
    """The names in a line that only looks like a byline: what has not the form of a name is left out.

    Args:
        text: the line.
        sure: whether markup or the word "by" says that it names an author, so that one word may be a name.
    """
    return list(_shown_names(text[:MAX_BYLINE_CHARS], sure=sure))


@lru_cache(KEPT)
def _shown_names(text: str, *, sure: bool) -> tuple[str, ...]:
    prepared = _prepared(text)
    if _is_bare_name(prepared):
        return (prepared,)
    sure = sure or _BY.match(normalise(text)) is not None
    tail = _TAIL.search(prepared)
    prepared = prepared[: tail.start()] if tail else prepared
    out: list[str] = []
    for chunk in _chunks(prepared):
        for place, part in enumerate(_COMMA.split(chunk)):
            name = _without_task(clean_name(part) or "")
            if is_person(name) or (
                sure and place == 0 and len(name.split()) == 1 and name[:1].isalpha() and not is_task(name)
            ):
                out.append(name)
    return tuple(dict.fromkeys(out))


def _is_bare_name(text: str) -> bool:
    """Whether a line is the name of a person and nothing else: most are, and need no taking apart."""
    return (
        _PLAIN_NAME.fullmatch(text) is not None
        and not (_BY.match(text) or _TAIL.search(text) or is_task(text))
        and not _NOBODY.issuperset(fold(text).split())
        and text.rpartition(" ")[2].casefold() not in _PARTICLES
    )


@lru_cache(KEPT)
def clean_name(text: str) -> str | None:
    """A name without what pages put around it, or None when nothing that may be a name is left."""
    text = _without_tail(_without_by(text)).strip(' \t,;:|/-–—•·*[]<>"“”')
    text = _CJK_TASK.sub("", text)
    if text.startswith("("):
        return None
    text = text.strip("()") if text.count("(") != text.count(")") else text
    folded = fold(text)
    if not text or folded in _DEGREES or not any(map(str.isalpha, text)) or _NOBODY.issuperset(folded.split()):
        return None
    if (
        _CODE.fullmatch(text)
        or len(text) > MAX_NAME_CHARS
        or len(text.split()) > MAX_NAME_WORDS
        or text.startswith(("http", "www."))
    ):
        return None
    return text


def is_person(text: str) -> bool:
    """Whether a string has the form of a person's name: two to five words, all but particles capitalised, no digits.

    In scripts without capitals any two to five words have it, and so have two to four ideographs or syllables.
    """
    parts = text.split()
    if not 1 <= len(parts) <= MAX_PERSON_WORDS or any(map(str.isdigit, text)) or is_task(text) or text[-1] in "!?":
        return False
    if len(parts) == 1:
        return 2 <= len(text) <= 4 and all("\u3040" <= char <= "\ud7a3" for char in text)  # noqa: PLR2004 - as said above
    return (
        all(_capitalised(part) for part in parts if part.casefold() not in _PARTICLES)
        and parts[-1].casefold() not in _PARTICLES
    )


@lru_cache(KEPT)
def is_task(text: str) -> bool:
    """Whether a string names a task and no person, as "Staff writer"."""
    return bool(_TASKS.search(text) or _roles().search(fold(text)))


def role_behind(name: str, text: str) -> str | None:
    """The task that a line gives behind a name, "Science editor" of "By Ann Lee, Science editor"; None for none."""
    rest = text.partition(name)[2]
    match = _ROLE.match(rest) if rest else None
    role = match[1].strip() if match else ""
    return role if role and len(role.split()) <= MAX_ROLE_WORDS and is_task(role) else None


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon(None).alternation('byline.roles')}\b")


def _without_by(text: str) -> str:
    start = _BY.match(text)
    return text[start.end() :] if start else text


def _prepared(text: str) -> str:
    text = normalise(unescape(unescape(text[:MAX_BYLINE_CHARS])))
    text = _EMAIL.sub(" ", text) if "@" in text else text
    for _ in range(2):  # "Autor: von Ann Lee"
        text = _without_by(text).strip()
    return text


def _without_tail(text: str) -> str:
    """A string up to where a name ends; "Centre for Arts" has no place behind a name and stays."""
    match = _TAIL.search(text)
    if match is None:
        return text
    head = text[: match.start()]
    return text if match["place"] and not is_person(head.strip(" ,")) and not _AND.search(head) else head


def _chunks(text: str) -> list[str]:
    """A string split at semicolons and the like, and at "and" where that gives names on both sides."""
    out: list[str] = []
    for piece in _SEPARATOR.split(text):
        parts = [part for part in _AND.split(piece) if part.strip()]
        out += parts if all(_may_be_name(part) for part in parts) else [piece]
    return out


def _may_be_name(part: str) -> bool:
    first = _COMMA.split(part)[0]
    words = first.split()
    return len(words) > 1 or (bool(words) and (words[0].isupper() or not words[0].isascii()))


def _without_task(name: str) -> str:
    """A name without the task behind it, as of "Ann Lee Staff Writer": such names have two words."""
    words = name.split()
    if len(words) > 2 and is_task(" ".join(words[2:])) and not is_task(" ".join(words[:2])):  # noqa: PLR2004
        return " ".join(words[:2])
    return name


def _capitalised(word: str) -> bool:
    first = word.lstrip("'’\"“(")[:1]
    return first.isupper() or (first.isalpha() and first.lower() == first.upper()) or bool(_INITIAL.fullmatch(word))
