"""`newsclean rules blame`: what each rule did on saved pages, and which rules are not needed any more."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from newsclean.cli.rules.words import FOUND, PATH, Failing, library, shown, with_pages
from newsclean.formats import table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsclean.authoring.blame import Blame, RuleBlame

_WIDTH = 10_000
"""Columns: a rule has one line, whatever its length, so that its line can be searched for; terminals wrap it."""
_BAD = ("overtaken", "harmful")


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1, type=PATH)
@with_pages
@click.option("--gold", metavar="FILE", type=PATH, help="The right texts: JSON lines with `body`, and `file` or `url`.")
@click.option("--json", "as_json", is_flag=True, help="Everything, as one JSON object.")
@click.option("-v", "--verbose", is_flag=True, help="Show every block that a rule took or kept, and what it changed.")
@click.pass_context
def blame(
    ctx: click.Context, files: tuple[Path, ...], pages: Path, gold: Path | None, *, as_json: bool, verbose: bool
) -> None:
    """Show what each rule of the FILEs did on saved pages; without a FILE, of the rules that `newsclean` would use.

    A rule *acts* where the article is another one without it. It is *overtaken* where it says something, and the
    article is the same without it on every page; *silent* where it says nothing; *harmful* where word F1 is better
    without it. A page that is refused as no article is read all the same, as with `--accept any`, and named.

    Exit codes: 0 no rule is overtaken or harmful, 1 some are, or a page cannot be read, 2 wrong usage.
    """
    from newsclean.authoring.blame import blame as blamed
    from newsclean.authoring.gold import Gold
    from newsclean.authoring.reader import library_of, rules_in
    from newsclean.authoring.saved import saved_pages

    with Failing():
        rules = library_of(site for file in files for site in rules_in(file)) if files else library(())
        found = blamed(rules, saved_pages(pages), Gold(gold) if gold else None)
    for line in _as_json(found) if as_json else _report(found, verbose=verbose):
        click.echo(line)
    if found.errors or any(rule.standing in _BAD for rule in found.rules):
        ctx.exit(FOUND)


def _as_json(found: Blame) -> Iterator[str]:
    import msgspec

    rules = [{**msgspec.to_builtins(rule), "standing": rule.standing, "gain": rule.gain} for rule in found.rules]
    yield msgspec.json.encode({**msgspec.to_builtins(found), "rules": rules}).decode("utf-8")


def _report(found: Blame, *, verbose: bool) -> Iterator[str]:
    if found.rules:
        yield table.draw([("rule", "does", "is", "what it did"), *map(_row, found.rules)], _WIDTH)
    for rule in found.rules if verbose else ():
        yield from _details(rule)
    for page, message in (*found.drift, *found.errors):
        yield f"{page}: {message}"
    for page, kind in found.refused:
        yield f"{page}: refused as no article ({kind}); its best effort is read, as with --accept any"
    yield _total(found)


def _row(rule: RuleBlame) -> tuple[str, str, str, str]:
    done = {
        "removed": sum(len(effect.removed) for effect in rule.effects),
        "moved": sum(len(effect.moved) for effect in rule.effects),
        "kept": sum(len(effect.kept) for effect in rule.effects),
    }
    words = [f"spoke on {len(rule.effects)} of {rule.pages} pages, changed {rule.changed}"]
    words += [f"{count} {name}" for name, count in done.items() if count]
    if rule.gain is not None:
        words.append(f"word F1 {rule.gain:+.4f}")
    return rule.rule, rule.does, rule.standing, ", ".join(words)


def _details(rule: RuleBlame) -> Iterator[str]:
    for effect in rule.effects:
        gain = "" if effect.gain is None else f" word F1 {effect.gain:+.4f}"
        yield f"\n{rule.rule} on {effect.page}:{gain}"
        for name in ("removed", "moved", "kept"):
            yield from (f"  {name}: {shown(text)}" for text in getattr(effect, name))
        for change in effect.changes:
            yield f"  {'+' if change.gained else '-'} {change.part.kind} {shown(change.part.text)}"


def _total(found: Blame) -> str:
    from newsclean.authoring.blame import mean_scores

    pages = max((rule.pages for rule in found.rules), default=0)
    counts = Counter(rule.standing for rule in found.rules)
    words = ", ".join(f"{standing} {n}" for standing, n in sorted(counts.items()))
    line = f"{len(found.rules)} rules: {words}" if pages else "no page has rules"
    if found.unruled:
        line += f"; {len(found.unruled)} pages without rules"
    scores = mean_scores(found.scores)
    if scores:
        line += f"; word F1 of {len(found.scores)} pages {scores[0]:.4f} without rules, {scores[1]:.4f} with them"
    return line
