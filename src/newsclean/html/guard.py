"""Refuses markup that would cost the parser minutes, before it is parsed.

Lexbor's time is quadratic in nesting depth and in the attributes of one tag, and cubic in formatting elements that are
closed in the wrong order. A cheap screen passes ordinary pages; what it flags is read tag by tag, in linear time.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, Never

import numpy as np

from newsclean.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_CHARS: Final = 16 * 1024 * 1024
"""Characters of a page; the largest of the evaluation corpus has 5.3 million."""
MAX_DEPTH: Final = 1_000
"""Elements inside one another: at most 51 on the pages of the evaluation corpus, and browsers stop at 512; 20,000
nested `div` cost the parser half a second, and what walks up from every block pays for depth again."""
MAX_ATTRIBUTES: Final = 2_000
"""Attributes of one tag: at most 64 on the Zyte pages; 20,000 cost a second."""
MAX_FORMATTING: Final = 1_000
"""Formatting elements open at once: 2,000 `b` and `i` with attributes of their own, closed in the wrong order, cost
four seconds (Lexbor issue 340); at most 11 on the pages of the evaluation corpus."""
MAX_REOPENED: Final = 1_000_000
"""Formatting elements that are open, added up over all tags: what is left open in a paragraph is opened anew in each
one that follows, so 92 KB can become 18 million elements."""
MAX_OPTIONS: Final = 10_000
"""Options of one `select`: 20,000 cost the parser 1.3 seconds, 40,000 five; at most 549 on the pages of the corpus."""
MAX_OPTION_STEPS: Final = MAX_OPTIONS**2
"""Every option added to those before it in its list, over all lists: twenty lists of 9,000 cost nine seconds."""
MAX_ELEMENTS: Final = 100_000
"""Elements of a page; at most 13,442 on the pages of the evaluation corpus. All stages are linear in them, but at
about 10 KB and 70 microseconds a block: a page of 5 MB that is nothing but line breaks took half a minute and 3 GB."""
MAX_INSIDE: Final = 5_000_000
"""Open elements, added up over all tags; at most 373,582 on the pages of the evaluation corpus. What looks at the
elements around each block pays for this: 50,000 paragraphs at a depth of 900 took three seconds and 500 MB."""
MAX_LINES: Final = 100_000
"""Lines of a plain text, which cost what elements cost."""
MANY_TAGS: Final = 3_000
"""Tags that a page may open without being read tag by tag."""
SOME_TAGS: Final = 1_500
"""Tags that a page may open without a look at how many of them are formatting: if all are, and misnested, they cost
0.4 seconds and 200 MB, twice as many 2.4 seconds and 1.2 GB. One page in five of the evaluation corpus has more."""
SOME_FORMATTING: Final = 500
"""Formatting tags of such a page, of any kind but links, for which it is read tag by tag."""
LONG_RUN: Final = 8_000
"""Characters without `<` from which a run is looked at: fewer cannot hold `MAX_ATTRIBUTES` of four characters."""

_VALUE = r"=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>][^\s>]*+)"
_REST = rf"(?:[^>=]++|{_VALUE}|=)*+"
"""All of a tag behind its name; possessive, so that no input makes it look twice."""
_TOKEN = re.compile(
    rf"<(?:(?P<comment>!--)(?:-?>)?|(?P<end>/?)(?P<name>[a-z][^\s/>]*+)(?P<rest>{_REST})(?:>|\Z))", re.IGNORECASE
)
_COMMENT_END = re.compile(r"--!?>")
_RAW_END: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in "script style textarea title xmp iframe noembed noframes".split()
}
"""Elements that hold no elements, and what ends them."""
_HEAD = re.compile(rf"[a-z]+{_REST}", re.IGNORECASE)
_VALUES = re.compile(_VALUE)
_FORMATS = re.compile(r"<(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/>]", re.IGNORECASE)
_NO_DEPTH: Final = frozenset(
    (
        "",  # a comment
        *_RAW_END,
        # no content
        *"area base br col embed hr img input link meta param source track wbr".split(),
        # closed by the next of their kind, so they nest only inside others that are counted
        *"p li dt dd tr td th thead tbody tfoot option optgroup rt rp colgroup".split(),
    )
)
_FORMATTING: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_ONE_AT_A_TIME: Final = frozenset(("a", "nobr", "button"))
"""Opening one closes the one that is open."""
_FOREIGN: Final = ("svg", "math")


def refuse_hostile(html: str, utf8: bytes | None = None) -> None:
    """Does nothing for a page that can be parsed in time.

    Args:
        html: the page.
        utf8: the same in UTF-8, where it is at hand.

    Raises:
        InputError: reason "too_complex".
    """
    if len(html) > MAX_CHARS:
        _refuse(f"the page has {len(html):,} characters, the limit is {MAX_CHARS:,}")
    if _has_many_tags(html, utf8) or _has_long_tag(html):
        _read_tags(html)


def refuse_endless(text: str) -> None:
    """Does nothing for a plain text that can be read in time.

    Raises:
        InputError: reason "too_complex".
    """
    lines = sum(map(text.count, "\n\r\u2028\u2029")) - text.count("\r\n")
    for count, limit, what in ((len(text), MAX_CHARS, "characters"), (lines, MAX_LINES, "lines")):
        if count > limit:
            message = f"the text has {count:,} {what}, the limit is {limit:,}: give it article by article"
            raise InputError("too_complex", message)


def _has_many_tags(html: str, utf8: bytes | None) -> bool:
    tags, ends = _count_tags(html.encode("utf-8", "surrogatepass") if utf8 is None else utf8)
    opened = tags - ends
    if opened > MANY_TAGS or opened - ends > MAX_FORMATTING:
        return True
    return opened > SOME_TAGS and len(_FORMATS.findall(html)) > SOME_FORMATTING


def _count_tags(utf8: bytes) -> tuple[int, int]:
    """How many `<` and how many `</` there are: bytes in an array are compared many at a time."""
    page = np.frombuffer(utf8, np.uint8)
    opening = page == ord("<")
    ends = opening[:-1] & (page[1:] == ord("/"))
    return int(np.count_nonzero(opening)), int(np.count_nonzero(ends))


def _has_long_tag(html: str) -> bool:
    return any(_long_tag(html[start:end]) for start, end in _long_runs(html))


def _long_runs(html: str) -> Iterator[tuple[int, int]]:
    """Where more than `LONG_RUN` characters without `<` stand.

    It leaps from `<` to the last `<` that a run may reach, so that it looks at few of the characters between.
    """
    start = 0
    while len(html) - start > LONG_RUN:
        place = html.rfind("<", start, start + LONG_RUN + 1)
        if place < 0:
            end = html.find("<", start)
            place = len(html) if end < 0 else end
            yield start, place
        start = place + 1


def _long_tag(run: str) -> bool:
    """Whether what follows a `<` may be a long tag: a script or style is, only when its tag itself is long."""
    if run[:6].lower().startswith(("script", "style")):
        head = _HEAD.match(run)
        return head is not None and head.end() > LONG_RUN
    return True


class _Open:
    """The elements that are open at some place of the page, as the parser would have them."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.counts: Counter[str] = Counter()
        self.formatting = 0

    def enter(self, name: str) -> None:
        self.names.append(name)
        self.counts[name] += 1
        self.formatting += name in _FORMATTING

    def leave(self, name: str) -> None:
        """Closes the innermost element of a name, and what is open inside it; nothing where there is none."""
        if not self.counts[name]:
            return
        while True:
            last = self.names.pop()
            self.counts[last] -= 1
            if last == name:
                self.formatting -= name in _FORMATTING
                return


class _Lists:
    """The options of the lists met so far."""

    def __init__(self) -> None:
        self.options = self.steps = 0

    def meet(self, name: str) -> None:
        """Counts an option, or begins a new list."""
        self.options = self.options + 1 if name == "option" else 0
        self.steps += self.options
        _check(self.options, MAX_OPTIONS, "options stand in one list")


def _tokens(html: str) -> Iterator[tuple[str, bool, str]]:
    """Tags and comments, as the parser would find them: name in lower case, whether it is an end tag, attributes.

    A comment has no name.

    What stands in comments and scripts is leapt over by searches of their ends, which look at 10 characters in the
    time in which a pattern that goes on through them looks at one.
    """
    search, position = _TOKEN.search, 0
    while found := search(html, position):
        comment, end, name, attributes = found.groups()
        name, position, last = (name or "").lower(), found.end(), None
        yield name, bool(end), attributes or ""
        if comment:
            last = None if found[0].endswith(">") else _COMMENT_END
        elif not end:
            last = _RAW_END.get(name)
        if last is not None:
            closed = last.search(html, position)
            if closed is None:
                return
            position = closed.end()


def _read_tags(html: str) -> None:
    around, lists = _Open(), _Lists()
    elements = inside = reopened = 0
    for name, end, attributes in _tokens(html):
        depth = len(around.names)
        reopened += around.formatting
        inside += depth
        if end:
            around.leave(name)
            continue
        elements += 1
        if elements > MAX_ELEMENTS or depth > MAX_DEPTH or around.formatting > MAX_FORMATTING:
            break
        if len(attributes) > MAX_ATTRIBUTES:
            _check_attributes(attributes)
        if name in ("select", "option"):
            lists.meet(name)
        if name in _NO_DEPTH or (attributes.endswith("/") and any(around.counts[f] for f in _FOREIGN)):
            continue
        if name in _ONE_AT_A_TIME:
            around.leave(name)
        around.enter(name)
    _check(elements, MAX_ELEMENTS, "tags and comments")
    _check(len(around.names), MAX_DEPTH, "tags stand inside one another")
    _check(around.formatting, MAX_FORMATTING, "formatting tags are left open")
    _check(reopened, MAX_REOPENED, "formatting elements would be opened anew")
    _check(inside, MAX_INSIDE, "tags, counted once for each element around them")
    _check(lists.steps, MAX_OPTION_STEPS, "steps would be needed for the options of its lists")


def _check(count: int, limit: int, what: str) -> None:
    if count > limit:
        _refuse(f"more than {limit:,} {what}")


def _check_attributes(attributes: str) -> None:
    count = len(_VALUES.sub("= ", attributes).replace("/", " ").split())
    if count > MAX_ATTRIBUTES:
        _refuse(f"one tag has about {count:,} attributes, the limit is {MAX_ATTRIBUTES:,}")


def _refuse(why: str) -> Never:
    message = f"refused before parsing: {why}; cut the page to its article, or run it through an HTML cleaner"
    raise InputError("too_complex", message)
