"""`newsclean SOURCE...`: the words of the command line, and what they mean."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

import click

import newsclean
from newsclean import formats
from newsclean.cli.front import Front
from newsclean.cli.job import EXPLAIN, Job, run
from newsclean.cli.report import Report
from newsclean.options import DEFAULT_TIMEOUT

SOME_FAILED: Final = 1
"""Exit code when a source gave no article, or the output could not be written."""
WRONG_USAGE: Final = 2
"""Exit code when nothing was tried; click's, too."""

_PATH = click.Path(path_type=Path)
_POSITIVE = click.FloatRange(min=0, min_open=True)


def _rules() -> click.Group:
    from newsclean.cli.rules import rules

    return rules


@click.command(
    cls=Front,
    groups={"rules": _rules},
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`newsclean rules --help` tells of site rules; a file named rules is ./rules.",
)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("-f", "--format", "form", type=click.Choice(formats.names()), help="Output format; text if not given.")
@click.option("-o", "--output", metavar="FILE", type=_PATH, help="Write to FILE, whole or not at all.")
@click.option("--url", metavar="URL", help="Address of the page in a file or on standard input.")
@click.option("--rules", metavar="PATH", type=_PATH, multiple=True, help="Add site rules, a file or folder.")
@click.option("--no-rules", is_flag=True, help="Use no site rules at all.")
@click.option("--disable", metavar="NAME", multiple=True, help="Switch off a detector or a rule.")
@click.option("--links", is_flag=True, help="Keep the links of the story, in Markdown, HTML and JSON.")
@click.option("--explain", is_flag=True, help="Instead of the article, what was kept, moved and removed, and why.")
@click.option("--timeout", metavar="SECONDS", type=_POSITIVE, default=DEFAULT_TIMEOUT, help="For one fetch, in all.")
@click.option("--allow-private", is_flag=True, help="Fetch from loopback and private addresses, too.")
@click.option("-v", "--verbose", is_flag=True, help="Say on standard error what was done with each source.")
@click.version_option(newsclean.__version__, message="%(prog)s %(version)s")
@click.pass_context
def clean(ctx: click.Context, /, **words: Any) -> None:
    """Print the clean article of each SOURCE.

    A SOURCE is a URL, a file (HTML, text, or a WARC with one page), or - for standard input.

    --rules and --disable may be given several times.

    Exit codes: 0 every source gave an article, 1 some did not (each has a line on standard error), 2 wrong usage.
    """
    job, options = _job(words), _options(words)
    to_terminal = job.output is None and sys.stdout.isatty()
    report = Report(bar=len(job.sources) > 1 and not to_terminal)
    try:
        with newsclean.Cleaner(options) as cleaner:
            done = run(job, cleaner, report)
    except newsclean.RuleError as error:
        report.line("site rules", str(error))
        ctx.exit(WRONG_USAGE)
    except BrokenPipeError:
        raise  # who reads has read enough: click ends the process without a word
    except OSError as error:
        report.line(str(job.output or "standard output"), f"cannot be written: {error.strerror or error}")
        ctx.exit(SOME_FAILED)
    ctx.exit(0 if done else SOME_FAILED)


def _job(words: dict[str, Any]) -> Job:
    if words["explain"] and words["form"]:
        message = "--explain takes the place of the article: give it without -f"
        raise click.UsageError(message)
    if words["url"] and len(words["sources"]) > 1:
        message = "--url is the address of one page: give one SOURCE with it"
        raise click.UsageError(message)
    return Job(
        sources=words["sources"],
        format=EXPLAIN if words["explain"] else words["form"] or "text",
        output=words["output"],
        url=words["url"],
        verbose=words["verbose"],
    )


def _options(words: dict[str, Any]) -> newsclean.Options:
    if words["rules"] and words["no_rules"]:
        message = "--rules adds site rules and --no-rules switches all of them off: give one of them"
        raise click.UsageError(message)
    return newsclean.Options(
        rules=None if words["no_rules"] else words["rules"],
        disable=words["disable"],
        links=words["links"],
        timeout=words["timeout"],
        allow_private=words["allow_private"],
    )
