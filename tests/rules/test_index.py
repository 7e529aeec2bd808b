"""The index of hosts and signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.errors import RuleError
from newsclean.rules.index import INDEX_FILE, SiteIndex, build_index, dumps, read_index, shipped_files
from newsclean.rules.patterns import check_pattern, compiled, fold, plain, whole_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsclean.rules.model import SiteRules

A = """
hosts = ["WWW.Example.com", "*.example.com", "xn--mller-kva.example"]
signature = ["The Example’s other addresses:", '(?:Read|See) more on The Example']
"""


def test_the_shipped_index_is_fresh() -> None:
    assert INDEX_FILE.read_text("utf-8") == dumps(), "run: python -m newsclean.rules.index"


def test_every_shipped_file_is_in_the_index_and_no_two_claim_a_host() -> None:
    index = read_index()
    assert index.sites() == {path.stem for path in shipped_files()}
    assert index == build_index(reversed([*_shipped()]))


def _shipped() -> list[SiteRules]:
    from newsclean.rules.load import load_rules

    return [load_rules(path) for path in shipped_files()]


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("example.com", "a"),
        ("news.example.com", "a"),
        ("müller.example", "a"),
        ("example.org", None),
        ("com", None),
    ],
)
def test_a_host_is_looked_up_in_its_one_spelling(host: str, site: str | None, rules: Callable[..., SiteRules]) -> None:
    assert build_index([rules(A, site="a")]).by_host(host) == site


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("The Example’s other addresses:", "a"),
        ("  THE EXAMPLE'S \u00a0other addresses: ", "a"),
        ("See more on the example", "a"),
        ("The Example’s other addresses: see below", None),  # a part of a line is no signature
        ("Now see more on The Example", None),
        ("See more on The Example today", None),
        ("", None),
    ],
)
def test_a_signature_is_a_whole_line_in_any_case(line: str, site: str | None, rules: Callable[..., SiteRules]) -> None:
    assert build_index([rules(A, site="a")]).by_line(["Story.", line]) == site


def test_of_two_claims_the_later_has_the_host(rules: Callable[..., SiteRules]) -> None:
    first, second = rules("hosts = ['x.example', 'y.example']", site="a"), rules("hosts = ['x.example']", site="b")
    index = build_index([first]).below(build_index([second]))
    assert (index.by_host("x.example"), index.by_host("y.example")) == ("b", "a")
    assert build_index([first, second]).by_host("x.example") == "b"


def test_a_signature_that_takes_too_long_matches_nothing(rules: Callable[..., SiteRules]) -> None:
    index = build_index([rules("signature = ['(a|a)*', 'b+']", site="a")])
    assert index.by_line(["a" * 60 + "!"]) is None
    assert index.by_line(["a" * 60 + "!", "bb"]) == "a"


PIECES = st.sampled_from(
    (
        "Read",
        "more",
        " ",
        "a",
        "A",
        "?",
        "*",
        ".",
        "(?:x|y)",
        "|",
        "^",
        "$",
        "[ab]",
        "[|(]",
        r"\(",
        "(?x)",
        "(a",
        ")",
        "{2}",
        "’",
        "ß",
        "+",
    )
)


@given(
    st.lists(PIECES, min_size=1, max_size=5).map("".join),
    st.lists(st.text("ReadmoreA ’'ßsx\n", max_size=9), max_size=4),
)
def test_what_is_passed_over_unread_would_not_have_matched(pattern: str, lines: list[str]) -> None:
    try:
        check_pattern(whole_line(pattern))
    except ValueError:
        return
    index = SiteIndex(patterns={pattern: "a"})
    matches = any(compiled(whole_line(pattern)).search(plain(fold(line))) for line in lines)
    assert (index.by_line(lines) == "a") == matches


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"unknown": {}}', b"\xff"])
def test_a_broken_index_says_to_install_again(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    path.write_bytes(content)
    with pytest.raises(RuleError, match="install newsclean again"):
        read_index(path)
    with pytest.raises(RuleError, match="install newsclean again"):
        read_index(tmp_path / "nowhere.json")


def test_an_empty_index_finds_nothing() -> None:
    assert SiteIndex().by_host("example.com") is None
    assert SiteIndex().by_line(["x"]) is None
