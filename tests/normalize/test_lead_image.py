"""The lead picture: what the page declares, what readers see, and what a rule says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.normalize.lead_image import declared_lead, lead_image, likest, shown_lead

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

STORY = "<h1>Quay opens</h1><p>The harbour office opened its longest quay.</p>"
HEAD = '<meta property="og:image" content="https://x.org/old-quay.jpg"><meta property="og:image:width" content="1200">'


def test_the_first_that_is_a_picture_is_declared(draft: Callable[..., Draft]) -> None:
    logo = '<meta property="og:image" content="/logo.png"><meta name="twitter:image" content="/quay.jpg">'
    found = declared_lead(draft(f"<head>{logo}</head>{STORY}"))
    assert found.value == "https://www.example.org/quay.jpg"
    assert found.provenance is not None
    assert found.provenance.source == "meta:twitter:image"


def test_nothing_is_declared(draft: Callable[..., Draft]) -> None:
    assert declared_lead(draft(STORY)).value is None


def test_what_readers_see_wins_where_it_is_another_picture(draft: Callable[..., Draft]) -> None:
    declared = declared_lead(draft(f"<head>{HEAD}</head>{STORY}"))
    assert shown_lead(declared, ["https://y.org/new-quay.jpg"]).value == "https://y.org/new-quay.jpg"
    assert shown_lead(declared, ["https://y.org/a/old-quay.jpg?w=600"]) == declared
    assert shown_lead(declared, []) == declared


def test_a_rule_outranks_what_readers_see(draft: Callable[..., Draft]) -> None:
    made = draft(STORY, rule_fields={"images": (("rule:example.org", "/ruled.jpg"),)})
    declared = declared_lead(made)
    assert shown_lead(declared, ["https://y.org/new-quay.jpg"]) == declared


def test_the_address_with_most_in_common() -> None:
    lead = "https://x.org/old-quay-at-dawn.jpg"
    assert likest([None, "https://x.org/a.jpg", "https://y.org/c/old-quay-at-dawn.jpg?w=9"], lead) == 2
    assert likest([None, "https://x.org/a.jpg"], lead) is None


def test_a_lead_picture_that_only_the_head_has(draft: Callable[..., Draft]) -> None:
    image = lead_image(draft(f"<head>{HEAD}</head>{STORY}"), "https://x.org/old-quay.jpg")
    assert (image.is_main, image.width, image.height, image.caption) == (True, 1200, None, None)
