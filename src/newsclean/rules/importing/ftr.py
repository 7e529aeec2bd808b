"""Files of ftr-site-config (https://github.com/fivefilters/ftr-site-config, public domain) as our rules.

| there | here |
|---|---|
| name of the file | `hosts`; `.example.com.txt` is every host below `example.com` |
| `title` `author` `date` | `[fields]` |
| `body` | a `[[layout]]` whose `body` may match several elements |
| `strip` `strip_id_or_class` | `[[drop]]`, or `[[caption]]` where figures or captions are meant |

A drop here is more careful than a strip there: it is set aside where it would take more than a quarter of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, NoReturn

from newsclean.errors import RuleError
from newsclean.rules.check import lint
from newsclean.rules.importing.css import attribute
from newsclean.rules.importing.entries import entries, numbered
from newsclean.rules.importing.targets import Target, body, sources, targets
from newsclean.rules.keys import did_you_mean
from newsclean.rules.model import Expect, Fields, Layout, SiteRules
from newsclean.rules.validate import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

SUFFIX: Final = ".txt"
ORIGIN: Final = "ftr-site-config"
SELECTORS: Final = ("title", "body", "author", "date", "strip", "strip_id_or_class", "strip_image_src")
"""Lines that select something on the page: what can be carried over."""
BELOW: Final = "any."
"""What the name of a rule file begins with that serves the hosts below a name: `any.example.com`."""

GENERAL_TITLES: Final = frozenset(("title", "head > title", "h1", "meta:og:title", "meta:twitter:title"))
"""Sources of the title that tell nothing of the site. As rules they would outrank the general path, which weighs them:
on the corpus pages of these sites that made 10 titles wrong and none right."""

_FIELDS: Final = {"title": "title", "author": "authors", "date": "date_published"}
_SEVERAL: Final = frozenset(("authors",))
_LAYOUT: Final = "ftr.body"
"""Id of the layout; no entry can have it, since their names have no dot before a letter."""
_LINE: Final = re.compile(r"(?P<key>[A-Za-z_]+)(?:\((?P<argument>.*?)\))?\s*:\s?(?P<value>.*)")
_HOST: Final = re.compile(r"\.?(?:[\w-]+\.)+[\w-]+")
_REASONS: Final = {
    **dict.fromkeys(("test_url", "test_contains"), "a live page is no test: save one, and write a [[test]]"),
    **dict.fromkeys(
        ("http_header", "single_page_link", "single_page_link_in_feed", "next_page_link", "autodetect_next_page"),
        "rules here do not fetch",
    ),
    **dict.fromkeys(
        (
            "requires_login",
            "login_uri",
            "login_username_field",
            "login_password_field",
            "login_extra_fields",
            "not_logged_in_xpath",
        ),
        "rules here do not log in",
    ),
    **dict.fromkeys(
        ("find_string", "replace_string", "wrap_in", "dissolve", "move_into", "convert_double_br_tags", "strip_attr",
         "post_strip_attr", "src_lazy_load_attr", "insert_detected_image", "footnotes"),
        "a page is never rewritten here",
    ),
    **dict.fromkeys(
        ("prune", "tidy", "parser", "autodetect_on_failure", "skip_json_ld", "skip_id_or_class", "strip_comments",
         "native_ad_clue", "if_page_contains"),
        "a switch of another program",
    ),
}  # fmt: skip
"""Lines that are not carried over, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a file, and what became of it."""

    number: int
    """From 1."""
    key: str
    value: str
    reason: str | None = None
    """Why it was not carried over; None when it was."""

    @property
    def selects(self) -> bool:
        """Whether it selects something on the page."""
        return self.key in SELECTORS


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of one file."""

    file: str
    rules: SiteRules | None
    """None when nothing could be carried over."""
    lines: tuple[Line, ...] = ()
    problem: str | None = None
    """Why there are no rules."""


def convert(file: str, text: str) -> Imported:
    """The rules of one file, with what became of each line.

    Args:
        file: its name, as `example.com.txt`.
        text: what is in it.
    """
    name = file.removesuffix(SUFFIX).lower()
    if not _HOST.fullmatch(name):
        return Imported(file=file, rules=None, problem=f"{name!r} is no host")
    lines: list[Line] = []
    parts: list[SiteRules] = []
    for line in read_lines(text):
        try:
            parts.append(_part(line))
            lines.append(line)
        except ValueError as error:
            lines.append(replace(line, reason=str(error)))
    if not parts:
        selects = any(line.selects for line in lines)
        problem = "nothing of it could be carried over" if selects else "it selects nothing on a page"
        return Imported(file=file, rules=None, lines=tuple(lines), problem=problem)
    return Imported(file=file, rules=_site(file, name, parts), lines=tuple(lines))


def read_lines(text: str) -> Iterator[Line]:
    """The lines that say something; comments and empty lines are passed over, a line without a key has the key ""."""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            match = _LINE.fullmatch(stripped)
            key, value = (match["key"].lower(), match["value"].strip()) if match else ("", stripped)
            yield Line(number=number, key=key, value=value)


def _part(line: Line) -> SiteRules:
    """The rules that a line alone makes.

    Raises:
        ValueError: it makes none, or such that `rules check` has something to say; the message says what.
    """
    if not line.selects:
        known = (*SELECTORS, *_REASONS)
        raise ValueError(_REASONS.get(line.key) or f"no such key: {did_you_mean(line.key, known)}")
    if not line.value:
        message = "it names nothing"
        raise ValueError(message)
    part = SiteRules(id=_LAYOUT, origin=ORIGIN, **_READERS[line.key](line))
    try:
        validate(part, file="")
    except RuleError as error:
        raise ValueError(error.message) from None
    for finding in lint(part):
        raise ValueError(finding.message)
    return part


def _field(line: Line) -> dict[str, Any]:
    name = _FIELDS[line.key]
    found = sources(line.value, single=name not in _SEVERAL)
    telling = tuple(source for source in found if name != "title" or source not in GENERAL_TITLES)
    if not telling:
        message = "every page is asked for it, and the site's name is cut off there"
        raise ValueError(message)
    return {"fields": Fields(**{name: telling})}


def _body(line: Line) -> dict[str, Any]:
    return {"layout": (_layout((body(line.value),)),)}


def _layout(body: tuple[str, ...]) -> Layout:
    return Layout(id=_LAYOUT, body=body, expect=Expect(body="many"))


def _strip(line: Line) -> dict[str, Any]:
    return entries(targets(line.value), origin=ORIGIN)


def _strip_named(line: Line) -> dict[str, Any]:
    css = f"{attribute('class', '*=', line.value)}, {attribute('id', '*=', line.value)}"
    return entries((Target(css),), origin=ORIGIN)


def _strip_picture(_line: Line) -> NoReturn:
    message = "there is no rule on the addresses of pictures"
    raise ValueError(message)


_READERS: Final[Mapping[str, Callable[[Line], dict[str, Any]]]] = {
    **dict.fromkeys(_FIELDS, _field),
    "body": _body,
    "strip": _strip,
    "strip_id_or_class": _strip_named,
    "strip_image_src": _strip_picture,
}


def _site(file: str, name: str, parts: Sequence[SiteRules]) -> SiteRules:
    """The rules that the lines of a file make together."""
    below, host = name.startswith("."), name.removeprefix(".")
    bodies = dict.fromkeys(css for part in parts for layout in part.layout for css in layout.body)
    fields = {
        field: tuple(dict.fromkeys(source for part in parts for source in getattr(part.fields, field)))
        for field in _FIELDS.values()
    }
    return SiteRules(
        id=f"{BELOW}{host}" if below else host,
        origin=f"{ORIGIN}/{file}",
        hosts=(f"*.{host}" if below else host,),
        fields=Fields(**fields),
        layout=(_layout(tuple(bodies)),) if bodies else (),
        **numbered(
            [*(entry for part in parts for entry in part.caption), *(drop for part in parts for drop in part.drop)]
        ),
    )
