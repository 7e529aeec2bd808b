"""An article with every field filled, and strategies for arbitrary ones."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsclean import Article, Author, Block, Image, Notice, Provenance, Removal, Update


def paragraph(text: str, index: int = 0) -> Block:
    return Block(index=index, kind="paragraph", text=text, path=f"html/body/p[{index}]")


@pytest.fixture
def article() -> Article:
    return Article(
        title="Ferry returns to the old quay",
        standfirst="After three winters on the mainland side.",
        description="The ferry is back.",
        blocks=(
            paragraph("The first boat left at six on Monday.", 4),
            Block(index=6, kind="heading", level=2, text="What changes", path="html/body/h2"),
            Block(index=7, kind="list_item", level=1, text="Four crossings a day", path="html/body/ul/li"),
            Block(index=8, kind="list_item", level=2, text="five on Saturdays", path="html/body/ul/li/ul/li"),
            Block(index=9, kind="list_item", level=1, text="No lorries", path="html/body/ul/li[2]"),
            Block(index=10, kind="quote", text="We waited long enough.", path="html/body/blockquote/p"),
            Block(index=11, kind="quote", text="Now we sail.", path="html/body/blockquote/p[2]"),
            Block(index=12, kind="table_row", text="From | To", path="html/body/table/tr"),
            Block(index=13, kind="table_row", text="Quay | Island", path="html/body/table/tr[2]"),
            Block(index=14, kind="preformatted", text="06:00\n  08:30", path="html/body/pre"),
        ),
        authors=(Author(name="Ines Holm", role="Harbour correspondent", raw="By Ines Holm"),),
        date_published=datetime(2024, 3, 4, 6, 30, tzinfo=UTC),
        date_modified=datetime(2024, 3, 5, 7, 0),  # noqa: DTZ001 - a page without a time zone
        fetched_at=datetime(2024, 3, 6, tzinfo=UTC),
        images=(
            Image(url="https://example.org/quay.jpg", caption="The quay at dawn", credit="Bo Lind", is_main=True),
            Image(caption="A timetable"),
        ),
        keywords=("ferry", "harbour"),
        section="Coast",
        breadcrumbs=("News", "Coast"),
        language="en",
        publisher="The Quay Gazette",
        site="The Quay Gazette",
        host="example.org",
        url="https://example.org/ferry",
        requested_url="https://example.org/ferry?ref=x",
        canonical_url="https://example.org/ferry",
        is_accessible_for_free=True,
        completeness="full",
        kind="news",
        updates=(Update(time=datetime(2024, 3, 4, tzinfo=UTC), title="Six o'clock", blocks=(paragraph("Off."),)),),
        corrections=("Correction: an earlier version named the wrong quay.",),
        notes=("Reporting by a second reporter.",),
        license="CC BY 4.0",
        provenance={
            "title": Provenance(source="dom:h1", candidates=(("meta:og:title", "Ferry returns"),), conflict=True)
        },
        removed=(
            Removal(
                text="Get the harbour letter every Friday morning.",
                kind="newsletter",
                by="detector:newsletter",
                reason="An invitation to subscribe.",
                evidence={"position": 0.91234, "words": 7, "cue": "get the"},
                path="html/body/aside/p",
            ),
        ),
        warnings=(Notice(kind="caption_unsure", message="Two captions fit one picture.", evidence={"margin": 0.02}),),
        rules_applied=("example.org",),
        confidence=0.93,
        content_hash="00ff",
    )
