"""Names of authors out of the strings that pages give: "By Ann Lee and Bo Wang, Reuters"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from newsclean.caseless import Caseless
from newsclean.cues.lexicon import fold, lexicon
from newsclean.normalize.byline_text import (
    MAX_BYLINE_CHARS,
    MONTH_NAMES,
    prepared,
    says_by,
    without_by,
    without_cjk_task,
    without_others,
)
from newsclean.normalize.organisations import is_agency, is_organisation
from newsclean.normalize.text import normalise

_AROUND: Final = ' \t,;:|/-–—•·*[]<>"“”✍\ufe0f'
"""What pages put around names."""
MAX_NAME_CHARS: Final = 60
MAX_NAME_WORDS: Final = 6
"""Longer strings are sentences: "Ann Lee has covered ..."."""
MAX_PERSON_WORDS: Final = 5
MAX_ROLE_WORDS: Final = 6
"""Longer strings behind a name are sentences about somebody, and no role."""
KEPT: Final = 64
"""Strings whose names are remembered: a page names its author about three times."""

_OTHER_TASK = re.compile(
    r"\((?:fotos?|photos?|graphics?|grafik|bild(?:er)?|video|illustrations?|фото)\)", re.IGNORECASE
)
_BRACKETS = re.compile(r"\s*[(\[（【](?!\w*[a-z]*[A-Z]{2,}[a-z]+\w*\))(?![^)]*\d{4})[^)\]）】]*[)\]）】]?\s*$")
"""What is said of somebody, but for other names, "(CNXSoft)", and numbers of accounts."""
_PLACES: Final = frozenset(
    "new york|los angeles|san francisco|san diego|new delhi|hong kong|tel aviv|buenos aires|mexico city|new york city|"
    "cape town|kuala lumpur|abu dhabi|rio de janeiro|são paulo|st petersburg|saint petersburg|new orleans|las vegas|"
    "salt lake city|san antonio|santa fe|washington dc|phnom penh|ho chi minh city|addis ababa|porto alegre|"
    "belo horizonte|"
    "la paz|san josé|san jose|santo domingo|new zealand|south africa|south korea|united kingdom|united states|"
    "northern ireland|west bank|sri lanka|saudi arabia|frankfurt am main|den haag|the hague|monte carlo".split("|")
)
"""Places of two words and more, which have the form of names and stand behind them."""
_ARTICLES: Final = frozenset("the el la los las le les die das il lo o a het".split())
"""First words of names of newspapers, "El Sol", and of no person's."""
_PERSONAL = Caseless(
    r"\b(?:editor|reporter|correspondent|contributor|journalist\w*|writer|columnist|critic|redacteur|\w*redakteur\w*|"
    r"korrespondent\w*|journaliste|periodista|giornalista|reporterin|redaktor\w*)\b"
)
"""Tasks of one person: behind two words that may be a name they say that it is one."""
_PLAIN_TASKS: Final = frozenset(("reporter", "correspondent", "writer"))
"""Behind them two words are a newspaper or a court as often as a name: "Daily Quay Reporter"."""
_NO_FIRST_NAMES: Final = frozenset(
    "our the special staff senior chief political van onze unser unsere notre nuestro".split()
)
_PLAIN_NAME = re.compile(
    r"(?!(?:By|Von|Vom|Par|Por|Da|Di|Door|Av|Af|Text|Foto|Author|Autor\w*|Auteur|Autore|Reporter|Oleh|Penulis|The|Updated|Published|Posted|"
    r"No|All|Alle|Unknown|Admin|Sponsored|Press|Our|Special|"
    r"Written|Reviewed|Staff|Editor)\b)[A-ZÀ-Þ][a-zà-ÿ]{1,14} (?:[A-Z]\. )?[A-ZÀ-Þ][a-zà-ÿ]{1,16}"
)
_SEPARATOR = re.compile(r"\s*;\s*")
_BAR = re.compile(r"\s*[|•·]\s*")
_AND = re.compile(
    r"\s+(?:and|und|et|y|e|en|och|og|и|i|ve|dan|with|mit|avec|con|và|και|و)\s+|\s*[&＆]\s*|[、，]",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*,\s*")
_TAIL = re.compile(
    r"(?:[-–—|,(@]\s*(?=@|https?:)|"
    r"\b(?:(?P<place>for|in|at|on|from|aus)\s(?=\S)|(?:is an?|ist|was|has|have|writes)\s|"
    r"(?:follow|last updated|updated|last modified|published|posted|reviewed|fact[- ]checked|edited|"
    r"publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|veröffentlicht|aktualisiert|gepubliceerd|"
    r"bijgewerkt|publicerad|uppdaterad|opublikowano|zaktualizowano|опубликовано|обновлено)\b|"
    r"(?:date|datum|fecha|data)\s*:|stand(?:$|\s*:|\s+\d)|(?:\d{1,2}\.?\s+[^\W\d_]{3,12}\.?\s+(?:19|20)\d\d|"
    rf"share|view all|more from|bio|twitter|facebook|instagram|linkedin)\b|(?:{MONTH_NAMES})\.?\s+\d|"
    r"\d+\s*(?:min(?:ute)?s?|hours?|days?|weeks?)\b|"
    rf"(?:19|20)\d\d\b|\d{{1,2}}\.?\s+(?:{MONTH_NAMES}))|"
    r"https?://|www\.|\d{1,2}[:.]\d\d|\s[-–—|•·]\s).*$",
    re.IGNORECASE | re.DOTALL,
)
"""Where a name ends and what pages write behind it begins: their employer, a date, a link."""
_ROLE = re.compile(r"\s*[,(|–—-]\s*([^,;|()•·–—]+)")
"""What stands behind a name and a comma, up to the next mark."""
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")
_CODE = re.compile(r"[a-z_]+(?:\.[a-z_]+){2,}|.*[{}<>=\\].*|%\w+%|(?:www\.)?[\w.-]+\.[a-z]{2,4}/.*")
"""A key of a template that was never filled in, and an address."""
_TWICE = re.compile(r"(\S+ \S.*?)\s*\1")
"""A name that stands once for readers and once for their programs."""
_SENTENCE = re.compile(r"[^\W\d_]{4}\.$")
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
    "team editors written by posted reviewed updated published last advertisement share follow name array "
    "object no anonym unbekannt n/a na red. red oprac. oprac sponsored content advertorial anzeige "
    "opinion analysis comment exclusive interview kommentar meinung news "
    "pressemitteilung press release all alle articles artikel beiträge posts stories".split()
)
_TASKS = Caseless(
    r"\b(?:writer|editor|reporter|correspondent|contributor|author|founder|co-founder|director|manager|expert|specialist|analyst|"
    r"consultant|columnist|journalist|producer|photographer|president|officer|ceo|cto|professor|engineer|designer|strategist|"
    r"researcher|attorney|lawyer|\w*redakteur\w*|\w*redaktor\w*|korrespondent\w*|journalistin|rédact\w+|journaliste|redact\w+|periodista|"
    r"giornalista|inviat[oa]|redattore|jurnalis|reporterin|autorin|checker|marketer|lead|head|coordinator|executive|"
    r"scientist)\b"
)


def names(text: str) -> list[str]:
    """The names in a string that is said to hold authors, in order; nothing for what is surely no name."""
    if _PLAIN_NAME.fullmatch(text):  # most of them: no need to look for more
        return [text]
    return list(_names(text[: MAX_BYLINE_CHARS * 2]))


@lru_cache(KEPT)
def _names(text: str) -> tuple[str, ...]:
    out: list[str] = []
    for chunk in _chunks(prepared(text)):
        first, *rest = _COMMA.split(chunk)
        name = clean_name(first)
        found = [name] if name else []
        found += (other for part in rest if (other := clean_name(part)) and _is_beside(other, name))
        out += map(_without_employer, found)
    if len(out) > 1:
        out = [name for name in out if not _SLUG.fullmatch(name)] or out
    return tuple(dict.fromkeys(out))


def _is_beside(part: str, first: str | None) -> bool:
    """Whether what stands behind a name and a comma is another name, and not the first one's employer or place."""
    if not _is_name(part):
        return False
    return first is None or is_organisation(first) or not (is_organisation(part) or part.isupper() > first.isupper())


def _without_employer(name: str) -> str:
    """A name without the task or the agency that stands behind it with no mark between, "Ann Lee Political Editor"."""
    words = name.split()
    for size in (2, 3):
        rest = " ".join(words[size:])
        head = " ".join(words[:size])
        if (
            rest
            and (is_agency(rest) or (_PERSONAL.search(rest) and fold(rest) not in _PLAIN_TASKS))
            and is_person(head)
            and not (is_organisation(head) or fold(words[0]) in _NO_FIRST_NAMES)
        ):
            return head
    return name


def shown_names(text: str, *, sure: bool = False) -> list[str]:
    """The names in a line that only looks like a byline: what has not the form of a name is left out.

    Args:
        text: the line.
        sure: whether markup or the word "by" says that it names an author, so that one word may be a name.
    """
    return list(_shown_names(text[:MAX_BYLINE_CHARS], sure=sure))


@lru_cache(KEPT)
def _shown_names(text: str, *, sure: bool) -> tuple[str, ...]:
    sure = sure or says_by(normalise(text))
    out: list[str] = []
    for chunk in _chunks(prepared(text)):
        first, *rest = (_without_task(clean_name(part) or "") for part in _COMMA.split(_TAIL.sub("", chunk)))
        alone = sure and len(first.split()) == 1 and first[:1].isalpha() and not (is_task(first) or _is_day(first))
        out += (name for name in (first,) if alone or is_person(name))
        out += (name for name in rest if _is_beside(name, first if is_person(first) else None))
    return tuple(dict.fromkeys(out))


@lru_cache(KEPT)
def clean_name(text: str) -> str | None:
    """A name without what pages put around it, or None when nothing that may be a name is left."""
    text = text[:MAX_BYLINE_CHARS]
    if _OTHER_TASK.search(text):
        return None
    text = _without_tail(without_by(without_others(text))).strip(_AROUND)
    text = without_cjk_task(_BRACKETS.sub("", text) or text.strip("()[]（）【】")).strip(_AROUND)
    text = text.strip("() ") if text.count("(") != text.count(")") else text
    text = text.removesuffix(".") if _SENTENCE.search(text) else text
    folded = fold(text)
    if not text or folded in _DEGREES or not any(map(str.isalpha, text)) or _NOBODY.issuperset(folded.split()):
        return None
    if (
        len(text) > MAX_NAME_CHARS
        or _CODE.fullmatch(text)
        or len(text.split()) > MAX_NAME_WORDS
        or text.startswith(("http", "www.", "@"))
    ):
        return None
    twice = _TWICE.fullmatch(text)
    return twice[1] if twice else text


def is_person(text: str) -> bool:
    """Whether a string has the form of a person's name: two to five words, all but particles capitalised, no digits.

    In scripts without capitals any two to five words have it, and so have two to four ideographs or syllables.
    """
    parts = text.split()
    if (
        not 1 <= len(parts) <= MAX_PERSON_WORDS
        or any(map(str.isdigit, text))
        or is_task(text)
        or text[-1] in "!?"
        or ":" in text
    ):
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
    role = (match[1] if match else rest).strip() if rest else ""
    return role if role and len(role.split()) <= MAX_ROLE_WORDS and is_task(role) else None


def _is_day(word: str) -> bool:
    """Whether a word is that of a day of the week, as the first one of a date in the place of the author is."""
    return _weekdays().fullmatch(fold(word)) is not None


@cache
def _weekdays() -> re.Pattern[str]:
    return re.compile(lexicon(None).alternation("date.weekdays"))


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon(None).alternation('byline.roles')}\b")


def _without_tail(text: str) -> str:
    """A string up to where a name ends; "Centre for Arts" has no place behind a name and stays."""
    match = _TAIL.search(text)
    if match is None:
        return text
    head = text[: match.start()]
    return text if match["place"] and not is_person(head.strip(" ,")) and not _AND.search(head) else head


def _chunks(text: str) -> list[str]:
    """A string split at semicolons, and at "and" and slashes where that gives names on both sides."""
    out: list[str] = []
    for piece in _SEPARATOR.split(text):
        head, *behind = _BAR.split(piece)
        out += _joined(head)
        for bar in behind:  # another name, or the employer or the place of the one before, as behind a comma
            first, *rest = _joined(bar) or [""]
            out[-1:] = [f"{out[-1]}, {first}"] if out else [first]
            out += rest
    return out


def _joined(piece: str) -> list[str]:
    parts = [part for part in _AND.split(piece) if part.strip()]
    parts = parts if all(_may_be_name(part) for part in parts) else [piece]
    return [name for part in parts for name in _slashed(part)]


def _slashed(part: str) -> list[str]:
    """The authors of "Ann Lee/Bo Wang" and "Ann Lee/dpa", both of "dpa/AFP"; what else has a slash stays whole."""
    pieces = [piece.strip() for piece in part.split("/")]
    if len(pieces) == 1 or "://" in part:
        return [part]
    if all(map(is_agency, pieces)):
        return pieces
    return [piece for piece in pieces if _is_name(piece)] if _is_name(pieces[0]) else [part]


def _is_name(text: str) -> bool:
    """Whether a string has the form of a person's name and is no place, agency or newspaper."""
    word = text.partition(" ")[0]
    return is_person(text) and not is_agency(text) and fold(text) not in _PLACES and fold(word) not in _ARTICLES


def _may_be_name(part: str) -> bool:
    first = _COMMA.split(part)[0]
    words = first.split()
    return len(words) > 1 or is_agency(first) or (bool(words) and (words[0].isupper() or not words[0].isascii()))


def _without_task(name: str) -> str:
    """A name without the task behind it, as of "Ann Lee Staff Writer": such names have two words."""
    words = name.split()
    head, task = " ".join(words[:2]), " ".join(words[2:])
    return head if task and is_task(task) and not is_task(head) else name


def _capitalised(word: str) -> bool:
    first = word.lstrip("'’\"“(")[:1]
    return first.isupper() or (first.isalpha() and first.lower() == first.upper()) or bool(_INITIAL.fullmatch(word))
