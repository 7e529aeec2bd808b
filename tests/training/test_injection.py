"""Captions in their own story and in others."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import idf
import injection
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def chance() -> random.Random:
    return random.Random(1)


def test_own_captions_alone_and_beside_a_stray(captioned: Callable[..., Any], chance: random.Random) -> None:
    pages = [captioned(0, "The quay", "The ferry"), captioned(1, "A pianist")]
    trials = list(injection.own_trials(pages, chance))
    assert [(t.caption, t.siblings, t.company) for t in trials[:2]] == [
        ("The quay", ("The ferry",), "alone"),
        ("The quay", ("The ferry", "A pianist"), "with"),
    ]
    assert all(t.kind == "own" and t.host is t.page for t in trials)


def test_strays_never_meet_their_own_site_but_where_it_is_asked(
    captioned: Callable[..., Any], chance: random.Random
) -> None:
    pages = [captioned(n, f"Caption {n}", site="one.example" if n < 3 else "") for n in range(8)]
    known = idf.frequencies_of(pages, {"en"})
    trials = list(injection.stray_trials(pages, pages, known, chance))
    assert {t.kind for t in trials} <= set(injection.KINDS)
    assert {t.company for t in trials} == {"with", "without"}
    for t in trials:
        assert t.host is not t.page
        assert (t.host.site == t.page.site) == (t.kind == "site")
        assert bool(t.siblings) == (t.company == "with")


def test_the_hard_host_is_the_nearest_in_topic(captioned: Callable[..., Any], chance: random.Random) -> None:
    piano = "The pianist played nocturnes. The pianist plays sonatas tomorrow, in the hall of music."
    pages = [captioned(n) for n in range(8)]
    pages[0] = captioned(0, "A pianist", body=piano)
    pages[5] = captioned(
        5,
        body="The pianist played nocturnes. Critics heard cellos, drums, flutes, horns, trumpets and bells elsewhere.",
    )
    known = idf.frequencies_of([captioned(n) for n in range(8)], {"en"})
    hosts = [t.host.id for t in injection.stray_trials(pages[:1], pages, known, chance) if t.kind == "hard"]
    assert hosts == ["5"]


def test_a_copy_of_the_story_is_no_foreign_one(captioned: Callable[..., Any], chance: random.Random) -> None:
    page = captioned(0, "Caption")
    copy = page._replace(site="other.example", id="9")
    known = idf.frequencies_of([captioned(n) for n in range(8)], {"en"})
    assert list(injection.stray_trials([page], [page, copy], known, chance)) == []


def test_other_languages_are_no_hosts(captioned: Callable[..., Any], chance: random.Random) -> None:
    pages = [captioned(0, "Caption"), captioned(1, language="de")]
    known = idf.frequencies_of(pages, {"en", "de"})
    assert list(injection.stray_trials(pages, pages, known, chance)) == []
