"""Pages that were made to cost time or memory go through the whole of `parse`, each in a process of its own.

The bounds are about ten times what is needed here: they catch what grows faster than the page, and nothing else.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

SECONDS = 20
"""Processor time of a page, the loading of the library not counted; two is the most that any takes here."""
MEGABYTES = 1_500
"""Growth of resident memory; 150 is usual, a third of it the language model and trafilatura."""

DEEP = {
    "divisions that the guard passes": '"<div>" * 900 + "word " * 50',
    "divisions with text at every depth": '"".join(f"<div>Some words at depth {i}, and a few more. " for i in range(900))',
    "divisions around an article": '"<div>" * 900 + STORY + "</div>" * 900',
    "lists in lists": '"<ul><li>Some words of an item, and more. " * 450',
    "quotes in quotes": '"<blockquote>Some words of a quote, and more. " * 900',
    "tables in tables": '"<table><tr><td>Some words of a cell, and more. " * 900',
    "definitions in definitions": '"<dl><dt>Term<dd>Some words on it. " * 450',
    "figures in figures": '"<figure><img src=a.jpg><figcaption>Some words." * 400',
    "links and spans": '"<p>" + "<a href=x><span>" * 450 + STORY',
    "formatting": '"".join(f"<b a{i}>" for i in range(900)) + STORY',
    "drawings": '"<svg>" + "<g>" * 900 + "</svg>" + STORY',
    "templates": '"<template>" * 900 + STORY',
    "data in a script": '\'<script type="application/ld+json">\' + "[" * 100_000 + "</script>" + STORY',
    "data that names itself": '\'<script type="application/ld+json">\' + \'{"@graph":\' * 900 + "{}" + "}" * 900 + "</script>" + STORY',
}
REFUSED = {
    "20,000 divisions": '"<div>" * 20_000',
    "50,000 divisions": '"<div>" * 50_000',
    "100,000 divisions": '"<div>" * 100_000',
    "20,000 lists": '"<ul><li>" * 20_000',
    "20,000 attributes": '"<p " + " ".join(f"a{i}" for i in range(20_000)) + ">x"',
    "50,000 attributes": '"<p " + " ".join(f"a{i}" for i in range(50_000)) + ">x"',
    "200,000 attributes": '"<p " + " ".join(f"a{i}" for i in range(200_000)) + ">x"',
    "1,000 formatting tags, misnested": "misnested(1_000)",
    "2,000 formatting tags, misnested": "misnested(2_000)",
    "4,000 formatting tags, misnested": "misnested(4_000)",
    "100,000 options": '"<select>" + "<option>a" * 100_000',
    "a million spans": '"<span>" * 1_000_000',
    "a million unknown tags": '"<x-y>" * 1_000_000',
    "a million line breaks": '"<br>" * 1_000_000',
    "a text of a million lines": '"word\\n" * 1_000_000',
}
PASSED = {
    "450 formatting tags, misnested": "misnested(450)",
    "2,000 attributes on many tags": '("<p " + " ".join(f"a{i}" for i in range(1_900)) + ">x") * 100',
    "9,000 options": '"<select>" + "<option>a" * 9_000',
    "a date with 100,000 spaces behind": 'declared("datePublished", "2024-05-02T10:00" + " " * 100_000) + STORY',
    "an author of 100,000 brackets": 'declared("author", {"@type": "Organization", "name": "(" * 100_000}) + STORY',
    "an author of 100,000 slashes": 'declared("author", "/" * 100_000) + STORY',
    "a date and 100,000 brackets": '"<p>Updated 2 May 2024 " + "(" * 100_000 + STORY',
    "a paragraph of 1 MB": '"<p>" + "word " * 200_000',
    "a word of 1 MB": '"<p>" + "w" * 1_000_000',
    "a line of 1 MB": '"word " * 200_000',
    "a line of comments that begin": '"x" + "<!--" * 200_000',
    "200,000 entities": '"<p>" + "&amp;" * 200_000',
    "200,000 brackets": '"<p>" + "< " * 200_000',
    "200,000 comments that begin": '"<!--" * 200_000',
    "a comment that never ends": '"<!--" + "x" * 5_000_000',
    "white space": '"<p>" + " " * 5_000_000 + "x"',
    "punctuation": '"<p>" + "(" * 200_000 + "." * 200_000',
    "a menu in one line": '"<p>" + "News / World | " * 50_000',
    "names in one line": '"<p>By " + "Ada Quill and Bob Lunn, " * 30_000',
    "dates in one line": '"<p>" + "12 March 2026 " * 50_000',
    "a headline without end": '"<title>" + "Quay - " * 200_000 + "</title><p>x"',
    "class names without end": '"<div class=\'" + "c " * 500_000 + "\'>x"',
    "sizes of a picture without end": '"<p>x<img srcset=\'" + "a.jpg 100w, " * 50_000 + "\'>"',
    "a picture with its caption, 8,000 times": '"<figure><img src=a.jpg><figcaption>Some words of a caption.</figcaption></figure>" * 8_000',
    "end tags of nothing": '"<div>" * 900 + "</span></p></a>" * 100_000',
    "10,000 paragraphs": '"<p>Some words of it, and more.</p>" * 10_000',
    "data by the thousand": '\'<script type="application/ld+json">[\' + \'{"@type": "NewsArticle", "headline": "Quay"},\' * 50_000 + "{}]</script><p>x"',
}
RUN = """
import json, resource, sys, time
from newsclean import NewscleanError, Options, parse

STORY = "".join(f"<p>Sentence {i} of a story that is told at some length, so that it reads like one.</p>" for i in range(20))

def misnested(n):
    return "".join(f"<b {i}>" for i in range(n)) + "".join(f"<i {i}>" for i in range(n)) + "x</b>" * n

def declared(name, value):
    node = json.dumps({"@type": "NewsArticle", "headline": "Quay opens", name: value})
    return f'<script type="application/ld+json">{node}</script>'

def used():
    return resource.getrusage(resource.RUSAGE_SELF)

page = eval(sys.stdin.read())
before = used()
try:
    kind = "html" if page.startswith("<") else "text"
    article = parse(page, options=Options(accept="any", input=kind, links=True, second_opinion=sys.argv[1] == "asked"))
    written = [article.text, article.markdown, article.html, article.explain(), article.to_json()]
    outcome = "article"
except NewscleanError as error:
    outcome = f"{type(error).__name__} {getattr(error, 'reason', '')}"
after = used()
print(json.dumps([outcome, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, (after.ru_maxrss - before.ru_maxrss) / 1024]))
"""

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there is no `resource`"),
    pytest.mark.timeout(10 * SECONDS),
]


def outcome_of(page: str, second_opinion: str) -> str:
    """What became of a page, after its time and memory were looked at."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, second_opinion], input=page, stdout=subprocess.PIPE, check=True, text=True
    )
    outcome, seconds, megabytes = json.loads(done.stdout)
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    return str(outcome)


@pytest.mark.parametrize("page", DEEP.values(), ids=DEEP)
def test_what_the_guard_passes_however_deep_comes_out_as_an_article(page: str) -> None:
    assert outcome_of(page, "asked") == "article"


@pytest.mark.parametrize("page", PASSED.values(), ids=PASSED)
def test_what_is_merely_large_costs_in_proportion(page: str) -> None:
    assert outcome_of(page, "not asked") == "article"


@pytest.mark.parametrize("page", REFUSED.values(), ids=REFUSED)
def test_what_would_cost_out_of_proportion_is_refused(page: str) -> None:
    assert outcome_of(page, "not asked") == "InputError too_complex"
