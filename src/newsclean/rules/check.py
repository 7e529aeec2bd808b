"""Finds what is allowed in a rule file and is a mistake all the same, or will soon be one.

What makes a file unusable is an error when it is read (`load`); here are the findings that a person should look at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from newsclean.rules.fields import FIELD_NAMES, parse_source
from newsclean.rules.hosts import spell
from newsclean.rules.model import Caption, Drop, Tail
from newsclean.rules.patterns import Lines, PatternTimeoutError, plain
from newsclean.rules.validate import places

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from newsclean.rules.entries import Entry
    from newsclean.rules.model import Layout, SiteRules

FindingKind: TypeAlias = Literal[
    "no_hosts",
    "untested",
    "hashed_class",
    "matches_everything",
    "too_slow",
    "shadowed_entry",
    "shadowed_layout",
    "shadowed_host",
]

PROBES: Final = (
    "",
    "The council approved the new bridge on Tuesday after a debate of three hours.",
    "Der Rat hat am Dienstag nach langer Debatte die neue Brücke beschlossen.",
    "市议会周二批准了新桥。",
    "Bridge approved",
    "12:30",
)
"""Lines so different that a pattern that matches all of them matches anything."""
SLOW_PROBES: Final = ("a" * 400 + "!", "a b " * 100 + "!", "1," * 200 + "!", "www." * 100 + "!")
"""Lines of one repeated piece and an end that does not fit: what patterns with nested repeats take ages for."""

_CLASS: Final = re.compile(r"\.(-?[A-Za-z_][\w-]*)|\[class[~|^$*]?=\s*[\"']?([\w-]+)")
_HASHED: Final = re.compile(
    r"(?i:css|sc|jsx|emotion|svelte|astro|makeStyles|jss)-?\w*-?(?=\w*\d)\w{4,}"  # what style tools generate
    r"|[\w-]+__(?=[\w-]*[0-9A-Z])[\w-]{5,8}"  # CSS modules: name__hash
    r"|(?i:_?[a-z]*[0-9]+[a-z]+[0-9][a-z0-9]*)",  # digits and letters in turn
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in a rule file that a person should look at."""

    site: str
    """Name of the rule file."""
    path: str
    """Where in it, as `layout[0].drop[2].css`."""
    kind: FindingKind
    message: str


def lint(site: SiteRules) -> tuple[Finding, ...]:
    """Findings in the rules of one site, in the order of the file."""
    found = (*_untested(site), *_hashed(site), *_broad(site), *_shadowed_entries(site), *_shadowed_layouts(site))
    return tuple(Finding(site=site.id, path=path, kind=kind, message=message) for path, kind, message in found)


def looks_generated(name: str) -> bool:
    """Whether a class or id is one that a style tool made, and that changes with the site's next build."""
    return _HASHED.fullmatch(name) is not None


def lint_hosts(sites: Sequence[SiteRules], *, shipped: Container[str] = ()) -> tuple[Finding, ...]:
    """Hosts that two sites claim, of which only the later one has them; and sites that no page belongs to.

    Args:
        sites: in order.
        shipped: names of the shipped rule files: a file of the same name adds to them and needs no hosts.
    """
    owners: dict[str, str] = {}
    found: list[Finding] = []
    for site in reversed(sites):
        for i, host in enumerate(site.hosts):
            owner = owners.setdefault(spell(host), site.id)
            if owner != site.id:
                message = f"{host!r} belongs to {owner}, which comes later"
                found.append(Finding(site=site.id, path=f"hosts[{i}]", kind="shadowed_host", message=message))
        if not (site.hosts or site.signature or site.id in shipped):
            message = f"no page could have these rules: name the hosts, as hosts = [{site.id!r}]"
            found.append(Finding(site=site.id, path="hosts", kind="no_hosts", message=message))
    return tuple(found)


_Raw: TypeAlias = tuple[str, FindingKind, str]


def _untested(site: SiteRules) -> Iterator[_Raw]:
    if site.origin is not None:  # no pages came with it
        return
    seen = {name for case in site.test for name, count in case.drops.items() if count}
    captions = any(case.captions for case in site.test)
    for place in places(site):
        name = place.entry.id
        if isinstance(place.entry, Drop | Tail) and name not in seen:
            yield place.path, "untested", f"no [[test]] sees {name!r} drop anything: add it to its drops"
        elif isinstance(place.entry, Caption) and not captions:
            yield place.path, "untested", f"no [[test]] sees a caption that {name!r} could have found: give it captions"


def _hashed(site: SiteRules) -> Iterator[_Raw]:
    for path, css in _selectors(site):
        for match in _CLASS.finditer(css):
            name = match[1] or match[2]
            if looks_generated(name):
                message = f"the class {name!r} looks generated, and will change with the site's next build"
                yield path, "hashed_class", message


def _broad(site: SiteRules) -> Iterator[_Raw]:
    probes, slow = Lines([plain(probe) for probe in PROBES]), Lines(SLOW_PROBES)
    for path, pattern in _patterns(site):
        try:
            if sum(1 for _ in probes.search(pattern)) == len(PROBES):
                yield path, "matches_everything", f"{pattern!r} matches any line: anchor it with ^ and $"
            for _ in slow.search(pattern):
                pass
        except PatternTimeoutError:
            yield path, "too_slow", f"{pattern!r} takes too long on some lines: avoid a repeat inside of a repeat"


def _shadowed_entries(site: SiteRules) -> Iterator[_Raw]:
    seen: dict[tuple[object, ...], str] = {}
    for place in places(site):
        key = (place.layout and place.layout.id, *_meaning(place.entry))
        first = seen.setdefault(key, place.entry.id)
        if first != place.entry.id:
            yield place.path, "shadowed_entry", f"{place.entry.id!r} says what {first!r} says already"


def _shadowed_layouts(site: SiteRules) -> Iterator[_Raw]:
    catch_all: Layout | None = None
    for n, layout in enumerate(site.layout):
        if catch_all is not None:
            message = f"{layout.id!r} is never chosen: {catch_all.id!r} before it fits every page; give that one detect"
            yield f"layout[{n}]", "shadowed_layout", message
        elif layout.detect is None and layout.since is None and layout.until is None:
            catch_all = layout


def _meaning(entry: Entry) -> tuple[object, ...]:
    if isinstance(entry, Tail):
        return type(entry), entry.anchor, entry.lines, entry.where
    return type(entry), entry.css, entry.text, entry.where


def _selectors(site: SiteRules) -> Iterator[tuple[str, str]]:
    """Path and text of every selector."""
    for place in places(site):
        if not isinstance(place.entry, Tail) and place.entry.css is not None:
            yield f"{place.path}.css", place.entry.css
    for n, layout in enumerate(site.layout):
        if layout.detect is not None:
            yield f"layout[{n}].detect", layout.detect
        for i, css in enumerate(layout.body):
            yield f"layout[{n}].body[{i}]", css
    yield from _sources(site, ("css",))


def _patterns(site: SiteRules) -> Iterator[tuple[str, str]]:
    """Path and text of every pattern that is matched against lines."""
    for i, pattern in enumerate(site.signature):
        yield f"signature[{i}]", pattern
    for place in places(site):
        if isinstance(place.entry, Tail):
            yield f"{place.path}.anchor", place.entry.anchor
            yield f"{place.path}.lines", place.entry.lines
        elif place.entry.text is not None:
            yield f"{place.path}.text", place.entry.text
    yield from _sources(site, ("text",))


def _sources(site: SiteRules, kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Path and text of the field sources of some kinds."""
    layouts = ((f"layout[{n}].fields", layout.fields) for n, layout in enumerate(site.layout))
    for path, fields in (("fields", site.fields), *layouts):
        for name in FIELD_NAMES:
            for i, text in enumerate(getattr(fields, name)):
                source = parse_source(text)
                if source.kind in kinds:
                    yield f"{path}.{name}[{i}]", source.wanted
