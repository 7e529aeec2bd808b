"""Elements that another system strips, as entries of ours: drops with a kind, and captions where captions are meant."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from newsclean.rules.model import Caption, Drop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsclean.model import RemovalKind
    from newsclean.rules.importing.targets import Target

MAX_ID: Final = 40
"""Characters of an id."""

_PIECE: Final = re.compile(r'\[(?:[^\]"]|"[^"]*")*\]|"[^"]*"|\s*,\s*|\s+|.', re.DOTALL)
_WORD: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|(-?[^\W\d][\w-]*)')
_PSEUDO: Final = re.compile(r":[a-z-]+(?:\(|(?![\w-]))")
_ATTRIBUTES: Final = frozenset(("class", "id", "n", "-n", "of", "i"))
"""Words of selectors that name nothing of the page."""
_CAPTION: Final = re.compile(r"^fig(?:ure|caption)\b|caption|bildunterschrift|legende", re.IGNORECASE)
_KIND_WORDS: Final[Mapping[RemovalKind, str]] = {
    "newsletter": "newsletter|mailchimp|signup|sign-up|subscribe-form",
    "paywall": "paywall|piano|subscri|abo-|regwall",
    "comments": "comment|kommentar|disqus|respond",
    "share": "shar|social|addthis|sociable|facebook|twitter|whatsapp|teilen",
    "follow": "follow",
    "related": "related|recommend|read-?more|more-?(?:from|on|stories|news)|see-?also|outbrain|taboola|similar",
    "teaser": "teaser|promo|trending|popular|latest",
    "advertisement": "ad(?![a-z])|ads(?![a-z])|advert|banner|sponsor|dfp|gpt|anzeige|werbung",
    "author_bio": "author-?(?:bio|box|info)|about-?author|bio(?![a-z])",
    "navigation": "nav(?![a-z])|navigation|menu|breadcrumb|toc(?![a-z])|pagination|pager|sidebar|footer",
    "player": "player|audio|podcast|video",
    "poll": "poll(?![a-z])|quiz",
    "donation": "donat|spenden",
}
"""Words in class names, ids and tags that tell what an element is, in English, German and the names of services."""
_KINDS: Final = tuple(
    (kind, re.compile(rf"(?<![a-z])(?:{words})", re.IGNORECASE)) for kind, words in _KIND_WORDS.items()
)


def entries(targets: Iterable[Target], *, origin: str) -> dict[str, Any]:
    """The lists `caption` and `drop` for some elements that another system strips.

    Args:
        targets: the elements.
        origin: the other system, for the reason.
    """
    found = [_entry(target, origin) for target in dict.fromkeys(targets)]
    return numbered(found)


def numbered(found: Iterable[Caption | Drop]) -> dict[str, Any]:
    """The lists `caption` and `drop` from entries, without repetitions, and with an id of its own for each."""
    unique = {(entry.css, entry.text): entry for entry in reversed(tuple(found))}
    named: dict[str, Caption | Drop] = {}
    for entry in reversed(unique.values()):
        name = next(name for name in _names(entry.id) if name not in named)
        named[name] = replace(entry, id=name)
    return {
        "caption": tuple(entry for entry in named.values() if isinstance(entry, Caption)),
        "drop": tuple(entry for entry in named.values() if isinstance(entry, Drop)),
    }


def _names(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}.{number}" for number in itertools.count(2))


def _entry(target: Target, origin: str) -> Caption | Drop:
    last, everything = _words(_last_compound(target.css)), _words(target.css)
    name = _slug(last if len(last) > 1 else everything)
    if target.text is None and any(map(_CAPTION.search, last)):
        return Caption(id=name, css=target.css, reason=f"the caption of a picture, which {origin} strips")
    return Drop(
        id=name, css=target.css, text=target.text, kind=_kind(everything), reason=f"an element that {origin} strips"
    )


def _kind(names: Iterable[str]) -> RemovalKind:
    named = " ".join(names)
    return next((kind for kind, words in _KINDS if words.search(named)), "boilerplate")


def _slug(words: Sequence[str]) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", "-".join(dict.fromkeys(words)).lower())
    return name.strip("-")[:MAX_ID].strip("-") or "element"


def _words(css: str) -> list[str]:
    """Tags, names and values in a selector."""
    found = (value or word for value, word in _WORD.findall(_PSEUDO.sub("(", css)))
    return [word for word in found if word not in _ATTRIBUTES]


def _last_compound(css: str) -> str:
    """The part of the first selector of a list that tells which elements it matches, without what is in brackets."""
    depth, compound = 0, ""
    for piece in _PIECE.findall(css):
        depth += piece.count("(", 0, 1) - piece.count(")", 0, 1)
        if depth or piece.startswith(")"):
            continue
        if piece.strip() == ",":
            break
        compound = "" if piece.isspace() or piece in ">+~" else compound + piece
    return compound
