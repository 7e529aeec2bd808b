"""Which rule file belongs to which host and signature, so that no other file has to be read.

The shipped files have theirs in `sites/index.json`. `python -m newsclean.rules.index` writes it anew, which every
change of hosts or signatures needs.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

from newsclean.errors import RuleError
from newsclean.rules.hosts import look_up, spell
from newsclean.rules.load import SITES, SUFFIX, load_rules
from newsclean.rules.patterns import Lines, PatternTimeoutError, fold, plain, whole_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

INDEX_FILE: Final = SITES / "index.json"
"""Where the generated index of the shipped rules is."""

_IN_BRACKETS: Final = re.compile(r"\\.|\[\^?\]?[^\]]*\]", re.DOTALL)
_GROUP: Final = re.compile(r"\([^()]*\)")
_VERBOSE: Final = re.compile(r"\(\?[A-Za-z0-9]*x")
"""The flag by which spaces in a pattern mean nothing."""
_SPECIAL: Final = frozenset(r"\.^$*+?{}[]|()")
"""Characters that make a signature a pattern; one without them is looked up instead of matched."""


@dataclass(frozen=True, kw_only=True)
class SiteIndex:
    """Hosts and signatures, each with the name of its rule file."""

    hosts: Mapping[str, str] = field(default_factory=dict)
    """Hosts in their one spelling, and `*.` entries."""
    lines: Mapping[str, str] = field(default_factory=dict)
    """Signatures that are plain text, folded."""
    patterns: Mapping[str, str] = field(default_factory=dict)
    """Signatures that are patterns."""

    def by_host(self, host: str) -> str | None:
        """The rule file of a host in its one spelling."""
        return look_up(self.hosts, host)

    def by_line(self, texts: Iterable[str]) -> str | None:
        """The rule file of the first line that is some site's signature; a pattern that takes too long matches none."""
        folded = [plain(fold(text)) for text in texts]
        for text in folded:
            site = self.lines.get(text.casefold())
            if site is not None:
                return site
        lines = Lines(folded)
        for pattern, site in self._likely(folded):
            try:
                if any(lines.search(whole_line(pattern))):
                    return site
            except PatternTimeoutError:
                continue
        return None

    def _likely(self, texts: Iterable[str]) -> Iterable[tuple[str, str]]:
        """Patterns that may match one of some lines, with their rule files, in order."""
        words = dict.fromkeys(("", *(text.casefold().partition(" ")[0] for text in texts)))
        found = sorted(entry for word in words for entry in self._by_word.get(word, ()))
        return ((pattern, site) for _, pattern, site in found)

    @cached_property
    def _by_word(self) -> Mapping[str, list[tuple[int, str, str]]]:
        """Patterns by the word that their line must begin with, "" where that is unknown: number, pattern, rule file.

        Thousands of patterns, one for each site, would cost more than the rest of a page.
        """
        out: dict[str, list[tuple[int, str, str]]] = {}
        for number, (pattern, site) in enumerate(self.patterns.items()):
            out.setdefault(_first_word(pattern), []).append((number, pattern, site))
        return out

    def sites(self) -> frozenset[str]:
        """The names of all rule files."""
        return frozenset((*self.hosts.values(), *self.lines.values(), *self.patterns.values()))

    def below(self, later: SiteIndex) -> SiteIndex:
        """This index with a later one on top."""
        return SiteIndex(
            hosts={**self.hosts, **later.hosts},
            lines={**self.lines, **later.lines},
            patterns={**self.patterns, **later.patterns},
        )


def _first_word(signature: str) -> str:
    """The word, case folded, that a line must begin with to match; "" when that is unknown."""
    words = plain(signature).removeprefix("(?i)").removeprefix("^")
    beginning = next((words[:i] for i, character in enumerate(words) if character in _SPECIAL), words)
    word, space, _ = beginning.partition(" ")
    follower = words[len(beginning) : len(beginning) + 1]
    sure = space and not (len(word) + 1 == len(beginning) and follower in tuple("*+?{"))  # the space may be missing
    return word.casefold() if sure and not (_has_choice(words) or _VERBOSE.search(words)) else ""


def _has_choice(pattern: str) -> bool:
    """Whether a `|` stands in no brackets."""
    bare = _IN_BRACKETS.sub("", pattern)
    while (inner := _GROUP.sub("", bare)) != bare:
        bare = inner
    return "|" in bare


class Known(Protocol):
    """What must be known of a rule file to find it."""

    @property
    def id(self) -> str:
        """Name of the file."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """As in `SiteRules`."""

    @property
    def signature(self) -> tuple[str, ...]:
        """As in `SiteRules`."""


def build_index(sites: Iterable[Known]) -> SiteIndex:
    """The index of some sites; where two claim the same, the later one has it."""
    hosts: dict[str, str] = {}
    lines: dict[str, str] = {}
    patterns: dict[str, str] = {}
    for site in sites:
        hosts.update((spell(host), site.id) for host in site.hosts)
        for signature in site.signature:
            if _SPECIAL.isdisjoint(signature):
                lines[plain(fold(signature)).casefold()] = site.id
            else:
                patterns[signature] = site.id
    return SiteIndex(hosts=hosts, lines=lines, patterns=patterns)


def shipped_files() -> list[Path]:
    """The shipped rule files, by name; layers shared by several sites are in folders and no sites of their own."""
    return sorted(SITES.glob(f"*{SUFFIX}"))


def read_index(path: Path = INDEX_FILE) -> SiteIndex:
    """The shipped index.

    Raises:
        RuleError: the file is missing or broken, as after an incomplete installation.
    """
    try:
        return SiteIndex(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError) as error:
        what = f"the index of the shipped rules cannot be read ({error}): install newsclean again"
        raise RuleError(str(path), "", what) from None


def dumps() -> str:
    """The text of the index file, from the shipped rule files."""
    index = build_index(load_rules(path) for path in shipped_files())
    parts = {"hosts": index.hosts, "lines": index.lines, "patterns": index.patterns}
    return json.dumps(parts, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    INDEX_FILE.write_text(dumps(), encoding="utf-8")
    sys.stdout.write(f"wrote {INDEX_FILE}\n")
