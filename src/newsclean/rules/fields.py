"""Fields: their sources (`jsonld:`, `meta:`, `text:`, `url:`, a selector, a selector with `@attribute`) and values."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from newsclean.rules.drift import rule_id, set_aside, too_slow
from newsclean.rules.model import Fields
from newsclean.rules.patterns import PatternTimeoutError, fold, plain, search

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from regex import Match

    from newsclean.model import Notice
    from newsclean.rules.model import Layout, SiteRules
    from newsclean.rules.view import View

SourceKind: TypeAlias = Literal["jsonld", "meta", "text", "url", "css"]

FIELD_NAMES: Final = tuple(field.name for field in fields(Fields))
"""Fields that a rule may read."""
VALUE: Final = "value"
"""Group of a pattern that holds the value."""
DATE: Final = frozenset(("year", "month", "day"))
"""Groups of a pattern that together hold a date, whatever their order on the page; `time` may stand beside them."""

_MATCHES: Final = " =~ "
"""Between a source and the pattern that its values must match; no selector holds it."""
PREFIXES: Final = ("jsonld", "meta", "text", "url")
"""What a source begins with that is no selector, before a colon."""
_PREFIX: Final = re.compile(rf"({'|'.join(PREFIXES)}):(.*)", re.DOTALL)
_CLOCK: Final = re.compile(r"(\d{1,2})((?::\d{2}){1,2}) ?(?:([ap])\.?m\.?)?", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"(.*[^\s,>+~])@([A-Za-z_][\w:.-]*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Source:
    """One parsed source of a field."""

    kind: SourceKind
    wanted: str
    """Path, name, pattern or selector."""
    attribute: str | None = None
    """For `css`: the attribute that holds the value, or None for the text."""
    pattern: str | None = None
    """For `jsonld`, `meta` and `css`: what a value must match, and which part of it counts."""


def parse_source(text: str) -> Source:
    """Reads one source; anything without a known prefix is a selector."""
    prefixed = _PREFIX.fullmatch(text)
    kind: SourceKind = prefixed[1] if prefixed else "css"  # type: ignore[assignment]  # the pattern names no other
    wanted = prefixed[2] if prefixed else text
    if kind in ("text", "url"):
        return Source(kind, wanted)
    wanted, _, pattern = wanted.partition(_MATCHES)
    attribute = _ATTRIBUTE.fullmatch(wanted) if kind == "css" else None
    if attribute:
        return Source(kind, attribute[1], attribute[2], pattern or None)
    return Source(kind, wanted, pattern=pattern or None)


def read_fields(
    site: SiteRules, layout: Layout | None, view: View, disabled: Container[str]
) -> tuple[dict[str, tuple[tuple[str, str], ...]], tuple[Notice, ...]]:
    """Field name to (source, raw value) pairs, and a notice for each source that had to be set aside.

    The sources of the layout come before those of the site; the first one that gives anything wins.
    """
    out: dict[str, tuple[tuple[str, str], ...]] = {}
    notices: list[Notice] = []
    for name in FIELD_NAMES:
        entry = f"fields.{name}"
        own = getattr(layout.fields, name) if layout else ()
        if rule_id(site.id, entry) in disabled:
            continue
        for text in (*own, *getattr(site.fields, name)):
            source = parse_source(text)
            try:
                found = values(source, view)
            except PatternTimeoutError:
                notices.append(set_aside(site.id, entry, too_slow(source.pattern or source.wanted)))
                continue
            if found:
                out[name] = tuple((f"rule:{site.id}", value) for value in found)
                break
    return out, tuple(notices)


def values(source: Source, view: View) -> tuple[str, ...]:
    """Raw values of one source, in page order, white space folded; empty and repeated ones left out.

    Raises:
        PatternTimeoutError: a pattern took too long.
    """
    found: Iterable[str] = (fold(value) for value in _READERS[source.kind](source, view))
    if source.pattern is not None:
        found = (part for value in found for part in _parts(source.pattern, value))
    return tuple(dict.fromkeys(value for value in found if value))


def _from_jsonld(source: Source, view: View) -> Iterator[str]:
    if view.page.document is None:
        return
    steps = tuple(source.wanted.split("."))
    for thing in view.page.document.structured.jsonld:
        yield from _follow(thing, steps)


def _follow(thing: object, path: tuple[str, ...]) -> Iterator[str]:
    """Values at the end of a path, in order; lists are walked through, an object at the end gives its value or name.

    Without recursion, since the depth is the page's choice.
    """
    stack: list[tuple[object, tuple[str, ...]]] = [(thing, path)]
    while stack:
        thing, path = stack.pop()
        if isinstance(thing, list):
            stack.extend((item, path) for item in reversed(thing))
        elif isinstance(thing, dict):
            if path:
                stack.append((thing.get(path[0]), path[1:]))
            elif isinstance(named := thing.get("@value", thing.get("name")), str):
                yield named
        elif not path and isinstance(thing, bool):
            yield str(thing).lower()
        elif not path and isinstance(thing, str | int | float):
            yield str(thing)


def _from_meta(source: Source, view: View) -> Iterable[str]:
    if view.page.document is None:
        return ()
    return view.page.document.structured.meta.get(source.wanted.strip().lower(), ())


def _from_css(source: Source, view: View) -> Iterator[str]:
    if source.attribute is None:
        yield from view.texts(source.wanted)
        return
    for attributes in view.attributes(source.wanted):
        yield attributes.get(source.attribute) or ""


def _from_text(source: Source, view: View) -> Iterable[str]:
    first = next(view.lines.search(source.wanted), None)
    return _captures(first[1], view.folded[first[0]]) if first else ()


def _from_url(source: Source, view: View) -> Iterable[str]:
    return _parts(source.wanted, fold(view.page.url or ""))


def _parts(pattern: str, text: str) -> Iterable[str]:
    match = search(pattern, plain(text))
    return _captures(match, text) if match else ()


def _captures(match: Match[str], text: str) -> Iterator[str]:
    """The date that the groups hold, else each capture of the group `value`, else the whole match; as written."""
    names = match.re.groupindex
    if names.keys() >= DATE:
        if all(match[name] for name in DATE):
            yield _iso_date(match)
        return
    for start, end in match.spans(VALUE) if VALUE in names else (match.span(),):
        yield text[start:end]


def _iso_date(match: Match[str]) -> str:
    """A date as ISO 8601 writes it, so that nobody takes the month for the day; without a time that cannot be read."""
    day = f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}"
    clock = _CLOCK.fullmatch(match.groupdict().get("time") or "")
    if clock is None:
        return day
    hour, rest, half = int(clock[1]), clock[2], (clock[3] or "").lower()
    if half:
        hour = hour % 12 + 12 * (half == "p")
    return f"{day}T{hour:02}{rest}"


_READERS: Final = {
    "jsonld": _from_jsonld,
    "meta": _from_meta,
    "css": _from_css,
    "text": _from_text,
    "url": _from_url,
}
