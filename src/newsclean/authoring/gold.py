"""The right text of saved pages, and how near a text comes to it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from newsclean.authoring.saved import file_of, rows
from newsclean.errors import RuleError

if TYPE_CHECKING:
    from pathlib import Path

    from newsclean.authoring.saved import Saved

BODY: Final = "body"
"""The right text in a row of gold."""
ANNOTATED: Final = "annotated"
"""Names of the fields of a row that somebody looked at; a row without it has gold for all that it holds."""

_WORD: Final = re.compile(r"\w+")


class Gold:
    """The right texts of pages.

    Args:
        file: JSON lines, each with `body` and the page's `file` (or `html`) or `url`; other keys do not matter.

    Raises:
        RuleError: the file cannot be read, or no row of it has a text and a page.
    """

    def __init__(self, file: Path) -> None:
        self._by_file: dict[str, str] = {}
        self._by_url: dict[str, str] = {}
        for row in rows(file):
            body = _body(row)
            name, url = file_of(row), row.get("url")
            if body is not None and name:
                self._by_file[PurePosixPath(name).name] = body
            if body is not None and isinstance(url, str):
                self._by_url.setdefault(url, body)
        if not self._by_file and not self._by_url:
            raise RuleError(str(file), "", "no line has a `body`, and a `file` or `url` that says of which page")

    def of(self, page: Saved) -> str | None:
        """The right text of a page: by its file's name, else by its address; None where there is no gold."""
        named = self._by_file.get(page.path.name)
        return named if named is not None else self._by_url.get(page.url or "")


def word_f1(gold: str, text: str) -> float:
    """F1 of the words of a text, 0 to 1, as bags and whatever their case, as in WCXB's evaluation."""
    wanted, got = (Counter(_WORD.findall(words.lower())) for words in (gold, text))
    if not wanted or not got:
        return float(not wanted and not got)
    same = (wanted & got).total()
    return 2 * same / (wanted.total() + got.total())


def _body(row: dict[str, Any]) -> str | None:
    body, annotated = row.get(BODY), row.get(ANNOTATED)
    known = annotated is None or BODY in annotated
    return body if known and isinstance(body, str) else None
