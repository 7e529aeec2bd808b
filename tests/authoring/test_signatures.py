"""Lines by which a site can be told in plain text."""

from __future__ import annotations

from tests.authoring.conftest import specimen

from newsclean.authoring.signatures import signatures

HOSTS = ("kallmoor.example",)


def page(*behind: str) -> object:
    return specimen("<p>K The story.</p>" + "".join(f"<p>D {line}</p>" for line in behind))


def test_a_line_that_names_the_site_on_every_page() -> None:
    pages = [page("Kallmoor Courier, Mill Lane 2", "More stories"), page("Home", "Kallmoor Courier, Mill Lane 12")]
    assert signatures(pages, None, HOSTS) == (r"D Kallmoor Courier, Mill Lane \d+(?:[.,:]\d+)*",)


def test_the_name_counts_as_the_host_does() -> None:
    one = page("Printed by The Daily Mill")
    assert signatures([one], "The Daily  Mill", HOSTS) == ("D Printed by The Daily Mill",)
    assert signatures([one], None, HOSTS) == ()


def test_what_is_on_one_of_two_pages_far_away_or_long_is_none() -> None:
    line = "Kallmoor Courier"
    assert signatures([page(line), page("More")], None, HOSTS) == ()
    assert signatures([page(*"abcdefgh", line)], None, HOSTS) == ()
    assert signatures([page(f"{line} {'word ' * 20}")], None, HOSTS) == ()


def test_short_parts_of_a_host_name_no_site() -> None:
    assert signatures([page("bbc news of the day")], None, ("bbc.co.uk",)) == ()
