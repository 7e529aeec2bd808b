"""What site rules cost: to have, to look up, and to apply.

    python benchmarks/rules.py [--rules N] [--rounds N]

Times are processor time of one core, the least of some rounds, on pages of our own making. "Another site" is the page
of a site without rules: what is told there is what everybody pays, without rules of the user and with N of them. The
limits are those of docs/site-rules.md; the program fails when one is missed by more than its noise allows.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newsclean import Options
from newsclean.blocks import read_html, read_text
from newsclean.html.document import Document
from newsclean.rules import folder_index
from newsclean.rules.apply import apply
from newsclean.rules.library import RuleLibrary
from newsclean.rules.model import SiteRules

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page

NOWHERE: Final = 0.05
"""Milliseconds that rules may cost a page to which none applies."""
SELECTOR: Final = 0.1
"""Milliseconds that a selector or pattern may cost a page to which it applies, about."""
NOISE: Final = 2.0
"""A limit is missed when the measured time is more than so many times it."""
CALLS: Final = 100

_RULES: Final = """
hosts = ["s{n}.example", "*.s{n}.example"]
signature = ['^More news at S{n}, the paper of (?:town|valley) {n}$', "S{n} is a paper"]
[[drop]]
id = "more"
css = "div.more-{n} > p:has(> a)"
kind = "related"
[[drop]]
id = "sign-up"
text = '^Sign up for the letter of S{n}'
[[layout]]
id = "l"
detect = "main.story-{n}"
body = ["div.text-{n}"]
"""
_SELECTORS: Final = (
    "div.more > p:has(> a)", "aside", "[class*=newsletter]", "ul.tags li", "p:has(> strong:only-child)",
    "section:has(h3:lexbor-contains('Related'))", "div.share, .social", "p:nth-last-of-type(1)", "figure p", ".x",
)  # fmt: skip
_PATTERNS: Final = (
    "^Read more:",
    "(?i)^sign up",
    r"\(Photo: [^)]+\)$",
    "^Also available at",
    "^©",
    r"\d{4} Valley Post$",
)


def main() -> int:
    """Measures, prints; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for n in range(args.rules):
            (folder / f"s{n}.example.toml").write_text(_RULES.format(n=n), encoding="utf-8")
        return report(folder, args.rounds)


def report(folder: Path, rounds: int) -> int:
    """Measures over a folder of rules, and prints."""
    have(folder)
    few, many = library(), library(folder)
    missed = False
    for what, page in pages().items():
        without, with_ = least(lambda p=page: few.find(p), rounds), least(lambda p=page: many.find(p), rounds)
        missed |= with_ > NOISE * NOWHERE
        print(f"another site, {what:22} {without:7.4f} ms without rules of the user, {with_:7.4f} ms with them")
    for what, keys in {"selector": _SELECTORS, "pattern": _PATTERNS}.items():
        each = marginal(what, keys, rounds)
        missed |= each > NOISE * SELECTOR
        print(f"its own site: {each:7.4f} ms a {what}, of {len(keys)} on a page of {len(own_page().blocks)} blocks")
    print("a limit was missed" if missed else f"within {NOWHERE} ms where none applies and {SELECTOR} ms a selector")
    return int(missed)


def have(folder: Path) -> None:
    """What it takes to have the rules of a folder, once a process: as they are, and indexed."""
    for what in ("read whole", "indexed"):
        start = time.process_time()
        count = len(library(folder).names())
        print(f"{count:,} sites with rules, {what}: {1000 * (time.process_time() - start):8.1f} ms once")
        folder_index.write(folder)


def library(*rules: Path) -> RuleLibrary:
    """The shipped rules, and those given."""
    return RuleLibrary.from_options(Options(rules=rules), environ={})


def pages() -> dict[str, Page]:
    """Pages of a site without rules."""
    story = "".join(f"<p>Sentence {n} of the story about the ferry says something of its own.</p>" for n in range(60))
    html = f"<!doctype html><title>T</title><main><h1>T</h1>{story}</main>"
    declared = f'<link rel=canonical href="https://news.other.example/1">{html}'
    return {
        "address known": read_html(Document(html, url="https://news.other.example/2024/1")),
        "address on the page": read_html(Document(declared)),
        "no address": read_html(Document(html)),
        "text without address": read_text("\n".join(f"Sentence {n} of a story." for n in range(60))),
    }


def own_page() -> Page:
    """A page of a site with rules."""
    story = "".join(
        f"<p>Sentence {n} of the story about the <b>ferry</b> says something of its own.</p>" for n in range(40)
    )
    more = "".join(f"<div class=more><p><a href=/{n}>Another story {n}</a></p></div>" for n in range(20))
    html = f"<!doctype html><main><h1>T</h1><figure><img src=a><figcaption>C</figcaption></figure>{story}{more}</main>"
    return read_html(Document(html, url="https://own.example/1"))


def marginal(what: str, keys: tuple[str, ...], rounds: int) -> float:
    """Milliseconds for one more selector or pattern: the difference that all of them make, by their number."""
    name, page = "css" if what == "selector" else "text", own_page()
    entries = "".join(f"[[keep]]\nid = 'k{n}'\n{name} = '''{key}'''\n" for n, key in enumerate(keys))
    bare, full = (SiteRules.from_toml(text, id="own") for text in ("hosts = ['own.example']", entries))
    return (least(lambda: apply(full, page), rounds) - least(lambda: apply(bare, page), rounds)) / len(keys)


def least(call: Callable[[], object], rounds: int) -> float:
    """Milliseconds of one call: the least mean of some rounds."""
    found = []
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(CALLS):
            call()
        found.append(1000 * (time.process_time() - start) / CALLS)
    return min(found)


if __name__ == "__main__":
    sys.exit(main())
