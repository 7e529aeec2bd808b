"""One image element: its best source, its size, and whether it is a picture at all."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from newsclean.normalize.text import normalise
from newsclean.normalize.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MIN_FILE_CHARS: Final = 6
"""Shorter file names, as "image", name nothing."""
MAX_URL_CHARS: Final = 2_000
"""Of longer addresses only this much is compared."""
KEPT_ADDRESSES: Final = 2_048
"""Addresses of which the comparable parts are remembered: each is asked for three times, and the largest gallery of the
evaluation corpus has 650."""
LAST_ADDRESSES: Final = 64
"""Addresses that are known for furniture or not: a page declares its lead picture three times, and shows it."""
KEPT_NAMES: Final = 256
"""Names of attributes, classes and files of which the meaning is remembered: a site repeats them."""
DENSITY: Final = 1.1
"""What makes a picture of density 2 count for more than a lazy one without a size, and for less than any width."""
LARGE_SIDE: Final = 300
"""Pixels from which a picture is one whatever its class names say, as "img-share" and "size-facebook"."""
MAX_DIGITS: Final = 5
"""Of a side in pixels; longer numbers are nonsense."""
MIN_SIDE: Final = 100
"""Pixels: smaller declared pictures are icons, avatars and thumbnails."""

_LAZY: Final = frozenset((
    "data-src", "data-original", "data-lazy-src", "data-original-src", "data-hi-res-src", "data-full-src",
    "data-large-src", "data-image", "data-url", "data-lazy", "data-img-url", "data-echo", "data-actualsrc",
    "data-defer-src", "data-cfsrc", "data-orig-file", "data-large-file", "data-full-url",
))  # fmt: skip
_SETS: Final = frozenset(("srcset", "data-original-set", "data-src-set"))
_BLANKS: Final = (
    "blank", "spacer", "transparent", "loading", "loader", "lazy", "pixel", "dummy", "grey", "gray", "1x1", "default",
)  # fmt: skip
_PLACEHOLDER = re.compile(
    rf"placeholder|(?:^|/)(?:{'|'.join(_BLANKS)})[\w-]*\.(?:gif|png|svg|jpe?g|webp)"
    r"|[_-](?:blank|spacer|transparent)[\w-]*\.(?:gif|png|svg)",
    re.IGNORECASE,
)
_FURNITURE: Final = (
    "icon", "logo", "avatar", "sprite", "badge", "emoji", "smil", "button", "pixel", "spacer", "beacon", "track",
    "analytics", "doubleclick", "adserver", "scorecard", "social", "share", "facebook", "twitter", "whatsapp", "author",
    "byline", "profile", "user",
)  # fmt: skip
"""One of these is in whatever `_NO_PICTURE` finds."""
_NO_PICTURE = re.compile(
    r"(?:^|[/_.-])(?:icons?|logos?|favicon|avatars?|gravatar|sprites?|badges?|emoji|smil(?:ey|ies)|buttons?|pixel|spacer|beacon|"
    r"tracker|tracking|analytics|doubleclick|adserver|scorecardresearch|social|share|facebook|twitter|whatsapp|byline|"
    r"(?:author|profile|user)(?:-profile)?-?(?:photo|image|img|pic|picture|avatar|thumb(?:nail)?))(?:[/_.-]|$)",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"https?://(?:[\w-]+\.)*(?:scorecardresearch|doubleclick|vgwort|ioam|imrworldwide|chartbeat|2o7|omtrdc|quantserve|"
    r"google-analytics|googletagmanager|googleadservices|adnxs|parsely|matomo|piwik|statcounter|"
    r"histats|addtoany)\.[\w.-]+/",
    re.IGNORECASE,
)
"""Hosts of services that count readers with pictures."""
_SIZE_IN_NAME = re.compile(r"(?:[-_.]?\d{2,5}x\d{2,5}|[-_]scaled|[-_@]\dx|[-_](?:w|h|width)?\d{2,4})++(?=\.\w{3,4}$)")
_SIZE_IN_PATH = re.compile(
    r"(?<=/)(?:[a-z]{1,8}[=_:]?\d[^/]*|\d{2,5}x\d{2,5}|\w{1,8}=[^/,]*(?:,\w{1,8}=[^/,]*)*+)(?=/)", re.IGNORECASE
)
_SIZE_PARAMETER = re.compile(
    r"(?:w|h|q|width|height|quality|size|fit|crop|format|fm|auto|dpr|ssl|strip|resize|mode|t|f)=", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{7,}")
_DATE_NUMBER = re.compile(r"(?:19|20)\d{6}$")
_FILE = re.compile(rf"([\w-]{{{MIN_FILE_CHARS},}})\.(?:jpe?g|png|webp|gif|avif)(?![\w.])")
"""A file that a script serves is named in its query."""
_TOKEN = re.compile(r"[a-z0-9-]{16,}")
_EXTENSION = re.compile(r"(?:\.(?:jpe?g|png|webp|gif|avif))+$")

_PLAIN = re.compile(r"https?://[a-z0-9.-]+(/[^?#\x00-\x20]*)(?=[?#]|\Z)")
"""An address without oddities and its path, in a tenth of the time in which an address is taken apart."""


class Source(NamedTuple):
    """Where a picture is, and how large it says it is."""

    url: str
    width: int | None
    height: int | None
    alt: str | None


def read_picture(attributes: Mapping[str, str | None], base: str | None) -> Source | None:
    """The best source of an image element, or None when it shows no picture: a tracker, an icon, a placeholder."""
    width, height = declared_pixels(attributes.get("width")), declared_pixels(attributes.get("height"))
    if _too_small(width, height):
        return None
    best = _best(attributes)
    url = absolute(best, base) if best else None
    if url is None or is_furniture(url):
        return None
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if (width or 0) < LARGE_SIDE and _names_furniture(names.replace(" ", "/")):
        return None
    alt = normalise(attributes.get("alt") or "") or None
    return Source(url, width, height, alt)


@lru_cache(maxsize=LAST_ADDRESSES)
def is_furniture(url: str) -> bool:
    """Whether an address is that of a placeholder, an icon, a logo or a tracker."""
    if _COUNTER.match(url):
        return True
    plain = _PLAIN.match(url[:MAX_URL_CHARS])
    path = plain[1] if plain else _parts(url).path
    return _is_placeholder(path) or _names_furniture(path.rpartition("/")[2]) or path.endswith(".svg")


def _is_placeholder(address: str) -> bool:
    has = address.lower().__contains__  # a quarter of the price of the pattern, and enough for nearly all addresses
    return (has("placeholder") or any(map(has, _BLANKS))) and _PLACEHOLDER.search(address) is not None


@lru_cache(maxsize=KEPT_NAMES)
def _names_furniture(names: str) -> bool:
    return any(map(names.lower().__contains__, _FURNITURE)) and _NO_PICTURE.search(names) is not None


def _best(attributes: Mapping[str, str | None]) -> str | None:
    """The largest source, the first among equals, that is no placeholder; what a lazy attribute names is taken so."""
    found = _sources(attributes)
    if len(found) > 1:
        found.sort(key=itemgetter(1), reverse=True)
    return next((address for address, _, lazy in found if lazy or not _is_placeholder(address)), None)


def _sources(attributes: Mapping[str, str | None]) -> list[tuple[str, float, bool]]:
    """(address, size, whether a lazy attribute names it) of all sources.

    Those without a size count as small, lazy ones as larger than `src`.
    """
    found: list[tuple[str, float, bool]] = []
    for name, value in attributes.items():
        kind = _kind(name)
        if kind is None or not value or value.startswith("data:"):
            continue
        if kind == "set":
            found += [(address, size, False) for address, size in _srcset(value)]
        elif kind == "src":
            found.append((value.strip(), 1.0, False))
        elif not value.startswith("{") and ("/" in value or "." in value):  # and no switch, as data-lazy="1"
            found.append((value.strip(), 1.5, True))
    return found


@lru_cache(maxsize=KEPT_NAMES)
def _kind(name: str) -> Literal["set", "lazy", "src"] | None:
    """What an attribute of this name holds: pages have few different ones."""
    if name in _SETS or name.endswith("srcset"):
        return "set"
    if name in _LAZY or name.endswith(("-src", "-lazyload")):
        return "lazy"
    return "src" if name == "src" else None


def parse_srcset(value: str) -> Iterator[tuple[str, float]]:
    """(address, size) of the candidates of a `srcset`: widths in pixels, densities, 1 where nothing is said.

    Placeholders are left out. Addresses may hold commas: only a comma at the end of an address or behind a size ends a
    candidate.
    """
    return (found for found in _srcset(value) if not _is_placeholder(found[0]))


def _srcset(value: str) -> Iterator[tuple[str, float]]:
    address: str | None = None
    for token in value.split():
        rest = token
        if address is not None:
            descriptor, comma, rest = token.partition(",")  # "640w,/next.jpg": many leave the space out
            if not address.startswith("data:"):
                yield address, _size(descriptor)
            address = None
            if not comma or not rest:
                continue
        address = rest.strip(",")
        if rest.endswith(","):
            if address and not address.startswith("data:"):
                yield address, 1.0
            address = None
    if address and not address.startswith("data:"):
        yield address, 1.0


def _size(descriptor: str) -> float:
    try:
        return float(descriptor[:-1]) * (DENSITY if descriptor.endswith("x") else 1.0)
    except ValueError:
        return 1.0


@lru_cache(maxsize=KEPT_ADDRESSES)
def identity(url: str) -> str:
    """What is equal in two addresses of one picture in different sizes, and in no others: the path without its sizes.

    Where the path is that of a script that serves all pictures, the query without its sizes belongs to it.
    """
    parts = _parts(url)
    path = _SIZE_IN_PATH.sub("", _SIZE_IN_NAME.sub("", unquote(parts.path).lower()))
    if _EXTENSION.search(path):
        return path
    return f"{path}?{'&'.join(p for p in parts.query.split('&') if not _SIZE_PARAMETER.match(p))}"


@lru_cache(maxsize=KEPT_ADDRESSES)
def names_of(url: str) -> frozenset[str]:
    """What in an address may name the picture whatever its size and crop: its file name, long numbers, long tokens.

    Other pictures of the page may share some of them, as the number of the story.
    """
    whole = unquote(unquote(url[:MAX_URL_CHARS])).lower()
    path = identity(url)
    found = {path}
    file = _EXTENSION.sub("", path.partition("?")[0].rpartition("/")[2])
    if len(file) >= MIN_FILE_CHARS:
        found.add(file)
    found.update(_FILE.findall(whole))
    found.update(number for number in _NUMBER.findall(whole) if not _DATE_NUMBER.match(number))
    found.update(token for token in _TOKEN.findall(whole) if any(map(str.isdigit, token)))
    return frozenset(found)


def _parts(url: str) -> SplitResult:
    try:
        return urlsplit(url[:MAX_URL_CHARS])
    except ValueError:
        return SplitResult("", "", url[:MAX_URL_CHARS], "", "")


def _too_small(width: int | None, height: int | None) -> bool:
    return (width is not None and width < MIN_SIDE) or (height is not None and height < MIN_SIDE)


def declared_pixels(value: str | None) -> int | None:
    """A declared width or height in pixels; None for a share, nothing or nonsense."""
    digits = (value or "").strip().removesuffix("px").partition(".")[0]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= MAX_DIGITS else None
