"""The main job, with a cleaner that only notes what it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsclean import Article, Block, FetchError, NewscleanError, Notice, Response, RuleError
from newsclean.cli.job import Job, run
from newsclean.cli.report import Report

if TYPE_CHECKING:
    from newsclean.errors import FetchReason

ARTICLE = Article(
    title="T",
    blocks=(Block(index=0, kind="paragraph", text="Words of the story.", path="p"),),
    warnings=(Notice(kind="low_confidence", message="The engine is unsure\nof every block of the page."),),
)


class Cleaner:
    """Stands for `newsclean.Cleaner`."""

    def __init__(self, error: NewscleanError | None = None) -> None:
        self.asked: list[tuple[str, Any]] = []
        self.error = error

    def fetch(self, url: str) -> Response:
        self.asked.append(("fetch", url))
        if not url.lower().startswith("http"):
            reason: FetchReason = "bad_scheme"
            raise FetchError(reason, "only http and https", url=url)
        return Response(url=url, body=b"page")

    def parse(self, source: Any, *, url: str | None = None) -> Article:
        self.asked.append(("parse", source))
        self.asked.append(("url", url))
        if self.error:
            raise self.error
        return ARTICLE


def job(*sources: str, **changes: Any) -> Job:
    return Job(**({"sources": sources, "format": "text", "output": None, "url": None, "verbose": False} | changes))


def done(cleaner: Cleaner, given: Job) -> bool:
    return run(given, cleaner, Report(bar=False))  # type: ignore[arg-type]


@pytest.mark.parametrize("source", ["page.html", "dir/page", "C:\\page.html", "example.org", "text with spaces"])
def test_a_source_is_a_path(source: str) -> None:
    cleaner = Cleaner()
    assert done(cleaner, job(source, url="https://example.org/"))
    assert cleaner.asked == [("parse", Path(source)), ("url", "https://example.org/")]


@pytest.mark.parametrize("source", ["https://example.org/a", "HTTP://example.org", "https://example.org/a b"])
def test_an_address_is_fetched_even_if_parse_would_take_it_for_text(source: str) -> None:
    cleaner = Cleaner()
    assert done(cleaner, job(source))
    assert cleaner.asked[0] == ("fetch", source)
    assert cleaner.asked[1] == ("parse", Response(url=source, body=b"page"))


@pytest.mark.parametrize("source", ["ftp://example.org/a", "file:///etc/passwd"])
def test_other_schemes_are_for_the_fetcher_to_refuse(source: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert not done(Cleaner(), job(source))
    assert capsys.readouterr().err == f"newsclean: {source}: only http and https\n"


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    response = Response(body=b"x", via="stdin")
    monkeypatch.setattr("newsclean.cli.job.read_stdin", lambda: response)
    cleaner = Cleaner()
    assert done(cleaner, job("-", url="https://example.org/"))
    assert cleaner.asked == [("parse", response), ("url", "https://example.org/")]


def test_rules_that_are_wrong_end_the_job() -> None:
    cleaner = Cleaner(RuleError("a.toml", "drop", "wrong"))
    with pytest.raises(RuleError):
        done(cleaner, job("a", "b"))
    assert [kind for kind, _ in cleaner.asked] == ["parse", "url"]


def test_any_other_error_is_a_line_and_the_next_source_is_tried(capsys: pytest.CaptureFixture[str]) -> None:
    assert not done(Cleaner(NewscleanError("no\narticle")), job("a", "b"))
    captured = capsys.readouterr()
    assert captured.err == "newsclean: a: no article\nnewsclean: b: no article\n"
    assert captured.out == ""


def test_more_is_said_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert done(Cleaner(), job("a", verbose=True))
    captured = capsys.readouterr()
    assert captured.err.splitlines() == [
        "newsclean: a: kept 1 block (4 words); filled 1 field; removed 0 blocks; site rules: none",
        "newsclean: a: low_confidence: The engine is unsure of every block of the page.",
    ]
    assert captured.out == "Words of the story.\n"


def test_the_table_is_as_wide_as_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    assert done(Cleaner(), job("a", format="explain"))
    piped = capsys.readouterr().out
    assert piped == f"{ARTICLE.explain()}\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert done(Cleaner(), job("a", format="explain"))
    shown = capsys.readouterr().out
    assert max(map(len, piped.splitlines()[2:])) > 44 >= max(map(len, shown.splitlines()[2:]))
