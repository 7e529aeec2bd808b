"""What a rule file must satisfy beyond keys and types: selectors, patterns, places, ids and what they refer to."""

from __future__ import annotations

import difflib
import re
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from newsclean.article import Article
from newsclean.errors import RuleError
from newsclean.html.document import Document, SelectorError
from newsclean.html.selectors import MAX_DEEP_STEPS, deep_steps
from newsclean.rules.fields import FIELD_NAMES, PREFIXES, parse_source
from newsclean.rules.hosts import ANY_BELOW
from newsclean.rules.keys import did_you_mean
from newsclean.rules.model import Caption, Drop, Tail
from newsclean.rules.patterns import check_pattern, whole_line
from newsclean.rules.where import parse_where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from newsclean.rules.entries import Entry
    from newsclean.rules.model import Case, Fields, Layout, SiteRules

KINDS: Final = ("keep", "caption", "drop", "tail")
"""Lists of entries, of a site and of a layout."""
BODY: Final = "body"
"""What `expect.must_match` calls the element of the story."""

_ID: Final = re.compile(r"[a-z0-9][a-z0-9._-]*")
_HOST: Final = re.compile(r"(?:\*\.)?[^\s/@:*?#]+|\[?[0-9a-fA-F:]*:[0-9a-fA-F:.]*\]?")
_LAYER: Final = re.compile(r"(?!.*\.\.)\w[\w.-]*(?:/\w[\w.-]*)*")
_BAD_NAME: Final = re.compile(r"[\s/\\]")
_ARTICLE_FIELDS: Final = tuple(field.name for field in fields(Article))
_Problem: TypeAlias = tuple[str, str]
"""Where something is wrong, and what."""


class _Place(NamedTuple):
    """Something of a file, and where it stands in it."""

    path: str
    entry: Entry
    layout: Layout | None


def validate(rules: SiteRules, *, file: str) -> None:
    """Does nothing for a layer whose every part can be read; what it refers to may be in another layer.

    Raises:
        RuleError: the first thing that is wrong.
    """
    for path, message in _part_problems(rules):
        raise RuleError(file, path, message)


def validate_references(rules: SiteRules, *, file: str) -> None:
    """Does nothing for complete, valid rules in which every name refers to something.

    Raises:
        RuleError: the first name that does not.
    """
    for path, message in _reference_problems(rules):
        raise RuleError(file, path, message)


def places(rules: SiteRules) -> Iterator[_Place]:
    """Every entry of a file, those of the layouts included."""
    for kind in KINDS:
        for i, entry in enumerate(getattr(rules, kind)):
            yield _Place(f"{kind}[{i}]", entry, None)
    for n, layout in enumerate(rules.layout):
        for kind in KINDS:
            for i, entry in enumerate(getattr(layout, kind)):
                yield _Place(f"layout[{n}].{kind}[{i}]", entry, layout)


def _part_problems(rules: SiteRules) -> Iterator[_Problem]:
    if not rules.id or _BAD_NAME.search(rules.id):
        yield "", f"{rules.id!r} is no name for a rule file: it may hold no slash and no white space"
    yield from _host_problems(rules)
    yield from _id_problems(rules)
    for place in places(rules):
        yield from _entry_problems(place)
    yield from _field_problems(rules.fields, "fields")
    for n, layout in enumerate(rules.layout):
        yield from _layout_problems(layout, f"layout[{n}]")


def _reference_problems(rules: SiteRules) -> Iterator[_Problem]:
    everything = tuple(places(rules))
    shared = {place.entry.id: place for place in everything if place.layout is None}
    yield from _after_problems(shared.values(), shared)
    for n, layout in enumerate(rules.layout):
        own = {place.entry.id: place for place in everything if place.layout is layout}
        yield from _after_problems(own.values(), shared | own)
        yield from _promise_problems(layout, {*shared, *own}, f"layout[{n}]")
    ids = {place.entry.id for place in everything} | {layout.id for layout in rules.layout}
    for n, case in enumerate(rules.test):
        yield from _case_problems(case, ids, f"test[{n}]")


def _host_problems(rules: SiteRules) -> Iterator[_Problem]:
    for i, host in enumerate(rules.hosts):
        if not _HOST.fullmatch(host):
            yield f"hosts[{i}]", f"{host!r} is not a host: write it without scheme, port and path, as 'example.com'"
        elif host.startswith(ANY_BELOW) and "." not in host.removeprefix(ANY_BELOW):
            yield f"hosts[{i}]", f"{host!r} would match every site of a top-level domain"
    for i, pattern in enumerate(rules.signature):
        yield from _pattern_problems(whole_line(pattern), f"signature[{i}]")
    if rules.extends is not None and not _LAYER.fullmatch(rules.extends):
        yield "extends", f"{rules.extends!r} is no rule file: write 'group/<name>' or the name of a file, without .toml"


def _id_problems(rules: SiteRules) -> Iterator[_Problem]:
    taken: dict[str, str] = {}
    named = [(place.path, place.entry.id) for place in places(rules)]
    named += [(f"layout[{n}]", layout.id) for n, layout in enumerate(rules.layout)]
    for path, name in named:
        if not _ID.fullmatch(name):
            yield f"{path}.id", f"{name!r} is not an id: use a-z, 0-9, '.', '-', '_', and start with a letter or digit"
        if name in taken:
            yield f"{path}.id", f"the id {name!r} is taken by {taken[name]}: ids are unique in a file"
        taken[name] = path


def _entry_problems(place: _Place) -> Iterator[_Problem]:
    path, entry = place.path, place.entry
    if isinstance(entry, Tail):
        yield from _pattern_problems(entry.anchor, f"{path}.anchor")
        yield from _pattern_problems(entry.lines, f"{path}.lines")
    elif entry.css is None and entry.text is None:
        yield path, f"{entry.id!r} would match everything: give it css or text"
    else:
        yield from _css_problems(entry.css, f"{path}.css")
        yield from _pattern_problems(entry.text, f"{path}.text")
    if isinstance(entry, Caption):
        yield from _pattern_problems(entry.credit, f"{path}.credit")
    if isinstance(entry, Caption | Drop) and not 0 < entry.max_share <= 1:
        yield f"{path}.max_share", f"{entry.max_share} is not a share: write a number above 0 and up to 1"
    if entry.where is not None:
        try:
            parse_where(entry.where)
        except ValueError as error:
            yield f"{path}.where", str(error)


def _after_problems(wanting: Iterable[_Place], known: Mapping[str, _Place]) -> Iterator[_Problem]:
    """`after:` must name an entry that applies wherever its own does, and no circle may arise."""
    for place in wanting:
        seen, at = {place.entry.id}, place
        while name := _after(at.entry):
            if name not in known:
                yield f"{place.path}.where", f"there is no entry {name!r} here: {did_you_mean(name, known)}"
                break
            if name in seen:
                yield f"{place.path}.where", f"{name!r} stands after itself, perhaps through others"
                break
            seen.add(name)
            at = known[name]


def _after(entry: Entry) -> str:
    return parse_where(entry.where).entry if entry.where else ""


def _field_problems(sources: Fields, path: str) -> Iterator[_Problem]:
    for name in FIELD_NAMES:
        for i, text in enumerate(getattr(sources, name)):
            source, here = parse_source(text), f"{path}.{name}[{i}]"
            if not source.wanted.strip():
                yield here, f"{text!r} names nothing"
            elif source.kind in ("text", "url"):
                yield from _pattern_problems(source.wanted, here)
            elif source.kind == "css":
                yield from ((at, f"{message}{_meant(text)}") for at, message in _css_problems(source.wanted, here))
            yield from _pattern_problems(source.pattern, here)


def _meant(source: str) -> str:
    """Behind the message that a source is no selector: what its beginning perhaps was meant to be."""
    close = difflib.get_close_matches(source.partition(":")[0].lower(), PREFIXES, n=1)
    return f"; did you mean '{close[0]}:'?" if close and ":" in source else ""


def _layout_problems(layout: Layout, path: str) -> Iterator[_Problem]:
    yield from _css_problems(layout.detect, f"{path}.detect")
    for i, css in enumerate(layout.body):
        yield from _css_problems(css, f"{path}.body[{i}]")
    yield from _field_problems(layout.fields, f"{path}.fields")
    if layout.since and layout.until and layout.since > layout.until:
        yield f"{path}.until", f"{layout.until} is before since, {layout.since}"


def _promise_problems(layout: Layout, entries: AbstractSet[str], path: str) -> Iterator[_Problem]:
    known = {*entries, *(f"fields.{name}" for name in FIELD_NAMES), *([BODY] if layout.body else [])}
    for i, name in enumerate(layout.expect.must_match):
        if name not in known:
            yield f"{path}.expect.must_match[{i}]", f"{name!r} is nothing that could match: {did_you_mean(name, known)}"


def _case_problems(case: Case, ids: AbstractSet[str], path: str) -> Iterator[_Problem]:
    for name in case.drops:
        if name not in ids:
            yield f"{path}.drops.{name}", f"there is no entry {name!r}: {did_you_mean(name, ids)}"
    for name in case.fields:
        if name not in _ARTICLE_FIELDS:
            yield f"{path}.fields.{name}", f"an article has no field {name!r}: {did_you_mean(name, _ARTICLE_FIELDS)}"


def _pattern_problems(pattern: str | None, path: str) -> Iterator[_Problem]:
    if pattern is None:
        return
    try:
        check_pattern(pattern)
    except ValueError as error:
        yield path, f"not a pattern: {error}"


@cache
def _some_page() -> Document:
    """A page to try selectors on."""
    return Document("<p></p>")


def _css_problems(css: str | None, path: str) -> Iterator[_Problem]:
    if css is None:
        return
    steps = deep_steps(css)
    if steps > MAX_DEEP_STEPS:
        most = f"at most {MAX_DEEP_STEPS} is possible, or pages could take seconds: write '>' where you can"
        yield path, f"{steps} steps to any element below in the ':has()' of {css!r}: {most}"
    try:
        _some_page().match(css)
    except SelectorError as error:
        yield path, str(error)
