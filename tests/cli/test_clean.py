"""`newsclean SOURCE...`, from words to words."""

from __future__ import annotations

import json
import threading
import zlib
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

import newsclean
from newsclean import Article, formats
from newsclean.cli import clean as command

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Run

FIRST = "The council of Brannock voted on Tuesday"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00" + zlib.compress(
    bytes(4)
)
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"


def test_text_is_the_default(run: Run, page: Path) -> None:
    result = run(page)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(FIRST)
    assert result.stdout.endswith("engineers of the county.\n")
    assert result.stdout == run("-f", "text", page).stdout


@pytest.mark.parametrize("form", formats.names())
def test_every_format_is_the_article_s_own(run: Run, page: Path, form: str) -> None:
    assert run("-f", form, page).stdout == f"{newsclean.parse(page).format(form)}\n"


def test_explain_takes_the_article_s_place(run: Run, page: Path) -> None:
    result = run(page, "--explain")
    assert result.exit_code == 0
    assert result.stdout == f"{newsclean.parse(page).explain()}\n"


def test_standard_input_with_its_address(run: Run, page: Path) -> None:
    result = run("-", "--url", "https://www.example.org/coast/1", "-f", "json", stdin=page.read_bytes())
    article = Article.from_json(result.stdout)
    assert article.url == "https://www.example.org/coast/1"
    assert article.host == "example.org"
    assert article.text.startswith(FIRST)


def test_several_sources_in_one_stream(run: Run, page: Path, other_page: Path) -> None:
    text = run(page, other_page).stdout
    assert text.startswith(f"==> {page} <==\n{FIRST}")
    assert f"\n\n==> {other_page} <==\n{FIRST}" in text
    titles = ["Brannock keeps its lighthouse", "A tower for walkers"]
    assert [entry["title"] for entry in json.loads(run(page, other_page, "-f", "json").stdout)] == titles
    lines = run(page, other_page, "-f", "jsonl").stdout.splitlines()
    assert [Article.from_json(line).title for line in lines] == titles


def test_one_failure_among_several(run: Run, page: Path, tmp_path: Path) -> None:
    result = run(tmp_path / "missing.html", page)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"==> {page} <==\n{FIRST}")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"newsclean: {tmp_path / 'missing.html'}: ")


@pytest.fixture
def served(page: Path) -> Iterator[str]:
    """Address of the page on a server of this machine."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(page.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{page.name}"
        server.shutdown()
        thread.join()


def test_an_address_is_fetched(run: Run, served: str) -> None:
    result = run(served, "--allow-private", "-f", "json")
    assert result.exit_code == 0
    article = Article.from_json(result.stdout)
    assert article.url == served
    assert article.text.startswith(FIRST)


def test_a_private_address_is_refused_unless_allowed(run: Run, served: str) -> None:
    result = run(served)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"newsclean: {served}: ")


BAD = {
    "empty": b"",
    "blank": b" \n\t ",
    "png": PNG,
    "pdf": PDF,
    "no-text": b"<!doctype html><html><body><div></div></body></html>",
    "zip": b"PK\x03\x04" + bytes(60),
    "deep": b"<!doctype html>" + b"<div>" * 30_000,
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
@pytest.mark.parametrize("given", ["file", "stdin"])
def test_bad_input_is_one_clear_line(run: Run, tmp_path: Path, content: bytes, given: str) -> None:
    path = tmp_path / "input"
    path.write_bytes(content)
    result = run(path) if given == "file" else run("-", stdin=content)
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"newsclean: {path if given == 'file' else '-'}: ")
    assert "Error" not in line


@pytest.mark.parametrize(
    "name", [".", "missing.html", "bad\udcffname", "https://localhost:1/", "https://", "ftp://example.org/"]
)
def test_sources_that_lead_nowhere(run: Run, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "Missing argument 'SOURCE...'"),
        (["-f", "pdf", "a"], "'pdf' is not one of"),
        (["--timeout", "0", "a"], "--timeout"),
        (["--timeout", "soon", "a"], "--timeout"),
        (["--nothing", "a"], "--nothing"),
        (["--explain", "-f", "json", "a"], "--explain takes the place of the article"),
        (["--url", "https://example.org/", "a", "b"], "--url is the address of one page"),
        (["--rules", "a", "--no-rules", "b"], "give one of them"),
    ],
)
def test_wrong_usage_ends_with_two(run: Run, words: list[str], says: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


def test_rules_that_cannot_be_read_end_with_two(run: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "example.org.toml").write_text("drops = []\n", encoding="utf-8")
    result = run(page, "--rules", tmp_path / "example.org.toml")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert "did you mean" in line


def test_rules_are_added_and_switched_off(run: Run, page: Path, tmp_path: Path) -> None:
    rules = tmp_path / "example.org.toml"
    rules.write_text(
        'schema = 1\nhosts = ["example.org"]\n[[drop]]\nid = "work"\ntext = "^Work is to begin"\nmax_share = 1.0\n',
        encoding="utf-8",
    )
    words = (page, "--url", "https://example.org/1", "--rules", rules)
    assert "Work is to begin" not in run(*words).stdout
    assert "Work is to begin" in run(*words, "--disable", "example.org/work").stdout
    assert "Work is to begin" in run(page, "--url", "https://example.org/1", "--no-rules").stdout


def test_options_reach_the_library(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[newsclean.Options] = []
    real = newsclean.Cleaner

    def cleaner(options: newsclean.Options) -> newsclean.Cleaner:
        seen.append(options)
        return real(options)

    monkeypatch.setattr(newsclean, "Cleaner", cleaner)
    run(page)
    run(
        page,
        "--no-rules",
        "--disable",
        "share",
        "--disable",
        "credit",
        "--links",
        "--timeout",
        "2.5",
        "--allow-private",
    )
    assert seen == [
        newsclean.Options(),
        newsclean.Options(rules=None, disable=("share", "credit"), links=True, timeout=2.5, allow_private=True),
    ]


def test_a_file_is_written_and_nothing_is_printed(run: Run, page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    result = run(page, "-f", "json", "-o", out)
    assert (result.exit_code, result.output) == (0, "")
    assert Article.from_json(out.read_bytes()).title == "Brannock keeps its lighthouse"


def test_a_file_that_cannot_be_written_is_one_line(run: Run, page: Path, tmp_path: Path) -> None:
    out = tmp_path / "missing" / "out.txt"
    result = run(page, "-o", out)
    assert (result.exit_code, result.output) == (1, f"newsclean: {out}: cannot be written: No such file or directory\n")


def test_without_an_article_the_file_stays_as_it_was(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("before", encoding="utf-8")
    assert run(tmp_path / "missing.html", "-o", out).exit_code == 1
    assert out.read_text(encoding="utf-8") == "before"


def test_more_is_said_on_standard_error(run: Run, page: Path) -> None:
    quiet, loud = run(page), run("-v", page)
    assert loud.stdout == quiet.stdout
    assert loud.stderr.startswith(f"newsclean: {page}: kept 4 blocks")


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout == f"newsclean {newsclean.__version__}\n"
    shown = run("--help").stdout
    assert shown == run("-h").stdout
    assert shown.startswith("Usage: newsclean [OPTIONS] SOURCE...\n")
    for option in "-f -o --url --rules --no-rules --disable --explain --timeout --allow-private --version -v".split():
        assert option in shown


def test_the_exit_codes_are_those_documented() -> None:
    assert (command.SOME_FAILED, command.WRONG_USAGE) == (1, 2)
    assert "Exit codes: 0 every source gave an article, 1 some did not" in (command.clean.help or "")
