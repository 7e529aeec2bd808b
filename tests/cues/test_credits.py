"""Picture credits: what is split off a caption, what is a credit line, and the prose that uses the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cues.credits import credit_grammar, credit_line, find_credit, split_credit
from newsclean.cues.lexicon import languages, lexicon

CAPTION = "Fishermen mend nets on the old quay."
BARE = "Fishermen mend nets on the old quay"

SPLIT = [
    (f"{CAPTION} (AFP photo)", CAPTION, "AFP"),
    (f"{CAPTION} (AFP)", CAPTION, "AFP"),
    (f"{CAPTION} (Photo by AFP)", CAPTION, "AFP"),
    (f"{CAPTION} (Photo by Mira Holt)", CAPTION, "Mira Holt"),
    (f"{CAPTION} (Photo by the Harbour Herald)", CAPTION, "the Harbour Herald"),
    (f"{CAPTION} (Photo: Mira Holt)", CAPTION, "Mira Holt"),
    (f"{CAPTION} (Photo: Mira Holt/dpa)", CAPTION, "Mira Holt/dpa"),
    (f"{CAPTION} (PHOTO: MIRA HOLT)", CAPTION, "MIRA HOLT"),
    (f"{CAPTION} (Mira Holt/Reuters)", CAPTION, "Mira Holt/Reuters"),
    (f"{CAPTION} (Mira Holt / NurPhoto via Getty Images)", CAPTION, "Mira Holt / NurPhoto via Getty Images"),
    (f"{CAPTION} (AP Photo/Mira Holt)", CAPTION, "AP Photo/Mira Holt"),
    (f"{CAPTION} (Mira Holt for Getty Images)", CAPTION, "Mira Holt for Getty Images"),
    (f"{CAPTION} (Xinhua/Mira Holt)", CAPTION, "Xinhua/Mira Holt"),
    (f"{CAPTION} (Image: NASA)", CAPTION, "NASA"),
    (f"{CAPTION} (Courtesy of Harbour Trust)", CAPTION, "Harbour Trust"),
    (f"{CAPTION} (Harbour Trust photo)", CAPTION, "Harbour Trust"),
    (f"{CAPTION} (Screengrab from Harbour TV)", CAPTION, "Harbour TV"),
    (f"{CAPTION} (Photo provided by Mira Holt)", CAPTION, "Mira Holt"),
    (f"{CAPTION} [Photo/Xinhua]", CAPTION, "Xinhua"),
    (f"{CAPTION}（Photo by Mira Holt）", CAPTION, "Mira Holt"),
    (f"{CAPTION} (AFP photo).", CAPTION, "AFP"),
    (f"{BARE} (AFP photo)", BARE, "AFP"),
    (f"{BARE} (Getty Images)", BARE, "Getty Images"),
    (f"{CAPTION} © Mira Holt", CAPTION, "Mira Holt"),
    (f"{CAPTION} ©Reuters", CAPTION, "Reuters"),
    (f"{CAPTION} Photo: Mira Holt", CAPTION, "Mira Holt"),
    (f"{BARE} Photo: Mira Holt/AP", BARE, "Mira Holt/AP"),
    (f"{CAPTION} Photograph: Mira Holt/The Harbour Herald", CAPTION, "Mira Holt/The Harbour Herald"),
    (f"{CAPTION} Picture: PA", CAPTION, "PA"),
    (f"{CAPTION} Credit: Mira Holt", CAPTION, "Mira Holt"),
    (f"{CAPTION} Image: Harbour Trust", CAPTION, "Harbour Trust"),
    (f"{CAPTION} Mira Holt/AFP/Getty Images", CAPTION, "Mira Holt/AFP/Getty Images"),
    (f"{CAPTION} REUTERS/Mira Holt", CAPTION, "REUTERS/Mira Holt"),
    (f"{CAPTION} | Mira Holt / Getty Images", CAPTION, "Mira Holt / Getty Images"),
    (f"{BARE} | Getty Images", BARE, "Getty Images"),
    (f"{BARE} | Mira Holt | Getty Images", BARE, "Mira Holt | Getty Images"),
    (f"{CAPTION} — Reuters", CAPTION, "Reuters"),
    ("“We mend nets,” they say. (Reuters)", "“We mend nets,” they say.", "Reuters"),
    (f"{CAPTION} (Foto: Mira Holt/dpa)", CAPTION, "Mira Holt/dpa"),
    (f"{CAPTION} picture alliance/dpa | Mira Holt", CAPTION, "picture alliance/dpa | Mira Holt"),
    (f"{CAPTION} (Mira Holt/HRF)", CAPTION, "Mira Holt/HRF"),
    (f"{CAPTION} Mira Holt (Reuters)", CAPTION, "Mira Holt/Reuters"),
    (f"{BARE} AP Photo/Mira B. Holt", BARE, "AP Photo/Mira B. Holt"),
    ("Fishermen mend nets in AnkerholmHarbour Trust/AFP", "Fishermen mend nets in Ankerholm", "Harbour Trust/AFP"),
]

NOT_SPLIT = [
    "LONDON (Reuters) - The quay opened again on Monday.",
    "LONDON (Reuters) – The quay opened again",
    "(Reuters) - The quay opened again on Monday.",
    "OSLO (AP) — The quay opened again on Monday",
    "Oslo, March 4 (Xinhua) -- The quay opened again on Monday",
    "The bill has a friend in Senator Jane Roe (R)",
    "Senator Jane Roe (R-ME)",
    "Jane Roe (D-MN) talks with Mira Holt (D-CA)",
    "The moons were seen again on Monday (via telescope)",
    "The ministers spoke on Monday (via Zoom).",
    "The nets hang on the old quay (pictured above)",
    "The nets hang on the old quay (file photo)",
    "The nets hang on the old quay (illustrative)",
    "The nets hang on the old quay in this file photo.",
    "The group met in the capital (Norway).",
    "The ferry (left) leaves the old quay.",
    "She joined Reuters in 2010.",
    "The family sold its archive to Getty Images.",
    "The deal was first told by the Associated Press.",
    "He would not say more (see picture).",
    "Picture this: a quay at dawn, and nobody there.",
    "The story behind the photo: Why Oslo keeps its last ferry",
    "What is in the image: Oslo looks at its harbour",
    "FILE PHOTO: The old quay in Ankerholm",
    "File picture: Ann Lund at the old quay",
    "Ann Lund (C) talks with Mira Holt in the old harbour.",
    "Ann Lund (C), Mira Holt (L) and Bo Lind at the quay",
    "The law sets three limits: (a) weight, (b) length and (c) the age of the Ferry",
    "Shares fell on Monday. Reuters, citing two people, said the deal was near.",
    "Rivals were quick to act. NASA, Boeing and two others sent letters.",
    "She has written for many papers. The Guardian, Reuters and the BBC carried her work.",
    "He called twice. Via Roma was closed.",
    "She joined him. Jane Roe (Greens)",
    "They sat in the old quay (Holt/Lund)",
    "The clip was put on YouTube/Harbour",
    "",
    "(",
    "()",
    "(AFP",
]


@pytest.mark.parametrize(("text", "caption", "credit"), SPLIT, ids=lambda value: str(value)[-40:])
def test_a_credit_is_split_off(text: str, caption: str, credit: str) -> None:
    assert split_credit(text, "en") == (caption, credit)


@pytest.mark.parametrize("text", NOT_SPLIT)
def test_what_only_looks_like_a_credit_stays(text: str) -> None:
    assert split_credit(text, "en") == (text, None)


def test_a_caption_that_ends_in_a_file_mark_and_an_agency() -> None:
    caption, credit = split_credit(f"{CAPTION} REUTERS/Mira Holt/File Photo", "en")
    assert caption == CAPTION
    assert (credit or "").startswith("REUTERS/Mira Holt")


def test_a_handout_names_its_agency() -> None:
    caption, credit = split_credit(f"{CAPTION} Harbour Trust/Handout via REUTERS", "en")
    assert caption == CAPTION
    assert "REUTERS" in (credit or "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("(AFP)", "AFP"),
        ("(AFP photo)", "AFP"),
        ("(Photo by Mira Holt)", "Mira Holt"),
        ("Photo: Mira Holt", "Mira Holt"),
        ("Photo by Mira Holt", "Mira Holt"),
        ("Photograph: Mira Holt/AP", "Mira Holt/AP"),
        ("Image credit: Mira Holt", "Mira Holt"),
        ("PHOTO BY MIRA HOLT", "MIRA HOLT"),
        ("Mira Holt / Reuters", "Mira Holt / Reuters"),
        ("Mira Holt/Getty Images", "Mira Holt/Getty Images"),
        ("Mira Holt via Getty Images", "Mira Holt via Getty Images"),
        ("Mira Holt | Harbour Herald | Getty Images", "Mira Holt | Harbour Herald | Getty Images"),
        ("AFP photo", "AFP"),
        ("© Reuters", "Reuters"),
        ("Courtesy of Harbour Trust", "Harbour Trust"),
    ],
)
def test_a_line_that_is_nothing_but_a_credit(text: str, name: str) -> None:
    assert credit_line(text, "en") == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mira Holt",
        "Mira Holt / Harbour Town",
        "By Mira Holt",
        "Photo",
        "(file photo)",
        "Photo: the quay at dawn",
        "Photos of the quay",
        "LONDON (Reuters) -",
        "Reuters, citing two officials, said the talks had failed.",
        "NASA, Boeing and two others declined to comment.",
        "NASA and SpaceX part ways",
        "AP and Reuters contributed to this report.",
        "He told AFP, Reuters and the BBC so.",
        "Rex, the dog, came home.",
        "Spa and pool",
        "Pool",
        "Via Roma, Milan",
        "Credits: 30",
        "The old quay. (AFP photo)",
        "Images by satellite show the quay",
        "Picture this: a quay at dawn.",
        "Source: told AFP he was afraid to speak",
    ],
)
def test_a_line_that_is_none(text: str) -> None:
    assert credit_line(text, "en") is None


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        (f"{CAPTION} (AFP photo)", True),
        (f"{CAPTION} (Photo by Mira Holt)", True),
        (f"{CAPTION} © Mira Holt", False),
        (CAPTION, False),
    ],
)
def test_how_sure_a_credit_is(text: str, strong: bool) -> None:  # noqa: FBT001
    assert find_credit(text, "en").strong is strong


@pytest.mark.parametrize("language", [None, "en", "de", "zz", "../en", "en\n", "EN-us"])
def test_english_credits_are_known_to_pages_of_every_language(language: str | None) -> None:
    assert split_credit(f"{CAPTION} (Photo by Mira Holt)", language) == (CAPTION, "Mira Holt")


@given(st.text(max_size=200))
def test_any_text_is_read_and_nothing_is_invented(text: str) -> None:
    caption, credit = split_credit(text, "en")
    assert caption in text
    assert credit is None or credit in text
    line = credit_line(text, "en")
    assert line is None or line in text


@given(st.text(alphabet=st.sampled_from("aB .()|/©:-—Photo")), st.sampled_from(["(AFP photo)", "(Photo by Mira Holt)"]))
def test_a_sure_credit_at_the_end_is_always_found(text: str, credit: str) -> None:
    assert split_credit(f"{text}x {credit}", "en")[1] is not None


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text", ["(" * 50_000, "a. " * 50_000, "photo " * 50_000, " | " * 50_000, "© " * 50_000, "A/" * 50_000]
)
def test_hostile_lines_are_read_in_time(text: str) -> None:
    split_credit(text, "en")
    credit_line(text, "en")


@pytest.mark.parametrize("mark", ["", "“", "é ", "- "])
def test_a_credit_is_seen_in_any_script(mark: str) -> None:
    assert find_credit(f"{mark}The quay at dawn. Photo: Ann Lee").credit == "Ann Lee"
    assert find_credit(f"{mark}The quay at dawn, with photographs.").credit is None


@pytest.mark.parametrize("language", [None, *languages()])
def test_the_cheap_look_misses_no_credit(language: str | None) -> None:
    grammar, words = credit_grammar(language), lexicon(language)
    assert all(grammar.hinted(f"… {phrase}") for phrase in (*words["credit.by"], *words["credit.agencies"]))


def test_the_cheap_look_finds_nothing_in_prose() -> None:
    assert not credit_grammar("en").hinted("The quay of the old harbour was opened to the ferries again on Monday.")
