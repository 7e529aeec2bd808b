"""The case that started the library: extracted text with a breadcrumb, another story's caption, and footer lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newsclean import Options, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsclean import Article

UNRULED = Options(rules=None)


def as_path(text: str, tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_bytes(text.encode())
    return file


FORMS: dict[str, Callable[[str, Path], Any]] = {
    "path": as_path,
    "string": lambda text, _: text,
    "bytes": lambda text, _: text.encode(),
    "CRLF string": lambda text, _: text.replace("\n", "\r\n"),
    "CRLF bytes": lambda text, _: text.replace("\n", "\r\n").encode(),
    "CRLF path": lambda text, path: as_path(text.replace("\n", "\r\n"), path),
    "byte-order mark": lambda text, _: b"\xef\xbb\xbf" + text.encode(),
    "final newline": lambda text, _: text + "\n",
}


@pytest.fixture(params=FORMS)
def source(request: pytest.FixtureRequest, story: Any, tmp_path: Path) -> Any:
    return FORMS[request.param](story.text, tmp_path)


@pytest.fixture(params=["with url", "without url"])
def url(request: pytest.FixtureRequest, story: Any) -> str | None:
    return story.url if request.param == "with url" else None


@pytest.fixture
def article(source: Any, url: str | None) -> Article:
    return parse(source, url=url)


def removed(article: Article) -> dict[str, str]:
    return {removal.text: removal.kind for removal in article.removed}


def test_the_text_is_long_enough_to_tell(story: Any) -> None:
    assert len(story.paragraphs) == 11
    assert len(" ".join(story.paragraphs).split()) > 380


def test_the_fields_above_the_story(article: Article, story: Any) -> None:
    assert article.breadcrumbs == ("News", "Norway", "Iceland")
    assert article.section == "Norway"
    assert article.title == story.title
    assert article.language == "en"


def test_the_site_is_known_without_an_address_too(article: Article) -> None:
    assert article.site == "Press TV"
    assert article.rules_applied == ("presstv.ir",)


def test_the_one_image_has_the_own_caption(article: Article, story: Any) -> None:
    (image,) = article.images
    assert image.caption == story.caption
    assert image.credit in ("the Fjordur Daily", "Fjordur Daily")
    assert image.url is None


def test_the_text_is_the_eleven_paragraphs_to_the_letter(article: Article, story: Any) -> None:
    assert [block.text for block in article.blocks] == list(story.paragraphs)
    assert article.text == "\n\n".join(story.paragraphs)


def test_what_was_removed_is_told_with_its_reason(article: Article, story: Any) -> None:
    assert removed(article) == {
        story.stray: "misplaced_caption",
        story.mirrors: "mirror_address",
        story.roku: "app_prompt",
    }
    assert all(removal.by and removal.reason and removal.path.startswith("line ") for removal in article.removed)
    stray = article.removed[0]
    assert float(stray.evidence["score"]) < 0.15
    assert stray.by == "detector:misplaced_caption"


def test_the_date_is_read_from_the_address(article: Article, url: str | None) -> None:
    if url is None:
        assert article.date_published is None
    else:
        assert article.date_published is not None
        assert article.date_published.date().isoformat() == "2020-11-16"
        assert article.provenance["date_published"].precision == "day"


def test_without_rules_the_detectors_alone_clean_it(source: Any, url: str | None, story: Any) -> None:
    article = parse(source, url=url, options=UNRULED)
    assert article.text == "\n\n".join(story.paragraphs)
    assert removed(article).items() >= {story.stray: "misplaced_caption", story.mirrors: "mirror_address"}.items()
    assert article.title == story.title
    assert article.rules_applied == ()


def test_as_a_page_it_is_the_same_story(story: Any) -> None:
    for options in (None, UNRULED):
        article = parse(story.html, options=options)
        assert article.text == "\n\n".join(story.paragraphs)
        assert article.title == story.title
        assert removed(article)[story.stray] == "misplaced_caption"
        assert removed(article)[story.mirrors] == "mirror_address"
        assert story.caption in [image.caption for image in article.images]
        assert story.stray not in [image.caption for image in article.images]


@pytest.mark.parametrize(
    ("lines", "url"),
    [
        ((), None),
        (("www.presstv.co.uk", "SHARE THIS ARTICLE"), "https://www.presstv.ir/Detail/2020/11/16/600001/x"),
        (("www.presstv.ir", "SHARE THIS ARTICLE"), "https://www.presstv.co.uk/Detail/2020/11/16/600001/x"),
        (("www.presstv.co.uk",), "https://599046384.r.worldcdn.net/Detail/2020/11/16/600001/x"),
    ],
)
@pytest.mark.parametrize("options", [None, UNRULED], ids=["rules", "no rules"])
def test_every_form_of_the_footer_goes(
    story: Any, lines: tuple[str, ...], url: str | None, options: Options | None
) -> None:
    footer = "\n\n".join((story.mirrors, *lines, story.roku))
    text = story.text.replace(f"{story.mirrors}\n\n{story.roku}", footer)
    assert parse(text, url=url, options=options).text == "\n\n".join(story.paragraphs)


@pytest.mark.parametrize("options", [None, UNRULED], ids=["rules", "no rules"])
class TestWhatMustStay:
    """Stories that use the very words by which junk is found."""

    def test_the_same_caption_in_a_story_about_its_people(self, story: Any, options: Options | None) -> None:
        body = (
            (
                "The sculptor Orla Quist and the gallery owner Teodor Brandt will show the bronze Sleeper together "
                "after all, the two said at the Quillan Museum, where artists had gathered for a reception on its "
                "north terrace."
            ),
            (
                "Quist, who works in Halm, saw the unveiling of the bronze in Washington in 2017; Brandt, whose "
                "gallery is in Vejen, had wanted it for himself and did not speak with her for more than a year after "
                "that evening."
            ),
        )
        article = parse(
            "\n\n".join(("Quist and Brandt show the Sleeper together", f"{story.stray}\n{body[0]}", body[1])),
            options=options,
        )
        (image,) = article.images
        assert story.stray.startswith(image.caption or "?")
        assert image.credit == "AFP"
        assert article.text == "\n\n".join(body)

    def test_a_story_about_the_sites_mirrors(self, story: Any, options: Options | None) -> None:
        sentence = (
            "Press TV’s website can be reached as well at the alternate addresses presstv.ir and presstv.co.uk, "
            "the channel told its readers."
        )
        bare = "Press TV’s website can be reached as well at these alternate addresses:"
        lines = (story.paragraphs[0], sentence, bare, *story.paragraphs[1:])
        article = parse("\n\n".join(("Channel keeps its site open under other names", *lines)), options=options)
        assert article.text == "\n\n".join(lines)

    def test_such_a_story_under_its_own_footer(self, story: Any, options: Options | None) -> None:
        sentence = (
            "The website can be reached as well at the alternate addresses presstv.ir and presstv.co.uk, "
            "the channel told its readers."
        )
        lines = (*story.paragraphs[:10], sentence)
        article = parse(
            "\n\n".join(("Channel keeps its site open", *lines, story.mirrors, story.roku)), options=options
        )
        assert article.text == "\n\n".join(lines)

    def test_a_correction_that_speaks_of_the_caption_below_the_photograph(
        self, story: Any, options: Options | None
    ) -> None:
        note = (
            "Correction: An earlier version of this story misnamed the ferry in the caption below the photograph. "
            "(AFP photo)"
        )
        article = parse(story.text.replace(story.mirrors, f"{note}\n\n{story.mirrors}"), options=options)
        assert article.text == "\n\n".join((*story.paragraphs, note))
        assert article.corrections == (note,)

    @pytest.mark.parametrize(
        "sentence",
        [
            "Share of the ferries: one in three.",
            "Subscribe to nothing, the director told them.",
            "The photo shows the ferry, Haug said.",
            "The app is still to be written.",
            "Reuters, citing two officials, said the talks had failed.",
            "Photo-sharing app Pictora will film the crossing.",
            "Senator Jane Roe (R) had asked for the ferries.",
            "Haug said the picture, the caption and the credit were all wrong.",
            "He paid in Reykjavik. Reuters, citing two people, said the bill was higher.",
            "By Monday the last hull will be there.",
            "NASA, Boeing and two others declined to comment.",
            "“Follow us,” he said, “and share the boats.”",
        ],
    )
    def test_sentences_of_the_story(self, story: Any, options: Options | None, sentence: str) -> None:
        lines = (*story.paragraphs[:5], sentence, *story.paragraphs[5:])
        text = story.text.replace(story.paragraphs[4], f"{story.paragraphs[4]}\n\n{sentence}")
        assert parse(text, options=options).text == "\n\n".join(lines)
