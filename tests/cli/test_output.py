"""How several articles share one stream, and how a file is replaced."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from newsclean import formats
from newsclean.cli import output


def written(form: str, *articles: str, sources: int | None = None) -> str:
    stream = io.StringIO()
    sheet = output.Sheet(stream, output.frame(form, len(articles) if sources is None else sources))
    for number, article in enumerate(articles, 1):
        sheet.add(f"page{number}.html", article)
    sheet.end()
    return stream.getvalue()


@pytest.mark.parametrize("form", [*formats.names(), "explain"])
def test_one_source_is_written_bare(form: str) -> None:
    assert written(form, "ARTICLE") == "ARTICLE\n"


@pytest.mark.parametrize("form", [*formats.names(), "explain"])
@pytest.mark.parametrize("sources", [1, 2])
def test_without_an_article_nothing_is_written(form: str, sources: int) -> None:
    assert written(form, sources=sources) == ""


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("text", "==> page1.html <==\nA\n\n==> page2.html <==\nB\n"),
        ("explain", "==> page1.html <==\nA\n\n==> page2.html <==\nB\n"),
        ("json", "[\nA,\nB\n]\n"),
        ("jsonl", "A\nB\n"),
        ("markdown", "A\n\n---\n\nB\n"),
        ("html", "A\nB\n"),
        ("a format to come", "==> page1.html <==\nA\n\n==> page2.html <==\nB\n"),
    ],
)
def test_several_sources_are_kept_apart(form: str, expected: str) -> None:
    assert written(form, "A", "B") == expected


def test_the_shape_does_not_depend_on_how_many_sources_failed() -> None:
    assert written("json", "A", sources=3) == "[\nA\n]\n"


def test_a_source_with_braces_is_only_a_name() -> None:
    stream = io.StringIO()
    output.Sheet(stream, output.frame("text", 2)).add("{0}{source}", "A")
    assert stream.getvalue() == "==> {0}{source} <==\nA"


def test_standard_output_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    with output.opened(None) as stream:
        stream.write("x")
    assert capsys.readouterr().out == "x"


def test_a_file_is_replaced_as_a_whole_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before", encoding="utf-8")
    with output.opened(path) as stream:
        stream.write("é\n")
        stream.flush()
        assert path.read_text(encoding="utf-8") == "before"
    assert path.read_bytes() == "é\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_file_as_it_was_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before", encoding="utf-8")

    def broken() -> None:
        with output.opened(path) as stream:
            stream.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("exists", [True, False])
def test_so_does_writing_nothing(tmp_path: Path, exists: bool) -> None:  # noqa: FBT001 - a parameter of the test
    path = tmp_path / "out.txt"
    if exists:
        path.write_text("before", encoding="utf-8")
    with output.opened(path):
        pass
    assert path.exists() == exists


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_permissions_are_those_of_the_old_file_or_of_the_shell(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.touch()
    old.chmod(0o640)
    umask = os.umask(0o022)
    try:
        for path in (old, new):
            with output.opened(path) as stream:
                stream.write("x")
    finally:
        os.umask(umask)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o644


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_of_a_link_the_file_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.touch()
    link.symlink_to(target)
    with output.opened(link) as stream:
        stream.write("x")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "x"


@pytest.mark.skipif(sys.platform == "win32", reason="another name there")
def test_a_device_is_written_to_directly() -> None:
    with output.opened(Path(os.devnull)) as stream:
        stream.write("x")
    assert not Path(os.devnull).is_file()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), output.opened(tmp_path / "missing" / "out.txt"):
        pass
