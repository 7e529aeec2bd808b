"""One image element: its best source, and whether it is a picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.normalize.pictures import identity, is_furniture, names_of, parse_srcset, read_picture

BASE = "https://example.org/a"


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"src": "/quay.jpg"}, "https://example.org/quay.jpg"),
        ({"src": "/s.jpg", "srcset": "/s.jpg 320w, /l.jpg 1280w"}, "https://example.org/l.jpg"),
        ({"src": "/s.jpg", "srcset": "/s.jpg 1x, /l.jpg 2x"}, "https://example.org/l.jpg"),
        ({"src": "data:image/gif;base64,R0", "data-src": "/quay.jpg"}, "https://example.org/quay.jpg"),
        ({"src": "/img/placeholder.png", "data-lazyimage-src": "/quay.jpg"}, "https://example.org/quay.jpg"),
        ({"src": "/blank.gif", "data-srcset": "/quay.jpg 800w"}, "https://example.org/quay.jpg"),
        ({"src": "data:x", "data-flickity-lazyload-srcset": "/quay.jpg 800w"}, "https://example.org/quay.jpg"),
        ({"src": "data:x", "data-flickity-lazyload": "/quay.jpg"}, "https://example.org/quay.jpg"),
        ({"srcset": "/s.jpg 320w,/m.jpg 640w,/l.jpg 1280w"}, "https://example.org/l.jpg"),
        ({"src": "/quay.jpg", "data-lazy": "1"}, "https://example.org/quay.jpg"),
        ({"src": "/quay-300x200.jpg", "data-orig-file": "/quay.jpg"}, "https://example.org/quay.jpg"),
        ({"src": "https://pixel.example.org/quay.jpg"}, "https://pixel.example.org/quay.jpg"),
        ({"src": "/quay.jpg", "width": "1200", "class": "img-share"}, "https://example.org/quay.jpg"),
    ],
)
def test_the_best_source(attributes: dict[str, str | None], expected: str) -> None:
    found = read_picture(attributes, BASE)
    assert found is not None
    assert found.url == expected


@pytest.mark.parametrize(
    "attributes",
    [
        {},
        {"src": "data:image/gif;base64,R0"},
        {"src": "/pixel.gif", "width": "1", "height": "1"},
        {"src": "/ann.jpg", "width": "60"},
        {"src": "/img/site-logo.png"},
        {"src": "/quay.svg"},
        {"src": "/ann.jpg", "class": "avatar"},
        {"src": "/ann.jpg", "class": "author-profile-image"},
        {"src": "/ann.jpg", "class": "profile-photo"},
        {"src": "javascript:alert(1)"},
        {"src": "data:image/gif;base64,R0", "data-lazy": "1"},
        {"src": "https://sb.scorecardresearch.com/p?c1=2"},
        {"src": "https://vg09.met.vgwort.de/na/abcdef0123"},
        {"src": "https://matomo.example.org/matomo.php?idsite=1"},
    ],
)
def test_what_is_no_picture(attributes: dict[str, str | None]) -> None:
    assert read_picture(attributes, BASE) is None


def test_size_and_alternative_text() -> None:
    found = read_picture({"src": "/q.jpg", "width": "640px", "height": "480", "alt": " The  quay "}, BASE)
    assert found is not None
    assert (found.width, found.height, found.alt) == (640, 480, "The quay")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("/a.jpg 1x, /b.jpg 2x", ["/a.jpg", "/b.jpg"]),
        ("/w_1,h_2/a.jpg 300w, /w_3,h_4/a.jpg 600w", ["/w_1,h_2/a.jpg", "/w_3,h_4/a.jpg"]),
        ("/a.jpg", ["/a.jpg"]),
        ("/a.jpg,", ["/a.jpg"]),
        ("data:image/gif;base64,R0 1x", []),
        ("", []),
        (" , ,", []),
    ],
)
def test_candidates_of_a_srcset(value: str, expected: list[str]) -> None:
    assert [address for address, _ in parse_srcset(value)] == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://x.org/quay-640x480.jpg", "https://x.org/quay-1280x960.jpg", True),
        ("https://x.org/w=300/quay.jpg?q=1", "https://x.org/w=900/quay.jpg?q=2", True),
        ("https://x.org/quay.jpg", "https://x.org/pier.jpg", False),
        ("https://x.org/image?url=quay&w=1", "https://x.org/image?url=quay&w=2", True),
        ("https://x.org/image?url=quay&w=1", "https://x.org/image?url=pier&w=1", False),
    ],
)
def test_sizes_of_one_picture_are_one(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a case
    assert (identity(one) == identity(other)) is same


def test_names_are_shared_by_crops() -> None:
    one, other = (
        names_of("https://x.org/img/harbour_quay_16x9.jpg?id=12345678"),
        names_of("https://y.org/c/12345678/large"),
    )
    assert one & other == {"12345678"}


def test_furniture() -> None:
    assert is_furniture("https://x.org/img/logo.png")
    assert not is_furniture("https://x.org/img/logistics-quay.jpg")
    assert not is_furniture("https://x.org/clip/f957_16-9-aspect-ratio_default_0.jpg")


@pytest.mark.parametrize("start", ["https://x.org", "https://X.org", "https://x.org:80", "HTTPS://x.org", "//x.org"])
@pytest.mark.parametrize("end", ["", "?w=9", "#a", "?src=/img/logo.png"])
def test_furniture_is_told_by_the_path_however_the_address_is_written(start: str, end: str) -> None:
    assert is_furniture(f"{start}/img/logo.png{end}")
    assert is_furniture(f"{start}/img/mark.svg{end}")
    assert not is_furniture(f"{start}/img/quay.jpg{end}")
    assert not is_furniture(f"{start}{end}")


@given(st.text(max_size=200))
def test_any_address_has_names(url: str) -> None:
    assert names_of(url)
    assert list(parse_srcset(url)) is not None


@pytest.mark.parametrize(
    "url", ["https://x.org/" + "11x11" * 400, "https://x.org/" + "a=" * 900, "https://x.org/" + "-12" * 600]
)
@pytest.mark.timeout(20)
def test_hostile_addresses_do_not_hang(url: str) -> None:
    assert names_of(url)


@pytest.mark.timeout(20)
def test_hostile_srcsets_do_not_hang() -> None:
    assert len(list(parse_srcset("a" * 1_000_000 + " b"))) == 1
