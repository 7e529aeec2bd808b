"""The main job: each source to an article, each article to the output, each failure to a line on standard error."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import newsclean
from newsclean.cli import output
from newsclean.formats import explain
from newsclean.sources.stdin import read_stdin

if TYPE_CHECKING:
    from typing import TextIO

    from newsclean import Article, Cleaner
    from newsclean.cli.report import Report

EXPLAIN: Final = "explain"
"""Stands for the table of what was kept, moved and removed, where a format's name stands else."""
STDIN: Final = "-"

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
"""Any scheme: which ones can be fetched is for the fetcher to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What the words of the command line ask for."""

    sources: tuple[str, ...]
    """URLs, files, or `-` for standard input."""
    format: str
    """Name of an output format, or `explain`."""
    output: Path | None
    """File to write; None is standard output."""
    url: str | None
    """Address of the page, where the source does not tell it."""
    verbose: bool
    """Whether to say what was done with each source."""


def run(job: Job, cleaner: Cleaner, report: Report) -> bool:
    """Do the job; returns whether every source gave an article.

    Raises:
        OSError: the output cannot be written.
        RuleError: a site-rule file of the user's is wrong.
    """
    failed = 0
    with output.opened(job.output) as stream, report.progress(job.sources) as sources:
        sheet = output.Sheet(stream, output.frame(job.format, len(job.sources)))
        for source in sources:
            try:
                article = _article(source, job.url, cleaner)
            except newsclean.RuleError:
                raise  # of no source: they would all fail alike
            except newsclean.NewscleanError as error:
                report.line(source, str(error))
                failed += 1
            else:
                sheet.add(source, _rendered(article, job.format, stream))
                if job.verbose:
                    _say_more(source, article, report)
        sheet.end()
    return not failed


def _article(source: str, url: str | None, cleaner: Cleaner) -> Article:
    if source == STDIN:
        return cleaner.parse(read_stdin(), url=url)
    if _ADDRESS.match(source):
        return cleaner.parse(cleaner.fetch(source), url=url)
    return cleaner.parse(Path(source), url=url)


def _rendered(article: Article, form: str, stream: TextIO) -> str:
    if form != EXPLAIN:
        return article.format(form)
    width = shutil.get_terminal_size().columns if stream.isatty() else explain.WIDTH
    return explain.explain(article, width=width)


def _say_more(source: str, article: Article, report: Report) -> None:
    report.line(source, explain.summary(article))
    for notice in article.warnings:
        report.line(source, f"{notice.kind}: {notice.message}")
