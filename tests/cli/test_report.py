"""What is said on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cli.report import Report

if TYPE_CHECKING:
    import pytest


def test_a_line_names_the_program_and_the_source_and_stays_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    Report(bar=False).line("page.html", "two\nlines  of\twords")
    captured = capsys.readouterr()
    assert captured.err == "newsclean: page.html: two lines of words\n"
    assert captured.out == ""


def test_a_bar_is_drawn_on_a_terminal_only(capsys: pytest.CaptureFixture[str]) -> None:
    with Report(bar=True).progress(["a", "b"]) as sources:
        assert list(sources) == ["a", "b"]
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_a_line_clears_the_bar_that_is_drawn(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    report = Report(bar=True)
    with report.progress(["a", "b"]) as sources:
        for source in sources:
            report.line(source, "no article")
    shown = capsys.readouterr().err
    assert "2/2" in shown
    assert "\r\x1b[2Knewsclean: a: no article\n" in shown
