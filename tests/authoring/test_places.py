"""What pages have at the same place."""

from __future__ import annotations

from tests.authoring.conftest import specimen

from newsclean.authoring.places import cover, tally

FIRST = '<p class="a">K one</p><p class="a">D two</p><div class="b"><p class="a">R three</p></div>'
SECOND = (
    '<div class="b"><p>R four</p><p>R five six</p><p>D seven</p></div><p class="c">C eight</p><h1 class="c">Title</h1>'
)


def test_blocks_are_counted_by_what_became_of_them() -> None:
    found = tally([specimen(FIRST), specimen(SECOND)])
    a, b, c = (found[css] for css in ("p.a", "div.b", "p.c"))
    assert (a.kept, a.dropped, a.moved, a.captions, a.pages, a.kept_on) == (1, 2, 0, 0, {0}, {0})
    assert (b.kept, b.dropped, b.pages, b.kept_on) == (0, 4, {0, 1}, set())
    assert (c.captions, c.blocks) == (1, 1)
    assert found["h1.c"].moved == 1


def test_the_kind_is_that_of_most_and_boilerplate_in_doubt() -> None:
    found = tally([specimen(FIRST), specimen(SECOND)])
    assert (found["div.b"].kind, found["p.a"].kind, found["h1.c"].kind) == ("related", "boilerplate", "boilerplate")


def test_the_share_is_the_largest_of_all_pages() -> None:
    found = tally([specimen(FIRST), specimen(SECOND)])
    assert found["div.b"].share == 7 / 10


def test_what_covers_most_comes_first_and_what_adds_little_not_at_all() -> None:
    spots = [(0, n) for n in range(6)]
    offers = {
        "div.wide": frozenset(spots[:3]),
        "p.inside": frozenset(spots[:2]),
        "p.other": frozenset(spots[3:5]),
        "p.single": frozenset(spots[5:]),
    }
    assert list(cover(set(spots), offers, 2)) == ["div.wide", "p.other"]
    assert list(cover(set(spots), offers, 1)) == ["div.wide", "p.other", "p.single"]


def test_of_equal_ones_the_plainest_is_taken() -> None:
    spots = frozenset([(0, 1), (0, 2)])
    offers = dict.fromkeys(("#more", "div.more-stories", "div.more", 'div[role="list"]'), spots)
    assert list(cover(set(spots), offers, 1)) == ["div.more"]
