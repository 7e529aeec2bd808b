"""Lines of news as strategies build texts and pages of them."""

from __future__ import annotations

import pytest

LINES = (
    "News / World / Asia",
    "Old quay opens again after three winters",
    "March 4, 2024",
    "Mon Mar 04, 2024 06:30AM [Updated: Tue Mar 05, 2024 12:03PM ]",
    "By Mira Holt",
    "Fishermen mend nets on the old quay of Ankerholm. (AFP photo)",
    "FILE PHOTO: The old quay in Ankerholm, March 4, 2019",
    "Pianist Orla Quist (L) rehearses a nocturne with cellist Teodor Brandt before the gala in Washington. (AFP photo)",
    "Photo: Mira Holt",
    "(AFP)",
    "Senator Jane Roe (R) spoke against it.",
    "Reuters, citing two officials, said the talks had failed.",
    (
        "The harbour board opened the old quay in Ankerholm again on Monday after three winters of repairs, and the "
        "first ferry left at six in the morning with forty people on board, among them the woman who had kept its "
        "lamp."
    ),
    (
        "Nobody had thought that the granite wall would hold, the harbour master, Ann Lund, said, but the stones that "
        "were laid a hundred years ago turned out to be sounder than the concrete that was poured over them later."
    ),
    "“It held.”",
    "What changes",
    "Correction: An earlier version of this story misnamed the ferry in the caption below the photograph.",
    "Editor’s note: a map was added.",
    "SHARE THIS ARTICLE",
    "Install our app",
    "Harbour TV’s website can be reached as well at these alternate addresses:",
    "www.example.org",
    "Harbour TV News Roku",
    "© Reuters",
    "***",
)


@pytest.fixture(scope="session")
def news_lines() -> tuple[str, ...]:
    """Lines of every sort that the stages know, and some that only look like them."""
    return LINES
