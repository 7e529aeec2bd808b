"""The credit inside a caption: what markup, labels and place tell beyond the grammar of running text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.blocks import read_html
from newsclean.cues.caption_credits import (
    bare_credit,
    caption_parts,
    credit_alone,
    is_label,
    split_caption,
    without_controls,
)
from newsclean.html.document import Document

CAPTION = "Fishermen mend nets on the old quay."


@pytest.mark.parametrize(
    ("text", "language", "caption", "credit"),
    [
        (f"{CAPTION} (Harbour Trust)", "en", CAPTION, "Harbour Trust"),
        (f"{CAPTION} Mira Holt for the Herald", "en", CAPTION, "Mira Holt for the Herald"),
        (f"{CAPTION} © Mira Holt / i-Quay", "en", CAPTION, "Mira Holt / i-Quay"),
        (f"{CAPTION} Image: iQuay", "en", CAPTION, "iQuay"),
        ("Fischer am Kai in der SturmstraßeQuelle: Mira Holt/dpa", "de", "Fischer am Kai in der Sturmstraße", "Mira Holt/dpa"),
        ("Fischer flicken Netze. Bildrechte: Hafenamt", "de", "Fischer flicken Netze.", "Hafenamt"),
        ("Des pêcheurs réparent leurs filets. Crédit : Mira Holt", "fr", "Des pêcheurs réparent leurs filets.", "Mira Holt"),
        ("Pescadores en el muelle. (Mira Holt)", "es", "Pescadores en el muelle.", "Mira Holt"),
        ("Рыбаки чинят сети. Источник: Портовый фонд", "ru", "Рыбаки чинят сети.", "Портовый фонд"),
        ("어부들이 그물을 손질하고 있다. 연합뉴스", "ko", "어부들이 그물을 손질하고 있다.", "연합뉴스"),
        ("어부들이 그물을 손질하고 있다. 홍미라 기자", "ko", "어부들이 그물을 손질하고 있다.", "홍미라"),
        ("網を直す漁師（港で、３日）＝共同", "ja", "網を直す漁師（港で、３日）", "共同"),
        ("渔民在码头补网。 新华社", "zh", "渔民在码头补网。", "新华社"),
        ("渔民在码头补网。 港口社记者 张伟 摄", "zh", "渔民在码头补网。", "港口社记者 张伟"),
        ("渔民在码头补网。图/海湾中国", "zh", "渔民在码头补网。", "海湾中国"),
        ("图/海湾中国", "zh", "", "海湾中国"),
        ("어부들이 그물을 손질하고 있다. /항구뉴스", "ko", "어부들이 그물을 손질하고 있다.", "항구뉴스"),
        ("그물을 손질하는 어부들 ⓒ항구뉴스", "ko", "그물을 손질하는 어부들", "항구뉴스"),
        ("사진=항구뉴스", "ko", "", "항구뉴스"),
        (f"{CAPTION} Pic: PA", "en", CAPTION, "PA"),
        ("Fischer flicken Netze. | Bildquelle: AFP", "de", "Fischer flicken Netze.", "AFP"),
        ("Rybacy naprawiają sieci. Fot. Mira Holt / PAP", "pl", "Rybacy naprawiają sieci.", "Mira Holt / PAP"),
    ],
)  # fmt: skip
def test_a_caption_and_its_credit(text: str, language: str, caption: str, credit: str) -> None:
    assert split_caption(text, language) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        CAPTION,
        "Ann Lund (CDU) and Bo Lind (SPD)",
        "Ann Lund talks with Bo Lind (left)",
        "The quay in March. It opened again.",
        "The harbour's formula, cost=nets",
        "Ann Lund (L), Bo Lind (C) and Cy (R)",
        "The old wall, built in 1912",
        "The quay at 6 p.m. on Monday",
        "He lands herring in the town of Skarvo. 24 April 2023",
    ],
)
def test_captions_without_a_credit(text: str) -> None:
    assert split_caption(text, "en") == (text, None)


def test_what_markup_names_is_cut_wherever_it_stands() -> None:
    assert split_caption("Mira Holt The old quay", "en", marks=("Mira Holt",)) == ("The old quay", "Mira Holt")
    assert split_caption("The old quay Photo by MIRA HOLT /AFP", "en", marks=("Photo by MIRA HOLT", "AFP")) == (
        "The old quay",
        "MIRA HOLT /AFP",
    )


def test_the_last_of_two_equal_names_is_the_marked_one() -> None:
    text = "The old quay. (AP Photo) AP Photo"
    assert split_caption(text, "en", marks=("AP Photo",)) == ("The old quay. (AP Photo)", "AP Photo")


def test_a_mark_that_names_nobody_is_left_in() -> None:
    assert split_caption("The old quay Archive", "en", marks=("Archive",)) == ("The old quay Archive", None)


def test_an_element_of_its_own_at_the_end_is_a_credit_where_it_reads_like_a_name() -> None:
    assert split_caption("The old quay Mira Holt", "en", ending="Mira Holt") == ("The old quay", "Mira Holt")
    assert split_caption("The old quay at dawn", "en", ending="at dawn") == ("The old quay at dawn", None)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<figcaption>The old quay <span class=photo-credit>iQuay</span></figcaption>", ("The old quay", "iQuay")),
        ("<figcaption>The old quay <cite>iQuay</cite></figcaption>", ("The old quay", "iQuay")),
        ("<figcaption>The old quay <span itemprop=copyrightHolder>iQuay</span></figcaption>", ("The old quay", "iQuay")),
        ("<figcaption>The old quay <span class=author>iQuay</span></figcaption>", ("The old quay", "iQuay")),
        ("<figcaption>The old quay <span>Mira Holt/AP</span></figcaption>", ("The old quay", "Mira Holt/AP")),
        ("<figcaption>The old <em>Quay Herald</em></figcaption>", ("The old Quay Herald", None)),
        ("<figcaption class=with-credit>The old quay</figcaption>", ("The old quay", None)),
    ],
)  # fmt: skip
def test_the_markup_inside_a_caption(html: str, expected: tuple[str, str | None]) -> None:
    page = read_html(Document(f"<figure><img src=a.jpg>{html}</figure>"))
    assert caption_parts(page, 0, page.blocks[0].text, "en") == expected


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<p>Getty Images</p>", "Getty Images"),
        ("<p>Source: Harbour Trust</p>", "Harbour Trust"),
        ("<p>Copyright: Harbour Trust</p>", "Harbour Trust"),
        ("<p class=image-copyright>harbour trust</p>", "harbour trust"),
        ("<div class=photo-credit><span><p>Harbour Trust</p></span></div>", "Harbour Trust"),
        ("<div class=photo-credit><p>Harbour Trust</p><p>The old quay</p></div>", None),
        ("<p class=author>Mira Holt</p>", None),
        ("<p>Mira Holt</p>", None),
        (f"<p class=credit>{CAPTION} It was built by the town in the year of the great storm, a hundred years ago.</p>", None),
    ],
)  # fmt: skip
def test_a_line_that_is_nothing_but_a_credit(html: str, name: str | None) -> None:
    page = read_html(Document(f"<div><img src=a.jpg></div>{html}"))
    assert credit_alone(page, 0, "en") == name


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("Enlarge this image The old quay", "en", "The old quay"),
        ("The old quay hide caption", "en", "The old quay"),
        ("Den gamle kaia Vis mer", "no", "Den gamle kaia"),
        ("Am Kai Bild vergrößern", "de", "Am Kai"),
        ("01:53 The old quay", "en", "The old quay"),
        ("The old quay (", "en", "The old quay"),
        ("Enlarged nets on the quay", "en", "Enlarged nets on the quay"),
        ("They met at 10:30 on the quay", "en", "They met at 10:30 on the quay"),
    ],
)
def test_words_of_buttons_are_cut_off(text: str, language: str, rest: str) -> None:
    assert without_controls(text, language) == rest


@pytest.mark.parametrize(("text", "label"), [("Photo:", True), ("(", True), ("Quay:", False), ("Photo: Ann", False)])
def test_a_label_without_a_name(text: str, *, label: bool) -> None:
    assert is_label(text, "en") is label


@pytest.mark.parametrize(
    ("text", "name"), [("Photo by iQuay", "iQuay"), ("© iquay.example", "iquay.example"), ("AP Photo", "AP Photo"), ("File photo", None), ("–", None)]
)  # fmt: skip
def test_the_name_in_a_credit(text: str, name: str | None) -> None:
    assert bare_credit(text, "en") == name


@settings(deadline=None)  # the first text of a language waits for its phrases
@given(st.text(max_size=200), st.sampled_from([None, "en", "de", "ja", "ko", "ar"]))
def test_nothing_is_made_up(text: str, language: str | None) -> None:
    caption, credit = split_caption(text, language)
    assert (credit or "") in text
    assert all(word in text for word in caption.split())
