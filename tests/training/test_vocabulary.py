"""What class names and words say of the story, counted once a site, and without the site that is learned from."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from labels import Labels
from vocabulary import DRAW, LEAST_ODDS, LEAST_SITES, MAX_CHARS, Learned, new_votes, vocabulary, vote

if TYPE_CHECKING:
    from collections.abc import Callable

    from vocabulary import Votes

    from newsclean.page import Page

    Html = Callable[[str], Page]

LONG = "the harbour board opened the old quay in Ankerholm again on Monday after three winters"


def labels(*story: float, weight: float = 1.0) -> Labels:
    return Labels(np.array(story), np.full(len(story), weight))


def share(votes: dict[str, dict[str, list[float]]], token: str) -> dict[str, float]:
    return {site: round(total / count, 3) for site, (total, count) in votes.get(token, {}).items()}


def test_containers_vote_with_the_share_of_the_story_in_them(html: Html) -> None:
    votes = new_votes()
    page = html("<div class=text><p>one two</p><p class=promo>three</p></div><div class=rail><p>four</p></div>")
    vote(votes, page, labels(1, 0, 0), "a.example", whole=True)
    assert share(votes.names, "text") == {"a.example": round(2.5 / 4, 3)}
    assert share(votes.names, "promo") == share(votes.names, "rail") == {"a.example": 0}


def test_containers_do_not_vote_where_only_some_blocks_are_labelled(html: Html) -> None:
    votes = new_votes()
    vote(votes, html("<div class=text><p>one</p></div>"), labels(1), "a.example", whole=False)
    assert not votes.names
    assert share(votes.line, "one") == {"a.example": 1}


def test_words_vote_by_line_and_by_prose(html: Html) -> None:
    votes = new_votes()
    vote(votes, html(f"<p>Read more quay</p><p>{LONG}</p>"), labels(0, 1), "a.example", whole=True)
    assert share(votes.line, "read more") == share(votes.line, "quay") == {"a.example": 0}
    assert share(votes.prose, "the") == {"a.example": 1}
    assert "the harbour" not in votes.prose  # phrases are of lines
    assert "monday" not in votes.prose  # behind the first words
    assert "quay" in votes.prose


def test_blocks_that_nobody_knows_do_not_vote(html: Html) -> None:
    votes = new_votes()
    vote(votes, html("<div class=text><p>quay</p></div>"), labels(1, weight=0), "a.example", whole=True)
    assert not any(votes)


def test_a_word_counts_once_a_block_and_a_site_has_one_vote(html: Html) -> None:
    votes = new_votes()
    vote(votes, html("<p>quay quay</p><p>quay</p>"), labels(1, 0), "a.example", whole=True)
    vote(votes, html("<p>quay</p>"), labels(0), "a.example", whole=True)
    vote(votes, html("<p>quay</p>"), labels(1), "b.example", whole=True)
    assert share(votes.line, "quay") == {"a.example": round(1 / 3, 3), "b.example": 1}


def test_very_long_tokens_could_name_somebody_and_do_not_vote(html: Html) -> None:
    votes = new_votes()
    vote(votes, html(f"<p>{'q' * (MAX_CHARS + 1)} {'r' * MAX_CHARS}</p>"), labels(1), "a.example", whole=True)
    assert {token for token in votes.line if " " not in token} == {"r" * MAX_CHARS}


def voted(shares: dict[str, dict[str, float]]) -> Votes:
    votes = new_votes()
    for token, sites in shares.items():
        for site, value in sites.items():
            votes.line[token][site] = [value * 2, 2]
    return votes


def odds(story: float, count: int, prior: float) -> float:
    yes, no = story + DRAW * prior, count - story + DRAW * (1 - prior)
    return round(math.log(yes / no) - math.log(prior / (1 - prior)), 2)


VOTES = {
    "said": dict.fromkeys("abcd", 0.9),
    "share": dict.fromkeys("abc", 0.0),
    "rare": dict.fromkeys("ab", 1.0),
    "even": dict.fromkeys("abcdef", (4 * 0.9 + 6 * 0.47) / 13),
}
PRIOR = (4 * 0.9 + 6 * VOTES["even"]["a"]) / 13


def test_odds_are_those_of_the_sites_drawn_towards_the_mean() -> None:
    found = Learned(voted(VOTES)).odds["line"]
    assert found["said"] == odds(3.6, 4, PRIOR) > 0
    assert found["share"] == odds(0.0, 3, PRIOR) < 0


def test_tokens_of_few_sites_and_those_near_the_mean_are_left_out() -> None:
    found = Learned(voted(VOTES)).odds["line"]
    assert "rare" not in found
    assert "even" not in found
    assert all(abs(value) >= LEAST_ODDS["line"] for value in found.values())


def test_without_a_site_its_votes_do_not_count() -> None:
    learned = Learned(voted(VOTES))
    assert learned.without("a")["line"] == {"said": odds(2.7, 3, PRIOR)}  # "share" has too few sites left
    assert learned.without("d")["line"] == {"said": odds(2.7, 3, PRIOR), "share": odds(0.0, 3, PRIOR)}


def test_without_a_site_that_did_not_vote_all_is_as_it_was() -> None:
    learned = Learned(voted(VOTES))
    assert learned.without("z") == learned.odds


@pytest.mark.parametrize(("value", "sign"), [(0.0, -1), (1.0, 1)])
def test_a_small_corpus_of_one_mind_gives_odds_too(value: float, sign: int) -> None:
    learned = Learned(voted({"said": dict.fromkeys("abcd", value)}))
    for found in (learned.odds, learned.without("a")):
        assert np.sign(found["line"]["said"]) == sign
        assert abs(found["line"]["said"]) < 2


def test_some_sites_only() -> None:
    assert set(Learned(voted(VOTES), frozenset("abc")).odds["line"]) >= {"said", "share"}
    assert Learned(voted(VOTES), frozenset("ab")).odds == {"names": {}, "line": {}, "prose": {}}


def test_no_votes_teach_nothing() -> None:
    learned = Learned(new_votes())
    assert learned.odds == learned.without("a") == {"names": {}, "line": {}, "prose": {}}


SITES = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from([0.0, 0.25, 0.5, 1.0]), max_size=8)


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(["quay", "wall", "more", "boat"]), SITES, max_size=4))
def test_what_is_left_without_a_site_does_not_depend_on_its_votes(shares: dict[str, dict[str, float]]) -> None:
    shares = shares | {"said": VOTES["said"], "share": VOTES["share"]}
    learned = Learned(voted(shares))
    found = learned.without("a")["line"]
    for token, value in found.items():
        others = {site: share for site, share in shares[token].items() if site != "a"}
        assert len(others) >= LEAST_SITES["line"]
        counted = [share for s in shares.values() if len(s) >= LEAST_SITES["line"] for share in s.values()]
        assert value == pytest.approx(odds(sum(others.values()), len(others), sum(counted) / len(counted)), abs=0.011)


def test_odds_become_a_vocabulary() -> None:
    found = vocabulary({"names": {"story": 1.5}, "line": {"share": -1.0}, "prose": {"the": 0.5}})
    assert found.names("story", "", "").total == 1.5
    assert (found.line["share"], found.prose["the"]) == (-1.0, 0.5)
