"""The library as a tool."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import newsclean.engine
from newsclean.engine import markup

MODEL = Path(newsclean.engine.__file__).parent / "model.bin"
STORY = b"<article><h1>Bell</h1>" + b"<p>The ferry left the quay at dawn with forty passengers.</p>" * 9 + b"</article>"


@pytest.fixture
def page(row: Any, monkeypatch: pytest.MonkeyPatch, program: Any) -> Any:
    from pages import Page

    return Page(row(id="1", site="site.example", url="https://site.example/a"), STORY)


def test_an_article_has_all_that_is_scored(program: Any, page: Any) -> None:
    output = program.Newsclean(second_opinion=False)(page)
    assert output["text"].startswith("The ferry left")
    assert output["refused"] is None
    assert output["asked"] is False
    assert {"title", "authors", "date_published", "images", "captions", "confidence", "language"} <= output.keys()


def test_what_is_no_article_is_refused_and_what_is_no_page_an_error(program: Any, page: Any) -> None:
    tool = program.Newsclean(second_opinion=False)
    assert tool(page._replace(body=b"<html><body><script>start()</script></body></html>"))["refused"]
    assert "PDF" in tool(page._replace(body=b"%PDF-1.7"))["error"]


def test_mixed_data_sets_are_not_refused(program: Any, page: Any, row: Any) -> None:
    mixed = page._replace(
        row=row(dataset="trafilatura_eval"), body=b"<html><body><script>start()</script></body></html>"
    )
    assert program.Newsclean(second_opinion=False)(mixed)["refused"] is None


def test_calls_of_trafilatura_are_seen(program: Any) -> None:
    import trafilatura

    before = trafilatura.extract
    with program.watched() as calls:
        trafilatura.extract("<p>x</p>")
    assert calls == ["extract"]
    assert trafilatura.extract is before


def test_a_page_is_read_with_the_model_of_its_fold_and_the_shipped_one_is_put_back(
    program: Any, page: Any, tmp_path: Path
) -> None:
    for fold in range(2):
        (tmp_path / f"fold{fold}.bin").write_bytes(MODEL.read_bytes())
    seen, shipped = [], markup.shipped_model
    folds = program.Folds(tmp_path, lambda _page: seen.append(markup.shipped_model()) or {})
    for site in ("a.example", "b.example", "c.example", "d.example", "a.example"):
        folds(page._replace(row={**page.row, "site": site}))
    assert markup.shipped_model is shipped
    assert seen[0] is seen[-1]
    assert len({id(model) for model in seen}) == 2
