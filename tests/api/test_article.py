"""What the parsed article carries: warnings, provenance, the audit, and a JSON that is read back."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from newsclean import Article, Options, parse

UNRULED = Options(rules=None, second_opinion=False)


@pytest.mark.parametrize("form", ["text", "html"])
def test_json_is_read_back(story: Any, form: str) -> None:
    article = parse(getattr(story, form), url=story.url)
    assert Article.from_json(article.to_json()) == article
    data = json.loads(article.to_json())
    assert data["text"] == article.text
    assert data["word_count"] == article.word_count


def test_an_article_is_pickled_and_hashed(story: Any) -> None:
    article = parse(story.text)
    assert pickle.loads(pickle.dumps(article)) == article
    assert hash(article) == hash(parse(story.text))


def test_the_body_tells_whose_opinion_it_is(story: Any) -> None:
    assert parse(story.html).provenance["blocks"].source == "engine"
    assert parse(story.text).provenance["blocks"].source == "engine"


def test_a_sure_engine_is_sure(story: Any) -> None:
    assert (parse(story.html).confidence or 0) > 0.9
    assert (parse("Ferry late.\n\nIt left at seven.", options=Options(accept="any")).confidence or 0) < 0.5


def test_the_hash_is_that_of_the_words_whatever_the_markup(story: Any) -> None:
    assert parse(story.text).content_hash == parse(story.html).content_hash


def test_a_brake_is_told(story: Any) -> None:
    shares = ["Share this article"] * 20
    text = "\n".join((story.title, story.paragraphs[0], *shares, story.paragraphs[1]))
    article = parse(text, options=UNRULED)
    assert article.text.count("Share this article") == 20
    assert "brake" in [notice.kind for notice in article.warnings]


def test_a_doubt_about_a_caption_is_told(story: Any) -> None:
    caption = "FILE PHOTO: Gulls rest beside the ferries. (Photo by Bo Lind)"
    article = parse("\n".join((story.title, caption, *story.paragraphs)), options=UNRULED)
    assert [image.credit for image in article.images] == ["Bo Lind"]
    assert [notice.kind for notice in article.warnings] == ["caption_unsure"]


def test_the_second_opinion_is_told() -> None:
    sentence = "The quay is open again, and the ferry left at six. "
    html = f"<html><body><ul>{''.join(f'<li>{sentence}</li>' for _ in range(3))}</ul><p>{sentence}</p></body></html>"
    article = parse(html, options=Options(accept="any"))
    assert "second_opinion" in [notice.kind for notice in article.warnings]
    assert article.provenance["blocks"].source in ("engine", "trafilatura")


def test_corrections_and_notes_are_quoted_and_stay(story: Any) -> None:
    correction = "Correction: the ferry leaves at six, not at seven."
    note = "Editor’s note: this story was written on the ferry."
    article = parse("\n".join((story.title, *story.paragraphs, correction, note)), options=UNRULED)
    assert article.corrections == (correction,)
    assert article.notes == (note,)
    assert article.text.endswith(f"{correction}\n\n{note}")


def test_removals_stand_in_page_order_with_the_whole_text(story: Any) -> None:
    article = parse(story.text)
    numbers = [int(removal.path.removeprefix("line ")) for removal in article.removed]
    assert numbers == sorted(numbers)
    assert article.removed[0].text == story.stray


def test_what_the_engine_drops_is_boilerplate(story: Any) -> None:
    html = story.html.replace("<article>", '<nav><a href="/a">Home</a></nav><article>')
    (nav,) = (removal for removal in parse(html).removed if removal.text == "Home")
    assert (nav.kind, nav.by) == ("boilerplate", "engine")


@pytest.mark.parametrize("name", ["misplaced_caption", "detector:misplaced_caption"])
def test_a_detector_can_be_switched_off(story: Any, name: str) -> None:
    article = parse(story.text, options=Options(disable=(name,)))
    assert len(article.images) == 2
    assert story.stray not in [removal.text for removal in article.removed]


def test_a_rule_can_be_switched_off_by_the_id_in_the_audit(story: Any) -> None:
    ids = tuple(removal.by for removal in parse(story.text).removed if removal.text in (story.mirrors, story.roku))
    article = parse(story.text, options=Options(disable=(*ids, "app_prompt", "mirror_address")))
    assert article.text.endswith(f"{story.mirrors}\n\n{story.roku}")


def test_every_name_in_the_audit_can_be_switched_off(story: Any) -> None:
    names = tuple(removal.by for removal in parse(story.text).removed)
    again = parse(story.text, options=Options(disable=names))
    assert not set(names) & {removal.by for removal in again.removed}


def test_tables_can_be_left_out(story: Any) -> None:
    rows = "".join(f"<tr><td>{name}<td>{hour}" for name, hour in (("Oslo", "06:00"), ("Skarvo", "07:00")))
    table = f"<table><tr><th>The new ferries leave from<th>at this time every day{rows}</table>"
    paragraph = f"<p>{story.paragraphs[4]}"
    html = story.html.replace(paragraph, f"{table}{paragraph}")
    assert table in html
    assert "Oslo | 06:00" in parse(html).text
    assert "Oslo | 06:00" not in parse(html, options=Options(tables=False)).text
